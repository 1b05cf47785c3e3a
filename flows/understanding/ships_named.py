"""Which ship somebody is on, by its name: "naik kapal KM Bahari Jaya 12", "kapal ikan namanya Sumber Laut"."""

from flows.reading import Found
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.places_named import DISTRICT, KINDS
from flows.understanding.words import Words

_MARKS = frozenset({"km", "kmn", "klm", "kmp", "mv", "fv", "mt"})
"""What stands before a ship's name on its bow; "km" is also a distance, and short for "kamu" and a bathroom."""
_SHIPS = frozenset(
    {"kapal", "kapalnya", "kapalku", "kapalny", "kpl", "kpal", "kpalnya", "ship", "vessel", "boat", "bot"}
)
_NAMING = frozenset({"nama", "namanya", "nma", "nmnya", "nm", "bernama", "called", "named", "name"})
_BETWEEN = frozenset({"is", "itu", "nya", "adalah", "yaitu", "the", "of", "ini"})
_ON_BOARD = frozenset({"naik", "di", "on", "aboard", "ikut", "pakai", "atas"})
_LONGEST = 4  # terms of a name
_REACH = 3  # terms between a ship and "namanya"
_AGED = frozenset({"umur", "usia", "tahun", "umurnya", "usianya", "aged"})
_DIGITS = 4  # of a ship's number


def read_ship(mentions: Mentions) -> dict[str, Found]:
    """Give the first ship that is named, under the id of the question for it."""
    words = mentions.words
    marks, ships = _MARKS & words.written, _SHIPS & words.written
    if not marks and not ships:
        return {}
    for at, raw in enumerate(words.raws):
        lower = raw.lower()
        if lower in marks and (end := _end(mentions, at + 1)) > at + 1 and _is_on_a_bow(words, at, end, ships):
            return {"vessel": Found(_as_written(words, at, end), words.said(at, end))}
        if lower in ships and (start := _name_begins(words, at)) and (end := _end(mentions, start)) > start:
            if words.raw(start).lower() in marks:
                continue  # "kapal namanya KM ..."
            return {"vessel": Found(_as_written(words, start, end), words.said(at, end))}
    return {}


def _is_on_a_bow(words: Words, at: int, end: int, ships: frozenset[str]) -> bool:
    """Tell "naik KM Bahari" from "5 km dari pasar", "km dimana" and "KM dan dapur"."""
    if at and words.forms[at - 1][-1:].isdigit():
        return False
    is_small = words.raw(at).islower()
    boards = not _ON_BOARD.isdisjoint(words.forms[max(0, at - 1) : at]) and words.forms[at - 1] != "di"
    is_numbered = end > at + 2 and words.raw(end - 1).isdecimal()
    return bool(ships) or boards or is_numbered or (not is_small and is_capital(words, at + 1))


def _name_begins(words: Words, ship: int) -> int:
    """Give where the name begins of which it is said that it is a ship's, 0 for none."""
    clause = words.clauses[ship]
    if not word_set("ship_people").isdisjoint(words.forms[max(0, ship - 2) : ship]):
        return 0
    is_asked = not _NAMING.isdisjoint(words.forms[max(0, ship - 1) : ship])  # "nama kapalnya Bahari Jaya"
    at = ship + 1
    seen = is_asked
    while at < len(words.forms) and at <= ship + _REACH + 1 and words.clauses[at] == clause:
        raw = words.raw(at).lower()
        if raw in _NAMING:
            seen = True
        elif raw not in _BETWEEN and raw not in word_set("ship_kinds"):
            break
        at += 1
    if at >= len(words.forms) or words.clauses[at] != clause:
        return 0
    if seen:
        return at
    return at if _is_written_as_a_name(words, at) else 0


def _is_written_as_a_name(words: Words, at: int) -> bool:
    """Tell "kapal Dewi Laut 07" and "kapalnya lu rong yu 12" from "kapal Taiwan" and "kapal penumpang"."""
    end = at
    while end < min(at + _LONGEST, len(words.forms)) and _is_a_part(words, end):
        end += 1
    has_number = end < len(words.forms) and words.forms[end].isdecimal() and len(words.forms[end]) < _DIGITS
    return end - at > 1 and (has_number or is_capital(words, at)) and words.clauses[end - 1] == words.clauses[at]


def _end(mentions: Mentions, start: int) -> int:
    """Give where a name ends that begins at `start`; `start` itself where none does."""
    words = mentions.words
    end = start
    while end < min(start + _LONGEST, len(words.forms)) and words.clauses[end] == words.clauses[max(0, start - 1)]:
        if not _is_a_part(words, end) or words.raw(end).lower() in _SHIPS | _ON_BOARD | word_set(
            "ship_kinds"
        ) | word_set("place_ends"):
            break
        end += 1
    people = word_set("titles") | (word_set("given_names") if end == start + 1 else frozenset())
    if end == start or words.raw(start).lower() in people:
        return start  # "di kapal namanya Sahrul"
    if not _AGED.isdisjoint(words.forms[end : end + 1]):
        return start  # "di kapal namanya Zulmin umur 20"
    if end == start + 1 and mentions.covers(start, *KINDS, DISTRICT):
        return start  # "kapal Taiwan"
    is_number = end < len(words.forms) and words.clauses[end] == words.clauses[start] and words.raw(end).isdecimal()
    return end + (is_number and len(words.raw(end)) < _DIGITS)


def _is_a_part(words: Words, at: int) -> bool:
    raw = words.raw(at)
    return raw.isalpha() and (
        is_capital(words, at) or raw.lower() in word_set("ship_name_parts") or could_be_a_name(raw.lower())
    )


def _as_written(words: Words, start: int, end: int) -> str:
    """Write a name as it stands on a bow: "KM Bahari Jaya 12" for "km bahari jaya 12"."""
    names = (raw.upper() if raw.lower() in _MARKS else raw for raw in words.raws[start:end])
    return " ".join(name.capitalize() if name.islower() else name for name in names)
