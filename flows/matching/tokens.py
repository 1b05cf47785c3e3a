"""Cut folded text into words, and remember how strongly each pair of words is set apart."""

import re
from dataclasses import dataclass
from enum import IntEnum

from flows.matching.folding import fold_letters

# seven hundred words are more than the longest message holds; a flood of one-letter words is cut here
WORDS_AT_MOST = 700

_APOSTROPHES = re.compile(r"(?<=[A-Z0-9])['`\u2018\u2019\u02bc\u00b4]+(?=[A-Z])|['`\u2019](?=S\b)")
_DOTTED_FORM = re.compile(r"(?<![A-Z0-9.])([PCU])[ .]{1,3}([TVD])\b\.?(?=[\s.:\"'A-Z(*_]|$)")
_SPELLED_FORM = re.compile(r"\bPE TE\b[. ]*")  # as it is dictated
_WORD = re.compile(r"[A-Z0-9]+|&")
_HARD = re.compile(r"[?!;|\x00]")
_LINE = re.compile(r"[\r\n\u2022]|\.\s|\.$|\s-\s*\n")
_SOFT = re.compile(r"[,()\[\]{}/:\"\u201c\u201d\u2013\u2014=<>+]|\s[-_*~]+\s?|[-]")


_CLOSED = re.compile(r"^\.?[)\]}\"'\u201d\u2019*_~]+")


class Gap(IntEnum):
    """How strongly two words are set apart."""

    SPACE = 0
    COMMA = 1
    LINE = 2
    HARD = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words in capitals; `gaps[i]` stands before word i, and one more gap closes the text."""

    words: tuple[str, ...]
    gaps: tuple[Gap, ...]


def split_words(text: str) -> Tokens:
    """Cut text of any length and origin into at most seven hundred words."""
    folded = _APOSTROPHES.sub("", fold_letters(text))
    folded = _DOTTED_FORM.sub(lambda m: m[1] + m[2] + " " if m[1] + m[2] in ("PT", "CV", "UD") else m[0], folded)
    folded = _SPELLED_FORM.sub("PT ", folded)
    words: list[str] = []
    gaps: list[Gap] = []
    end = 0
    for found in _WORD.finditer(folded):
        gaps.append(_gap(folded[end : found.start()], words[-1] if words else ""))
        words.append("AND" if found[0] == "&" else found[0])
        end = found.end()
        if len(words) == WORDS_AT_MOST:
            break
    gaps.append(Gap.HARD)
    if gaps:
        gaps[0] = Gap.HARD
    return Tokens(tuple(words), tuple(gaps))


def _gap(between: str, word_before: str) -> Gap:
    # a closing bracket or quote ends what it opened and sets nothing apart
    if between == " " or (between := _CLOSED.sub("", between)) in ("", " "):
        return Gap.SPACE
    if _HARD.search(between):
        return Gap.HARD
    # the dot of "S. Rinjani" or "PT." ends no sentence
    if _LINE.search(between) and ("\n" in between or len(word_before) > 3):
        return Gap.LINE
    return Gap.COMMA if _SOFT.search(between) else Gap.SPACE
