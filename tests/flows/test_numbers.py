"""Whose number a line tells."""

import pytest

from flows import questions as q
from flows.conversation import Answer, Conversation
from flows.numbers import meant_by_a_number
from flows.said import Said
from flows.spoken_of import SPOKEN_OF
from tests.flows.pretend_desk import PretendDesk, told


def talk(**told: str) -> Conversation:
    return Conversation("report", answers={key: Answer(value) for key, value in told.items()})


@pytest.mark.parametrize(
    ("told", "line", "asked", "whose"),
    [
        ({"recruiter": "Pak Edo"}, "a friend gave me Edo's number: 0813 1700 7704", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Pak Herman"}, "081803774215 nomer Herman udh ga aktif", q.CONTACT.id, "recruiter_phone"),
        ({"victim_name": "Della"}, "Della bisa dihubungi di 089622175043", q.EVIDENCE.id, "victim_phone"),
        ({SPOKEN_OF: "victim"}, "bisa dihubungi klo malem di +601123459087", q.CONTACT.id, "victim_phone"),
        ({SPOKEN_OF: "recruiter"}, "nmrnya 0823 3918 7054", q.CONTACT.id, "recruiter_phone"),
        ({SPOKEN_OF: "recruiter"}, "0831-2260-9948", q.CONTACT.id, "recruiter_phone"),
        ({SPOKEN_OF: "recruiter"}, "no adek sy 0821 4690 3357", q.EVIDENCE.id, "victim_phone"),
        ({SPOKEN_OF: "recruiter"}, "ini no dia 0878 6412 9937 tp JANGAN di wa mami yg pegang", "", "victim_phone"),
        ({SPOKEN_OF: "recruiter"}, "no nya 0878 6123 9905, klo ditelpon dia marah2", "", "recruiter_phone"),
        ({SPOKEN_OF: "victim"}, "no nya 0878 6123 9905, klo ditelpon dia marah2", "", "victim_phone"),
        ({SPOKEN_OF: "recruiter"}, "hubungi saya di 081234567890", "", "contact"),
        ({}, "oh ya nomor sensei murdi 081799120473", q.CONTACT.id, "recruiter_phone"),
        ({}, "wa haji Mus ini dicatat menantu saya 0812 3700 4598", q.ANONYMOUS.id, "recruiter_phone"),
        ({"victim_name": "Della"}, "hp della 0896 2217 5043", q.CONTACT.id, "victim_phone"),
        ({}, "nomor telkomsel saya 081234567890", q.CONTACT.id, "contact"),
        ({}, "boleh dihubungi, 081837112045, tapi pagi saja hari kerja", q.VICTIM_NOW.id, "contact"),
        ({SPOKEN_OF: "recruiter"}, "saya bisa ditelepon di 081837112045", "", "contact"),
        ({}, "nomor yang bisa dihubungi 081234567890", q.CONTACT_PHONE.id, ""),
        ({SPOKEN_OF: "recruiter"}, "kalau mau tanya lewat saya +60 13-882 4071", q.ANONYMOUS.id, "contact"),
        ({SPOKEN_OF: "recruiter", "victim": "self"}, "hp dia 0838 9147 2056", q.CONTACT.id, "recruiter_phone"),
        ({SPOKEN_OF: "victim"}, "nomor dia +855 96 218 4470", q.VICTIM_SPOT.id, "victim_phone"),
        ({SPOKEN_OF: "victim"}, "nomor calonya 081234567890", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Tante Ita"}, "tante ita itu, hpnya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Mami Rose"}, "no mami 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"victim_name": "Kurniawati"}, "nomor kurnia yang lama 0853 1122 3344", "", "victim_phone"),
        ({"what": "her boss hits her", "recruiter": "Joni"}, "his number is +971501122334", "", "recruiter_phone"),
        ({}, "the man who brought me is Tono, 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        (
            {"victim_relation": "adik", "contact": "phone"},
            "pakai nomor istri saya 0853 1122 3344",
            q.WHAT.id,
            "contact",
        ),
        ({"victim_relation": "adik", "contact": "phone"}, "hp adik saya 0853 1122 3344", q.WHAT.id, "victim_phone"),
        ({"victim": "self"}, "hubungi kakak saya 0853 1122 3344", q.CONTACT.id, "contact"),
        ({"victim_relation": "adik"}, "chat aja ke tante saya 0853 1122 3344", q.ANONYMOUS.id, "contact"),
        ({"victim_relation": "anak"}, "tolong telp lewat tetangga 0853 1122 3344", q.SUMMARY.id, "contact"),
        ({"victim_relation": "anak"}, "hubungi aja anak saya 0853 1122 3344", q.SUMMARY.id, "victim_phone"),
        ({"recruiter": "Haji Murad"}, "her number is +966501122334, madam checks it", "", "victim_phone"),
        ({"recruiter": "Ibu Ratna"}, "his number is +60131122334", q.CONTACT.id, "victim_phone"),
        ({"recruiter": "Koko Steven"}, "nomer kokonya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Koko Steven"}, "no si koko 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Koko Steven"}, "wa koh itu yg aktif 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Tante Mei Hwa"}, "nomor tantenya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Ustadz Rahman"}, "hp ustadnya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Steven"}, "nmr stevennya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({}, "nomer kokonya 0853 1122 3344", q.CONTACT.id, "recruiter_phone"),
        ({"recruiter": "Koko Steven"}, "no wa ku 0853 1122 3344", q.CONTACT.id, "contact"),
        (
            {"recruiter": "Bagas", "victim_name": "Fadlan"},
            "nomer bagas ibu ndak punya, ini nomer fadlan yg baru +95 9 771 204 556",
            q.CONTACT.id,
            "victim_phone",
        ),
        (
            {"recruiter": "Bagas", "victim_name": "Fadlan"},
            "hp fadlan gak ada kalo no bagas 0853 1122 3344",
            q.CONTACT.id,
            "recruiter_phone",
        ),
        ({"recruiter": "Bagas"}, "no bagas ga punya, nomorku 0853 1122 3344", q.CONTACT.id, "contact"),
        ({"recruiter": "Bagas"}, "no bagas ga punya, nomer sy 0853 1122 3344", q.CONTACT.id, "contact"),
        ({"recruiter": "Ibu Ratna"}, "her number is 0853 1122 3344", q.RECRUITER_PHONE.id, "recruiter_phone"),
    ],
)
def test_a_number_is_theirs_whom_the_nearest_word_names(
    told: dict[str, str], line: str, asked: str, whose: str
) -> None:
    assert meant_by_a_number(line, talk(**told), asked) == whose


