"""The first stage of the search: an inverted index that names cheap candidates without walking the list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import log

from flows.matching.addresses import index_addresses
from flows.matching.folding import join_sounds, skeleton_of
from flows.matching.licences import licence_key
from flows.matching.names import ListedName, read_listed_name
from flows.matching.numbers import phone_e164
from flows.matching.values import Agency

# entries of the index that one reading may touch: what keeps a query's cost apart from the list's length
ENTRIES_AT_MOST = 5000
# candidates that go on to the explained score
CANDIDATES_AT_MOST = 160
_GRAM = 3
_PAIRED_WORDS_AT_MOST = 6
_INITIALS = range(2, 7)


@dataclass(frozen=True, slots=True)
class Index:
    """A list made searchable; positions are those of `agencies`, but in `grams` and `weights_by_name`.

    `names` begins with one name a row and goes on with the aliases; `owners` tells whose row a name is.
    """

    agencies: tuple[Agency, ...]
    names: tuple[ListedName, ...]
    owners: tuple[int, ...]
    exact: Mapping[str, tuple[int, ...]]
    former: Mapping[str, tuple[int, ...]]
    licences: Mapping[str, tuple[int, ...]]
    phones: Mapping[str, tuple[int, ...]]
    initials: Mapping[str, tuple[int, ...]]
    grams: Mapping[str, Sequence[int]]
    vocabulary: frozenset[str]
    weights: Mapping[str, float]
    weights_by_name: tuple[tuple[float, ...], ...]
    longest_name: int
    addresses: Mapping[str, Sequence[int]]


def build_index(agencies: Iterable[Agency]) -> Index:
    """Read every name once; about a tenth of a millisecond a row."""
    rows = tuple(agencies)
    own = tuple(read_listed_name(row.name) for row in rows)
    aliases = [(place, alias) for place, name in enumerate(own) for alias in name.aliases]
    names = (*own, *(alias for _, alias in aliases))
    weights = _word_weights(own)
    return Index(
        agencies=rows,
        names=names,
        owners=(*range(len(own)), *(place for place, _ in aliases)),
        exact=_positions((key, place) for place, name in enumerate(own) for key in name.exact),
        former=_positions((key, place) for place, name in enumerate(own) for key in name.former),
        licences=_positions((licence_key(row.licence_no), place) for place, row in enumerate(rows) if row.licence_no),
        phones=_positions((phone_e164(row.phone) or "", place) for place, row in enumerate(rows) if row.phone),
        initials=_positions((_initials(name), place) for place, name in enumerate(own)),
        grams=_gram_postings(names),
        vocabulary=frozenset(chain.from_iterable(name.words for name in names)),
        weights=weights,
        weights_by_name=tuple(tuple(weights[sound] for sound in name.sounds) for name in names),
        longest_name=max((len(name.words) for name in names), default=0),
        addresses=index_addresses(rows),
    )


def find_candidates(index: Index, sounds: tuple[str, ...]) -> list[int]:
    """Name the positions that share most of the rare parts of these words, best first."""
    counts: Counter[int] = Counter()
    spent = 0
    size = len(index.names)
    postings = sorted((index.grams.get(gram, ()) for gram in grams_of(sounds)), key=len)
    for posting in postings:
        spent += len(posting)
        if spent > ENTRIES_AT_MOST and counts:
            break
        if posting:
            # a gram of few names counts up to three times, one of half the list once
            for _ in range(1 + (len(posting) * 20 < size) + (len(posting) * 200 < size)):
                counts.update(posting)
    return [place for place, _ in counts.most_common(CANDIDATES_AT_MOST)]


def grams_of(sounds: tuple[str, ...]) -> set[str]:
    """Cut words into whole sounds, pairs of them, three-letter pieces across spaces, and pieces of the consonants."""
    joined = f"^{join_sounds(sounds)}$"
    skeleton = "".join(map(skeleton_of, sounds))
    grams = {joined[i : i + _GRAM] for i in range(len(joined) - _GRAM + 1)}
    grams.update(f"/{skeleton[i : i + _GRAM]}" for i in range(len(skeleton) - _GRAM + 1))
    grams.update(f"={sound}" for sound in sounds)
    # two everyday words are in thousands of names, both together in few: found in any order, with any word between
    grams.update("+".join(sorted(pair)) for pair in combinations(sounds[:_PAIRED_WORDS_AT_MOST], 2))
    return grams


def _gram_postings(names: Sequence[ListedName]) -> dict[str, Sequence[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for gram in grams_of(name.sounds):
            postings[gram].append(place)
    return dict(postings)


def _word_weights(names: Sequence[ListedName]) -> dict[str, float]:
    """Weigh a word by how few names hold it: 1 for one name, a fifth for a word of half the list."""
    holders = Counter(chain.from_iterable(set(_all_sounds(name)) for name in names))
    most = log(1 + len(names)) or 1.0
    return {sound: max(0.2, log(1 + len(names) / count) / most) for sound, count in holders.items()}


def _all_sounds(name: ListedName) -> Iterable[str]:
    return chain(name.sounds, *(alias.sounds for alias in name.aliases))


def _initials(name: ListedName) -> str:
    letters = "".join(word[:1] for word in name.words)
    return letters if len(letters) in _INITIALS else ""


def _positions(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for key, place in pairs:
        if key:
            found[key].setdefault(place)
    return {key: tuple(places) for key, places in found.items()}
