"""Where the journey goes: destination, what lies on the way, the port, and where the victim is now."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.words import Term

_TO = frozenset({"ke", "tujuan", "to", "menuju", "negara", "negeri"})
_VIA = frozenset({"lewat", "via", "melalui", "transit", "singgah", "mampir", "through"})
_AT = frozenset({"di", "at", "in", "posisi", "sekarang", "daerah", "from", "kat"})


_FLAGS = frozenset({"kapal", "toko", "pabrik"})  # whose owner's country is named, not their place
_LEADS = ("to", "at", "from", "via", "")  # a name alone may be part of a firm's: "LPK Karya Eropa"
_NEAR = 3  # terms
_TWO = 2
_THEN = frozenset({"terus", "lalu", "baru", "kemudian", "habis", "then"})
_NATIONALS = frozenset({"bos", "bosnya", "boss"})
_PARENTS = frozenset({"ibunya", "bapaknya", "ayahnya", "mamanya", "emaknya", "tuanya", "ortunya"})
_CODE = 3  # letters
_CROSSINGS = frozenset({"Entikong", "Nunukan"})
_TURNS = frozenset({"ternyata", "taunya", "tahunya", "rupanya", "malah", "malahan", "sekarang", "akhirnya"})
_NOW = frozenset({"sekarang", "sudah", "masih", "posisi", "sedang", "kini", "now", "already"})
_PLANNED = frozenset({
    *("mau", "akan", "ingin", "rencana", "besok", "nanti", "katanya", "lewat", "tawaran", "lowongan", "loker"),
    *("pt", "cv", "lpk", "dulu", "pernah", "soal", "tentang", "untuk", "buat"),
})  # fmt: skip


class Place(NamedTuple):
    """A place named, and which word led to it."""

    value: str
    lead: str
    span: Span


def read_journey(mentions: Mentions) -> dict[str, Found]:
    """Read destination, transit, port and the victim's place from the places named."""
    found: dict[str, Found] = {}
    far = [*places(mentions, "CITY"), *places(mentions, "COUNTRY")]
    abroad = _without_doubles(far)
    inland = list(places(mentions, "INLAND_PLACE"))
    goal = [p for p in abroad if p.lead not in {"via", "from"}] or [p for p in inland if p.lead == "to"]
    via = [p for p in (*abroad, *inland) if p.lead == "via" or (p.lead == "from" and goal)]
    via += [p for p in inland if p.lead == "to" and goal and _goes_on_to(mentions, p.span, goal[-1].span)]
    # "pulang dari Kamboja" tells where it was, "dari Batam ke Malaysia" the way
    goal = goal or [p for p in abroad if p.lead == "from"]
    # without a country, a province that people are taken to is where the journey goes
    if mentions.has("WORK", "JOB", "DEPART", "PROMISED", "SHELTER", "LOCK", "MIGRANT", "RECRUITER"):
        goal = goal or [p for p in inland if p.lead == "at"]
    goal = _after_the_turn(mentions, [p for p in goal if not _was_before(mentions, p.span)] or goal)
    ranked = sorted(goal, key=lambda p: (_LEADS.index(p.lead), "," not in p.value))
    if ranked:
        found["destination"] = _found(mentions, ranked[0])
    if via and (not ranked or via[0].value != ranked[0].value):
        found["transit"] = _found(mentions, via[0])
    ports = [p for p in places(mentions, "PORT") if p.lead or not _could_be_somebody(mentions, p.span)]
    if ports:
        found["port"] = _found(mentions, ports[0])
        # a crossing between two countries lies on the way, as no harbour at home does
        if ports[0].lead == "via" and ports[0].value in _CROSSINGS:
            found.setdefault("transit", found["port"])
    here = [p for p in (*far, *inland) if p.lead == "at" and _is_there(mentions, p.span)]
    if here:
        town = next((p for p in abroad if p.value.endswith(f", {here[0].value}")), here[0])
        found["victim_now"] = _found(mentions, town)
    return found


def _is_there(mentions: Mentions, span: Span) -> bool:
    """Tell "sekarang di Malaysia" from "dijanjikan kerja di Malaysia": the last word of being or planning counts."""
    words = mentions.words
    planned = {
        at for name in ("PROMISED", "CHECK_SURE", "ORG") for s in mentions.of(name) for at in range(s.first, s.last)
    }
    for at in range(span.first - 1, -1, -1):
        if words.sentences[at] != words.sentences[span.first]:
            break
        form = words.terms[at].form
        if form in _NOW:
            return True
        if at in planned or form in _PLANNED or (form == "kerja" and at and words.terms[at - 1].form == "ada"):
            return False
    return not mentions.has("CHECK_SURE", "TAGQ", "NOT_SOON")


def goals(mentions: Mentions) -> Iterator[Span]:
    """Give where "ke" and a far place stand: "mau ke Singapura hari Kamis" is a departure."""
    for kind in ("CITY", "COUNTRY", "INLAND_PLACE"):
        yield from (place.span for place in places(mentions, kind) if place.lead == "to")


