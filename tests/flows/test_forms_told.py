"""Which form of trafficking a ticket shows: that of all lines together."""

from flows.labels import Category
from tests.flows.pretend_desk import told


def test_a_line_that_sounds_of_another_form_is_read_with_the_lines_before() -> None:
    lines = (
        "aku ditawarin kerja spa di batam gajinya 8jt mess gratis. legit ga sih kak? senin udh berangkat",
        "kenal di ig namanya kak dinda",
        "btw aku 17 sih tp dia blg ntar ktp nya dibikinin jd 20 gpp katanya",
    )

    assert told(*lines).conversation.value("category") == Category.SEXUAL_EXPLOITATION


def test_a_form_that_one_line_names_stands() -> None:
    assert (
        told("adik sy di kamboja", "aman", "dia disuruh nipu orang lewat chat tiap hari").conversation.value("category")
        == Category.FORCED_SCAM
    )
