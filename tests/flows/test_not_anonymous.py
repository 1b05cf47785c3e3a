"""Who wants a name on the report after all is named there, and no answer shows the words of the machine."""

import pytest

from flows.name_wishes import name_wish
from flows.not_anonymous import name_given_instead
from tests.flows.pretend_desk import tell, told

_A_REPORT = ("lapor", "aman. adik saya rohani umur 27 masih di masbagik, bu sri yg ngajak ke taiwan", "tanpa nama ya")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("namanya bukan tanpa nama, sulaiman, cuma jangan sampe ke bu sri", "Sulaiman"),
        ("bkn tanpa nama pak, hamdani", "Hamdani"),
        ("jgn pake tanpa nama, pakai nama sy, burhan", "Burhan"),
        ("bukan anonim. Lalu Hasan", "Lalu Hasan"),
        ("ga jadi anonim, nama sy Suherman", ""),
        ("nama saya jangan sampe tau bu sri ya, tapi ke petugas boleh", ""),
        ("namaku jgn dibuka ke pak haji, buat petugas boleh tau", ""),
    ],
)
def test_who_refuses_to_be_nameless_may_be_named(text: str, name: str) -> None:
    assert (name_wish(text), name_given_instead(text)) == ("name", name)


@pytest.mark.parametrize(
    "text",
    [
        "tanpa nama aja jangan pakai nama",
        "tanpa nama, jangan pakai nama sulaiman",
        "anonim ya, petugas boleh telpon",
        "jangan telpon, ke petugas boleh chat",
        "nama pt nya jangan salah, petugas boleh cek",
        "nama saya jangan ditulis",
    ],
)
def test_others_stay_nameless(text: str) -> None:
    assert (name_wish(text) != "name", name_given_instead(text)) == (True, "")


def test_a_reporter_named_after_all_stands_on_the_ticket() -> None:
    answers = told(*_A_REPORT, "namanya bukan tanpa nama, sulaiman, cuma jangan sampe ke bu sri").conversation.answers

    assert answers["anonymous"].value == "name"
    assert answers["reporter_name"].value == "Sulaiman"


def test_a_line_put_right_is_said_in_words_that_people_know() -> None:
    said = tell(told(*_A_REPORT), "namanya bukan tanpa nama, sulaiman, cuma jangan sampe ke bu sri")

    assert "hide" not in said
    assert "yes" not in said
