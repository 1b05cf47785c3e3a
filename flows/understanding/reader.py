"""The stages in order, and a trace of them: words, concepts, frames, signs, labels, facts."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from flows.labels import Language, Urgency
from flows.reading import Reading, Signal
from flows.understanding.ages import is_minor, read_ages
from flows.understanding.answers import read_bare_answer
from flows.understanding.counting import counts_no_victims
from flows.understanding.evidence import Weighed, loudest_for
from flows.understanding.facts import read_facts
from flows.understanding.judging import Judgement, Sign, judge, read_signs
from flows.understanding.languages import language_of
from flows.understanding.mentions import Mentions, read_mentions
from flows.understanding.moments import Moment, read_moments
from flows.understanding.pattern import Span
from flows.understanding.words import Words, read_words

# domain.md 6.1 E3: the victim is out of reach within about two days
_SOON_DAYS = 2
_SHORT = 3
_MANY = "multiple_victims"
_LEVELS = {"sure": 0, "emergency": 0, "high": 1}
_OLDEST_YEAR = 1980
_ONCE = frozenset({"dulu"})
_TAGS = frozenset({"tidak", "belum", "bukan", "ya", "kah", "kan"})
_PARTICLES = frozenset(
    {
        "ya",
        "sih",
        "nih",
        "pak",
        "bu",
        "kak",
        "min",
        "admin",
        "dong",
        "bang",
        "mas",
        "mbak",
        "kah",
        "?",
        "bapak",
        "ibu",
        "kakak",
        "tidak",
        "ini",
    }
)
_FIRM_MARKS = frozenset({"pt", "cv", "lpk", "yayasan", "bkk", "ud"})
_SHAPING = _TAGS | _FIRM_MARKS


ALARMING = "alarming"
"""The sign of a message that no other sign explains: a bare cry for help, or what its words weigh together."""


class Seen(NamedTuple):
    """What stands in a message, before anybody judges it."""

    mentions: Mentions
    moments: list[Moment]
    signs: list[Sign]


class Trace(NamedTuple):
    """What every stage saw, for an officer or a lexicon editor who asks why."""

    mentions: Mentions
    signs: list[Sign]
    weighed: Weighed
    reading: Reading


def look(text: str, *, today: date | datetime) -> Seen:
    """Find the concepts, moments and signs of one message."""
    words = read_words(text)
    moments = read_moments(words, today)
    mentions = read_mentions(words, _computed(words, moments, today))
    return Seen(mentions, moments, read_signs(mentions))


def trace(text: str, *, today: date | datetime, language: Language | None, asked: str | None) -> Trace:
    """Read one message and keep what every stage saw."""
    mentions, moments, signs = look(text, today=today)
    judged = judge(mentions, signs, asked)
    found = read_facts(mentions, moments, today)
    if asked:
        read_bare_answer(mentions, moments, asked, found, today=today)
    told = language_of(mentions, language)
    signals = signals_of(signs, mentions) + _unnamed_alarm(judged, signs, mentions)
    reading = Reading(text, told, judged.intent, judged.category, judged.urgency, signals, MappingProxyType(found))
    return Trace(mentions, signs, judged.weighed, reading)


def signals_of(signs: Iterable[Sign], mentions: Mentions) -> tuple[Signal, ...]:
    """Give each live sign once, the gravest wording of it, with the words it rests on."""
    best: dict[str, tuple[int, int, Span]] = {}
    for (rule, span), _, is_live, *_ in signs:
        if is_live and not (rule.makes == _MANY and counts_no_victims(mentions, span)):
            rank = (_LEVELS.get(rule.level, 2), span.last - span.first, span)
            if rule.makes not in best or rank < best[rule.makes]:
                best[rule.makes] = rank
    return tuple([Signal(name, mentions.words.said(*rank[2])) for name, rank in best.items()])


def _unnamed_alarm(judged: Judgement, signs: Iterable[Sign], mentions: Mentions) -> tuple[Signal, ...]:
    """Name the words behind an emergency that no sign explains: a bare cry, or the weight of all words."""
    if judged.urgency is not Urgency.EMERGENCY or any(sign.is_live and sign.hit.rule.level != "weak" for sign in signs):
        return ()
    cries = mentions.of("CRY")
    span = cries[0] if cries else loudest_for("urgency", Urgency.EMERGENCY, mentions, judged.weighed)
    return (Signal(ALARMING, mentions.words.said(*span), is_met=bool(cries)),)


def _years_gone(words: Words, this_year: int) -> Iterable[tuple[str, Span]]:
    """Tell "tahun 2019" and "dulu" at the head of a sentence: it was long ago."""
    for at in sorted({*words.places_of(_ONCE), *words.figures}):
        form = words.forms[at]
        begins = not at or words.sentences[at] != words.sentences[at - 1]
        if form in _ONCE and begins and at + 2 < len(words.forms):
            yield "PAST", Span(at, at + 1)
        if len(form) == 4 and form.isdecimal() and _OLDEST_YEAR <= int(form) < this_year:
            if at and words.forms[at - 1] in {"dari", "sejak", "since", "mulai"}:
                continue
            yield "PAST", Span(at, at + 1)


def _shape(words: Words) -> Iterable[tuple[str, Span]]:
    """Tell what the form alone tells: a short message, a sentence that ends as a question does."""
    size = len(words.terms)
    if 0 < size <= _SHORT:
        yield "SHORT", Span(0, size)
    for at in words.places_of(_SHAPING):
        form = words.forms[at]
        if form in _TAGS and at and _ends_sentence(words, at + 1):
            yield "TAGQ", Span(at, at + 1)
        elif form in _FIRM_MARKS and at + 1 < size and _is_a_name(words, at + 1):
            yield "NAMED", Span(at, at + 2)


def _ends_sentence(words: Words, at: int) -> bool:
    """Tell whether only particles and forms of address follow: "resmi gak sih pak"."""
    while at < len(words.forms) and words.sentences[at] == words.sentences[at - 1]:
        if words.forms[at] not in _PARTICLES:
            return False
        at += 1
    return True


def _is_a_name(words: Words, at: int) -> bool:
    start = words.spans[at][0]
    return words.text[start].isupper() or not words.terms[at].ids


def _computed(words: Words, moments: Iterable[Moment], today: date | datetime) -> Iterable[tuple[str, Span]]:
    now = today.date() if isinstance(today, datetime) else today
    for moment in moments:
        ahead = moment.day - now
        if timedelta(0) <= ahead <= timedelta(_SOON_DAYS):
            yield "WITHIN_48H", Span(moment.first, moment.last)
        elif ahead > timedelta(_SOON_DAYS):
            yield "LATER_DATE", Span(moment.first, moment.last)
    yield from _years_gone(words, now.year)
    yield from _shape(words)
    for age in read_ages(words):
        yield ("MINOR_AGE" if is_minor(age) else "ADULT_AGE"), Span(age.first, age.last)
