"""Reading a citizen's message: what it wants, how urgent it is, which form it tells, and which facts it volunteers."""

from datetime import date, datetime
from types import MappingProxyType

from flows.labels import Language
from flows.reading import Reading, Signal
from flows.understanding.judging import judge_category, judge_intent, judge_urgency, read_signs
from flows.understanding.mentions import read_mentions
from flows.understanding.scope import read_frames
from flows.understanding.words import read_words

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
    del today, asked
    mentions = read_mentions(read_words(text))
    frames = read_frames(mentions)
    signs = read_signs(mentions, frames)
    intent, _ = judge_intent(mentions, signs, frames)
    category, _ = judge_category(mentions, intent)
    urgency = judge_urgency(signs, mentions, intent)
    signals: dict[str, Signal] = {}
    for sign in signs:
        if sign.is_live and sign.hit.rule.makes not in signals:
            words = mentions.words.said(sign.hit.span.first, sign.hit.span.last)
            signals[sign.hit.rule.makes] = Signal(sign.hit.rule.makes, words)
    return Reading(
        text=text, language=language, intent=intent, category=category, urgency=urgency,
        signals=tuple(signals.values()), found=MappingProxyType({}),
    )  # fmt: skip
