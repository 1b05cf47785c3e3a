"""Numbers written as they are dialled abroad are read by the plan of the country that is named or was told."""

from datetime import date

import pytest

from flows.said import Said
from flows.understanding import understand
from flows.understanding.local_numbers import with_numbers_abroad
from tests.flows.pretend_desk import PretendDesk

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nomor hp adik saya di taiwan 0933123456", "+886933123456"),
        ("hp ponakan saya di kaohsiung 0933 123 456", "+886933123456"),
        ("nomor dia di arab 0501234567", "+966501234567"),
        ("wa adik sy di dubai 050 123 4567", "+971501234567"),
        ("nomor kamboja 096 412 3456", "+855964123456"),
        ("nomor saya di hongkong 9123 4567", "+85291234567"),
        ("hp adik saya yg di singapura 8123 4567", "+6581234567"),
        ("no korea nya 010-1234-5678", "+821012345678"),
        ("hp adik saya di jepang 090-1234-5678", "+819012345678"),
        ("no hp yg nelpon dr myanmar 09 4455 21873", "+959445521873"),
        ("wa adik saya di qatar 66123456", "+97466123456"),
        ("no adik saya di malaysia 012-345 6789", "+60123456789"),
    ],
)
def test_a_local_number_is_read_by_the_plan_of_the_country_that_is_named(text: str, number: str) -> None:
    found = understand(text, today=_TODAY).found

    assert number in {item.value for item in found.values()}


@pytest.mark.parametrize(
    "text",
    [
        "adik saya di taiwan, nomor saya 0812 3333 4444",
        "adik saya di thailand, nomor agennya 0812 345 6789",
        "adik saya di taiwan, kantor pt nya 0370 641234",
        "gaji di hongkong 15000000 sebulan",
        "bayar 65000000 ke agen hongkong",
        "transfer ke rek bca 0933123456, agen taiwan",
        "dari malaysia ke taiwan, nomor dia 0933123456",
        "nomor dia 0933123456",
        "tahun 2024 2025 saya di hongkong",
        "paspornya 91234567 dari hongkong",
        "nomor adik saya di taiwan +886 933 123 456",
    ],
)
def test_other_numbers_are_read_as_ever(text: str) -> None:
    assert with_numbers_abroad(text) is text


@pytest.mark.parametrize(
    ("places", "text", "number"),
    [
        (("Kaohsiung, Taiwan", ""), "nomornya 0933 123 456", "+886933123456"),
        (("rumah majikan", "Taiwan"), "nomornya 0933 123 456", "+886933123456"),
        (("gedung blok C, MYAWADDY", "Thailand"), "hp dia 09 4455 21873", "+959445521873"),
        (("Riyadh, Arab Saudi", ""), "nomor dia 0501234567", "+966501234567"),
        (("Riyadh, Arab Saudi", ""), "hp dia 0551234567", "+966551234567"),
    ],
)
def test_where_no_country_is_named_the_talk_tells_it(places: tuple[str, str], text: str, number: str) -> None:
    assert number in with_numbers_abroad(text, places)


@pytest.mark.parametrize("text", ["nomor kantornya 021 7654321", "no dia 0551 234567", "hp saya 0812 3333 4444"])
def test_what_is_indonesian_stays_so_in_a_talk_of_abroad(text: str) -> None:
    assert with_numbers_abroad(text, ("Riyadh, Arab Saudi", "Taiwan")) is text


def test_a_local_number_goes_to_its_owner_in_a_talk() -> None:
    desk = PretendDesk()
    for text in ("adik saya kerja di kaohsiung taiwan, paspor ditahan majikan", "aman", "nomor adik saya 0933 123 456"):
        desk.hear(Said(text=text))

    assert desk.conversation.value("victim_phone") == "+886933123456"
    assert not desk.conversation.knows("recruiter_phone")
