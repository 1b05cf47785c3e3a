"""Where the journey goes: destination, what lies on the way, and where the victim is now."""

import itertools
from collections.abc import Iterator

from flows.reading import Found
from flows.understanding.harbours import is_crossing, is_port
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions, read_mentions
from flows.understanding.moved_on import is_a_halt, was_brought, without_passed
from flows.understanding.nationalities import without_nationalities
from flows.understanding.parents_homes import without_parents_homes
from flows.understanding.passed_through import THEN, rides_on
from flows.understanding.pattern import Span
from flows.understanding.places_named import DISTRICT, INLAND, KINDS, PORT, Place, districts, named_places, values_of
from flows.understanding.recruiters_homes import without_recruiters_homes
from flows.understanding.words import read_words

_LEADS = ("to", "at", "from", "via", "")  # a name alone may be part of a firm's: "LPK Karya Eropa"
_GOAL = frozenset({"tujuan", "tujuannya"})
_OFTEN = frozenset({"selalu", "sering", "kadang", "biasa", "biasanya", "suka", "tiap", "setiap", "always", "often"})
_STAYED_A_WHILE = frozenset({"dulu", "kata", "katanya", "sebentar", "bentar", "first"})
_HEARD, _WORKS_AS = frozenset({"kata", "katanya"}), frozenset({"kerja", "bekerja", "jadi"})
_BUT = frozenset({"tapi", "tetapi", "padahal", "ternyata", "taunya", "but", "however"})
_PICKS_UP = frozenset({
    *("ambil", "ngambil", "mengambil", "ambik", "jemput", "menjemput", "ngejemput", "njemput", "dijemput", "nyamperin"),
    *("picked", "met", "nemuin", "menemui"),
})  # fmt: skip
_PICKED = frozenset({"saya", "aku", "kami", "kita", "dia", "mereka", "me", "us", "her", "him", "them"})
_NEAR = 3  # terms
_TWO = 2
_CLOSE = 5  # terms
_TURNS = frozenset({
    *("ternyata", "taunya", "tahunya", "rupanya", "malah", "malahan", "sekarang", "akhirnya", "jadinya", "dialihkan"),
    *("dialihin", "dibelokin", "dibelokkan", "instead", "actually", "eh", "maksudnya", "ralat"),
})  # fmt: skip
_NOW = frozenset({"sekarang", "sudah", "masih", "posisi", "sedang", "kini", "now", "already"})
_PLANNED = frozenset({
    *("mau", "akan", "ingin", "rencana", "besok", "nanti", "katanya", "lewat", "tawaran", "lowongan", "loker"),
    *("pt", "cv", "lpk", "dulu", "pernah", "soal", "tentang", "untuk", "buat"),
    *("operasi", "operasinya", "nikahnya", "akadnya", "tugasnya", "program", "programnya", "kontraknya"),
})  # fmt: skip
# what an offer is told by; "anak saya kerjanya di" and "sekarang kerjanya di" tell of somebody who is there
_OF_THE_JOB = frozenset({"kerjanya", "kerjaannya", "krjnya", "krjanya", "pekerjaannya", "gajinya", "penempatannya"})
_FROM, _I_AM_FROM = ("i am from", "i'm from", "i m from", "im from"), 4  # terms
_MOVED = frozenset({
    *("dibawa", "pindah", "dipindah", "dipindahkan", "dipindahin", "dijual", "dikirim", "sampai", "diterbangkan"),
    *("diterbangin", "flown"),
})  # fmt: skip
_PLANS = frozenset({"mau", "akan", "bakal", "ingin", "nanti", "rencana", "rencananya", "hendak", "to", "be"})
_WORK_THERE = ("WORK", "JOB")
_TAKEN = frozenset({
    *("dibawa", "diajak", "diajakin", "disuruh", "ditawari", "ditawarin", "dijanjikan", "dijanjiin", "dikirim"),
    *("taken", "bawa", "ngajak", "ngajakin", "dipekerjakan", "dipekerjain", "direkrut", "offered"),
})  # fmt: skip
_MADE_TO = frozenset({"disuruh", "dipaksa", "dijadikan", "dijadiin", "dijual", "dipekerjakan", "dipekerjain"})
_MEETS = frozenset({"ketemu", "bertemu", "ketemuan", "kenal", "kenalan", "interview", "wawancara", "met"})
_WANTS = {("mau", "kerja"), ("mau", "ke"), ("mau", "bekerja"), ("akan", "kerja"), ("akan", "ke")}
_WORKED_AT = ("WORK", "JOB", "DEPART", "PROMISED", "SHELTER", "LOCK", "MIGRANT", "RECRUITER")
_ONWARD = "ke"


