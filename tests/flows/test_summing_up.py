"""The summary is shown whole once; after a change it says what reads otherwise, and no more."""

from datetime import timedelta

import pytest

from flows.draft import draft_of
from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import talk, tell, told

SUMMED = (
    "adik saya Rina dibawa pak Dullah ke malaysia, paspornya ditahan",
    "aman",
    "cukup",
    "boleh chat",
    "tanpa nama",
)


def test_the_first_summary_is_whole() -> None:
    _, heard = talk(*SUMMED)

    assert "Ini yang saya catat:\nKejadian: " in heard
    assert "Perekrut: Pak Dullah" in heard


def test_what_is_put_right_is_shown_alone() -> None:
    _, heard = talk(*SUMMED, "bukan malaysia tapi brunei")

    assert "Sekarang tertulis:\nTujuan: Brunei Darussalam\n\nKalau sudah benar, ketik *kirim*." in heard
    assert "Pak Dullah" not in heard


def test_where_nothing_reads_otherwise_nothing_is_read_out() -> None:
    _, heard = talk(*SUMMED, "kasian dia kak tiap malam nangis terus")

    assert heard == "Saya catat.\n\nKalau sudah semua, ketik *kirim*."


def test_many_additions_are_asked_once_whether_they_are_right() -> None:
    desk, first = talk(*SUMMED)
    more = tell(desk, "kasian dia kak tiap malam nangis", "dia baru lulus sma pak", "rambutnya panjang sebahu")

    assert first.count("Apakah sudah benar?") == 1
    assert "Apakah sudah benar?" not in more


HELD = ("tolong sy dikurung di kamboja poipet", "gedung b lt 5", "sy ardi 24", "rian", "jgn telpon", "chat aja")


def test_who_is_held_is_shown_no_list_and_told_that_officers_read_it() -> None:
    desk, heard = talk(*HELD, "cukup")

    assert heard == say("summary.hidden", Language.INDONESIAN)
    assert "Tempat sekarang: " in tell(desk, "ulangi")


@pytest.mark.parametrize(
    "text", ["kami disetrum klo ga target", "kamis mau dijual ke myanmar", "tlg cpt", "bayu demam"]
)
def test_what_who_is_held_tells_is_passed_on_and_no_form_is_checked(text: str) -> None:
    desk = told(*HELD, "cukup")
    heard = tell(desk, text)

    assert "etugas" in heard.split("Kalau sudah semua")[0]
    assert heard.endswith(say("summary.waits", Language.INDONESIAN))
    assert text in desk.conversation.value("what")


def test_new_danger_told_often_is_passed_on_at_once() -> None:
    desk = told(*HELD, "cukup", "kami dipukul", "disetrum lagi tadi")
    heard = tell(desk, "kamis mau dijual ke myanmar")

    assert heard.startswith(tuple(say(key, Language.INDONESIAN) for key in ("passed_on", "read_at_once")))


def test_who_is_held_sends_with_one_word() -> None:
    desk = told(*HELD, "cukup")
    heard = tell(desk, "sdh")

    assert "AAA-001" in heard
    assert not desk.tickets["AAA-001"].view.is_incomplete


@pytest.mark.parametrize("text", ["blm", "belum kak", "blom dulu ya", "blm semua", "belum lengkap pak", "not yet"])
@pytest.mark.parametrize("steps", [(), ("sudah benar",)])
def test_not_yet_sends_and_deletes_nothing(text: str, steps: tuple[str, ...]) -> None:
    desk = told(*SUMMED, *steps)
    heard = tell(desk, text)

    assert heard.startswith("Baik, belum saya kirim.")
    assert desk.conversation.shown is not None
    assert desk.conversation.value("what")


@pytest.mark.parametrize("text", ["sdah", "sudh", "sdah benar pak"])
def test_a_yes_with_a_letter_missing_is_one(text: str) -> None:
    desk = told(*SUMMED, text)

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "consent"


def test_what_is_told_at_the_last_step_is_kept_and_the_step_waits_in_few_words() -> None:
    desk = told(*SUMMED, "sudah benar")
    heard = tell(desk, "rina demam")

    assert heard == "Saya catat.\n\nKalau sudah semua, ketik *kirim*."
    assert "rina demam" in desk.conversation.value("what")


@pytest.mark.parametrize("text", ["jangan kirim", "tidak jadi"])
def test_a_no_to_the_last_step_still_sends_nothing(text: str) -> None:
    desk = told(*SUMMED, "sudah benar", text)

    assert not desk.tickets


def test_a_line_taken_out_says_so() -> None:
    _, heard = talk(*SUMMED, "perekrutnya bukan pak Dullah")

    assert "Perekrut: (tidak ditulis)" in heard


def test_who_asks_to_hear_it_again_is_shown_all_of_it() -> None:
    _, heard = talk(*SUMMED, "bukan malaysia tapi brunei", "ulangi")

    assert heard.startswith("Ini yang saya catat:")


def test_who_comes_back_is_shown_all_of_it() -> None:
    desk, _ = talk(*SUMMED)
    desk.wait(timedelta(hours=2))
    turn = desk.hear(Said(text="bukan malaysia tapi brunei"))

    assert any("Ini yang saya catat:" in reply.text for reply in turn.replies)


def test_an_age_alone_reads_as_an_age_and_ones_own_as_ones_own() -> None:
    _, summary = talk("pak tolong", "umur 17", "jangan hubungi", "cukup")
    _, asked = talk("pak tolong", "umur ku 17")

    assert "Korban: 17 tahun" in summary
    assert "Dia sekarang di mana" not in asked


@pytest.mark.parametrize(("text", "flow"), [("kirim", ""), ("kirim cepet kak", ""), ("sudah benar", "report")])
def test_who_types_that_it_be_sent_is_not_asked_again_where_officers_have_it(text: str, flow: str) -> None:
    """A yes to the list is none to the sending; what an alarm brought to officers needs no second yes."""
    desk = told("adik saya 14 th disekap di rumah bu yuni di cakra", "chat aja", "gak tau", "tanpa nama")

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "summary"
    tell(desk, text)
    assert desk.conversation.flow == flow


def test_what_was_only_said_about_sending_is_no_fact() -> None:
    desk = told(
        "adik saya 14 th disekap di rumah bu yuni di cakra", "chat aja", "gak tau", "tanpa nama", "hmm", "gitu ya"
    )

    assert "waited" not in draft_of(desk.conversation, desk.facts(Said())).facts
