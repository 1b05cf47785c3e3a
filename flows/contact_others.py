"""Whether somebody else calls or is called: "dia nelpon", "telp ibunya", "JANGAN di wa, mami yg pegang"."""

from collections.abc import Sequence
from functools import cache

from flows.clauses import Clause
from flows.phrases import Words
from flows.word_tables import contact_words, ordinary_words


def is_of_another(before: Words, after: Words) -> bool:
    """Say whether somebody else calls or is called: "dia nelpon", "telp ibunya", "jgn dihubungi, hpnya di bos"."""
    ways = contact_words()
    if any(is_somebody(word) for word in before):
        return True
    if after[:1] and (is_somebody(after[0]) or after[0] in ways.objects | {"nya", "it", "si"}):
        return True
    with_another = any(
        word in ways.along and after[at + 1 : at + 2] and is_somebody(after[at + 1]) for at, word in enumerate(after)
    )
    titled = len(after) > 1 and after[0] in ways.titles and after[1].isalpha() and after[1] not in _plain()
    return titled or with_another or not ways.phones.isdisjoint(after)


def is_somebody(word: str) -> bool:
    """Say whether a word names somebody who is not the writer: "kakak", "mereka", "ibunya"."""
    ways = contact_words()
    return word in ways.others or (word.endswith("nya") and word not in ways.reaching | ways.own_nya)


@cache
def _plain() -> frozenset[str]:
    """Give the words that are no name after "pak": "telp aja pak habis magrib"."""
    ways = contact_words()
    talk = ordinary_words().talk | ordinary_words().time
    return ways.times | ways.only | ways.selves | ways.may | ways.denials | ways.refusals | talk | ways.leads


def tells_of_another_number(clauses: Sequence[Clause]) -> bool:
    """Say whether a number of somebody else stands in the message: "no dia 0878 ..., tp JANGAN di wa"."""
    return any(clause.has_number and any(map(is_somebody, clause.words)) for clause in clauses)
