"""Which places a message names, and which word leads to each: "ke", "di", "dari", "lewat"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from flows.reading import Found
from flows.understanding.everyday import is_everyday
from flows.understanding.firms_marked import marked_firms
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.paperwork import tells_of_papers
from flows.understanding.passed_through import ON, PASSING, THEN, goes_on_unsaid
from flows.understanding.pattern import Span
from flows.understanding.putting_right import is_said_instead, may_put_right, puts_right
from flows.understanding.word import Term

CITY, COUNTRY, INLAND, PORT = "CITY", "COUNTRY", "INLAND_PLACE", "PORT"
DISTRICT = "DISTRICT"
"""A town or a regency of the province: where most victims come from, and where some are made to work."""
KINDS = (CITY, COUNTRY, INLAND, PORT)
_TO = frozenset({"ke", "tujuan", "tujuannya", "to", "menuju", "negara", "negeri"})
_TO_IN_SUMBAWA = "ko"  # elsewhere an elder brother: "ko Jeffry"
_VIA = frozenset({
    *("lewat", "via", "melalui", "transit", "transitnya", "singgah", "mampir", "through", "jalur", "rute", "passed"),
    *("stop", "stops", "stopover", "layover"),
})  # fmt: skip
_STOPS = frozenset({"singgah", "mampir", "transit", "stop", "stops"})
_AT = frozenset({"di", "at", "in", "posisi", "sekarang", "daerah", "from", "kat"})
_FIRST = frozenset({"dulu", "first"})
_TELEPHONING = frozenset(
    {"nelpon", "telepon", "telpon", "nelepon", "menelepon", "wa", "chat", "ngabarin", "called", "calling"}
)
_AT_FIRST = frozenset({"awal", "awalnya", "utama", "akhir", "akhirnya"})
_INSIDE = frozenset({"in", "di", "kat"})
_LINKS = THEN | _FIRST | {"dan", "sama", "itu", "and"}
# "masuk ikut Batam" and "lalu Batam" go by way of it, as Malays say; "ikut" alone is to go along
_BY_WAY, _BY = "ikut", "lalu"
_GOING = frozenset({"masuk", "keluar", "lalu", "seberang", "menyeberang", "nyeberang", "datang", "balik", "pulang"})
_BOARDING = frozenset({
    *("naik", "pakai", "kapal", "laut", "bus", "bis", "mobil", "travel", "pesawat", "feri", "ferry", "bot", "boat"),
    *("perahu", "speedboat", "speed", "kereta", "roro", "by", "bus", "ship", "plane", "dibawa"),
})  # fmt: skip
_RIDES = (["naik"], ["nyebrang"], ["menyeberang"], ["nyeberang"])
_FLAGS = frozenset({"kapal", "toko", "pabrik"})  # whose owner's country is named, not their place
_NATIONALS = frozenset({"bos", "bosnya", "boss", "dolar", "ringgit", "riyal", "rial"})
_ELSEWHERE = 5  # terms; "bapak ibunya dua2nya di Malaysia"
_PARENTS = frozenset({"ibunya", "bapaknya", "ayahnya", "mamanya", "emaknya", "tuanya", "ortunya"})
HARBOURS = frozenset({"bandara", "pelabuhan", "dermaga", "airport", "penyeberangan"})
"""Words before the name of a harbour or an airport, through which another word leads to it: "dr bandara surabaya"."""
_BEFORE_A_TOWN = _TO | {"di", "at", "in", "kat", "kota", "kab", "kabupaten"}
_LED_BY = _TO | _AT | _VIA | {"dari"}
_OF_THE_LAND = frozenset(
    {"sungai", "tanjung", "pangkalan", "kuala", "muara", "bukit", "batu", "teluk", "pulau", "pulo"}
)
_SHORTEST = 4  # letters
_CONTINENTS = frozenset({"Eropa", "Timur Tengah", "Afrika"})
_DASHES = frozenset("-–—>/→")
_NEAR = _THEN_NEAR = 3  # terms
_OF_A_FLAG = frozenset({"bendera", "berbendera", "flagged"})
_BY_A_NATION = frozenset({"orang", "by", "negara"})
OWNED_BY = frozenset({"punya", "punyanya", "milik", "miliknya", "kepunyaan", "pemilik", "pemiliknya", "owned"})
"""Words after which it is told whose something is: "kapalnya punya cina"."""


class Place(NamedTuple):
    """A place named, of which kind it is, and which word led to it."""

    value: str
    kind: str
    lead: str
    span: Span

    @property
    def is_abroad(self) -> bool:
        """Say whether it is a country or a town of one."""
        return self.kind in {CITY, COUNTRY}


def named_places(mentions: Mentions) -> list[Place]:
    """Give every place that is named and not denied, in order; a list of places shares the word before its first."""
    known = mentions.words.found
    if "places" not in known:
        known["places"] = _find_places(mentions)
    return cast("list[Place]", known["places"])


def _find_places(mentions: Mentions) -> list[Place]:
    found: list[Place] = []
    taken_back: list[Span] = []
    before: Place | None = None
    ports, is_put_right = mentions.of(PORT), may_put_right(mentions.words)
    for place in sorted((p for kind in KINDS for p in _of_kind(mentions, kind)), key=lambda p: p.span):
        if place.kind != PORT and _is_no_goal(mentions, place.span, ports):
            continue
        if before and (_is_within(mentions, before, place) or _is_in_its_country(mentions, before, place)):
            span = Span(before.span.first, place.span.last)
            before = (place if _is_narrower(before, place) else before)._replace(lead=before.lead, span=span)
            found[-1] = before
            continue
        if before and place.lead == before.lead != "" and _is_narrower(before, place) and _is_next(before, place):
            before = place._replace(span=Span(before.span.first, place.span.last))  # "di malaysia, di johor"
            found[-1] = before
            continue
        if before and is_put_right and _puts_right(mentions, before, place):
            taken_back.append(before.span)
            before = place._replace(lead=place.lead or before.lead)
            found[-1] = before
            continue
        lead = place.lead or (_shared_lead(mentions, before, place) if before else "") or _goes_on(mentions, place)
        before = place._replace(lead=lead)
        found.append(before)
    if taken_back:
        mentions.words.found["places_taken_back"] = taken_back
    return found


def _puts_right(mentions: Mentions, before: Place, place: Place) -> bool:
    """Read "ke malaysia eh bukan, singapura" and "di batam, ralat, di bintan"."""
    if PORT in {before.kind, place.kind} or before.value == place.value:
        return False
    begins = place.span.first - (place.lead != "" and mentions.words.forms[place.span.first - 1] in _LED_BY)
    return puts_right(mentions.words, before.span.last, begins)


def taken_back(mentions: Mentions) -> list[Span]:
    """Give where the places stood that were put right at once: the Batam of "di batam, ralat, di surabaya"."""
    return cast("list[Span]", mentions.words.found.get("places_taken_back", []))


def _is_no_goal(mentions: Mentions, span: Span, ports: Sequence[Span]) -> bool:
    """Tell the Perak of Tanjung Perak, and whose a ship is ("bendera cina", "punya cina"), from places one goes to."""
    whose = span.first - 1 - (mentions.words.forms[max(0, span.first - 1)] in _BY_A_NATION)
    is_a_flag = whose >= 0 and mentions.words.forms[whose] in _OF_A_FLAG | OWNED_BY
    return is_a_flag or any(port.first < span.first and span.last <= port.last for port in ports)


def districts(mentions: Mentions) -> list[Place]:
    """Give the towns and regencies of the province that are named and not denied, in order."""
    return sorted(_of_kind(mentions, DISTRICT), key=lambda place: place.span) if mentions.has(DISTRICT) else []


def values_of(kind: str) -> dict[str, str]:
    """Give spelling -> value for one kind of value."""
    return lexicon().values.get(kind, {})


def value_at(values: dict[str, str], mentions: Mentions, span: Span) -> str | None:
    """Give the value that stands at a span: as it is understood, without its affixes, or as it is written."""
    terms = mentions.words.terms[span.first : span.last]
    ways = [" ".join(t.form for t in terms), " ".join(t.base for t in terms)]
    if len(terms) > 1:
        ways.append(" ".join(t.written for t in terms))  # "work visa" is understood as "kerja visa"
    return next((values[way] for way in ways if way in values), None)


def first_value(mentions: Mentions, kind: str) -> Found | None:
    """Give the longest named value of a kind, the earliest of equals."""
    best: tuple[int, int, str, Span] | None = None
    for span in mentions.of(kind):
        value = value_at(values_of(kind), mentions, span)
        if value and span.first not in mentions.negated:
            rank = (span.first - span.last, span.first, value, span)
            best = rank if best is None else min(best, rank)
    if best is None:
        return None
    return Found(best[2], mentions.words.said(best[3].first, best[3].last))


def _of_kind(mentions: Mentions, kind: str) -> Iterator[Place]:
    """Give the places of one kind that are named and not denied ("bukan Malaysia")."""
    values = values_of(kind)
    others = [other for kinds in (CITY, COUNTRY, INLAND, DISTRICT) for other in mentions.of(kinds)]
    for span in mentions.of(kind):
        is_denied = span.first in mentions.negated and not is_said_instead(mentions.words, span.first)
        if is_denied or any(_holds(other, span) for other in others):
            continue
        if _is_somebodys(mentions, span, kind) or _is_part_of_a_name(mentions, span):
            continue
        value = value_at(values, mentions, span)
        if value:
            yield _with_its_town(mentions, Place(value, kind, _led(mentions, span), span))
    if kind == CITY:
        yield from _in_kl(mentions)


def _with_its_town(mentions: Mentions, place: Place) -> Place:
    """Read "di ketapang kalbar" and "ke sungai petani malaysia": a town that nothing knows, beside what it lies in."""
    if place.lead or place.kind not in {COUNTRY, INLAND}:
        return place
    words, first = mentions.words, place.span.first - 1
    if first >= 1 and words.forms[first - 1] in _OF_THE_LAND:
        first -= 1
    elif first < 1 or not could_be_a_town(mentions, first):
        return place
    if first < 1 or words.forms[first - 1] not in _BEFORE_A_TOWN or words.clauses[first - 1] != words.clauses[first]:
        return place
    town = words.said(first, place.span.first)
    value = f"{town.title() if town.islower() else town}, {place.value}"
    return place._replace(value=value, lead=leads(mentions, first) or "at", span=Span(first, place.span.last))


def could_be_a_town(mentions: Mentions, at: int) -> bool:
    """Tell "badas" and "Sape" from "sana", "kampung" and "desa"."""
    words = mentions.words
    raw = words.raw(at)
    if not raw.isalpha() or len(raw) < _SHORTEST or mentions.covers(at, *KINDS):
        return False
    if raw.lower() in word_set("plainly_named") or mentions.covers(at, DISTRICT):
        return True
    return not words.terms[at].ids and (is_capital(words, at) or not is_everyday(raw.lower()))


def _is_within(mentions: Mentions, before: Place, place: Place) -> bool:
    """Tell the larger place in "Miri Sarawak", "Sampit kalteng" and "Tawau Malaysia" from a second one."""
    side_by_side = place.span.first == before.span.last and not place.lead and not _is_dashed(mentions, before, place)
    if not side_by_side or before.is_abroad != place.is_abroad or PORT in {before.kind, place.kind}:
        return False
    holders = {p.value for p in (before, place) if p.kind == COUNTRY}
    others = {p.value.rpartition(", ")[2] for p in (before, place)}
    return not holders or holders == others  # "lewat malaysia dubai" names two


def _is_narrower(wide: Place, place: Place) -> bool:
    """Tell "Sambas, Kalimantan Barat" after "Kalimantan", "Johor, Malaysia" after "Malaysia"."""
    around = place.value.rpartition(", ")[2]
    return wide.value in _CONTINENTS or around == wide.value or around.startswith(f"{wide.value} ")


def _is_next(before: Place, place: Place) -> bool:
    """Say whether only the word that leads to a place stands between it and the one before."""
    return place.span.first - before.span.last == 1 and before.is_abroad == place.is_abroad and before.kind != PORT


def _is_in_its_country(mentions: Mentions, before: Place, place: Place) -> bool:
    """Tell "Guangzhou in China" from being in China."""
    between = mentions.words.forms[before.span.last : place.span.first]
    return len(between) == 1 and between[0] in _INSIDE and before.value.endswith(f", {place.value}")


def _is_dashed(mentions: Mentions, before: Place, place: Place) -> bool:
    """Tell the steps of "Lembar - Surabaya - Nunukan"."""
    spans = mentions.words.spans
    return not _DASHES.isdisjoint(mentions.words.text[spans[before.span.last - 1][1] : spans[place.span.first][0]])


def _shared_lead(mentions: Mentions, before: Place, place: Place) -> str:
    """Give "via" to Nunukan in "lewat Lembar, Surabaya, terus Nunukan"; what follows "dulu" is where it goes."""
    words, span = mentions.words, place.span
    between = [term.form for term in words.terms[before.span.last : span.first]]
    comma = words.clauses[before.span.last - 1] != words.clauses[span.first] or _is_dashed(mentions, before, place)
    # "lewat Lembar naik kapal, terus Batam"
    links = _LINKS if THEN.isdisjoint(between) else _LINKS | _BOARDING
    is_passed = before.lead == "via" and before.kind != PORT  # "lewat jakarta malaysia dubai baru oman"
    is_linked = before.span == span or (links.issuperset(between) and (bool(between) or comma or is_passed))
    if not is_linked or words.sentences[before.span.first] != words.sentences[span.first]:
        return ""
    return before.lead if _FIRST.isdisjoint(between) else "to"


def _goes_on(mentions: Mentions, place: Place) -> str:
    """Read "naik pesawat dari Lombok ..., lanjut Jakarta lanjut Istanbul"."""
    at = place.span.first - 1
    return "to" if at > 0 and mentions.words.forms[at] in ON and mentions.has("DEPART", "TRANSIT", "VEHICLE") else ""


def _is_somebodys(mentions: Mentions, span: Span, kind: str) -> bool:
    """Tell where the victim's mother is and of which nation a boss is: "ibunya di Saudi", "dolar Singapura"."""
    terms, at = mentions.words.terms, span.first
    if kind == COUNTRY and at and terms[at - 1].form in _NATIONALS:
        return True
    if not at or terms[at - 1].form not in _AT:
        return False
    before = [i for i in range(max(0, at - _ELSEWHERE), at) if mentions.words.clauses[i] == mentions.words.clauses[at]]
    raws = [(terms[i].form, mentions.words.raw(i).lower()) for i in before]
    return any(raw in _PARENTS or (form in _PARENTS and raw.endswith("nya")) for form, raw in raws)


