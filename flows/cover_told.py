"""As whom officers are to pose, told when nobody asks: "kalo ada yg liat hp aku bilang aja temen kampus ya"."""

import re

from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import contact_words

_LONGEST = 200  # characters
_IF = frozenset(fold("kalau kalo klo if jika misal misalnya when in case seumpama umpama"))
_SEEING = frozenset(fold(
    "liat lihat ngeliat diliat dilihat melihat baca dibaca kebaca buka dibuka ngecek cek dicek tanya nanya ditanya"
    " nanyain tau tahu ketauan ketahuan see sees saw ask asks read reads look looks angkat diangkat pegang"
))  # fmt: skip
_SAYING = frozenset(fold("bilang bilangin blg ngaku mengaku say tell pura2 sebut"))
_POSING = frozenset(fold("ngaku mengaku pura2"))
_TOLD_BY_ANOTHER = frozenset(fold(
    "kata katanya disuruh suruh nyuruh menyuruh pesan disuruhnya ktnya dipaksa diajarin ajarin ngajarin said told"
    " imigrasi imigration immigration polisi police bandara petugas dia mereka they he she"
))  # fmt: skip
_JUST = frozenset(fold("aja saja just jadi jd sebagai sbg u you are it its kamu km i am as bahwa ini"))
_AT_THE_END = frozenset(fold("ya pak bu kak min bang dong deh please pls plis gitu gt aja saja"))
_ASKING = frozenset(fold("apa gimana siapa what who bagaimana"))
_LINKED = frozenset(fold("saja jadi sebagai dari just you u it are"))
_MOST = 8  # words of a wording
_STOPS = re.compile(r"[,.;!\n]+")
_A_WORD = re.compile(r"\S+")


def cover_in(text: str) -> str:
    """Give as whom officers are to pose, in the writer's words: "temen kampus", "sumi my sister"; "" for nothing.

    "kata dia kalau ditanya bilang aja liburan" is what a recruiter taught, and "kalau dia nanya sy bilang apa" asks.
    """
    words = fold(text[:_LONGEST])
    if _SAYING.isdisjoint(words) or "?" in text or not _TOLD_BY_ANOTHER.isdisjoint(words):
        return ""
    is_if, is_seen = not _IF.isdisjoint(words), not _SEEING.isdisjoint(words)
    for raw in _STOPS.split(text[:_LONGEST]):
        said = fold(raw)
        at = next((at for at, word in enumerate(said) if word in _SAYING), None)
        if at is None:
            continue
        before, after = said[:at], said[at + 1 :]
        is_for_us = (is_if and is_seen) or (said[at] in _POSING and _is_asked_for(before, after))
        if is_for_us and _is_bidden(before, after, said[at]):
            return _wording(raw, said[at])
    return ""


def rests_on(words: str, cover: str) -> bool:
    """Say whether what was read rests on the cover story alone: the sister of "say sumi my sister"."""
    return bool(words) and frozenset(fold(words)) <= frozenset(fold(cover))


def _is_bidden(before: Words, after: Words, verb: str) -> bool:
    """Tell "hp aku bilang aja temen" and "if madam see say sumi" from "sy bilang mau pulang"."""
    is_own_doing = before[-1:] != () and before[-1] in contact_words().selves and not _LINKED.intersection(after[:1])
    if is_own_doing or not _ASKING.isdisjoint(after[:2]) or after[:1] == ():
        return False
    return verb not in _POSING or bool(_LINKED.intersection(after[:1])) or bool(_AT_THE_END.intersection(after[-1:]))


def _is_asked_for(before: Words, after: Words) -> bool:
    """Tell "ngaku jadi kurir ya" and "pura2 temen aja" from "ngaku dari PT ...", told of who recruits."""
    ways = contact_words()
    leads_nothing = (ways.leads | ways.may | _AT_THE_END | ways.agreements).issuperset(before)
    return leads_nothing and (after[:1] == ("saja",) or not _AT_THE_END.isdisjoint(after[-1:]))


def _wording(raw: str, verb: str) -> str:
    """Give the words behind the verb, without what leads to them and what ends a request."""
    pieces = [piece[0] for piece in _A_WORD.finditer(raw)]
    at = next(at for at, piece in enumerate(pieces) if verb in fold(piece))
    said = pieces[at + 1 :]
    while said and _JUST.issuperset(fold(said[0])):
        said = said[1:]
    while said and _AT_THE_END.issuperset(fold(said[-1])):
        said = said[:-1]
    return " ".join(said) if len(said) <= _MOST else ""