def is_only_a_goal(mentions: Mentions) -> bool:
    """Say whether every place named is one that somebody is to be taken to: "katanya ke korea"."""
    named = [p for kind in ("CITY", "COUNTRY", "INLAND_PLACE") for p in places(mentions, kind)]
    leads = {p.lead for p in named}
    moved = {"dibawa", "pindah", "dipindah", "dipindahkan", "dipindahin", "dijual", "dikirim", "sampai"}
    return "to" in leads <= {"to", "via", "from"} and moved.isdisjoint(t.form for t in mentions.words.terms)


def places(mentions: Mentions, kind: str) -> Iterator[Place]:
    """Give the places of one kind that are named and not denied ("bukan Malaysia")."""
    values = values_of(kind)
    spans = mentions.of(kind)
    for span in spans:
        if span.first in mentions.negated or any(_holds(other, span) for other in spans):
            continue
        if _is_somebodys(mentions, span, kind):
            continue
        value = _value(values, mentions, span)
        if value:
            yield Place(value, _led(mentions, span), span)
    if kind == "CITY":
        yield from _in_kl(mentions)


def _is_somebodys(mentions: Mentions, span: Span, kind: str) -> bool:
    """Tell where the victim's mother is and of which nation a boss is: "ibunya di Saudi", "bos cina"."""
    terms, at = mentions.words.terms, span.first
    if kind == "COUNTRY" and at and terms[at - 1].form in _NATIONALS:
        return True
    if at < _TWO or terms[at - 1].form not in _AT:
        return False
    return terms[at - _TWO].form in _PARENTS and mentions.words.raw(at - _TWO).lower().endswith("nya")


def _goes_on_to(mentions: Mentions, span: Span, goal: Span) -> bool:
    """Tell the way in "terbang ke jakarta trus ke riyadh"."""
    between = mentions.words.terms[span.last : goal.first]
    return 0 < len(between) <= _NEAR and between[0].form in _THEN


def _after_the_turn(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Prefer "Kamboja" in "dijanjikan ke Jepang, ternyata dibawa ke Kamboja"."""
    if len(named) < _TWO:
        return named
    turns = [at for at, term in enumerate(mentions.words.terms) if term.form in _TURNS]
    return [place for place in named if turns and place.span.first > turns[-1]] or named


def _could_be_somebody(mentions: Mentions, span: Span) -> bool:
    """Tell "mba Lia" from the code of an airport."""
    raw = mentions.words.raw(span.first)
    return span.last - span.first == 1 and len(raw) <= _CODE and not raw.isupper()


def _was_before(mentions: Mentions, span: Span) -> bool:
    """Tell "dulu pernah ke malaysia" from where it goes now."""
    return any(term.form == "pernah" for term in mentions.words.terms[max(0, span.first - _NEAR) : span.first])


def _holds(longer: Span, span: Span) -> bool:
    """Tell "Afrika Selatan" from the "Afrika" in it."""
    return longer.first <= span.first and span.last <= longer.last and longer != span


def _in_kl(mentions: Mentions) -> Iterator[Place]:
    """Read Kuala Lumpur in "di kl", which elsewhere is short for "kalau"."""
    words = mentions.words
    if " kl" not in words.text.lower():
        return
    for at in range(1, len(words.terms)):
        if words.terms[at].form == "kalau" and words.raw(at).lower() == "kl":
            lead = _lead(words.terms[at - 1].form)
            if lead:
                yield Place("Kuala Lumpur, Malaysia", lead, Span(at, at + 1))


def _led(mentions: Mentions, span: Span) -> str:
    """Give what leads to a place: the word before it, or the "di" before "di kebun sawit Sarawak"."""
    terms, clauses = mentions.words.terms, mentions.words.clauses
    then = [term.form for term in terms[span.last : span.last + 2]]
    if then[:1] == ["dulu"] and not _THEN.isdisjoint(then):
        return "via"  # "singapura dulu baru dubai"
    for at in range(span.first - 1, max(-1, span.first - 1 - _NEAR), -1):
        lead = _lead(terms[at].form)
        if lead:
            return "via" if lead == "to" and then[:1] == ["dulu"] else lead  # "dibawa ke surabaya dulu"
        if terms[at].form in _FLAGS:
            break
        if clauses[at] != clauses[span.first] or not (
            terms[at].form in word_set("place_nouns") or _is_a_trade(terms[at])
        ):
            break
    return ""


def _is_a_trade(term: Term) -> bool:
    return term.form in values_of("JOB")


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
    if word == "dari":
        return "from"
    return "at" if word in _AT or (word in word_set("place_nouns") and word not in _FLAGS) else ""


def _without_doubles(named: list[Place]) -> list[Place]:
    """Drop a country that a named city of it already tells, and what one phrase holds twice."""
    cities = {p.value.split(", ")[1] for p in named if ", " in p.value}
    return [p for p in named if p.value not in cities]


def _found(mentions: Mentions, place: Place) -> Found:
    return Found(place.value, mentions.words.said(place.span.first, place.span.last))
