"""Why a message was read as it was, stage by stage, in lines for a person."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from flows.understanding.evidence import KINDS
from flows.understanding.reader import Trace, trace

_WORTH_TELLING = 0.05


def explain(text: str, *, today: date | datetime) -> Iterator[str]:
    """Tell every stage of reading `text`."""
    seen = trace(text, today=today, language=None, asked=None)
    reading = seen.reading
    yield f"{reading.urgency.value.upper()} | {reading.intent.value} | {reading.category.value}"
    yield from _words(seen)
    yield "signs:"
    for sign in seen.signs:
        words = seen.mentions.words.said(*sign.hit.span)
        level = sign.hit.rule.level
        yield f"  {sign.hit.rule.makes} ({level}, {sign.standing.value}): {words!r}  <- {sign.hit.rule.pattern.text}"
    for kind in KINDS:
        yield f"{kind}: {_likely(seen.weighed.chances(kind))}"
    yield "facts:"
    for key, found in reading.found.items():
        yield f"  {key}: {found.value}  <- {found.words!r}"


def _words(seen: Trace) -> Iterator[str]:
    yield "words:"
    words = seen.mentions.words
    for at, term in enumerate(words.terms):
        raw = words.said(at, at + 1)
        concepts = " ".join(term.ids)
        how = f" ({term.how})" if term.how else ""
        denied = " DENIED" if at in seen.mentions.negated else ""
        yield f"  {raw} -> {term.form}{how} {concepts}{denied}".rstrip()
    larger = [
        f"{name} {words.said(*span)!r}"
        for name, spans in seen.mentions.spans.items()
        for span in spans
        if span.last - span.first > 1
    ]
    if larger:
        yield "phrases: " + ", ".join(larger)


def _likely(chances: Mapping[str, float]) -> str:
    told = sorted(chances.items(), key=lambda item: -item[1])
    return ", ".join(f"{label} {chance:.0%}" for label, chance in told if chance >= _WORTH_TELLING)
