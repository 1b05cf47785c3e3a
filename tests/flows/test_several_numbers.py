"""Several numbers in one message are theirs who are named beside them."""

import pytest

from flows.conversation import Answer, Conversation
from flows.reading import Found
from flows.several_numbers import owners_of_numbers


def owners(line: str, read: dict[str, str] | None = None, **told: str) -> dict[str, str]:
    talk = Conversation("report", answers={key: Answer(value) for key, value in told.items()})
    found = {key: Found(value, value) for key, value in (read or {}).items()}
    return {key: one.value for key, one in owners_of_numbers(line, talk, "", found).items()}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Kartini ini nomornya 087811112222, calonya bu Sari 081233334444",
            {"victim_phone": "+6287811112222", "recruiter_phone": "+6281233334444"},
        ),
        (
            "hp adik saya 0878 1111 2222, nomor saya 0812 3333 4444",
            {"victim_phone": "+6287811112222", "contact": "+6281233334444"},
        ),
        (
            "0812 3333 4444 itu nomor saya, 0878 1111 2222 nomor agennya",
            {"contact": "+6281233334444", "recruiter_phone": "+6287811112222"},
        ),
        (
            "nomor calonya 0812 3333 4444, eh salah, yg bener 0812 3333 4455",
            {"recruiter_phone": "+6281233334455"},
        ),
        ("nomor calonya 0812 3333 4444", {}),
    ],
)
def test_each_number_is_theirs_who_is_named_beside_it(line: str, expected: dict[str, str]) -> None:
    assert owners(line, victim_name="Kartini") == expected


def test_a_number_of_which_nothing_tells_more_stays_where_it_was_read() -> None:
    read = {"recruiter_phone": "+6281233334444"}

    assert owners("0812 3333 4444 / 0878 1111 2222", read) == read


def test_the_digits_of_an_account_are_no_number() -> None:
    line = "ke DANA 0812 3333 4444 atas nama dia, wa calonya 0878 1111 2222"

    assert owners(line, {"account": "DANA 081233334444"}) == {}
