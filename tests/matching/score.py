"""Measure the recruiter check on invented lists: recall, false assertions, confirmations, and time a query."""

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from rapidfuzz import fuzz, process

from flows.matching import Agency, Edition, Registry, check
from flows.matching.folding import fold_letters
from tests.matching.invented import invented_names, invented_western_names
from tests.matching.near_misses import NEAR_MISSES, NO_NAMES, strictly
from tests.matching.noise import EXACT_KINDS, NOISE, Noise, bare

ON = date(2026, 11, 20)
_PER_KIND = 30
_SECONDS_AT_MOST = 3.0


def registry_of(names: Sequence[str]) -> Registry:
    """Index bare names as a list without status column."""
    return Registry.of((Agency(name=name) for name in names), Edition("invented", ON, len(names), invented=True))


def measure_recall(
    names: Sequence[str], seed: int, per_kind: int = _PER_KIND, kinds: Mapping[str, Noise] = NOISE
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield per noise kind: asked, first, among three, confirmed rightly."""
    registry = registry_of(names)
    for kind, noise in kinds.items():
        random = Random(f"{seed}/{kind}")
        first = three = confirmed = 0
        for name in (chosen := random.sample(list(names), min(per_kind, len(names)))):
            answer = check(noise(random, bare(name)), registry, on=ON)
            offered = [match.agency.name for match in answer.candidates]
            first += offered[:1] == [name]
            three += name in offered
            confirmed += answer.confirmed is not None and answer.confirmed.name == name
        yield kind, len(chosen), first, three, confirmed


def count_false_assertions(names: Sequence[str], seed: int, per_kind: int = _PER_KIND) -> tuple[int, int]:
    """Return how many unlisted names were asked, and how many of them were asserted."""
    registry = registry_of(names)
    listed = {strictly(bare(name)) for name in names}
    asked = asserted = 0
    for kind, spoil in NEAR_MISSES.items():
        random = Random(f"{seed}/{kind}")
        for name in random.sample(list(names), min(per_kind, len(names))):
            query = spoil(random, bare(name), names)
            if strictly(query) in listed:
                continue
            for text in (query, f"PT {query}", f"pak apakah PT {query.lower()} itu resmi?"):
                asked += 1
                asserted += check(text, registry, on=ON).confirmed is not None
    for text in (text for text in NO_NAMES if strictly(bare(text)) not in listed):
        asked += 1
        asserted += check(text, registry, on=ON).confirmed is not None
    return asked, asserted


def plain_recall(names: Sequence[str], seed: int, per_kind: int = 10) -> Mapping[str, float]:
    """Return how often a plain scan with one rapidfuzz scorer has the right name first, on the same noise."""
    folded = [fold_letters(bare(name)) for name in names]
    queries = []
    for kind, noise in NOISE.items():
        random = Random(f"{seed}/{kind}")
        places = random.sample(range(len(names)), per_kind)
        queries += [(noise(random, bare(names[place])).upper(), place) for place in places]
    found = {}
    for scorer in (fuzz.ratio, fuzz.token_set_ratio, fuzz.WRatio):
        best = [process.extractOne(query, folded, scorer=scorer)[2] == place for query, place in queries]
        found[f"{scorer.__name__}_recall_at_1"] = round(sum(best) / len(best), 4)
    return found


def check_microseconds(registry: Registry, queries: Sequence[str]) -> float:
    """Time the check alone in processor time, which other work on the machine does not stretch."""
    check(queries[0], registry, on=ON)
    return _time(lambda query: check(query, registry, on=ON), queries)


def microseconds_a_query(names: Sequence[str], queries: Sequence[str]) -> dict[str, float]:
    """Time the check and plain rapidfuzz scans of the same list, in the same run."""
    folded = [fold_letters(name) for name in names]
    times = {"check": check_microseconds(registry_of(names), queries)}
    for scorer in (fuzz.ratio, fuzz.token_set_ratio, fuzz.WRatio):
        times[scorer.__name__] = _time(
            lambda query, s=scorer: process.extract(query.upper(), folded, scorer=s, limit=3), queries
        )
    return times


def figures() -> Iterator[Mapping[str, object]]:
    """Yield every figure of the recruiter check as one JSON-able line, for `make bench`."""
    for label, names in (
        ("indonesian-400", invented_names(400, 11)),
        ("indonesian-1000", invented_names(1000, 11)),
        ("indonesian-10000", invented_names(10_000, 11)),
        ("western-1000", invented_western_names(1000, 11)),
    ):
        yield {"area": "check", "list": label, **_recall_figures(names)}
    yield {"area": "check", "list": "indonesian-1000", "figure": "plain", **plain_recall(invented_names(1000, 11), 5)}
    base = 0.0
    for count in (1000, 10_000, 100_000):
        names = invented_names(count, 12)
        random = Random(count)
        kinds = list(NOISE.values())
        queries = [random.choice(kinds)(random, bare(random.choice(names))) for _ in range(200)]
        times = microseconds_a_query(names, queries)
        base = base or times["check"]
        ratios = {f"against_{name}": round(times["check"] / took, 3) for name, took in times.items() if name != "check"}
        growth = {"names": count, "us_a_query": round(times["check"]), "growth": round(times["check"] / base, 2)}
        yield {"area": "check", "figure": "time", **growth, **ratios}


def _recall_figures(names: Sequence[str]) -> dict[str, object]:
    rows = list(measure_recall(names, 5))
    asked = sum(row[1] for row in rows)
    exact = [row for row in rows if row[0] in EXACT_KINDS]
    unlisted, asserted = count_false_assertions(names, 5)
    return {
        "asked": asked,
        "recall_at_1": round(sum(row[2] for row in rows) / asked, 4),
        "recall_at_3": round(sum(row[3] for row in rows) / asked, 4),
        "confirmed_exact": round(sum(row[4] for row in exact) / sum(row[1] for row in exact), 4),
        "unlisted_asked": unlisted,
        "unlisted_asserted": asserted,
    }


def _time(answer: object, queries: Sequence[str]) -> float:
    assert callable(answer)
    began = time.process_time()
    done = 0
    for query in queries:
        answer(query)
        done += 1
        if time.process_time() - began > _SECONDS_AT_MOST:
            break
    return (time.process_time() - began) / done * 1e6