@pytest.mark.parametrize(
    ("told", "line", "asked"),
    [
        ({SPOKEN_OF: "victim"}, "081234567890", q.RECRUITER_PHONE.id),
        ({SPOKEN_OF: "recruiter", "recruiter_phone": "+62"}, "081234567890", q.CONTACT.id),
        ({SPOKEN_OF: "recruiter", "victim_now": "di rumah"}, "081234567890", q.CONTACT.id),
        ({SPOKEN_OF: "victim"}, "ada di hp anak saya, 0859 0002 0601", q.RECRUITER_PHONE.id),
        ({SPOKEN_OF: "victim"}, "berangkat jam 5", q.CONTACT.id),
        ({"recruiter": "Pak Rudi", "victim_relation": "adik"}, "nomor bapaknya 0853 1122 3344", q.CONTACT.id),
    ],
)
def test_otherwise_the_number_stays_whose_it_was_asked_for(told: dict[str, str], line: str, asked: str) -> None:
    assert not meant_by_a_number(line, talk(**told), asked)


def test_their_number_answers_the_question_for_it() -> None:
    assert meant_by_a_number("her number is 0812 9900 0307", talk(), q.RECRUITER_PHONE.id) == "recruiter_phone"


@pytest.mark.parametrize("line", ["no wa si jarot 0819 1700 0321", "wa jarot 081917000321", "nomor dia 081917000321"])
def test_anothers_number_is_no_leave_to_be_contacted(line: str) -> None:
    desk = PretendDesk()
    for text in (
        "tolong adik saya disekap dipukuli di kamboja",
        "sekarang di sihanoukville gedung biru lantai 3 dekat pasar",
        "yg ngajak namanya Jarot",
        line,
    ):
        desk.hear(Said(text=text))

    assert desk.conversation.value("recruiter_phone") == "+6281917000321"
    assert not desk.conversation.knows("contact")


def test_a_short_name_of_the_victims_owns_a_number_as_well() -> None:
    told = Conversation(flow="report").with_answers(
        {"victim_name": Answer("Ayu Lestari"), "recruiter": Answer("Tante Ross")}
    )

    assert meant_by_a_number("nomor ayu 0882 9160 4471", told, "victim_now") == "victim_phone"


@pytest.mark.parametrize("before", [(), ("ini rahasia kan pak",), ("halo",)])
def test_a_number_in_the_first_line_of_a_report_is_theirs_of_whom_it_is_told(before: tuple[str, ...]) -> None:
    line = (
        "adik saya Rian 19 th disekap di poipet kamboja, nomornya +855967712034 jangan dihubungi hp nya diperiksa bos"
    )
    desk = told(*before, line, "yg bawa kak Vero hp 0821 4444 0147")

    assert desk.conversation.value("victim_phone") == "+855967712034"
    assert desk.conversation.value("recruiter_phone") == "+6282144440147"
