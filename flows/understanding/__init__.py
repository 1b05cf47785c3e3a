"""Reading a citizen's message: what it wants, how urgent it is, which form it tells, and which facts it volunteers."""

from datetime import date, datetime

from flows.labels import Language
from flows.reading import Reading
from flows.understanding.reader import trace

__all__ = ["understand"]


def understand(
    text: str, *, today: date | datetime, language: Language | None = None, asked: str | None = None
) -> Reading:
    """Read one message.

    Args:
        text: As the citizen wrote it; the first 4000 characters are read.
        today: The citizen's local date or date and time, against which "besok" is computed.
        language: The language spoken so far, kept where the message does not show one.
        asked: Id of the question now pending, in whose light a bare answer is read.

    Returns:
        Labels, signals with the words they rest on, and the facts volunteered. Never raises on any text.
    """
    return trace(text, today=today, language=language, asked=asked).reading
