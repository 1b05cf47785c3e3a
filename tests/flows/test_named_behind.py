"""A number told as somebody else's is never the writer's, whether its owner is named before it or behind."""

import pytest

from flows.draft import draft_of
from flows.others_numbers import OTHERS
from flows.said import Said
from tests.flows.pretend_desk import told

_HELD = (
    *("saya disekap di rumah majikan di kuwait, dipukul", "di salmiya blok 10 rumah nomor 8 biru"),
    "yg bawa sponsor haji munir praya 085238881717",
)
_OWNED = (*_HELD, "telp aja", "087755550909")
_WRITTEN_TO = (*_HELD, "chat aja jgn telp", "kapan saja")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("jgn tell ibu sy ibu sakit. sumi ok 087755550909", "sumi, boleh tahu"),
        ("sumi ok 087755550909", "sumi, boleh tahu"),
        ("sumi 087755550909 ok", "sumi, boleh tahu"),
        ("my sister sumi 087755550909 ok", "sister sumi, boleh tahu"),
        ("ini nomor sumi 087755550909", "sumi"),
        ("kakak sy 087755550909", "kakak saya"),
        ("087755550909 itu sumi", "sumi"),
        ("087755550909 punya sumi", "sumi"),
        ("087755550909 is sumi not me", "sumi"),
    ],
)
def test_a_number_of_another_leaves_the_way_to_the_writer_alone(line: str, owner: str) -> None:
    desk = told(*_WRITTEN_TO, line)

    assert desk.conversation.value("contact") == "chat"
    assert not desk.conversation.value("contact_phone")
    assert desk.conversation.value(OTHERS) == f"+6287755550909 ({owner})"


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("0877 is sumi not me", "sumi"),
        ("itu nomor kakak sy bukan nomor sy", "kakak saya"),
        ("087755550909 itu sumi bukan sy", "sumi"),
        ("nomor itu punya sumi bkn saya", "sumi"),
        ("yg 0877 itu adik sy, bukan nomor saya", "adik saya"),
        ("itu bukan nomor sy, itu nomor kakak", "kakak"),
        ("087755550909 bukan nomor saya", "orang lain"),
        ("itu bukan hp sy pak", "orang lain"),
        ("salah, itu nomor suami sy", "suami saya"),
    ],
)
def test_a_number_that_the_writer_denies_is_taken_from_them(line: str, owner: str) -> None:
    desk = told(*_OWNED, line)

    assert not desk.conversation.value("contact_phone")
    assert desk.conversation.value(OTHERS) == f"+6287755550909 ({owner})"


def test_the_way_that_is_put_right_beside_it_is_taken_too() -> None:
    desk = told(*_OWNED, "ok madam sleep. NO TELEPON. chat only!! 0877 is sumi not me")
    reporter = draft_of(desk.conversation, desk.facts(Said())).reporter

    assert reporter["contact"] == "chat"
    assert "phone" not in reporter
    assert "NO TELEPON" in reporter["when"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("itu nomor saya", "+6287755550909"),
        ("0877 itu nomor sy", "+6287755550909"),
        ("bukan nomor saya yg dia pakai", "+6287755550909"),
        ("dia bukan saudara saya", "+6287755550909"),
        ("no haji munir 085238881717 bukan nomor saya", "+6287755550909"),
        ("salah, itu bukan nomor saya. nomor sy 081233330000", "+6281233330000"),
    ],
)
def test_the_writers_number_stays_or_is_put_right(line: str, number: str) -> None:
    assert told(*_OWNED, line).conversation.value("contact_phone") == number


@pytest.mark.parametrize("line", ["nomor saya 087755550909", "hp sy 087755550909 ok"])
def test_who_refused_calls_is_written_to_although_they_tell_their_number(line: str) -> None:
    desk = told(*_WRITTEN_TO, line)

    assert desk.conversation.value("contact") == "chat"
    assert desk.conversation.value("contact_phone") == "+6287755550909"


@pytest.mark.parametrize("line", ["085238881717 itu haji munir", "0821 4444 5555 itu calonya", "ok 087755550909"])
def test_nobody_of_the_case_is_beside_it(line: str) -> None:
    assert not told(*_WRITTEN_TO, line).conversation.value(OTHERS)