def read_journey(mentions: Mentions) -> dict[str, Found]:
    """Read destination, transit and the victim's place from the places named."""
    found: dict[str, Found] = {}
    named = [place for place in named_places(mentions) if not is_port(mentions, place)]
    named = [place for place in named if not _is_the_writers(mentions, place.span)]
    named = without_nationalities(mentions, without_parents_homes(mentions, named))
    picked = [place for place in named if _is_picked_up(mentions, place)]
    named = [place for place in named if place not in picked]
    others = without_recruiters_homes(mentions, named)
    # of who recruits abroad it is told where they take people
    goal = _goal(mentions, [place for place in named if place.is_abroad or place in others])
    named = others
    if goal:
        found["destination"] = _found(mentions, goal)
    elif near := _goal_in_the_province(mentions):
        found["destination"] = _found(mentions, near)
    via = _on_the_way(mentions, named, goal) or picked
    if via:
        said = mentions.words.said(via[0].span.first, via[-1].span.last)
        found["transit"] = Found("; ".join(dict.fromkeys(p.value for p in via)), said)
    elif crossing := next((place for place in named_places(mentions) if is_crossing(mentions, place)), None):
        found["transit"] = _found(mentions, crossing)
    here = _where_now(mentions, named)
    if here:
        town = next((p for p in named if p.value.endswith(f", {here.value}")), here)
        found["victim_now"] = _found(mentions, town)
        halt = next((p for p in named if p.span < here.span and is_a_halt(mentions, p, here)), None)
        if halt:
            found.setdefault("transit", _found(mentions, halt))
    return found


def _where_now(mentions: Mentions, named: list[Place]) -> Place | None:
    """Give where somebody is: the last place to which they were brought, else the first at which they are."""
    inside = [p for p in named if p.kind != PORT]
    there = [p for p in inside if p.lead == "at" and _is_there(mentions, p.span)]
    there = [p for p in there if not _is_of_a_firm(mentions, p.span)]
    brought = [p for p in inside if was_brought(mentions, p)]
    here = without_passed(mentions, sorted({*there, *brought}, key=lambda p: p.span))
    here = here or [p for p in inside if p.lead == "to" and _has_been_brought(mentions, p.span)]
    return here[0] if here else None


def _has_been_brought(mentions: Mentions, span: Span) -> bool:
    """Read "skrg udah dibawa ke pontianak": where somebody was brought by now, and is to go no further yet."""
    words = mentions.words
    forms = set(words.forms[words.clause_begins(span.first) : span.first])
    is_now = "sekarang" in forms and not _MOVED.isdisjoint(forms)
    return is_now and _PLANS.isdisjoint(forms) and not mentions.has("CHECK_SURE")


def is_inland(value: str) -> bool:
    """Say whether a place as it stands on a ticket lies in Indonesia, as far as it is known."""
    known = values_of(INLAND).values()
    return value in known or value.partition(", ")[2] in known or is_district(value)


def inland_in(place: str) -> str:
    """Give the town of Indonesia, outside the province, of "ruko di nagoya batam"; "" for none."""
    named = named_places(read_mentions(read_words(place)))
    return next((p.value for p in reversed(named) if p.kind == INLAND), "")


