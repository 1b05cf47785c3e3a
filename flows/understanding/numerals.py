"""Numbers written out in words: "sembilan belas", "dua puluh dua", "seratus lima puluh", "twenty one"."""

from collections.abc import Sequence

_ONES = {
    name: number
    for number, names in enumerate(
        (
            "",
            "satu one",
            "dua two",
            "tiga three",
            "empat four",
            "lima five",
            "enam six",
            "tujuh seven",
            "delapan eight",
            "sembilan nine",
        )
    )
    for name in names.split()
}
_WHOLE = {
    "sepuluh": 10,
    "sebelas": 11,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_DIGITS = {**{name: str(number) for name, number in _ONES.items()}, "nol": "0", "kosong": "0", "zero": "0"}
NUMERALS = frozenset({*_ONES, *_WHOLE, *_TENS, "seratus", "seribu"})


def numeral_at(forms: Sequence[str], at: int) -> tuple[int, int]:
    """Give the number that begins at term `at` and how many terms it takes; (0, 0) for none."""
    if _form(forms, at) == "seribu":
        rest, more = _below_thousand(forms, at + 1)
        return 1000 + rest, 1 + more
    total, used = _below_thousand(forms, at)
    if used and _form(forms, at + used) == "ribu":
        rest, more = _below_thousand(forms, at + used + 1)
        if rest:  # "dua ribu lima ratus"; a bare "dua ribu" is two of a unit
            return 1000 * total + rest, used + 1 + more
    return total, used


def digits_spoken(forms: Sequence[str], at: int) -> tuple[str, int]:
    """Give the digits said one by one from term `at` on, and the term after them: "nol delapan satu ..."."""
    digits = ""
    while at < len(forms) and (forms[at] in _DIGITS or (digits and forms[at].isdigit())):
        digits += _DIGITS.get(forms[at], forms[at])
        at += 1
    return digits, at


def _below_thousand(forms: Sequence[str], at: int) -> tuple[int, int]:
    total, used = _hundreds(forms, at)
    rest, more = _below_hundred(forms, at + used)
    return total + rest, used + more


def _hundreds(forms: Sequence[str], at: int) -> tuple[int, int]:
    if _form(forms, at) == "seratus":
        return 100, 1
    if _form(forms, at) in _ONES and _form(forms, at + 1) == "ratus":
        return 100 * _ONES[forms[at]], 2
    return 0, 0


def _below_hundred(forms: Sequence[str], at: int) -> tuple[int, int]:
    form, after = _form(forms, at), _form(forms, at + 1)
    if form in _WHOLE:
        return _WHOLE[form], 1
    if form in _TENS:
        return (_TENS[form] + _ONES[after], 2) if after in _ONES else (_TENS[form], 1)
    if form not in _ONES:
        return 0, 0
    if after == "belas":
        return 10 + _ONES[form], 2
    if after != "puluh":
        return _ONES[form], 1
    last = _form(forms, at + 2)
    if last in _ONES and _form(forms, at + 3) not in {"ratus", "puluh"}:
        return 10 * _ONES[form] + _ONES[last], 3
    return 10 * _ONES[form], 2


def _form(forms: Sequence[str], at: int) -> str:
    return forms[at] if 0 <= at < len(forms) else ""
