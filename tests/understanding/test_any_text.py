"""What holds for any text at all."""

from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.reading import Reading
from flows.understanding import understand
from tests.understanding.score import TODAY, messages, sets

PIECES = [m.text for rows in sets().values() for m in rows]
chats = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=4).map(" ".join)
anything = st.text(st.characters(), max_size=300) | chats
days = st.dates(date(2020, 1, 1), date(2090, 1, 1))
moments = days | days.map(lambda day: datetime.combine(day, time(23, 30)))
HOSTILE = [
    ("", " ", "\x00", "\ud800", "\udfff disekap", "\u202edisekap\u202c", "a" * 65536, "disekap " * 8192),
    ("1" * 5000, "1.1" * 9000, "?" * 9000, "😭" * 9000, "()" * 5000, "\n" * 9000, "+62" * 3000, "tidak " * 900),
    ("tanggal ፩፩, umur ፩፩ tahun, ፩፩፩፩", "①② orang, ½ juta, 2² hari lagi"),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything, moments)
def test_no_text_raises_and_all_words_stand_in_it(text: str, today: date) -> None:
    reading = understand(text, today=today)

    assert reading.text == text
    for signal in reading.signals:
        assert signal.words in text
    for found in reading.found.values():
        assert found.value
        assert all(part in text for part in found.words.split(" … "))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chats)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert understand(text, today=TODAY) == understand(text, today=TODAY)


@pytest.mark.parametrize("text", [text for row in HOSTILE for text in row], ids=range(18))
@pytest.mark.timeout(5)
def test_hostile_text_is_read_within_seconds(text: str) -> None:
    assert isinstance(understand(text, today=TODAY), Reading)


def test_capitals_hardly_change_the_urgency() -> None:
    rows = messages("first")

    changed = [
        m.id
        for m in rows
        if understand(m.text, today=TODAY).urgency is not understand(m.text.upper(), today=TODAY).urgency
    ]

    # a handful may differ: capitals tell names of people and schools apart
    assert len(changed) <= len(rows) // 50
