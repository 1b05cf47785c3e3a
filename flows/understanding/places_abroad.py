"""Where the journey goes: destination, what lies on the way, the port, and where the victim is now."""

from collections.abc import Iterator

from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import INLAND, PORT, THEN, Place, named_places, values_of

_LEADS = ("to", "at", "from", "via", "")  # a name alone may be part of a firm's: "LPK Karya Eropa"
_NEAR = 3  # terms
_TWO = 2
_CLOSE = 5  # terms
_CODE = 3  # letters
_CROSSINGS = frozenset({"Entikong", "Nunukan"})
_TURNS = frozenset({
    *("ternyata", "taunya", "tahunya", "rupanya", "malah", "malahan", "sekarang", "akhirnya", "jadinya", "dialihkan"),
    *("dialihin", "dibelokin", "dibelokkan", "instead", "actually"),
})  # fmt: skip
_NOW = frozenset({"sekarang", "sudah", "masih", "posisi", "sedang", "kini", "now", "already"})
_PLANNED = frozenset({
    *("mau", "akan", "ingin", "rencana", "besok", "nanti", "katanya", "lewat", "tawaran", "lowongan", "loker"),
    *("pt", "cv", "lpk", "dulu", "pernah", "soal", "tentang", "untuk", "buat"),
    *("operasi", "operasinya", "nikahnya", "akadnya", "kerjanya", "tugasnya"),
})  # fmt: skip
_MOVED = frozenset({"dibawa", "pindah", "dipindah", "dipindahkan", "dipindahin", "dijual", "dikirim", "sampai"})
_PLANS = frozenset({"mau", "akan", "bakal", "ingin", "nanti", "rencana", "rencananya", "hendak", "to", "be"})
_TRAVELS = ("DEPART", "TRANSIT", "VEHICLE", "SHIP")
_WORKED_AT = ("WORK", "JOB", "DEPART", "PROMISED", "SHELTER", "LOCK", "MIGRANT", "RECRUITER")


def read_journey(mentions: Mentions) -> dict[str, Found]:
    """Read destination, transit, port and the victim's place from the places named."""
    found: dict[str, Found] = {}
    named = named_places(mentions)
    goal = _goal(mentions, named)
    if goal:
        found["destination"] = _found(mentions, goal)
    ports = [p for p in named if p.kind == PORT and _is_a_port(mentions, p)]
    if ports:
        found["port"] = _found(mentions, ports[0])
    via = _on_the_way(mentions, named, goal)
    if via:
        said = mentions.words.said(via[0].span.first, via[-1].span.last)
        found["transit"] = Found("; ".join(dict.fromkeys(p.value for p in via)), said)
    elif ports and ports[0].lead == "via" and ports[0].value in _CROSSINGS:
        # a crossing between two countries lies on the way, as no harbour at home does
        found["transit"] = found["port"]
    there = [p for p in named if p.kind != PORT and p.lead == "at" and _is_there(mentions, p.span)]
    here = [p for p in there if not _is_of_a_firm(mentions, p.span)]
    if here:
        town = next((p for p in named if p.value.endswith(f", {here[0].value}")), here[0])
        found["victim_now"] = _found(mentions, town)
    return found


def is_inland(value: str) -> bool:
    """Say whether a place as it stands on a ticket lies in Indonesia, as far as it is known."""
    return value in values_of(INLAND).values()


def _goal(mentions: Mentions, named: list[Place]) -> Place | None:
    """Give where the journey goes: abroad before all, else where they are taken to, else where they work."""
    abroad = _without_doubles([p for p in named if p.is_abroad])
    inland = [p for p in named if p.kind == INLAND]
    goals = [p for p in abroad if p.lead not in {"via", "from"} and not _is_passed(mentions, p, abroad)]
    goals = goals or [p for p in inland if p.lead == "to" and not _is_passed(mentions, p, inland)]
    # "pulang dari Kamboja" tells where it was, "dari Batam ke Malaysia" the way
    goals = goals or [p for p in abroad if p.lead == "from"]
    goals = goals or _last_stop(mentions, named)
    # without a country, a province that people are taken to is where the journey goes
    if not goals and mentions.has(*_WORKED_AT):
        goals = [p for p in inland if p.lead == "at" and not _is_of_a_firm(mentions, p.span)]
    goals = _after_the_turn(mentions, [p for p in goals if not _was_before(mentions, p.span)] or goals)
    ranked = sorted(goals, key=lambda p: (_LEADS.index(p.lead), "," not in p.value))
    return ranked[0] if ranked else None


