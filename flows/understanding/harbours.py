"""From which harbour or airport a journey begins: "dr bandara bima", "terbang dari jakarta", "naik bot dari sape"."""

from collections.abc import Iterator

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.passed_through import goes_on_here
from flows.understanding.pattern import Span
from flows.understanding.places_named import HARBOURS, INLAND, KINDS, PORT, Place, could_be_a_town, leads, named_places

_FROM = frozenset({"dari", "from"})
_SAILS = frozenset(
    {"berangkat", "terbang", "berlayar", "nyebrang", "menyeberang", "nyeberang", "flew", "fly", "flying"}
)
_VESSELS = frozenset({"kapal", "pesawat", "feri", "ferry", "boat", "bot", "speed", "speedboat", "perahu", "plane"})
_ITS_VESSEL = frozenset({"kapalnya", "pesawatnya", "ferinya", "botnya"})
_CARRIERS = _VESSELS - {"speed"}
_AT = frozenset({"di", "at"})
_NEAR = frozenset({"dekat", "sebelah", "belakang", "depan", "seberang", "samping", "sekitar", "near", "behind"})
_BOARDS = frozenset({"naik", "pakai", "by", "tumpang", "numpang"})
_BACK = frozenset({"pulang", "balik", "kembali", "turun", "kabur", "back"})
_SOMEBODY = ("KIN", "OTHERS", "RECRUITER", "OFFICIAL", "ORG")
_BEFORE_A_NAME = frozenset({"internasional", "international", "tanjung", "teluk", "labuhan", "muara", "kota", "pulau"})
_STREETS = frozenset({"jalan", "jl", "jln", "jalanan", "gang", "street"})  # "jalan Soekarno-Hatta" is in many towns
_LONGEST = 3  # terms of a harbour's name
_REACH = 7  # terms; "berangkat hari jumat tanggal 27 november dari jakarta"
_STOPS = frozenset({"mampir", "singgah", "transit", "numpang", "stopover"})
_ONLY = frozenset({"cuma", "hanya", "cuman", "itu", "just", "only"})
_BETWEEN_LEGS = 2  # terms
_CODE = 3  # letters
_CROSSINGS = frozenset({"Entikong", "Nunukan"})
# towns from which people are taken over the water to another country: nobody of this province begins there
_GATES = frozenset({"Batam", "Dumai", "Tanjung Balai", "Tanjung Pinang", "Tarakan", "Nunukan"})
# where there is an airport or a harbour in the province
_GATES_HERE = frozenset({"lombok", "bima", "sumbawa", "praya", "lembar"})
_ONWARDS = frozenset({"ke", "to", "lewat", "via", "transit", "terus", "lalu", "menuju"})
_TRAVELS = ("DEPART", "TRANSIT", "VEHICLE", "SHIP")
_LEADS = frozenset({"from", "to", "via"})


def read_port(mentions: Mentions) -> Found | None:
    """Give the first harbour or airport from which somebody leaves, None for none."""
    words = mentions.words
    boards = words.has_any(_BOARDS) and words.has_any(_VESSELS)
    if not mentions.has(PORT) and not words.has_any(HARBOURS) and not words.has_any(_FROM) and not boards:
        return None
    ports = sorted((*_known(mentions), *_named(mentions), *_left(mentions)), key=lambda port: port.span)
    return Found(ports[0].value, words.said(ports[0].span.first, ports[0].span.last)) if ports else None


def boards_at(mentions: Mentions, town: str) -> bool:
    """Say whether a town is only where a ship or a plane is boarded: "naik feri di sape"."""
    words = mentions.words
    return any(
        form in _AT and _boards_at(mentions, at) and words.text[words.spans[at + 1][0] :].startswith(town)
        for at, form in enumerate(words.forms[:-1])
    )


def is_crossing(mentions: Mentions, place: Place) -> bool:
    """Say whether a place on the way lies between two countries: "lewat Nunukan", "naik bot dari Batam"."""
    if place.value in _GATES and is_port(mentions, place):
        return True
    return _is_border(place)


def _is_border(place: Place) -> bool:
    return place.kind == PORT and place.value in _CROSSINGS and place.lead == "via"


