"""Reading a citizen's message: what it wants, how urgent it is, which form it tells, and which facts it volunteers."""

from collections.abc import Sequence
from datetime import date, datetime

from flows.labels import Language
from flows.reading import Reading
from flows.understanding.home_places_right import with_home_places_right
from flows.understanding.local_numbers import with_numbers_abroad
from flows.understanding.reader import trace

__all__ = ["understand"]


def understand(
    text: str,
    *,
    today: date | datetime,
    language: Language | None = None,
    asked: str | None = None,
    places: Sequence[str] = (),
) -> Reading:
    """Read one message.

    Args:
        text: As the citizen wrote it; the first 4000 characters are read.
        today: The citizen's local date or date and time, against which "besok" is computed.
        language: The language spoken so far, kept where the message does not show one.
        asked: Id of the question now pending, in whose light a bare answer is read.
        places: Where the victim is and is to go, as told before: local numbers are read by that country's plan.

    Returns:
        Labels, signals with the words they rest on, and the facts volunteered. Never raises on any text.
    """
    reading = trace(
        with_home_places_right(with_numbers_abroad(text, places)), today=today, language=language, asked=asked
    ).reading
    return reading if reading.text is text else reading._replace(text=text)
