"""Names of people and firms: what follows "namanya", a title, or PT, in capitals or not."""

import re

from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.words import Words

_NAME_WORDS = frozenset({"nama", "namanya", "bernama", "named", "name", "an", "panggilannya", "dipanggil", "namany"})
_FILLING = frozenset({"adalah", "is", "itu", "yaitu", "ya", "nya", "orangnya", "lengkap", "lengkapnya", "panggilan"})
_FIRM = re.compile(r"\b(P\.?T|C\.?V|LPK|LPKS|P3MI|BKK|Yayasan|UD|Ltd)\b\.?", re.IGNORECASE)
_LONGEST_FIRM, _LONGEST_NAME = 5, 3
_PIECE = re.compile(r"[^\W\d_][\w'’.&-]*")


def name_after(words: Words, at: int) -> tuple[str, int, int] | None:
    """Read the person's name that begins at term `at` (titles allowed), with its terms."""
    start = at
    parts: list[str] = []
    titled = False
    while at < len(words.terms) and len(parts) < _LONGEST_NAME + titled:
        raw = _raw(words, at)
        if not raw or not raw[0].isalpha() or (parts and words.sentences[at] != words.sentences[at - 1]):
            break
        if raw.lower() in word_set("titles") and len(parts) <= 1:
            parts.append(raw.capitalize())
            titled = True
        elif _could_be_a_name(words, at, raw):
            parts.append(raw if not raw.islower() else raw.capitalize())
        else:
            break
        if parts[-1].lower() not in word_set("titles") and _is_followed_by_break(words, at):
            at += 1
            break
        at += 1
    if not parts or all(p.lower() in word_set("titles") for p in parts):
        return None
    return " ".join(parts), start, at


def find_names(words: Words) -> list[tuple[str, int, int]]:
    """Find names introduced by "nama" or by a title, in order."""
    found: list[tuple[str, int, int]] = []
    at = 0
    titles = word_set("sure_titles")
    while at < len(words.terms):
        raw = _raw(words, at).lower()
        got = None
        if raw in _NAME_WORDS:
            ahead = at + 1
            while ahead < len(words.terms) and (
                _raw(words, ahead).lower() in _FILLING or words.terms[ahead].form in {"saya", "aku", "dia"}
            ):
                ahead += 1
            got = name_after(words, ahead)
        elif raw in titles:
            got = name_after(words, at)
        if got:
            found.append(got)
            at = got[2]
        else:
            at += 1
    return found


def find_firms(text: str) -> list[tuple[str, int, int]]:
    """Find firms named with PT, CV, LPK and the like: the name as written, and where it stands in the text."""
    found: list[tuple[str, int, int]] = []
    for mark in _FIRM.finditer(text):
        end = mark.end()
        parts: list[str] = []
        for piece in _PIECE.finditer(text, end):
            if (
                text[end : piece.start()].strip(' ."“')
                or len(parts) >= _LONGEST_FIRM
                or "\n" in text[end : piece.start()]
            ):
                break
            word = piece.group().rstrip(".")
            if not _in_a_firm(word):
                break
            parts.append(word if not word.islower() else word.capitalize())
            end = piece.end()
        if parts:
            kind = mark.group(1).replace(".", "")
            kind = "Yayasan" if kind.lower() == "yayasan" else kind.upper()
            found.append((f"{kind} {' '.join(parts)}", mark.start(), end))
    return found


def _in_a_firm(word: str) -> bool:
    lower = word.lower()
    if lower in word_set("firm_words"):
        return True
    known = lexicon()
    common = lower in known.words or lower in known.slang or lower in known.plain or lower in word_set("not_names")
    return not common and (word[0].isupper() or len(word) >= 3)


def _could_be_a_name(words: Words, at: int, raw: str) -> bool:
    term = words.terms[at]
    lower = raw.lower()
    if lower in word_set("not_names"):
        return False
    if raw[0].isupper() and not raw.isupper() and at and words.sentences[at] == words.sentences[at - 1]:
        return not term.ids or term.how != ""
    known = lexicon()
    if lower in known.slang or lower in known.plain:
        return False
    return not term.ids or term.how.startswith("spelling")


def _is_followed_by_break(words: Words, at: int) -> bool:
    if at + 1 >= len(words.terms):
        return True
    return bool(words.text[words.spans[at][1] : words.spans[at + 1][0]].strip())


def _raw(words: Words, at: int) -> str:
    start, end = words.spans[at]
    return words.text[start:end]
