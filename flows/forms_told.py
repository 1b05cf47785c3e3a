"""Which form of trafficking all lines together show: one line alone often names none, or another."""

from flows import questions as q
from flows.check_endings import TOLD_BESIDE
from flows.labels import Urgency
from flows.reading import Reading
from flows.turning import Turning
from flows.understanding import understand

NO_FORM = frozenset({"", "none", "other"})
"""Categories by which no form is known yet."""
_A_CALL = 3  # words
_A_LONG_STORY = 80  # words


def with_form(turn: Turning, alone: Reading) -> Reading:
    """Give the reading of a line with the form that it shows behind the lines before, as long as none is known.

    "disuruh layani orang" after "umur saya 16" names one; "ntar ktp nya dibikinin jd 20" is of the spa told before.
    """
    if turn.conversation.value("category") not in NO_FORM:
        return alone
    before = _told_before(turn)
    if not 0 < len(before.split()) <= _A_LONG_STORY or not (alone.category not in NO_FORM or _is_alarmed(turn)):
        return alone
    told = turn.conversation
    whole = understand(f"{before}\n{turn.text}", today=turn.facts.local_now, language=told.language).category
    is_better = whole not in NO_FORM or alone.category in NO_FORM
    return alone._replace(category=whole) if is_better else alone


def _is_alarmed(turn: Turning) -> bool:
    """Say whether an alarm was called, and the line is long enough to show of what."""
    is_called = turn.conversation.value("urgency") == Urgency.EMERGENCY
    return is_called and len(turn.text.split()) >= _A_CALL


def _told_before(turn: Turning) -> str:
    told = turn.conversation
    return f"{told.value(q.WHAT.id)}\n{told.value(TOLD_BESIDE)}".strip()