def _is_part_of_a_name(mentions: Mentions, span: Span) -> bool:
    """Tell the last word of "Ketut Sudana" from a country that was misspelled, and "PT Cahaya Madinah" from a town."""
    words, at = mentions.words, span.first
    start = words.spans[at][0]
    if any(firm.start < start < firm.end for firm in marked_firms(words)):
        return True
    is_mended = words.terms[at].how.startswith("spelling") and not _led(mentions, span)
    return is_mended and at > 0 and words.raw(at)[0].isupper() and words.raw(at - 1)[0].isupper()


def _holds(longer: Span, span: Span) -> bool:
    """Tell "Afrika Selatan" from the "Afrika" in it, and "Labuan Bajo" from "Labuan"."""
    return longer.first <= span.first and span.last <= longer.last and longer != span


def _in_kl(mentions: Mentions) -> Iterator[Place]:
    """Read Kuala Lumpur in "di kl", which elsewhere is short for "kalau"."""
    words = mentions.words
    if " kl" not in words.text.lower():
        return
    for at in range(1, len(words.terms)):
        if words.terms[at].form == "kalau" and words.raw(at).lower() == "kl":
            lead = leads(mentions, at)
            if lead:
                yield Place("Kuala Lumpur, Malaysia", CITY, lead, Span(at, at + 1))


