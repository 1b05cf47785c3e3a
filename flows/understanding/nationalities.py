"""A country that tells only whose countryman somebody is: "dinikahin sama orang cina di pontianak"."""

from flows.understanding.mentions import Mentions
from flows.understanding.places_named import COUNTRY, Place

_PEOPLE = frozenset({
    *("orang", "pria", "laki", "lelaki", "cowok", "wanita", "perempuan", "cewek", "warga", "bule", "majikan", "bos"),
    *("boss", "tuan", "nyonya", "juragan", "pengusaha"),
})  # fmt: skip
_AT, _AT_HOME = frozenset({"di", "in", "at"}), frozenset({"desa", "negara", "negaranya", "kampungnya"})


def without_nationalities(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Leave out each country of a countryman of whom it is told where they are; "sm orang taiwan" alone is kept."""
    return [place for place in named if not _is_a_nationality(mentions, place)]


def _is_a_nationality(mentions: Mentions, place: Place) -> bool:
    forms, span = mentions.words.forms, place.span
    is_of_people = span.first > 0 and forms[span.first - 1] in _PEOPLE
    is_elsewhere = (
        span.last < len(forms) and forms[span.last] in _AT and _AT_HOME.isdisjoint(forms[span.last + 1 :][:1])
    )
    is_one_clause = is_elsewhere and mentions.words.clauses[span.last] == mentions.words.clauses[span.first]
    return place.kind == COUNTRY and is_of_people and is_one_clause
