"""A wish that hangs on its way by "-nya": "hubunginya sabtu aja ya", "wa nya malam saja", read as "wa malam saja"."""

from collections.abc import Sequence

from flows.clauses import Clause
from flows.contact_others import is_somebody
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import contact_verbs, contact_words

_NYA = "nya"
_SUNDAY = "minggu"  # weeks as well, so no word of time by itself
_ASKING = frozenset(fold("ya aja saja sahaja doang dulu please pls"))
_LATER = frozenset(fold("nanti ntar kalau kalo klo baru"))
_PAST = frozenset(fold("semalam terus trus trs mulu"))


def with_plain_ways(clauses: Sequence[Clause]) -> list[Clause]:
    """Give the clauses with the way of a wish as it is said without "-nya"; "telponnya jam 9 terus" wishes nothing."""
    told: list[Clause] = []
    for clause in clauses:
        is_cut_off = told and clause.words[0] in _LATER and _is_alone(told[-1].words)
        one = Clause(f"{told[-1].raw} {clause.raw}", told[-1].words + clause.words) if is_cut_off else clause
        plain = _plain(one)
        if is_cut_off and plain:
            told.pop()  # "telponnya nanti malem aja" is cut before "nanti"
        told.append(one._replace(words=plain) if plain else clause)
    return told


def _is_alone(words: Words) -> bool:
    ends = _way_of(words[-1], ()) or (len(words) > 1 and _way_of(words[-2], words[-1:]))
    return bool(ends) and contact_words().leads.issuperset(words[:-2])


def may_hang(words: Words) -> bool:
    """Ask cheaply whether a way may hang on "-nya" here."""
    return any(word.endswith(_NYA) for word in words)


def _plain(clause: Clause) -> Words:
    words, ways = clause.words, contact_words()
    named = ((at, found) for at, word in enumerate(words) if (found := _way_of(word, words[at + 1 : at + 2])))
    at, (way, taken) = next(named, (len(words), ("", 0)))
    if not way or clause.asks or clause.has_number or not ways.leads.issuperset(words[:at]):
        return ()
    rest = words[at + 1 + taken :]
    told = tuple(word for word in rest if word not in _LATER)
    refused = told[:1] != () and told[0] in ways.refusals
    if not _tells_when(told[refused:]):
        return ()
    is_asked = refused or not (_ASKING | ways.may | ways.welcome).isdisjoint(told)
    is_told = any(is_somebody(word) or word in ways.past | _PAST for word in told)
    return (*words[:at], way, *told) if is_asked and not is_told else ()


def _tells_when(words: Words) -> bool:
    times = contact_words().times
    is_sunday = words[:1] == (_SUNDAY,) and not _ASKING.isdisjoint(words[1:])
    return is_sunday or (words[:1] != () and words[0] in times)


def _way_of(word: str, after: Words) -> tuple[str, int] | None:
    """Give the way that "-nya" hangs on, and how many words more that takes: "wanya", "wa nya"."""
    if word in contact_verbs():
        return (word, 1) if after == (_NYA,) else None
    way = fold(word.removesuffix(_NYA)) if word.endswith(_NYA) else ()
    return (way[0], 0) if way and way[0] in contact_verbs() else None