def is_district(value: str) -> bool:
    """Say whether a place as it stands on a ticket is a town or a regency of the province."""
    return value in values_of(DISTRICT).values()


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
    ranked = sorted(goals, key=lambda p: (not _is_said_to_be(mentions, p), _LEADS.index(p.lead), "," not in p.value))
    return ranked[0] if ranked else None


def _is_said_to_be(mentions: Mentions, place: Place) -> bool:
    """Read "dikirim ke arab, tujuannya dubai": it is told outright which the goal is."""
    return place.span.first > 0 and mentions.words.forms[place.span.first - 1] in _GOAL


def _goal_in_the_province(mentions: Mentions) -> Place | None:
    """Give Dompu in "mau kerja di kafe di dompu" and "dibawa ke kebun di dompu", and nothing for "saya di dompu"."""
    words = mentions.words
    if not mentions.has(DISTRICT) or not mentions.has(*_WORK_THERE, "SEX_WORK") or words.has_any(_MEETS):
        return None
    wants = {at for at, pair in enumerate(itertools.pairwise(words.forms)) if pair in _WANTS}
    taken = wants | set(words.places_of(_TAKEN))
    work = [span.first for kind in _WORK_THERE for span in mentions.of(kind)]
    made = {*words.places_of(_MADE_TO), *(span.first for span in mentions.of("SEX_WORK"))}
    for place in districts(mentions):
        first, sentence = place.span.first, words.sentences[place.span.first]
        told = [{at for at in kind if words.sentences[at] == sentence} for kind in (taken, set(work), made)]
        before = [any(at < first for at in kind) for kind in told[:_TWO]]
        # "diajak ke alas kerja di kafe", "jadi pemandu lagu di kafe di alas"
        is_brought = before[0] and (before[1] or (place.lead == "to" and bool(told[1])))
        is_made_there = any(before) and bool(told[2]) and place.lead == "at"
        if place.lead in {"to", "at"} and (is_brought or is_made_there) and not _is_of_a_firm(mentions, place.span):
            return place
    return None


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
    rest = [p for p in rest if not _is_a_habit(mentions, p)]
    via = [p for p in rest if p.lead == "via" or (p.lead == "from" and goal and goal.lead != "from")]
    if goal:
        first = [p for p in rest if p.lead == "to" and p.span < goal.span and not _is_told_otherwise(mentions, p, goal)]
        via += [p for p in first if (goal.is_abroad and not p.is_abroad) or _goes_on_to(mentions, p.span, goal.span)]
    ways = [p for p in via if p.lead != "from"] or via
    return sorted(ways, key=lambda p: p.span)


def _is_a_habit(mentions: Mentions, place: Place) -> bool:
    """Read "kapalnya selalu singgah di Semporna": where a ship calls again and again lies on no way."""
    return not _OFTEN.isdisjoint(mentions.words.forms[max(0, place.span.first - _NEAR) : place.span.first])


def _is_told_otherwise(mentions: Mentions, place: Place, goal: Place) -> bool:
    """Tell two accounts of a journey, "tujuannya Riau katanya, tapi mau ke Malaysia", from "ke Riau lalu Malaysia"."""
    between = mentions.words.forms[place.span.last : goal.span.first]
    return not _BUT.isdisjoint(between) and THEN.isdisjoint(between)


def _is_picked_up(mentions: Mentions, place: Place) -> bool:
    """Read "dia yang ambil saya kat Tanjung Pinang" and "dijemput di Surabaya sama calo": nobody stayed there."""
    words, first = mentions.words, place.span.first
    if place.kind != INLAND or place.lead != "at" or mentions.has("OFFICIAL"):
        return False
    before = words.forms[max(words.clause_begins(first), first - _NEAR - 1) : first]
    picks = next((at for at, form in enumerate(before) if form in _PICKS_UP), None)
    if picks is None:
        return False
    return before[picks].startswith("di") or not _PICKED.isdisjoint(before[picks + 1 :])


