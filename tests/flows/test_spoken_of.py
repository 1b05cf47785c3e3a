"""Whose name a line tells."""

from datetime import datetime

import pytest

from flows import questions as q
from flows.conversation import Answer, Conversation
from flows.spoken_of import is_lone_age, meant_by_a_name, note_who_is_spoken_of
from flows.understanding import understand
from tests.flows.pretend_desk import told

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def after(*story: str, **told: str) -> Conversation:
    talk = Conversation("report", answers={key: Answer(value) for key, value in told.items()})
    for line in story:
        talk = note_who_is_spoken_of(talk, line, understand(line, today=NOW))
    return talk


@pytest.mark.parametrize(
    ("story", "line", "asked", "whose"),
    [
        ("ada murid saya ga masuk 9 hari", "namanya Nurul", q.CONTACT.id, q.VICTIM.id),
        ("yg jemput pake mobil hitam", "namanya Mimi", q.CONTACT.id, q.RECRUITER.id),
        ("tadi nganter cewek ke bandara", "Maesarah namanya", q.CONTACT.id, q.VICTIM.id),
        ("dia diiming2", "yg 1 nangis di toilet namanya Nurhidayah", q.RECRUITER.id, q.VICTIM.id),
        ("ada agen cari gadis2", "1 lagi masih disini namanya Ema 19 tahun", "", q.VICTIM.id),
        ("adik saya mau dibawa orang", "namanya pak haji Sulaiman", q.CONTACT.id, q.RECRUITER.id),
        ("a woman offered her a job", "the student's name is Safira", q.CONTACT.id, q.VICTIM.id),
        ("istri saya di riyadh", "Husniati umur 31", q.RECRUITER.id, q.VICTIM.id),
        ("teman saya yg ngajak", "namanya Syamsul Rijal", q.CONTACT.id, q.RECRUITER.id),
        ("sepupu saya disetrum", "namanya Syamsul Rijal", q.RECRUITER.id, q.VICTIM.id),
        ("sepupu saya disetrum", "bosnya dipanggil Koh Alvin", q.RECRUITER.id, q.RECRUITER.id),
        ("mereka minta 60 juta", "namanya Faisal 24 thn dr kopang", q.RECRUITER.id, q.VICTIM.id),
    ],
)
def test_a_name_is_theirs_of_whom_the_talk_is(story: str, line: str, asked: str, whose: str) -> None:
    assert (meant_by_a_name(line, after(story), asked) or asked) == whose


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("namanya Mamad", q.RECRUITER.id),
        ("tetangga namanya Mamad", q.RECRUITER.id),
        ("minggu depan berangkat", q.CONTACT.id),
        ("namanya Gunawan, umur 30an", q.RECRUITER.id),
    ],
)
def test_who_answers_questions_means_whom_they_ask_for(line: str, asked: str) -> None:
    talk = after("adik saya mau dibawa", "di rumah", victim_now="di rumah")

    assert not meant_by_a_name(line, talk, asked)


def test_nobody_is_meant_before_anybody_was_spoken_of() -> None:
    assert not meant_by_a_name("namanya Mamad", after(""), "")


def test_a_lone_figure_is_the_age_of_the_victim_spoken_of() -> None:
    assert is_lone_age("38", after("nama adik saya Rini"), q.RECRUITER_PHONE.id)
    assert not is_lone_age("38", after("yg bawa Pak Hasan"), q.RECRUITER_PHONE.id)
    assert not is_lone_age("27", after("nama adik saya Rini"), q.DEPARTURE.id)


def test_a_lone_figure_may_stand_before_more_that_counts_nothing() -> None:
    talk = after("nama adik saya Rini")

    assert is_lone_age("18 kak, seangkatan saya dulu", talk, q.VICTIM_NOW.id)
    assert not is_lone_age("18 kak, orangnya dari Bima semua", talk, q.VICTIM_NOW.id)
    assert not is_lone_age("18, bayarnya 2 juta", talk, q.VICTIM_NOW.id)


@pytest.mark.parametrize("line", ["24 asal lunyuk", "22 dr praya", "jd skrg msh 16", "umurnya 33 pak"])
def test_a_lone_figure_may_stand_among_what_is_said_with_an_age(line: str) -> None:
    assert is_lone_age(line, after("nama adik saya Rini"), q.VICTIM_NOW.id)


@pytest.mark.parametrize("line", ["20 dari lombok semua", "masih 17 juta", "24 orang dari praya", "masih 20 orang"])
def test_what_is_counted_among_them_is_no_age(line: str) -> None:
    assert not is_lone_age(line, after("nama adik saya Rini"), q.VICTIM_NOW.id)


_HUSBAND = ("suami sy kerja di kapal ikan udah 7 bulan ga ada kabar", "aman", "gatau umurnya", "naiknya dr benoa")


def test_a_name_that_was_only_given_is_the_victims_where_an_age_follows() -> None:
    conversation = told(*_HUSBAND, "namanya Sabirin", "34").conversation

    assert conversation.value("victim_name") == "Sabirin"
    assert conversation.value("victim_age") == "34"
    assert not conversation.knows("recruiter")


def test_a_name_that_was_only_given_makes_way_for_who_recruits() -> None:
    conversation = told(*_HUSBAND, "namanya Sabirin", "calonya om Karim orang alas").conversation

    assert conversation.value("victim_name") == "Sabirin"
    assert conversation.value("recruiter") == "Om Karim"


def test_a_child_that_tells_its_age_is_not_the_one_taken() -> None:
    conversation = told(
        "aku umur 13 kelas 7", "kakakku Rani dibawa sama tante Ros ke Surabaya kerja di salon"
    ).conversation

    assert conversation.value("victim_name") == "Rani"
    assert conversation.value("victim_relation") == "kakak"
    assert conversation.value("recruiter") == "Tante Ros"
    assert not conversation.knows("victim_age")


def test_any_child_is_called_so() -> None:
    conversation = told(
        "keponakan saya jadi pembantu di surabaya ga dikasih pulang", "namanya Melda, anak perempuan"
    ).conversation

    assert conversation.value("victim_relation") == "keponakan"
    assert conversation.value("victim_sex") == "perempuan"


@pytest.mark.parametrize("line", ["namanya lalu hendra", "namanya lalu hendra 24", "lalu hendra 24"])
def test_a_name_after_a_line_about_nobody_answers_what_was_asked(line: str) -> None:
    talk = told("agen bawa sepupu sy ke malaysia, paspornya ditahan", "aman", line).conversation

    assert talk.value("victim_name") == "Lalu Hendra"
    assert not talk.knows("recruiter")
    assert talk.value("urgency") == "high"