def is_port(mentions: Mentions, place: Place) -> bool:
    """Say whether a town is only where a journey begins: "dr bandara surabaya", "naik kapal dari Surabaya"."""
    if place.kind != INLAND:
        return False
    if place.lead == "from" and _leads_to_here(mentions, place):
        return True
    is_harbour = mentions.words.forms[max(0, place.span.first - 1)] in HARBOURS and place.lead in _LEADS
    return is_harbour or (place.lead == "from" and _is_left(mentions, place.span.first - 1))


def _leads_to_here(mentions: Mentions, place: Place) -> bool:
    """Read "from Jakarta then Oman then here": where the journey began, and not where somebody went back."""
    after = [other for other in named_places(mentions) if other.span.first > place.span.last]
    begins = mentions.words.clause_begins(place.span.first)
    is_back = not _BACK.isdisjoint(mentions.words.forms[begins : place.span.first])
    return bool(after) and not is_back and goes_on_here(mentions, after[-1].span)


def _known(mentions: Mentions) -> Iterator[Place]:
    for place in named_places(mentions):
        is_street = place.span.first > 0 and mentions.words.forms[place.span.first - 1] in _STREETS
        is_elsewhere = (
            is_street
            or _is_said_to_be_a_stop(mentions, place)
            or _is_border(place)
            or (place.kind == PORT and _is_beside(mentions, place))
        )
        if place.kind == PORT and not is_elsewhere and _is_travelled_from(mentions, place):
            yield place


def _is_beside(mentions: Mentions, port: Place) -> bool:
    """Tell "ngumpet di masjid dkt benoa" from where somebody boards: "naik kapal dekat pelabuhan lembar"."""
    words, first = mentions.words, port.span.first
    if _NEAR.isdisjoint(words.forms[max(0, first - 2) : first]):
        return False
    if words.forms[first] in HARBOURS and not mentions.has("HIDE", "FLED"):
        return False  # who waits in an inn near the airport is to leave from there
    clause = words.forms[words.clause_begins(first) : first]
    return _BOARDS.isdisjoint(clause) or _VESSELS.isdisjoint(clause)


def _named(mentions: Mentions) -> Iterator[Place]:
    """Give what "bandara" and "pelabuhan" stand before, known or not: "pelabuhan badas"."""
    words = mentions.words
    for at, form in enumerate(words.forms[:-1]):
        if form not in HARBOURS or mentions.covers(at, PORT):
            continue
        end = _end_of_name(mentions, at + 1)
        place = Place("", PORT, leads(mentions, at), Span(at, end))
        if end > at + 1 and _is_travelled_from(mentions, place):
            yield place._replace(value=_titled(words.said(at, end)))


def _end_of_name(mentions: Mentions, start: int) -> int:
    """Give where the name of a harbour at home ends, `start` where it has none."""
    words = mentions.words
    inland = next((p for p in named_places(mentions) if p.span.first == start and p.kind == INLAND), None)
    if inland:
        return inland.span.last
    end = start
    while end < min(start + _LONGEST, len(words.terms)) and words.clauses[end] == words.clauses[start]:
        if words.forms[end] not in _BEFORE_A_NAME and not could_be_a_town(mentions, end):
            break
        end += 1
    return end if end > start and words.forms[end - 1] not in _BEFORE_A_NAME else start


def _left(mentions: Mentions) -> Iterator[Place]:
    """Give where they set out from: a town at home, or what only a boat or a plane tells to be a harbour."""
    words = mentions.words
    for place in named_places(mentions):
        if is_port(mentions, place) and words.forms[place.span.first - 1] not in HARBOURS:
            yield place
    if not words.has_any(_VESSELS | _SAILS | _GATES_HERE):
        return
    for at, form in enumerate(words.forms[:-1]):
        if (
            form in _FROM
            and words.forms[at + 1] in _GATES_HERE
            and _goes_far(mentions, at + 2)
            and (_is_left(mentions, at) or _goes_on_and_on(mentions, at + 2))
        ):
            yield Place(_titled(words.said(at + 1, at + 2)), PORT, "from", Span(at + 1, at + 2))
            continue
        boards = form in _AT and _boards_at(mentions, at)
        end = _end_of_name(mentions, at + 1) if form in _FROM or boards else 0
        if end > at + 1 and _its_ship_is_from(mentions, at, end):
            yield Place(_titled(words.said(at + 1, end)), PORT, "from", Span(at + 1, end))
            continue  # "kapalnya dari muara baru"
        if boards and end > at + 1:
            yield Place(_titled(words.said(at + 1, end)), PORT, "at", Span(at + 1, end))
            continue
        if end > at + 1 and _is_left(mentions, at, by_vessel=True):
            yield Place(_titled(words.said(at + 1, end)), PORT, "from", Span(at + 1, end))


