"""Read licence numbers, however their parts are set apart, and take them out of the words."""

import re
from collections.abc import Iterator, Sequence

from flows.matching.folding import fold_letters

# a message with more numbers than this is a list, not a question
_NUMBERS_AT_MOST = 12
# a licence number stands at the start of a question; letters of office have five parts
_LICENCE_WITHIN_WORDS = 40
_LICENCE_PARTS_AT_MOST = 6
_SPLICED_AT_MOST = 3
_WORDS_BESIDE = re.compile(r"[A-Z0-9]{1,12}")
LICENCE_BEFORE = re.compile(
    r"\b(?:SIP3MI|SIPPTKI|SIUP|SIP2MI|SIP|NIB|IZIN|IJIN|LISENSI|LICEN[SC]E|KEP|SK|REG)\b[^0-9\n]{0,24}$"
)
_LICENCE = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{1,12}(?:\s?[./\-]\s?[A-Z0-9]{1,12}){1,8}(?![A-Z0-9])")
# stands for a licence number: a name ends before it, but is not surely whole, for strokes also join words of a name
LICENCE_WAS_HERE = "NOMORIZIN"
_LONG_NUMBER = re.compile(r"[0-9]{8}")
_NUMBERED = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{0,20}[0-9]{3}[A-Z0-9]{0,20}(?![A-Z0-9])")
_BARE_DIGITS_FROM = 7
_TAHUN = re.compile(r"\b([0-9]{1,6})\s*(?:TAHUN|THN|TH)\s*((?:19|20)[0-9]{2})\b")
_NOT_KEY = re.compile(r"[^A-Z0-9]+")
_LICENCE_WORDS = re.compile(r"\b(?:NO|NOMOR|NOMER|SIP3MI|SIPPTKI|SIUP|SIP2MI|NIB|TAHUN|THN|TH)\b")
_DECREE_WORDS = re.compile(r"\b(?:KEP|SK|SKEP|KPTS)\b")
_KEY_WITHOUT_DECREE = 6  # letters and digits


def licence_key(text: str) -> str:
    """Write a licence number without the words, dots and strokes around it; empty when too short to name one."""
    folded = _LICENCE_WORDS.sub(" ", fold_letters(text[:120]))
    # families leave "KEP." out; where little stays without it, it is part of the number
    short = _NOT_KEY.sub("", _DECREE_WORDS.sub(" ", folded))
    key = short if len(short) >= _KEY_WITHOUT_DECREE else _NOT_KEY.sub("", folded)
    # three digits: shorter keys meet house numbers and years
    return key if sum(letter.isdigit() for letter in key) >= 3 and len(key) >= 4 else ""


def spaced_licence_keys(words: Sequence[str]) -> Iterator[str]:
    """Yield keys of licence numbers typed with spaces, as in "kep 101 rekaan 2019"."""
    for start in range(min(len(words), _LICENCE_WITHIN_WORDS)):
        for size in range(2, _LICENCE_PARTS_AT_MOST + 1):
            part = words[start : start + size]
            digits = sum(word.isdigit() for word in part)
            if len(part) == size and 0 < digits < size:
                yield licence_key(" ".join(part))


def licences_in(text: str) -> tuple[str, ...]:
    """Give the keys of the licence numbers in folded text."""
    keys: dict[str, None] = {}
    for count, found in enumerate(_LICENCE.finditer(text)):
        if count == _NUMBERS_AT_MOST:
            break
        keys.setdefault(licence_key(found[0]))
    for found in _TAHUN.finditer(text[:1000]):
        keys.setdefault(licence_key(found[1] + found[2]))
    for count, found in enumerate(_NUMBERED.finditer(text[:1000])):
        if count == _NUMBERS_AT_MOST:
            break
        # a bare short number is a price or a year unless "SIP3MI", "izin", "nomor" stands before it
        if not found[0].isdigit() or len(found[0]) >= _BARE_DIGITS_FROM or LICENCE_BEFORE.search(text[: found.start()]):
            keys.setdefault(licence_key(found[0]))
    return tuple(key for key in keys if key)[:_NUMBERS_AT_MOST]


def spliced_keys(text: str) -> Iterator[str]:
    """Yield keys of "101-REKAAN 2020" and "AB 101/REKAAN/2020": a licence number with the words beside it."""
    for count, found in enumerate(_LICENCE.finditer(text)):
        if count == _SPLICED_AT_MOST:
            break
        before = _WORDS_BESIDE.findall(text[max(0, found.start() - 40) : found.start()])[-2:]
        after = _WORDS_BESIDE.findall(text[found.end() : found.end() + 40])[:2]
        for first in range(len(before) + 1):
            for last in range(len(after) + 1):
                if first or last:
                    beside = (*before[len(before) - first :], found[0], *after[:last])
                    yield licence_key(" ".join(beside))


def without_licences(text: str) -> str:
    """Give the text with a mark in place of each licence number."""
    return _LICENCE.sub(_break_at_licence, text)


def _break_at_licence(found: re.Match[str]) -> str:
    """Take a licence number out of the words; two phones with a stroke between them are none."""
    is_licence = "/" in found[0] and licence_key(found[0]) and not _LONG_NUMBER.search(found[0])
    return f" {LICENCE_WAS_HERE} " if is_licence else found[0]