def _led(mentions: Mentions, span: Span) -> str:
    """Give what leads to a place: the word before it, or the "di" before "di kebun sawit Sarawak"."""
    terms, clauses = mentions.words.terms, mentions.words.clauses
    then = mentions.words.forms[span.last : span.last + _THEN_NEAR]
    is_first = not _FIRST.isdisjoint(then[:1])
    if is_first and not THEN.isdisjoint(then):
        return "via"  # "singapura dulu baru dubai", "Jakarta first and then Guangzhou"
    if any(passes(mentions, span) for passes in PASSING):
        return "via"
    is_first = is_first or goes_on_unsaid(mentions, span)
    for at in range(span.first - 1, max(-1, span.first - 1 - _NEAR), -1):
        lead = _lead(mentions, at)
        if lead == "at" and _leads_inside(mentions, at):
            lead = "to"
        if lead == "at" and tells_of_papers(mentions, at):
            return ""  # "paspornya dibuat di Surabaya"
        if lead:
            return "via" if lead == "to" and is_first else lead  # "dibawa ke surabaya dulu"
        if terms[at].form in _FLAGS:
            break
        if terms[at].form in _AT_FIRST and at and terms[at - 1].form in _TO:
            return "to"  # "tujuan awal Abu Dhabi"
        if clauses[at] != clauses[span.first] or not _is_a_workplace(terms[at]):
            break
    return ""


