"""What could answer a question at all."""

import pytest

from flows import questions as q
from flows.plausible import could_answer, knows_nothing
from flows.question import Question
from flows.reading import Reading

_NOTHING_READ = Reading()


@pytest.mark.parametrize(
    "text",
    [
        "cepat",
        "hp mau mati",
        "udah lapor 3x ga ditanggepin",
        "kasih tau namanya",
        "saya takut",
        "please hurry",
        "gemeteran sy pak",
    ],
)
def test_talk_names_nobody(text: str) -> None:
    assert not could_answer(q.RECRUITER, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    [
        "Durahim",
        "si udin",
        "temen smp saya",
        "orang dari praya",
        "namanya Ipul",
        "ga tau namanya, orang bima",
        "mamiq sul",
        "pt Sinar kayaknya",
    ],
)
def test_a_name_or_a_role_answers_who(text: str) -> None:
    assert could_answer(q.RECRUITER, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"), [(q.DEPARTURE, "jangan sampe ketauan ya"), (q.DESTINATION, "katanya jd pelayan resto")]
)
def test_talk_is_no_day_and_no_country(question: Question, text: str) -> None:
    assert not could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.DEPARTURE, "habis lebaran"),
        (q.DEPARTURE, "udah lama"),
        (q.DEPARTURE, "tgl 3"),
        (q.DEPARTURE, "maulid"),
        (q.DESTINATION, "brunai"),
        (q.DESTINATION, "pulau seberang"),
    ],
)
def test_a_day_and_a_country_are_taken_as_told(question: Question, text: str) -> None:
    assert could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text", ["gatau namanya pt apa", "lupa nomornya pak", "ga tau siapa", "tidak ingat tanggalnya", "entah"]
)
def test_not_knowing_is_an_answer_of_its_own(text: str) -> None:
    assert knows_nothing(text)


@pytest.mark.parametrize("text", ["gatau, katanya Udin", "lupa bawa hp terus dikurung", "tau kok namanya Udin"])
def test_who_tells_something_after_all_knows_something(text: str) -> None:
    assert not knows_nothing(text)


@pytest.mark.parametrize("question", [q.WHAT, q.PAYMENT])
def test_other_questions_take_anything(question: Question) -> None:
    assert could_answer(question, "cepat pak", _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    [
        "hujan deras ini",
        "tiketnya dah dibeliin",
        "besok subuh jam 4 jalan",
        "semua laki2, dari KLU katanya",
        "lewat bandara trus ke medan dulu",
    ],
)
def test_talk_is_no_place(text: str) -> None:
    assert not could_answer(q.VICTIM_NOW, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    ["masih di rumah", "kos2an deket pasar", "penampungan pak haji", "Dasan Lekong", "lantai 3", "Bunut Baok praya"],
)
def test_a_place_is_taken_as_told(text: str) -> None:
    assert could_answer(q.VICTIM_NOW, text, _NOTHING_READ)


@pytest.mark.parametrize("text", ["sdh seminggu", "gatau calonya siapa", "hujan deras"])
def test_talk_is_no_victim(text: str) -> None:
    assert not could_answer(q.VICTIM, text, _NOTHING_READ)


@pytest.mark.parametrize("text", ["Siti", "orang kampung saya", "cewek 3 org", "teman sekelas", "sepupu, 17"])
def test_somebody_is_a_victim(text: str) -> None:
    assert could_answer(q.VICTIM, text, _NOTHING_READ)


def test_a_question_back_is_no_time_to_call() -> None:
    assert not could_answer(q.CONTACT_WHEN, "bisa balik ga uangnya?", _NOTHING_READ)
