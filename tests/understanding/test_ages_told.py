"""Ages that no word for an age stands beside, and numbers of people that are none."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - a Saturday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sapri umur 24 cowok, dibawa ke Batam", "24"),
        ("usia 19 perempuan. dia hilang", "19"),
        ("nama saya gunawan laki 33", "33"),
        ("cewek 21", "21"),
        ("keponakan sy cowok 18 kak", "18"),
        ("dia 14", "14"),
        ("sepupu sy dia masih 15", "15"),
        ("shes 17 and stuck in batam", "17"),
        ("he is 20 but they wrote 25", "20"),
    ],
)
def test_a_number_beside_a_sex_or_a_pronoun_is_an_age_and_counts_nobody(text: str, years: str) -> None:
    found = facts(text)

    assert found["victim_age"] == years
    assert "victim_count" not in found


@pytest.mark.parametrize(
    "text",
    [
        "dia 11 hari tidak pulang",
        "gaji dia 50",
        "perempuan 12, laki 14",
        "total perempuan 20",
        "laki 3",
        "she is 15 minutes late",
    ],
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert "victim_age" not in facts(text)


def test_people_are_still_counted_beside_their_sex() -> None:
    assert facts("perempuan 4 orang dibawa ke Batam")["victim_count"] == "4"


@pytest.mark.parametrize(
    "text",
    [
        "umur 15 tapi di paspor 21",
        "di ktp umurnya 21, aslinya umur 15",
        "usianya 21 di paspor padahal 15",
        "she is 15 but they made her a passport saying 21",
    ],
)
def test_of_two_ages_the_true_one_counts(text: str) -> None:
    assert facts(text)["victim_age"] == "15"
