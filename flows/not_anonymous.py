"""Who wants to be named after all, or by officers alone: "bukan tanpa nama, zulkifli", "tapi ke petugas boleh"."""

import itertools
import re
from collections.abc import Sequence

from flows.clauses import Clause, clauses_of
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.word_tables import name_words

_DENIED = frozenset(fold("bukan bkn jangan jgn tidak batal not"))
_WANTED = frozenset(fold("usah perlu jadi mau pakai pake dibuat ditulis dicatat need"))
_WITHOUT, _OF_A_NAME = frozenset({"tanpa", "no"}), frozenset(fold("nama name"))
_NAMELESS = frozenset(fold("anonim anonymous"))
_OFFICERS = frozenset(fold("petugas petugasnya satgas officer officers polisi polisinya"))
_TO = frozenset(fold("ke kepada buat untuk utk bwt sama kalau kalo klo tapi tp tpi cuma cuman hanya kan to for but"))
_KNOWING = frozenset(fold("tahu tau lihat liat baca know see read"))
_LEADS = frozenset(fold(
    "nama namanya saya sy aku tulis tulisin ditulis catat dicatat pakai pake itu yang yg benar bener is my name"
))  # fmt: skip
_PIECE = re.compile(r"[,.;!\n]+")
_JUST = frozenset({"aja", "saja", "just"})
_A_NAME = 3  # words
_NEAR = 2  # words


def refuses_to_be_nameless(text: str) -> bool:
    """Read "namanya bukan tanpa nama", "jgn tanpa nama" and "gak jadi anonim", not "tanpa nama aja jgn pakai nama"."""
    words = fold(text[:400])
    if "?" in text or (_NAMELESS.isdisjoint(words) and _WITHOUT.isdisjoint(words)):
        return False
    pieces = map(fold, _PIECE.split(text[:400]))  # "eh gak jadi, tanpa nama aja" wishes it
    return any(_denies_at(piece, at) for piece in pieces for at in range(len(piece)))


def leaves_it_to_officers(text: str) -> bool:
    """Read "nama saya jgn sampe tau bu sri, tapi ke petugas boleh": a name, then a clause of leave for officers alone.

    "jgn telpon, petugas boleh chat" is of no name, and "petugas boleh telpon" of no leave to know one.
    """
    words = fold(text[:400])
    if "?" in text or _OFFICERS.isdisjoint(words) or name_words().names.isdisjoint(words):
        return False
    clauses = clauses_of(text[:400])
    first = next((at for at, said in enumerate(clauses) if not name_words().names.isdisjoint(said.words)), None)
    return first is not None and any(map(_lets_officers, clauses[first:]))


def name_given_instead(text: str) -> str:
    """Give the "zulkifli" of "namanya bukan tanpa nama, zulkifli": a clause of a name behind that refusal."""
    if not refuses_to_be_nameless(text):
        return ""
    clauses = clauses_of(text[:400])
    at = next((at for at, said in enumerate(clauses) if any(_denies_at(said.words, n) for n in range(_LONG))), None)
    return _named_in(clauses[at + 1 : at + 1 + _NEAR]) if at is not None else ""


_LONG = 12  # words of a clause that are looked at


def _denies_at(words: Words, at: int) -> bool:
    nameless = words[at : at + 1] != () and words[at] in _NAMELESS
    if words[at : at + 1] != () and words[at] in _WITHOUT:
        # "gak jadi tanpa nama aja" wishes it after all
        nameless = not _OF_A_NAME.isdisjoint(words[at + 1 : at + 2]) and _JUST.isdisjoint(words[at + 2 : at + 3])
    before = tuple(itertools.dropwhile(_WANTED.__contains__, reversed(words[max(0, at - _A_NAME) : at])))
    return nameless and before[:1] != () and before[0] in _DENIED


def _lets_officers(clause: Clause) -> bool:
    words = without_fillers(clause.words)
    known = name_words()
    return (
        not clause.asks
        and not _OFFICERS.isdisjoint(words)
        and not (known.agreeing | known.may).isdisjoint(words)
        and (_OFFICERS | _TO | known.agreeing | known.may | _KNOWING | known.only).issuperset(words)
    )


def _named_in(clauses: Sequence[Clause]) -> str:
    for clause in clauses:
        raws = [*itertools.dropwhile(lambda raw: _LEADS.issuperset(fold(raw)), clause.raw.split())]
        while raws and not without_fillers(fold(raws[-1])):
            raws.pop()
        words = fold(" ".join(raws))
        is_name = 0 < len(words) <= _A_NAME and all(map(_is_of_a_name, words)) and any(map(could_be_a_name, words))
        if is_name and not clause.asks:
            return " ".join(raw if raw[0].isupper() else raw.capitalize() for raw in raws).strip(".!,")
    return ""


def _is_of_a_name(word: str) -> bool:
    return word in word_set("titles") or could_be_a_name(word)