def _is_the_writers(mentions: Mentions, span: Span) -> bool:
    """Tell where the writer is from in "I am from Manila" from where a journey goes."""
    before = [mentions.words.raw(at).lower() for at in range(max(0, span.first - _I_AM_FROM), span.first)]
    return " ".join(word for word in before if word != "the").endswith(_FROM)


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
        if form in _HEARD and words.forms[at + 1] in _WORKS_AS and any(s.last <= at for s in mentions.of("DEPART")):
            return False  # "brgkt tgl 2 oktober katanya kerja di restoran di Thailand"
        if at in planned or form in plans or (form == "kerja" and at and words.terms[at - 1].form == "ada"):
            return False
        if words.raw(at).lower() in _OF_THE_JOB and not _is_somebodys_job(mentions, at):
            return False
    return not mentions.has("CHECK_SURE", "TAGQ", "NOT_SOON")


def _is_somebodys_job(mentions: Mentions, at: int) -> bool:
    """Tell "anak saya kerjanya di Miri" and "skrg kerjanya di Miri" from "kerjanya di Miri", which may be an offer."""
    if not at:
        return False
    of_somebody = at - 1 in mentions.terms_of("SELF", "KIN", "OTHERS", "PERSON")
    return of_somebody or mentions.words.forms[at - 1] in _NOW | {"tempat"}


def goals(mentions: Mentions) -> Iterator[Span]:
    """Give where "ke" or "lewat" and a far place stand: "mau ke Singapura hari Kamis" is a departure."""
    yield from (place.span for place in named_places(mentions) if place.kind != PORT and place.lead in {"to", "via"})


def is_only_a_goal(mentions: Mentions) -> bool:
    """Say whether every place named is one that somebody is to be taken to, or to pass: "katanya ke korea"."""
    leads = {place.lead for place in named_places(mentions) if place.kind != PORT}
    forms = mentions.words.forms
    is_moved = any(_PLANS.isdisjoint(forms[max(0, at - _TWO) : at]) for at in mentions.words.places_of(_MOVED))
    return bool(leads) and leads <= {"to", "via", "from"} and leads != {"from"} and not is_moved


def _goes_on_to(mentions: Mentions, span: Span, goal: Span) -> bool:
    """Tell the way in "terbang ke jakarta trus ke riyadh"."""
    between = list(mentions.words.forms[span.last : goal.first])
    while between and (between[0] in _STAYED_A_WHILE or mentions.covers(goal.first - len(between), *KINDS)):
        del between[0]  # "ke benoa bali dulu katanya trus dibawa ke jakarta"
    is_next = between == [_ONWARD]  # "trus surabaya ke batam"
    return is_next or (0 < len(between) <= _NEAR and between[0] in THEN) or rides_on(between)


def _after_the_turn(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Prefer "Kamboja" in "dijanjikan ke Jepang, ternyata dibawa ke Kamboja" and in "ke Jepang, eh Kamboja"."""
    if len(named) < _TWO:
        return named
    turns = [at for at, term in enumerate(mentions.words.terms) if term.form in _TURNS]
    return [place for place in named if turns and place.span.first > turns[-1]] or named


def _is_of_a_firm(mentions: Mentions, span: Span) -> bool:
    """Tell where a firm or a recruiter has their office: "yang berangkatkan PT Mina di Pemalang"."""
    clauses = mentions.words.clauses
    others = [other for kind in ("ORG", "RECRUITER", "OFFICIAL") for other in mentions.of(kind)]
    return any(0 < span.first - o.last <= _CLOSE and clauses[o.first] == clauses[span.first] for o in others)


def _was_before(mentions: Mentions, span: Span) -> bool:
    """Tell "dulu pernah ke malaysia" from where it goes now."""
    return any(term.form == "pernah" for term in mentions.words.terms[max(0, span.first - _NEAR) : span.first])


def _without_doubles(named: list[Place]) -> list[Place]:
    """Drop a country that a named city of it already tells, and what one phrase holds twice."""
    cities = {p.value.rpartition(", ")[2] for p in named if ", " in p.value}
    return [p for p in named if p.value not in cities]


def _found(mentions: Mentions, place: Place) -> Found:
    return Found(place.value, mentions.words.said(place.span.first, place.span.last))