def _boards_at(mentions: Mentions, at: int) -> bool:
    """Read "naik feri di Sape"; "kerja di kapal di Dobo" tells where a ship is."""
    forms = mentions.words.forms
    return (
        at > 1
        and forms[at - 1] in _CARRIERS
        and forms[at - 2] in _BOARDS
        and mentions.words.clauses[at - 2] == mentions.words.clauses[at + 1]
    )


def _goes_far(mentions: Mentions, at: int) -> bool:
    """Read "berangkat dari lombok ke jakarta trus dubai", by air or by sea whatever is said; not "ke lembar"."""
    is_on = not (_ONWARDS.isdisjoint(mentions.words.forms[at : at + 1]))
    return is_on and any(place.span.first == at + 1 and place.kind != PORT for place in named_places(mentions))


def _its_ship_is_from(mentions: Mentions, at: int, end: int) -> bool:
    """Read "kapalnya dari muara baru", not "kapalnya dari fiber"."""
    words = mentions.words
    if not at or words.forms[at] not in _FROM or words.raw(at - 1).lower() not in _ITS_VESSEL:
        return False
    return words.forms[at + 1] in _BEFORE_A_NAME or any(
        p.span.first in range(at + 1, end) for p in named_places(mentions)
    )


def _is_said_to_be_a_stop(mentions: Mentions, place: Place) -> bool:
    """Read "benoa cuma mampir" and "batam itu transit aja"."""
    after = mentions.words.forms[place.span.last : place.span.last + 3]
    return after[:1] != [] and after[0] in _ONLY and not _STOPS.isdisjoint(after[1:])


def _goes_on_and_on(mentions: Mentions, at: int) -> bool:
    """Read "from Lombok to Jakarta to Dubai": so many places one after another are a journey, whatever it is by."""
    legs = [place for place in named_places(mentions) if place.span.first > at and place.lead == "to"]
    return len(legs) > 1 and legs[1].span.first - legs[0].span.last <= _BETWEEN_LEGS


def _is_left(mentions: Mentions, at: int, *, by_vessel: bool = False) -> bool:
    """Say whether "dari", term `at`, stands after "berangkat" or "naik kapal", with nobody and no place between."""
    words = mentions.words
    if (
        by_vessel
        and at
        and words.forms[at - 1] in _BOARDS
        and words.clauses[at - 1] == words.clauses[at]
        and words.has_any(_CARRIERS)
    ):
        return True  # "pesawatnya tgl 28 ini, naik dari mataram"
    goals = {at for place in named_places(mentions) if place.lead == "to" for at in range(*place.span)}
    somebody, far = mentions.terms_of(*_SOMEBODY), mentions.terms_of(*KINDS) - goals
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        form = words.forms[back]
        if words.clauses[back] != words.clauses[at] or back in somebody | far or form in _BACK:
            return False
        boards = form in _VESSELS and not _BOARDS.isdisjoint(words.forms[max(0, back - 2) : back])
        if boards or (form in _SAILS and (not by_vessel or form != "berangkat")):
            return _BACK.isdisjoint(words.forms[max(0, back - 2) : back])
    return False


def _is_travelled_from(mentions: Mentions, port: Place) -> bool:
    """Tell the harbour of Lembar from the district where somebody lives, and an airport's code from "mba Lia"."""
    if port.lead in {"via", "to"} or (port.value and port.span.last - port.span.first > 1):
        return True
    raw = mentions.words.raw(port.span.first)
    could_be_somebody = not port.lead and len(raw) <= _CODE and not raw.isupper()
    first, last = port.span
    travels = any(span.last <= first or last <= span.first for kind in _TRAVELS for span in mentions.of(kind))
    return (travels or (not port.value and port.lead == "from")) and not could_be_somebody


def _titled(name: str) -> str:
    return name.title() if name.islower() else name
