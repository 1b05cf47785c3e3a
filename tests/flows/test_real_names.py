"""A real name told a line after the one by which somebody is called."""

import pytest

from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("lines", "victim", "recruiter"),
    [
        (("semamen tiang di malaysia", "Amaq Rohan.. eh nama aslinya Sahabudin umur 45"), "Sahabudin", ""),
        (("adik saya di dubai", "dsana dpanggil melati, nama aslinya Siti Khadijah"), "Siti Khadijah", ""),
        (("adik saya di dubai", "yg bawa dipanggil Bang Jek", "nama aslinya Jaelani Rahman"), "", "Bang Jek"),
        (("adik saya di dubai", "nama aslinya Siti Khadijah"), "Siti Khadijah", ""),
    ],
)
def test_a_real_name_is_of_who_was_spoken_of(lines: tuple[str, ...], victim: str, recruiter: str) -> None:
    answers = told(*lines).conversation

    assert (answers.value("victim_name"), answers.value("recruiter")) == (victim, recruiter)
