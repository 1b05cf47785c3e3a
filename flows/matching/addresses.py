"""Find listed companies by the street they sit in, when a message gives an address and no name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from flows.matching.tokens import split_words
from flows.matching.towns import PLACE_MARKS, TOWNS
from flows.matching.values import Agency

_STREET_MARKS = frozenset("JL JLN JALAN ALAMAT ALAMATNYA".split())  # noqa: SIM905 - a list of words reads as words
_NOT_TELLING = _STREET_MARKS | PLACE_MARKS | frozenset({"NO", "NOMOR", "RT", "RW", "RAYA", "LT", "LANTAI", "BLOK"})
# three fifths of a listed address, its rare words weighing most: a street and its number without the town
_SHARE_AT_LEAST = 0.6
_ENTRIES_AT_MOST = 2000


def address_words(text: str) -> tuple[str, ...]:
    """Keep the words of an address that tell it from another: street, number, building; not the town."""
    return tuple(dict.fromkeys(w for w in split_words(text[:300]).words if w not in _NOT_TELLING and (w,) not in TOWNS))


def index_addresses(agencies: Iterable[Agency]) -> Mapping[str, Sequence[int]]:
    """Map each telling word to the rows whose address holds it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(agencies):
        for word in address_words(row.address) if row.address else ():
            found[word].append(place)
    return dict(found)


def find_by_address(text: str, agencies: Sequence[Agency], index: Mapping[str, Sequence[int]]) -> list[int]:
    """Name the rows whose address the text gives, best first; empty unless it speaks of a street."""
    words = split_words(text).words
    starts = [place for place, word in enumerate(words) if word in _STREET_MARKS]
    if not starts or not index:
        return []
    shared: Counter[int] = Counter()
    spent = 0
    for word in dict.fromkeys(words[starts[0] : starts[0] + 20]):
        rows = index.get(word, ())
        spent += len(rows)
        if spent > _ENTRIES_AT_MOST:
            break
        for place in rows:
            shared[place] += round(1000 * _weight(len(rows), len(agencies)))
    likely = [place for place, _ in shared.most_common(10)]
    return [place for place in likely if shared[place] >= _SHARE_AT_LEAST * _whole(agencies[place], agencies, index)]


def _whole(row: Agency, agencies: Sequence[Agency], index: Mapping[str, Sequence[int]]) -> float:
    return sum(1000 * _weight(len(index.get(word, ())), len(agencies)) for word in address_words(row.address))


def _weight(holders: int, size: int) -> float:
    return log(1 + size / max(1, holders))
