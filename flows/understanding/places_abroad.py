"""Where the journey goes: destination, what lies on the way, the port, and where the victim is now."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span

_TO = frozenset({"ke", "tujuan", "to", "menuju", "negara", "negeri"})
_VIA = frozenset({"lewat", "via", "melalui", "transit", "singgah", "mampir", "dari"})
_AT = frozenset({"di", "at", "in", "posisi", "sekarang", "daerah", "from", "kat"})


_NOW = frozenset({"sekarang", "sudah", "masih", "posisi", "sedang", "kini", "now", "already"})
_PLANNED = frozenset({"mau", "akan", "ingin", "rencana", "besok", "nanti", "katanya", "lewat"})


class Place(NamedTuple):
    """A place named, and which word led to it."""

    value: str
    lead: str
    span: Span


def read_journey(mentions: Mentions) -> dict[str, Found]:
    """Read destination, transit, port and the victim's place from the places named."""
    found: dict[str, Found] = {}
    abroad = _without_doubles([*places(mentions, "CITY"), *places(mentions, "COUNTRY")])
    inland = list(places(mentions, "INLAND_PLACE"))
    via = [p for p in (*abroad, *inland) if p.lead == "via"]
    goal = [p for p in abroad if p.lead != "via"] or [p for p in inland if p.lead == "to"]
    # without a country, a province that people are taken to is where the journey goes
    goal = goal or [p for p in inland if p.lead == "at"]
    ranked = sorted(goal, key=lambda p: (p.lead != "to", "," not in p.value))
    if ranked:
        found["destination"] = _found(mentions, ranked[0])
    if via and (not ranked or via[0].value != ranked[0].value):
        found["transit"] = _found(mentions, via[0])
    ports = list(places(mentions, "PORT"))
    if ports:
        found["port"] = _found(mentions, ports[0])
    here = [p for p in (*abroad, *inland) if p.lead == "at" and _is_there(mentions, p.span)]
    if here:
        found["victim_now"] = _found(mentions, here[0])
    return found


def _is_there(mentions: Mentions, span: Span) -> bool:
    """Tell "sekarang di Malaysia" from "dijanjikan kerja di Malaysia"."""
    before = [t.form for t in mentions.words.terms[max(0, span.first - 4) : span.first]]
    if not _NOW.isdisjoint(before):
        return True
    return not mentions.has("PROMISED", "CHECK_SURE", "TAGQ", "NOT_SOON", "ORG") and _PLANNED.isdisjoint(before)


def places(mentions: Mentions, kind: str) -> Iterator[Place]:
    """Give the places of one kind that are named and not denied ("bukan Malaysia")."""
    values = values_of(kind)
    words = mentions.words
    for span in mentions.of(kind):
        if span.first in mentions.negated:
            continue
        value = _value(values, mentions, span)
        if value:
            yield Place(value, _lead(words.terms[span.first - 1].form if span.first else ""), span)


def values_of(kind: str) -> dict[str, str]:
    """Give spelling -> value for one kind of value."""
    return lexicon().values.get(kind, {})


def first_value(mentions: Mentions, kind: str) -> Found | None:
    """Give the longest named value of a kind, the earliest of equals."""
    best: tuple[int, int, str, Span] | None = None
    for span in mentions.of(kind):
        value = _value(values_of(kind), mentions, span)
        if value and span.first not in mentions.negated:
            rank = (span.first - span.last, span.first, value, span)
            best = rank if best is None else min(best, rank)
    if best is None:
        return None
    return Found(best[2], mentions.words.said(best[3].first, best[3].last))


def _value(values: dict[str, str], mentions: Mentions, span: Span) -> str | None:
    terms = mentions.words.terms[span.first : span.last]
    return values.get(" ".join(t.form for t in terms)) or values.get(" ".join(t.base for t in terms))


def _lead(word: str) -> str:
    if word in _TO:
        return "to"
    if word in _VIA:
        return "via"
    return "at" if word in _AT else ""


def _without_doubles(named: list[Place]) -> list[Place]:
    """Drop a country that a named city of it already tells, and what one phrase holds twice."""
    cities = {p.value.split(", ")[1] for p in named if ", " in p.value}
    return [p for p in named if p.value not in cities]


def _found(mentions: Mentions, place: Place) -> Found:
    return Found(place.value, mentions.words.said(place.span.first, place.span.last))
