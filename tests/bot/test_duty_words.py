"""What officers write on their phones is understood as meant, and where it could mean two things it is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.duty_words import Order, Unclear, Word, link_code_in, outcome_of, read_order
from flows.ticket import Outcome

CODE = "K7M-2QX"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("TERIMA K7M-2QX", Order(Word.ACCEPT, CODE)),
        ("terima k7m2qx", Order(Word.ACCEPT, CODE)),
        ("Terima K7M 2QX.", None),
        ("BALAS K7M-2QX Kami sudah di jalan, Bu.", Order(Word.REPLY, CODE, "Kami sudah di jalan, Bu.")),
        ("balas K7M-2QX: tunggu\nsebentar", Order(Word.REPLY, CODE, "tunggu\nsebentar")),
        ("BALAS\nK7M-2QX\ntunggu", Order(Word.REPLY, CODE, "tunggu")),
        ("CATAT K7M-2QX sudah telepon desa", Order(Word.NOTE, CODE, "sudah telepon desa")),
        ("TUTUP K7M-2QX selamat", Order(Word.CLOSE, CODE, "selamat")),
        ("DAFTAR", Order(Word.LIST)),
        ("lihat", Order(Word.LIST)),
        ("LIHAT K7M-2QX", Order(Word.SHOW, CODE)),
        ("TERIMA", Unclear.NO_CODE),
        ("BALAS K7M-2QX", Unclear.NO_WORDS),
        ("BALAS Bu, tunggu", Unclear.NO_CODE),
        ("balas dong", Unclear.NOTHING),
        ("halo", Unclear.NOTHING),
        ("", Unclear.NOTHING),
        ("terima kasih", Unclear.NOTHING),
    ],
)
def test_words_with_a_code(text: str, order: Order | Unclear | None) -> None:
    read = read_order(text)

    assert order is None or read == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("TERIMA", Order(Word.ACCEPT, CODE)),
        ("terima", Order(Word.ACCEPT, CODE)),
        ("Bu, kami di jalan.", Order(Word.REPLY, CODE, "Bu, kami di jalan.")),
        ("BALAS Bu, kami di jalan.", Order(Word.REPLY, CODE, "Bu, kami di jalan.")),
        ("CATAT ibunya tidak tahu", Order(Word.NOTE, CODE, "ibunya tidak tahu")),
        ("TUTUP selamat", Order(Word.CLOSE, CODE, "selamat")),
        ("LIHAT", Order(Word.SHOW, CODE)),
        ("TERIMA K7M-2QX", Order(Word.ACCEPT, CODE)),
    ],
)
def test_words_under_a_card(text: str, order: Order) -> None:
    assert read_order(text, CODE) == order


@pytest.mark.parametrize(
    "text",
    [
        "catat ibunya tidak tahu",
        "Tutup pintu dan jangan keluar, Bu.",
        "Terima kasih, Bu",
        "TERIMA KASIH BU",
        "balas nanti",
    ],
)
def test_a_command_or_an_answer_is_asked_and_nothing_is_sent(text: str) -> None:
    assert read_order(text, CODE) is Unclear.SMALL_LETTERS


def test_two_codes_are_never_guessed_between() -> None:
    assert read_order("BALAS ABC-234 tunggu", CODE) is Unclear.TWO_CODES


@given(st.text(max_size=80))
def test_without_card_or_code_nothing_reaches_a_citizen(text: str) -> None:
    order = read_order(text)

    assert isinstance(order, Unclear) or order.word is Word.LIST or bool(order.code)


def test_endings_are_one_word_of_a_list() -> None:
    assert outcome_of("selamat sudah pulang") == (Outcome.VICTIM_SAFE, "sudah pulang")
    assert outcome_of("selesai") is None


@pytest.mark.parametrize(
    ("text", "is_known", "found"),
    [
        ("0F3K-9ABC-XY12", True, True),
        ("0F3K-9ABC-XY12", False, False),
        ("TAUT 0F3K-9ABC-XY12", False, True),
        ("taut 0f3k9abcxy12", False, True),
        ("TAUT HKPW-QXYZ-ABCD", False, True),
        ("/tautkan 0F3K-9ABC-XY12", False, True),
        ("assalamualai", True, False),
        ("TAUT saya", False, False),
    ],
)
def test_a_code_to_link_needs_a_known_phone_or_the_word(text: str, *, is_known: bool, found: bool) -> None:
    assert bool(link_code_in(text, is_known_phone=is_known)) is found
