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