def leads(mentions: Mentions, at: int) -> str:
    """Give what the word before term `at` leads to it by: "from" for "dari", "" for nothing."""
    return _lead(mentions, at - 1) if at else ""


def _leads_inside(mentions: Mentions, at: int) -> bool:
    """Tell "ke kebun sawit di Sampit" from "di Sampit"."""
    terms = mentions.words.terms
    while at and _is_a_workplace(terms[at - 1]):
        at -= 1
        if at and terms[at - 1].form in _TO:
            return True
    return False


def _is_a_workplace(term: Term) -> bool:
    return term.form in word_set("place_nouns") or term.form in values_of("JOB")


def _goes_into(mentions: Mentions, at: int) -> bool:
    """Say whether term `at` is the place in "masuk Johor ikut Batam"."""
    return at > 0 and mentions.words.forms[at - 1] in _GOING and mentions.covers(at, *KINDS)


def _boards_there(mentions: Mentions, at: int) -> bool:
    """Say whether somebody goes on from the place after "dari", term `at`: "dari batam naik feri"."""
    words = mentions.words
    begins = not at or words.clauses[at - 1] != words.clauses[at]
    return begins and _boards_behind(mentions, at + 1)


def _boards_behind(mentions: Mentions, at: int) -> bool:
    """Say whether a place begins at term `at`, and behind it what carries them: "batam naik feri"."""
    place = max((span.last for kind in KINDS for span in mentions.of(kind) if span.first == at), default=0)
    return bool(place) and mentions.words.forms[place : place + 1] in _RIDES


