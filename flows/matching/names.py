"""Take one listed name apart: its legal form, its present and former name, its branch, and its words' sounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.matching.folding import join_sounds, sound_of
from flows.matching.legal_forms import (
    BRANCH_MARKS,
    COMPANY_MARKS,
    FORMER_MARKS,
    NOT_A_P3MI,
    SHARE_MARKS,
    WESTERN_FORMS,
)
from flows.matching.tokens import Gap, Tokens, split_words

# no real name has more words; hostile lists may
NAME_WORDS_AT_MOST = 24
_D_H = ("D", "H")  # "d/h", dahulu


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as the index holds it.

    `words` are the present name's words without forms; `exact` are the strict keys that mean this name (letters
    without spaces); `former` are those of its earlier names; `form` is CV, LPK ... or "" for a PT or none.
    `aliases` are other ways to write the row that are searched and never confirm: the earlier name, alone and behind
    the present one.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    joined: str
    exact: tuple[str, ...]
    former: tuple[str, ...]
    form: str
    aliases: tuple["ListedName", ...] = ()


def strict_key(words: Sequence[str]) -> str:
    """Write words without spaces: equal keys are the same name but for case, spacing and punctuation."""
    return "".join(words)


def read_listed_name(name: str) -> ListedName:
    """Take the name of one row apart."""
    tokens = _without_forms(split_words(name))
    everything = tokens.words[:NAME_WORDS_AT_MOST]
    cut = _end_of_present_name(tokens)
    present = everything[:cut] or everything
    earlier = _earlier_name(everything[cut:])
    keys = dict.fromkeys(filter(None, map(strict_key, (present, everything))))
    aliases = (_plain(earlier), _plain((*present, *earlier))) if earlier else ()
    former = (strict_key(earlier),) if earlier else ()
    return replace(_plain(present), exact=tuple(keys), former=former, form=_form(name), aliases=aliases)


def _plain(words: Sequence[str]) -> ListedName:
    """Fold words for the search, without the western forms unless nothing else is there."""
    kept = tuple(word for word in words if word not in WESTERN_FORMS) or tuple(words)
    sounds = tuple(sound_of(word) for word in kept)
    return ListedName(kept, sounds, join_sounds(sounds), exact=(strict_key(words),), former=(), form="")


def _without_forms(tokens: Tokens) -> Tokens:
    """Drop PT, Tbk, (Persero) wherever they stand, and a CV, LPK ... at either end."""
    last = len(tokens.words) - 1
    kept = [
        place
        for place, word in enumerate(tokens.words)
        if word not in COMPANY_MARKS | SHARE_MARKS and not (place in (0, last) and word in NOT_A_P3MI and last > 0)
    ]
    if not kept:
        return tokens
    return Tokens(tuple(tokens.words[i] for i in kept), (*(tokens.gaps[i] for i in kept), Gap.HARD))


def _end_of_present_name(tokens: Tokens) -> int:
    """Find where a branch, a former name or a trailing code begins."""
    words, gaps = tokens.words[:NAME_WORDS_AT_MOST], tokens.gaps
    for place in range(1, len(words)):
        if words[place] in BRANCH_MARKS or words[place : place + 2] == ("KANTOR", "CABANG"):
            return place
        if gaps[place] >= Gap.COMMA and (words[place] in FORMER_MARKS or words[place : place + 2] == _D_H):
            return place
        if words[place].startswith("FORMER"):
            return place
    is_apart = gaps[len(words) - 1] >= Gap.COMMA
    if len(words) > 1 and ((is_apart and _is_code(words[-1])) or _is_serial(words[-1])):
        return len(words) - 1
    return len(words)


def _is_code(word: str) -> bool:
    return sum(letter.isdigit() for letter in word) >= 3


def _is_serial(word: str) -> bool:
    """Tell "0042" from a number that a company is called by: those begin with no nought."""
    return word.isdigit() and word.startswith("0") and len(word) > 2


def _earlier_name(rest: Sequence[str]) -> tuple[str, ...]:
    if tuple(rest[:2]) == _D_H:
        rest = rest[1:]
    elif not rest or not (rest[0] in FORMER_MARKS or rest[0].startswith("FORMER")):
        return ()
    return tuple(word for word in rest[1:] if word not in {"BERNAMA", "NAMA"})


def _form(name: str) -> str:
    words = split_words(name).words
    if not words or any(word in COMPANY_MARKS for word in words):
        return ""
    return NOT_A_P3MI.get(words[0], "") or NOT_A_P3MI.get(words[-1], "")