def _last_stop(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Give Guangzhou in "via Jakarta and then Guangzhou", where no goal is told."""
    stops = [place for place in named if place.lead == "via"]
    if len(stops) < _TWO or not stops[-1].is_abroad:
        return []
    between = mentions.words.forms[stops[-2].span.last : stops[-1].span.first]
    return [] if THEN.isdisjoint(between) else stops[-1:]


def _on_the_way(mentions: Mentions, named: list[Place], goal: Place | None) -> list[Place]:
    """Give what lies before the goal: what they go through, come from, or go to first."""
    rest = [p for p in named if p.kind != PORT and (goal is None or p.value != goal.value)]
    if goal:
        rest = [p for p in rest if not goal.value.endswith(f", {p.value}")]
    via = [p for p in rest if p.lead == "via" or (p.lead == "from" and goal and goal.lead != "from")]
    if goal:
        first = [p for p in rest if p.lead == "to" and p.span < goal.span]
        via += [p for p in first if (goal.is_abroad and not p.is_abroad) or _goes_on_to(mentions, p.span, goal.span)]
    ways = [p for p in via if p.lead != "from"] or via
    return sorted(ways, key=lambda p: p.span)


def _is_passed(mentions: Mentions, place: Place, others: list[Place]) -> bool:
    """Tell Singapore in "ke singapura terus ke dubai"."""
    return any(place.lead == "to" == p.lead and _goes_on_to(mentions, place.span, p.span) for p in others)


def _is_there(mentions: Mentions, span: Span) -> bool:
    """Tell "sekarang di Malaysia" from "dijanjikan kerja di Malaysia": the last word of being or planning counts."""
    words = mentions.words
    planned = mentions.terms_of("PROMISED", "CHECK_SURE", "ORG")
    plans = _PLANNED | word_set("meeting")
    for at in range(span.first - 1, -1, -1):
        if words.sentences[at] != words.sentences[span.first]:
            break
        form = words.terms[at].form
        if form in _NOW:
            return True
        if at in planned or form in plans or (form == "kerja" and at and words.terms[at - 1].form == "ada"):
            return False
    return not mentions.has("CHECK_SURE", "TAGQ", "NOT_SOON")


def goals(mentions: Mentions) -> Iterator[Span]:
    """Give where "ke" or "lewat" and a far place stand: "mau ke Singapura hari Kamis" is a departure."""
    yield from (place.span for place in named_places(mentions) if place.kind != PORT and place.lead in {"to", "via"})


def is_only_a_goal(mentions: Mentions) -> bool:
    """Say whether every place named is one that somebody is to be taken to, or to pass: "katanya ke korea"."""
    leads = {place.lead for place in named_places(mentions) if place.kind != PORT}
    forms = [term.form for term in mentions.words.terms]
    moved = [at for at, form in enumerate(forms) if form in _MOVED]
    is_moved = any(_PLANS.isdisjoint(forms[max(0, at - _TWO) : at]) for at in moved)
    return bool(leads) and leads <= {"to", "via", "from"} and leads != {"from"} and not is_moved


def _goes_on_to(mentions: Mentions, span: Span, goal: Span) -> bool:
    """Tell the way in "terbang ke jakarta trus ke riyadh"."""
    between = mentions.words.terms[span.last : goal.first]
    return 0 < len(between) <= _NEAR and between[0].form in THEN


def _after_the_turn(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Prefer "Kamboja" in "dijanjikan ke Jepang, ternyata dibawa ke Kamboja"."""
    if len(named) < _TWO:
        return named
    turns = [at for at, term in enumerate(mentions.words.terms) if term.form in _TURNS]
    return [place for place in named if turns and place.span.first > turns[-1]] or named


def _is_of_a_firm(mentions: Mentions, span: Span) -> bool:
    """Tell where a firm or a recruiter has their office: "yang berangkatkan PT Mina di Pemalang"."""
    clauses = mentions.words.clauses
    others = [other for kind in ("ORG", "RECRUITER", "OFFICIAL") for other in mentions.of(kind)]
    return any(0 < span.first - o.last <= _CLOSE and clauses[o.first] == clauses[span.first] for o in others)


def _is_a_port(mentions: Mentions, port: Place) -> bool:
    """Tell the harbour of Lembar from the district that somebody lives in, and an airport's code from "mba Lia"."""
    if port.span.last - port.span.first > 1 or port.lead in {"via", "to"}:
        return True
    raw = mentions.words.raw(port.span.first)
    could_be_somebody = not port.lead and len(raw) <= _CODE and not raw.isupper()
    travels = any(span.first != port.span.first for kind in _TRAVELS for span in mentions.of(kind))
    return travels and not could_be_somebody


def _was_before(mentions: Mentions, span: Span) -> bool:
    """Tell "dulu pernah ke malaysia" from where it goes now."""
    return any(term.form == "pernah" for term in mentions.words.terms[max(0, span.first - _NEAR) : span.first])


def _without_doubles(named: list[Place]) -> list[Place]:
    """Drop a country that a named city of it already tells, and what one phrase holds twice."""
    cities = {p.value.split(", ")[1] for p in named if ", " in p.value}
    return [p for p in named if p.value not in cities]


def _found(mentions: Mentions, place: Place) -> Found:
    return Found(place.value, mentions.words.said(place.span.first, place.span.last))
