"""The age of a baby, told in months, weeks or days: "bayi umur 2 bulan", "umurnya baru 3 minggu"."""

from flows.understanding.days_numbered import WEEKDAYS
from flows.understanding.days_written import MONTHS
from flows.understanding.words import Words

_MOST = {"bulan": 30, "minggu": 40, "hari": 60}  # so many are told of a baby; later ages are told in years
_MONTHS = MONTHS.keys() | {"puasa", "ramadan", "syawal", "haji"}
# "umurnya 17 bulan depan", "umur 17 hari ini": when the birthday is
_WHEN = _MONTHS | {"depan", "ini", "lagi", "lalu", "kemarin", "nanti", "besok", "terakhir", "kerja", "bekerja", "h"}
_UNBORN = frozenset({
    *("hamil", "kandungan", "kandungannya", "kehamilan", "kehamilannya", "janin", "janinnya", "mengandung", "pregnant"),
})  # fmt: skip
_BABIES = frozenset({"bayi", "baby", "orok"})
_BESIDE = frozenset({"umur", "perempuan", "laki", "baru", "masih", "saya", "dia", "itu"})
_NOT_ITS_AGE = frozenset({"hilang", "tidak", "sudah", "belum", "di", "dibawa", "dititip", "dititipin", "dititipkan"})
_NEAR = 3  # terms


def unit_of_a_baby(words: Words, at: int, number: int) -> str:
    """Give "bulan", "minggu" or "hari" where term `at` tells how many of them a baby is old, "" for anything else.

    "umur 17 bulan depan" and "umur 19 hari senin" tell when, "kandungannya umur 5 bulan" tells of the unborn.
    """
    unit = words.forms[at] if at < len(words.forms) else ""
    if number > _MOST.get(unit, 0) or words.clauses[at] != words.clauses[at - 1]:
        return ""
    follows = words.forms[at + 1] if words.clauses[at + 1 : at + 2] == words.clauses[at : at + 1] else ""
    return "" if follows in _WHEN or (unit == "hari" and follows in WEEKDAYS) else unit


def is_of_the_unborn(words: Words, at: int) -> bool:
    """Tell "usia kandungan 5 bulan" and "hamil umur 5 bulan" from how old a baby is."""
    return not _UNBORN.isdisjoint(words.forms[words.clause_begins(at) : at + 1 + _NEAR])


def stands_behind_a_baby(words: Words, at: int, unit: int) -> bool:
    """Read "bayi 2 bulan mau dijual" and "bayi perempuan 2 bulan"; "bayi 2 bulan hilang" is how long."""
    first = at
    while first and at - first < _NEAR and words.forms[first - 1] in _BESIDE:
        first -= 1
    after = words.forms[unit + 1 : unit + 2]
    is_behind = first > 0 and words.forms[first - 1] in _BABIES and words.clauses[first - 1] == words.clauses[at]
    return is_behind and words.forms[unit] == "bulan" and _NOT_ITS_AGE.isdisjoint(after)


def age_in_words(age: str) -> str:
    """Give "19 tahun" for "19"; "2 bulan" says so itself."""
    return f"{age} tahun" if age.isdecimal() else age


def is_a_babys(age: str) -> bool:
    """Say whether an age was told in months, weeks or days."""
    number, _, unit = age.partition(" ")
    return number.isdecimal() and unit in _MOST
