"""What is told by others of somebody held: who writes at home is not told to hide; nor is a question only "added"."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import talk, tell, told

ID = Language.INDONESIAN
CHECK = ("bang mau cek pt cahaya bumi selaparang, mau brgkt rabu ke thailand",)
SENT = (
    *("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman", "cukup", "boleh chat", "tanpa nama"),
    *("sudah benar", "ya kirim"),
)


@pytest.mark.parametrize(
    "text",
    [
        "tmn dr masbagik bilang agus yg ikut doni bulan 8 skrg disekap di myanmar diminta tebusan 60jt",
        "kata temennya si beni disekap di kamboja diminta tebusan",
        "tetangga cerita anaknya disekap di myawaddy dipukulin",
    ],
)
def test_who_heard_it_at_home_is_not_told_to_hide(text: str) -> None:
    _, heard = talk(*CHECK, text)

    assert heard.startswith(say("danger.other_abroad", ID))


@pytest.mark.parametrize(
    "text",
    [
        "tolong sy disekap di kamboja poipet",
        "bos bilang kalau kabur kami dibunuh, di myawaddy",
        "disekap di myanmar tolong",
    ],
)
def test_who_is_held_still_hears_what_to_do_there(text: str) -> None:
    _, heard = talk(text)

    assert heard.startswith(say("danger.abroad", ID))


@pytest.mark.parametrize("text", ["korban nya aku", "eh korbannya saya sendiri bukan adik"])
def test_the_victim_is_put_right_after_filing(text: str) -> None:
    desk = told(*SENT)
    heard = tell(desk, text)
    facts = desk.tickets["AAA-001"].draft.facts

    assert heard.startswith(say("victim_is_you", ID))
    assert facts["victim"].value == "self"
    assert "victim_relation" not in facts


@pytest.mark.parametrize("text", ["saya bukan korban", "korbannya adik saya", "korban tinggal sama saya"])
def test_who_is_no_victim_changes_nothing_after_filing(text: str) -> None:
    desk = told(*SENT)
    tell(desk, text)

    assert desk.tickets["AAA-001"].draft.facts["victim"].value != "self"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kpan ada kabr pak", "worry_when"),
        ("klu haji tanya mada jwb apa", "worry_reply"),
        ("bisa dicegat di bandara ga", "asked"),
    ],
)
def test_a_question_after_filing_is_answered_and_is_no_addition(text: str, line: str) -> None:
    heard = tell(told(*SENT), text)

    assert heard.startswith(say(line, ID))
    assert say("added", ID, code="AAA-001") not in heard


def test_what_is_told_after_filing_is_still_added() -> None:
    assert say("added", ID, code="AAA-001") in tell(told(*SENT), "mobilnya avanza hitam pak")
