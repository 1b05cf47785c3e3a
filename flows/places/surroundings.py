"""What stands around a name: the words that make it a place, and those that make it something else."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.places.folding import Token
from flows.places.lexicon import Lexicon, Words, lexicon

_SUFFIXES = ("nya", "ny", "ku", "mu", "nye")
_LOOK_BACK = 5
_LONGEST_FIRM = 4  # words
_LONGEST_DENIAL = 3  # words: bukan yg dari


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before a name, read: which unit they announce, the writer's relation, and doubts."""

    unit: str = ""  # village, district, regency, city, hamlet, around, street or nothing
    role: str = ""  # at, from, to or nothing
    preposition: bool = False
    nearby: bool = False  # only near: "deket X" is beside another place, where one is named
    negated: bool = False
    vetoed: bool = False  # a person's name, a company's, a dish
    counted: bool = False  # a number stands before it
    priced: bool = False  # what is said of chili, which is "lombok" as well
    first: int = 0  # index of the first word that belongs to it

    @property
    def beside(self) -> bool:
        """True where a place word stands directly before the name."""
        return bool(self.unit) or self.preposition


def stem(word: str) -> str:
    """Take a possessive off: desanya, kecamatannya."""
    if not word.endswith(_SUFFIXES):
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return word.removesuffix(suffix)
    return word


def unit_of(word: str, known: Lexicon) -> str:
    """Which kind of unit a word announces; nothing for other words."""
    return known.units.get(word) or known.units.get(stem(word), "")


def around(words: Sequence[Token], start: int, end: int) -> Surroundings:
    """Read the words before `start` and after `end`."""
    known = lexicon()
    at, unit = _announced(words, start, known)
    announced = at
    role = known.roles.get(words[at - 1].text, "") if at and not _cut(words, at, unit) else ""
    nearby = any(word.text in known.nearness for word in words[at:start])
    at -= bool(role)
    before = words[at - 1].text if at and not words[at].breaks else ""
    return Surroundings(
        unit=unit,
        role=role or ("to" if _is_not_there_yet(words, at, known) else _hinted(words, at, known)),
        preposition=bool(role),
        nearby=nearby,
        negated=_denied(words, at, known),
        vetoed=_followed(words, end, known.after)
        or (announced == at == start and (_named(words, at, known) or _is_named_so(words, end))),
        priced=_followed(words, end, known.chili),
        counted=at == start and (before in known.amount or before.isdigit()),
        first=at,
    )


def _cut(words: Sequence[Token], at: int, unit: str) -> bool:
    """A comma ends what belongs together, but not the dot or colon after "kec."."""
    return words[at].breaks and not unit


def _announced(words: Sequence[Token], start: int, known: Lexicon) -> tuple[int, str]:
    """Walk back over "di desa", "dekat pasar ikan", "smk 1": where that begins, and the kind that counts most."""
    unit = ""
    at = start
    while at > max(0, start - _LOOK_BACK) and not _cut(words, at, unit):
        word = words[at - 1].text
        kind = unit_of(word, known)
        if not kind and at > 1 and not unit and word not in known.roles and not words[at - 1].breaks:
            # one word may stand between: pasar IKAN tanjung luar, smk 1 praya, kampung ADAT sade
            ahead = known.units.get(words[at - 2].text, "")
            if word in known.kinds and ahead in {"village", "hamlet"}:
                kind = "village" if ahead == "village" else "around"
            else:
                kind = "around" if ahead == "around" else ""
            at -= bool(kind)
        if word == "ibu" and words[at].text == "kota":  # "kore, ibu kota kec sanggar", as "ibukota"
            kind = "around"
        if not kind or (kind == "street" and unit):
            break
        unit = kind if not unit or (unit == "around" and kind != "around") else unit
        at -= 1
    return at, unit


def _hinted(words: Sequence[Token], at: int, known: Lexicon) -> str:
    hints = (known.hints.get(word.text, "") for word in reversed(words[max(0, at - 3) : at]))
    return next(filter(None, hints), "")


def _is_not_there_yet(words: Sequence[Token], at: int, known: Lexicon) -> bool:
    """A direction: "sebelum kopang", "belum sampai tambora"."""
    if at == 0 or words[at].breaks:
        return False
    if words[at - 1].text in known.before:
        return True
    arrives = known.hints.get(words[at - 1].text) == "at"
    return at > 1 and arrives and not words[at - 1].breaks and words[at - 2].text in known.not_yet


def _denied(words: Sequence[Token], at: int, known: Lexicon) -> bool:
    """Tell "bukan praya", "bukan yg di praya" from "bukan, praya"."""
    for back in range(at - 1, max(-1, at - 1 - _LONGEST_DENIAL), -1):
        if words[back].text in known.negation or words[back].text in known.tags:
            return True
        if words[back].breaks or words[back].text not in known.linking:
            return False
    return False


def _followed(words: Sequence[Token], end: int, by: Words) -> bool:
    return any(word.text in by for word in words[end : end + 2] if not words[end].breaks)


def _is_named_so(words: Sequence[Token], end: int) -> bool:
    """Tell "Bima nama pacarnya" from "dari bima nama saya Rudi", where a place word stands before it."""
    return end < len(words) and not words[end].breaks and words[end].text == "nama"


def _named(words: Sequence[Token], at: int, known: Lexicon) -> bool:
    """True where the name is a person's, a company's or a dish's."""
    if at == 0 or words[at].breaks:
        return False
    before = words[at - 1].text
    if before in known.person or before in known.thing:
        return True
    for word in reversed(words[max(0, at - _LONGEST_FIRM) : at]):  # PT Maju Jaya Lombok
        if word.text in known.company:
            return True
        if word.breaks or word.text in known.roles or word.text in known.filler:
            return False
    return False
