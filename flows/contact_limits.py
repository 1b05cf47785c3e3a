"""What a writer does not want of being reached: "jgn malam, hp diperiksa", "jgn datang ke rumah"."""

import re
from collections.abc import Sequence

from flows.clauses import Clause
from flows.contact_others import is_somebody
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import contact_verbs, contact_words

_COMING = frozenset(fold("datang dateng datangi didatangi kerumah visit come"))
_NEAR = 4  # words; "jgn diatas jam 9", "tolong jgn ada yg datang"
_A_NUMBER = re.compile(r"[\s,:]*\+?\d[\d\s.-]{6,}\d")
_WITHOUT = frozenset(fold("jangan tidak"))


def limits_in(clauses: Sequence[Clause], *, is_of_contact: bool) -> str:
    """Give the clauses that limit how or when the writer is reached, as written, "" for none.

    Hours are limited only where the message is of contact; a visit is refused in so many words.
    """
    return "; ".join(
        _A_NUMBER.sub("", clause.raw)
        for clause in clauses
        if not clause.asks
        and (
            _refuses(clause.words, _COMING | (contact_words().times if is_of_contact else frozenset()))
            or _spares_somebody(clause.words)
            or _names_whom_to_reach(clause)
        )
    )


def with_limit(known: str, limit: str) -> str:
    """Give the hours known with one limit more, "siang; jgn datang ke rumah"; "any" gives way."""
    if known in {"", "any"}:
        return limit
    return known if limit in known else f"{known}; {limit}"


def refuses_a_visit(words: Words) -> bool:
    """Tell "jgn datang ke rumah" from "dia jarang datang"."""
    return _refuses(words, _COMING)


def spares_a_number(clauses: Sequence[Clause]) -> bool:
    """Say whether the one number of a message must not be called: "jgn telpon nomor yg dipakai yuli 0822 ..."."""
    known = contact_words()
    numbered = [clause.words for clause in clauses if clause.has_number]
    return len(numbered) == 1 and any(
        word in contact_verbs() and not known.refusals.isdisjoint(numbered[0][max(0, at - 2) : at])
        for at, word in enumerate(numbered[0])
    )


def _refuses(words: Words, what: frozenset[str]) -> bool:
    known = contact_words()
    at = next((at for at, word in enumerate(words) if word in known.refusals), None)
    if at is None or any(map(is_somebody, words[:at])):
        return False
    return not what.isdisjoint(words[at + 1 : at + 1 + _NEAR])


def _spares_somebody(words: Words) -> bool:
    """Read "jangan telpon anak saya ya, nanti ketauan"."""
    known = contact_words()
    at = next(
        (at for at, word in enumerate(words) if word in contact_verbs() and words[max(0, at - 1) : at] != ()), None
    )
    if at is None or words[at - 1] not in known.refusals or any(map(is_somebody, words[: at - 1])):
        return False
    return any(map(is_somebody, words[at + 1 : at + 1 + _NEAR]))


def _names_whom_to_reach(clause: Clause) -> bool:
    """Read "hub kakak sy aja fitri di dompu 0823 ...", whose number is not the writer's."""
    words = clause.words
    at = next((at for at, word in enumerate(words) if word in contact_verbs()), None)
    if at is None or not clause.has_number or not _WITHOUT.isdisjoint(words[: at + 1]):
        return False
    return any(map(is_somebody, words[at + 1 : at + 1 + _NEAR])) and not any(map(is_somebody, words[:at]))
