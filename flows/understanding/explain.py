"""Why a message was read as it was, stage by stage, in lines for a person."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from flows.understanding.lexicon import lexicon
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
    for kind, chances in seen.weighed.items():
        yield f"{kind}: {_likely(chances)}"
    yield "facts:"
    for key, found in reading.found.items():
        yield f"  {key}: {found.value}  <- {found.words!r}"


def _words(seen: Trace) -> Iterator[str]:
    names = lexicon().names
    yield "words:"
    words = seen.mentions.words
    for at, term in enumerate(words.terms):
        raw = words.said(at, at + 1)
        concepts = " ".join(names[number] for number in term.ids)
        how = f" ({term.how})" if term.how else ""
        denied = " DENIED" if at in seen.mentions.negated else ""
        yield f"  {raw} -> {term.form}{how} {concepts}{denied}".rstrip()
    larger = [
        f"{names[number]} {words.said(*span)!r}"
        for number, spans in seen.mentions.spans.items()
        for span in spans
        if span.last - span.first > 1
    ]
    if larger:
        yield "phrases: " + ", ".join(larger)


def _likely(chances: Mapping[str, float]) -> str:
    told = sorted(chances.items(), key=lambda item: -item[1])
    return ", ".join(f"{label} {chance:.0%}" for label, chance in told if chance >= _WORTH_TELLING)
