"""Who asks how to clear their own phone is told how; one line put right offers to delete nothing."""

import pytest

from flows.clearing_a_phone import asks_to_clear_a_phone, means_only_the_phone
from flows.labels import Language
from flows.said import Said
from flows.sayings import wants_deletion
from flows.texts import say
from tests.flows.pretend_desk import told

_HELD = ("saya disekap di rumah majikan di kuwait, dipukul", "di salmiya blok 10")


@pytest.mark.parametrize(
    "text",
    [
        "madam come. hapus chat how",
        "cara hapus chat di hp gmn",
        "chat nya dihapus dr hp sy gimana",
        "how to delete this chat on my phone",
        "hapus chat wa caranya gmn ya",
        "bersihin chat di hpku gmn kak",
        "gmn cara ngapus chat ini dari hape",
        "hapus dari hp sy aja",
        "delete from my phone only how",
        "ngehapus chat gimana",
    ],
)
def test_who_asks_how_to_clear_a_phone_is_told_so_in_two_lines(text: str) -> None:
    desk = told(*_HELD)

    (reply,) = desk.hear(Said(text=text)).replies

    assert asks_to_clear_a_phone(text)
    assert reply.prompt != "delete"
    assert any(say("worry_delete_phone", language) in reply.text for language in Language)


@pytest.mark.parametrize(
    "text", ["no no only my hp", "hp sy aja", "bukan, dari hp saya", "cuma di hp", "just my phone"]
)
def test_only_the_phone_deletes_nothing_of_ours(text: str) -> None:
    desk = told(*_HELD, "hapus chat")

    (reply,) = desk.hear(Said(text=text)).replies

    assert means_only_the_phone(text)
    assert any(say("worry_delete_phone", language) in reply.text for language in Language)
    assert desk.conversation.knows("what")


@pytest.mark.parametrize(
    "text",
    [
        "hapus aja 'bukan teman' itu. korban 1 saya rizal 23",
        "hapus yg nomor tadi",
        "tolong hapus umurnya",
        "hapus aja umurnya",
        "hapus aja yg 3 orang itu",
        "hapus aja nama si desi",
        "majikan suruh hapus chat di hp",
        "dia hapus chat di hp saya",
        "saya sudah hapus chat dari hp",
    ],
)
def test_a_line_put_right_or_what_others_delete_is_no_wish_to_delete_all(text: str) -> None:
    (reply,) = told(*_HELD).hear(Said(text=text)).replies

    assert reply.prompt != "delete"


@pytest.mark.parametrize(
    "text",
    [
        "hapus aja kak, ga jadi",
        "tolong hapus semua chat ini",
        "saya mau hapus semua data saya",
        "gimana cara hapus laporan saya",
        "hapus semua yg saya tulis",
        "hapus aja semuanya pak takut",
        "gak jadi, hapus aja",
    ],
)
def test_who_wants_all_deleted_is_asked_as_before(text: str) -> None:
    (reply,) = told(*_HELD).hear(Said(text=text)).replies

    assert wants_deletion(text)
    assert not asks_to_clear_a_phone(text)
    assert reply.prompt == "delete"


@pytest.mark.parametrize("text", ["ya hapus semua", "hapus", "hp saya disita", "nomor hp saya 0812 3456 7001", "ya"])
def test_other_answers_are_not_of_the_phone_alone(text: str) -> None:
    assert not means_only_the_phone(text)
