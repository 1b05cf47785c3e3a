"""Whether somebody who was asked for the firm says that there is none, or that none was named: "ga ada pt nya min"."""

from flows.clauses import clauses_of
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import having_words

_FIRMS = frozenset(fold("pt ptnya perusahaan perusahaannya cv cvnya company agency"))
_NAMING = frozenset(fold(
    "bilang bilangin sebut sebutin disebut disebutin nyebut nyebutin dikasih kasih ngasih dibilang pakai lewat jelas "
    "tahu punya ada tercantum tertulis said told says"
))  # fmt: skip
_ALONE = frozenset(fold("perorangan perseorangan pribadi sendiri sendirian freelance"))
_NOT_YET = frozenset({"belum", "blm", "blom", "never"})
_NEAR = 4  # words
_LONGEST = 9  # words of the clause


def says_there_is_no_firm(text: str) -> bool:
    """Read "ga ada pt nya min. cuma nama sama nomer doang" and "dia ga bilang pt apa", not "bukan PT Maju, PT Jaya"."""
    return any(_says_so(clause.words) for clause in clauses_of(text[:200])[:2] if not clause.asks)


def _says_so(words: Words) -> bool:
    at = next((at for at, word in enumerate(words) if word in _FIRMS), None)
    if at is None or len(words) > _LONGEST:
        return False
    nots, haves = having_words()
    around = words[max(0, at - _NEAR) : at + _NEAR]
    if (nots | _NOT_YET).isdisjoint(around):
        return False
    return not (haves | _NAMING | _ALONE).isdisjoint(around)
