"""A name that is put right in the same line: "adik saya Mawar... eh bukan, Melati"."""

from bisect import bisect_left
from collections.abc import Sequence

from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import Named, is_capital
from flows.understanding.places_named import DISTRICT, KINDS
from flows.understanding.putting_right import may_put_right, puts_right
from flows.understanding.words import Words

_NAMES = ("victim_name", "recruiter", "reporter_name")
_CUES = frozenset({"eh", "ehh", "salah", "ralat", "koreksi", "keliru", "typo", "maksud", "maksudnya", "bukan"})
_BESIDE = frozenset({
    *("umur", "umurnya", "usia", "ya", "kak", "pak", "bu", "min", "bang", "deng", "ding", "maksudnya", "maksud"),
    *("asal", "dari", "namanya", "nama"),
})  # fmt: skip
_REALLY = frozenset({"asli", "aslinya", "lengkapnya", "sebenarnya", "sebenernya"})
_CALLED = _REALLY | {
    "eh",
    "maaf",
    "nama",
    "namanya",
    "nm",
    "itu",
    "panggilannya",
    "panggilan",
    "tapi",
    "tp",
    "ya",
    "sih",
    ".",
}
_REACH, _LONGEST = 6, 3  # terms
_LINE = "victim"
"""The line that holds who the victim is, with their name."""


def real_one(words: Words, names: Sequence[Named]) -> Named:
    """Give the real name among several, else the first: "namanya Salsa, eh itu nama panggilan, aslinya Nurul Aini"."""
    real = (
        one
        for one in names
        if not _REALLY.isdisjoint(words.raw(at).lower() for at in range(max(0, one.lead - 1), one.first))
    )
    return next(real, names[0])


def with_real_names(words: Words, names: dict[str, Found]) -> dict[str, Found]:
    """Leave out by what somebody is called where the real name follows: "Amaq Rohan.. eh nama aslinya Sahabudin"."""
    called, real = names.get("recruiter"), names.get("victim_name")
    if called is None or real is None or _REALLY.isdisjoint(words.written):
        return names
    start, end = words.text.find(called.value) + len(called.value), words.text.find(real.value)
    between = [raw.lower() for raw, (first, _) in zip(words.raws, words.spans, strict=True) if start <= first < end]
    is_one = called.value in words.text and not _REALLY.isdisjoint(between) and _CALLED.issuperset(between)
    return {key: name for key, name in names.items() if key != "recruiter"} if is_one else names


def put_names_right(mentions: Mentions, found: dict[str, Found]) -> None:
    """Let the second name stand for the first where it takes that back; what is no name puts none right."""
    if not may_put_right(mentions.words):
        return
    for key in _NAMES:
        told = found.get(key)
        right = _said_instead(mentions, told.value) if told else None
        if told is None or right is None:
            continue
        found[key] = right
        line = found.get(_LINE)
        if key == "victim_name" and line:
            found[_LINE] = Found(line.value.replace(told.value, right.value), line.words)


def _said_instead(mentions: Mentions, name: str) -> Found | None:
    words = mentions.words
    start = words.text.casefold().find(name.casefold())
    if start < 0:
        return None
    at = bisect_left([first for first, _ in words.spans], start + len(name))
    for begins in range(at + 1, min(at + _REACH, len(words.forms))):
        if not _CUES.isdisjoint(words.forms[at:begins]) and puts_right(words, at, begins):
            end = _end_of_a_name(mentions, begins)
            if end:
                said = words.said(begins, end)
                return Found(said, said)
    return None


def _end_of_a_name(mentions: Mentions, begins: int) -> int:
    """Give the term behind the name that begins at term `begins`, 0 where none does: "pak Samsudin", "Melati"."""
    words, end = mentions.words, begins
    end += words.forms[begins] in word_set("titles")
    first = end
    while end < min(first + _LONGEST, len(words.forms)) and words.clauses[end] == words.clauses[begins]:
        if not is_capital(words, end) or not words.raw(end).isalpha() or mentions.covers(end, *KINDS, DISTRICT):
            break
        if end == first and words.forms[end] in word_set("not_names") | word_set("titles"):
            break
        end += 1
    return end if end > first and _says_no_more(mentions, end) else 0


def _says_no_more(mentions: Mentions, end: int) -> bool:
    """Tell "eh salah Melati, umur 20" from "eh maaf, Melati itu kakaknya"."""
    words = mentions.words
    if end >= len(words.forms) or words.clauses[end] != words.clauses[end - 1]:
        return True
    return words.forms[end] in _BESIDE or words.forms[end][0].isdigit()