def _is_now(mentions: Mentions, at: int) -> bool:
    clauses = mentions.words.clauses
    return any(span.first < at and clauses[span.first] == clauses[at] for span in mentions.of("NOW"))


def _lead(mentions: Mentions, at: int) -> str:
    terms = mentions.words.terms
    word, before = terms[at].form, terms[at - 1].form if at else ""
    if (
        word in _TO
        or (word == _TO_IN_SUMBAWA and mentions.covers(at + 1, *KINDS))
        or (word == "for" and at and "DEPART" in terms[at - 1].ids)
    ):
        return "to"  # "leaving for Surabaya"
    if word in _AT and [term.form for term in terms[max(0, at - 2) : at]] == ["turun", "dulu"]:
        return "via"
    if word in _VIA or (word in _AT and before in _VIA):
        stops = not _STOPS.isdisjoint({word, before})
        return "at" if stops and _is_now(mentions, at) else "via"  # "sekarang singgah di Penang"
    if word == _BY and not at:
        return "via"
    if word == "dari" and before in _TELEPHONING:
        return "at"  # "terakhir nelpon dari Pahang"
    if word == "dari":
        return "via" if _boards_there(mentions, at) else "from"
    if word == _BY_WAY and _boards_behind(mentions, at + 1):
        return "via"  # "ikut Tanjung Pinang naik bot", in Malay
    if word == _BY_WAY and (before in _GOING or _goes_into(mentions, at - 1)):
        return "via"
    return "at" if word in _AT or (word in word_set("place_nouns") and word not in _FLAGS | HARBOURS) else ""
