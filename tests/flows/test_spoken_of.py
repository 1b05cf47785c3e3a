"""Whose name a line tells."""

import pytest

from flows import questions as q
from flows.conversation import Answer, Conversation
from flows.spoken_of import meant_by_a_name, meant_by_a_number


@pytest.mark.parametrize(
    ("story", "line", "asked", "whose"),
    [
        ("ada murid saya ga masuk 9 hari", "namanya Nurul", q.CONTACT.id, q.VICTIM.id),
        ("yg jemput pake mobil hitam", "namanya Mimi", q.CONTACT.id, q.RECRUITER.id),
        ("dia diiming2", "yg 1 nangis di toilet namanya Nurhidayah", q.RECRUITER.id, q.VICTIM.id),
        ("ada agen cari gadis2", "1 lagi masih disini namanya Ema 19 tahun", "", q.VICTIM.id),
        ("adik saya mau dibawa orang", "namanya pak haji Sulaiman", q.CONTACT.id, q.RECRUITER.id),
        ("a woman offered her a job", "the student's name is Safira", q.CONTACT.id, q.VICTIM.id),
    ],
)
def test_a_name_is_theirs_of_whom_the_talk_is(story: str, line: str, asked: str, whose: str) -> None:
    assert meant_by_a_name(line, story, asked) == whose


@pytest.mark.parametrize(
    ("story", "line", "asked"),
    [
        ("adik saya mau dibawa", "namanya Mamad", q.RECRUITER.id),
        ("adik saya mau dibawa", "tetangga namanya Mamad", q.RECRUITER.id),
        ("adik saya mau dibawa", "minggu depan berangkat", q.CONTACT.id),
        ("", "namanya Mamad", ""),
    ],
)
def test_otherwise_the_question_decides(story: str, line: str, asked: str) -> None:
    assert not meant_by_a_name(line, story, asked)


@pytest.mark.parametrize(
    ("told", "line", "asked", "whose"),
    [
        ({"recruiter": "Pak Herman"}, "081803774215 nomer Herman udh ga aktif", q.CONTACT.id, "recruiter_phone"),
        ({"victim_name": "Della"}, "Della bisa dihubungi di 089622175043", q.EVIDENCE.id, "victim_phone"),
        ({"what": "suami saya di kebun sawit"}, "bisa dihubungi klo malem di +601123459087", "", "victim_phone"),
    ],
)
def test_a_number_is_theirs_of_whom_the_talk_is(told: dict[str, str], line: str, asked: str, whose: str) -> None:
    talk = Conversation(answers={key: Answer(value) for key, value in told.items()})
    assert meant_by_a_number(line, talk, asked) == whose


@pytest.mark.parametrize(
    ("told", "line", "asked"),
    [
        ({"what": "suami saya di kebun"}, "hubungi saya di 081234567890", ""),
        ({"what": "suami saya di kebun"}, "081234567890", q.RECRUITER_PHONE.id),
        ({"what": "suami saya di kebun", "recruiter": "Pak Udin"}, "081234567890", ""),
    ],
)
def test_otherwise_the_number_stays_whose_it_was_read_for(told: dict[str, str], line: str, asked: str) -> None:
    talk = Conversation(answers={key: Answer(value) for key, value in told.items()})
    assert not meant_by_a_number(line, talk, asked)
