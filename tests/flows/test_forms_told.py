"""Which form of trafficking a ticket shows: that of all lines together."""

from flows.labels import Category
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk


def _form(*texts: str) -> str:
    desk = PretendDesk()
    for text in texts:
        desk.hear(Said(text=text))
    return desk.conversation.value("category")


def test_a_line_that_sounds_of_another_form_is_read_with_the_lines_before() -> None:
    told = (
        "aku ditawarin kerja spa di batam gajinya 8jt mess gratis. legit ga sih kak? senin udh berangkat",
        "kenal di ig namanya kak dinda",
        "btw aku 17 sih tp dia blg ntar ktp nya dibikinin jd 20 gpp katanya",
    )

    assert _form(*told) == Category.SEXUAL_EXPLOITATION


def test_a_form_that_one_line_names_stands() -> None:
    assert _form("adik sy di kamboja", "aman", "dia disuruh nipu orang lewat chat tiap hari") == Category.FORCED_SCAM
