"""A story told where a name was asked for is no name: it becomes a report."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import told

ID = Language.INDONESIAN


@pytest.mark.parametrize(
    "text",
    [
        "kami ada 9 org sama saya mau brgkt jumat. katanya ga usah paspor, lewat jalan tikus entikong malam",
        "gatau kak pokoknya kami bertujuh disuruh pakai visa turis trs ngaku liburan",
    ],
)
def test_a_story_instead_of_a_name_becomes_a_report(text: str) -> None:
    desk = told("cek perekrut", "namanya om Salim orang woha, 082344109967")

    reply = desk.hear(Said(text=text)).replies[0].text

    assert reply.startswith(say("check.is_danger", ID))
    assert desk.conversation.flow == "report"
    assert text in desk.conversation.value("what")


@pytest.mark.parametrize(
    "text", ["Berkah Jaya Mandiri kalau tidak salah, kantornya dekat terminal situ", "ga tau pak PT apa dia ga bilang"]
)
def test_a_name_told_in_many_words_stays_a_check(text: str) -> None:
    desk = told("cek perekrut", "namanya om Salim orang woha, 082344109967", text)

    assert desk.conversation.flow == "check"


_IN_A_CHECK = (
    "mau nanya bu, ini kerja ke taiwan lewat PT Sinar Bulan Jaya bener ndak ya, anak sy mau ikut",
    *("bukan semuanya", "sponsor", "tidak diminta uang"),
)


def test_who_is_on_the_way_already_is_no_matter_of_a_check() -> None:
    talk = told(
        *_IN_A_CHECK, "ini baru ada wa dia. mak aku sudah di batam besok nyebrang. maksudnya apa ya bu"
    ).conversation

    assert (talk.flow, talk.value("urgency")) == ("report", "emergency")
    assert "Batam" in talk.value("victim_now")


def test_a_child_who_is_away_already_is_no_matter_of_a_check() -> None:
    talk = told(*_IN_A_CHECK, "ya allah bu jd anak sy sdh di batam. dia baru 17 taun bu!! gmn ini").conversation

    assert (talk.flow, talk.value("victim_age")) == ("report", "17")


def test_a_cry_is_no_address() -> None:
    talk = told(
        *_IN_A_CHECK,
        "ini baru ada wa dia. mak aku sudah di batam besok nyebrang",
        "ya allah bu jd anak sy sdh di batam. dia baru 17 taun bu!! gmn ini",
    ).conversation

    assert talk.value("victim_now") == "Batam"
