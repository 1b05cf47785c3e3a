"""Sums of money: "30jt", "Rp 2.500.000", "6000 ringgit", and the bank accounts they go to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from flows.understanding.lexicon import lexicon
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.putting_right import may_put_right, puts_right
from flows.understanding.words import Words

_SUM = re.compile(
    r"(?P<rp>rp\.?\s*|idr\s*|rm\s*|(?<!\w)(?:usd|sgd|hkd|ntd?|twd|bnd|aud|myr|aed|sar|qar|omr|kwd|kd|jpy|krw|rmb|eur|gbp)\s*|"
    r"(?<!\w)(?:us|hk|nt|au|s|b)\s?\$\s*|\$\s*)?(?P<number>\d+(?:[.,]\d+)*)\s*"
    r"(?P<unit>juta|jutaan|jtan|jt|jta|ribuan|ribu|rban|rb|rebu|k|m|miliar|milyar|million)?(?![\w])\s*"
    r"(?P<currency>(?:u[.]?s[.]?|nt|hk|hong ?kong|singapore)[ ]+dollars?|"
    r"dolar[ ]+(?:amerika|us|singapura|singapore|hong ?kong|hk|taiwan|brunei|australia)|"
    r"ri(?:y)?als?[ ]+(?:oman|saudi|qatar)|"
    r"ringgit|rm|myr|dolar|dollar|dollars|usdt|usd|sgd|hkd|ri(?:y)?als?|real|sar|qar|omr|yuan|rmb|nt|ntd|twd|rupiah|idr|baht|bnd|aud|"
    r"dirhams?|aed|dhs|dinar|kwd|kd|yen|jpy|won|krw|euros?|eur|zloty|lira|pounds?)?\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+")
_LONGEST_MARK = 16  # characters: "HK $" and the spaces behind it
_UNITS = {"juta": "juta", "jutaan": "juta", "jt": "juta", "jta": "juta", "jtan": "juta", "million": "juta",
          "ribu": "ribu", "ribuan": "ribu", "rban": "ribu",
          "rb": "ribu", "rebu": "ribu", "k": "ribu", "miliar": "miliar", "milyar": "miliar", "m": "miliar"}  # fmt: skip
_CURRENCIES = {"ringgit": "RM", "rm": "RM", "dolar": "US$", "dollar": "US$", "dollars": "US$", "usd": "US$", "$": "US$",
               "myr": "RM", "sgd": "S$", "hkd": "HK$", "riyal": "riyal", "riyals": "riyal", "real": "riyal",
               "sar": "riyal", "qar": "riyal", "yuan": "yuan", "rmb": "yuan", "nt": "NT$", "ntd": "NT$", "twd": "NT$",
               "baht": "baht", "dirham": "dirham", "dirhams": "dirham", "aed": "dirham", "dinar": "dinar",
               "kwd": "dinar", "kd": "dinar",
               "dhs": "dirham", "yen": "yen", "jpy": "yen", "won": "won", "krw": "won", "euro": "euro", "euros": "euro",
               "usdt": "US$", "eur": "euro", "zloty": "zloty", "lira": "lira", "pound": "pound", "pounds": "pound",
               "rial": "rial", "rials": "rial", "omr": "rial Oman", "bnd": "B$", "aud": "A$", "gbp": "pound",
               "us$": "US$", "hk$": "HK$", "nt$": "NT$", "au$": "A$", "s$": "S$", "b$": "B$"}  # fmt: skip
_DOLLARS_OF = {"nt": "NT$", "taiwan": "NT$", "hk": "HK$", "hongkong": "HK$", "hong": "HK$", "singapore": "S$",
               "singapura": "S$", "us": "US$", "amerika": "US$", "brunei": "B$", "australia": "A$"}  # fmt: skip
_RIYALS_OF = {"oman": "rial Oman", "saudi": "riyal", "qatar": "riyal"}
_AFTER = frozenset(
    {"riyal", "rial", "rial Oman", "yuan", "baht", "dirham", "dinar", "yen", "won", "euro", "zloty", "lira", "pound"}
)
_NAMED_UNITS = frozenset({"juta", "ribu", *_CURRENCIES} - {"nt", "kd", "won", "real", "sar", "pound", "lira"})
_DIGITS = re.compile(r"\d(?:[ .-]{0,2}\d){7,19}")
_MILLION, _HALF = "juta", "setengah"
_THREE, _HUNDRED, _THOUSAND = 3, 100, 1000  # digits; what is added to a million is told in thousands
# what a number after a sum may count instead: "3 juta 250 orang", "5 juta setengah bulan"
_COUNTED = frozenset(
    {
        *(
            "orang",
            "hari",
            "bulan",
            "minggu",
            "tahun",
            "jam",
            "menit",
            "kali",
            "x",
            "km",
            "kg",
            "kilo",
            "meter",
            "korban",
        ),
        *("anak", "perempuan", "laki", "ekor", "unit", "lembar", "juta", "miliar", "mati", *_CURRENCIES),
    }
)
_EXACTLY = frozenset({"tepatnya", "persisnya", "pasnya", "tepat", "persis", "exactly"})
_BESIDE_EXACTLY = frozenset({"lebih", "itu", "ya", "eh", "atau", "yaitu", "sih", "dong", "kalau", "sekitar", "bukan"})
_SMALLEST_PLAIN = 100_000
_DOTTED, _WHOLE_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){1,3}"), re.compile(r"[1-9]\d{2,4}000")
_AFTER_BANK, _BEFORE_BANK = 28, 12  # characters
_LONGEST_PHONE = 13  # digits
# nothing but an account can follow: "tf ke 5510 2284 905", "duitnya dikirim ke 1180034457"
_LONGEST_FIRM = 48  # characters
_FIRM_BEGUN = re.compile(r"\b(?:pt|cv|ud|lpk|koperasi|yayasan)\b\.?[\w ]*$")
_TO_A_BANK = re.compile(r"\b(?:ke|tf|trf|transfer|bank|rek\w*|norek|via|lewat|to)\b")
_PAID_INTO = re.compile(
    r"\b(?:(?:di)?(?:tf|trf|transf\w*|tranfer\w*|setor\w*|nyetor)|(?:uang|duit)(?:nya)? (?:\w+ )?(?:di)?kirim(?:nya)?|"
    r"(?:di)?kirim (?:uang|duit)(?:nya)?)\s+(?:aja |saja |lagi |langsung )?(?:ke|to|into)\s+(?:no(?:mor|mer)?\s+)?$"
)
_LONGEST_LEAD = 48  # characters


class Money(NamedTuple):
    """A sum as an officer reads it, and where it stood."""

    value: str
    start: int
    end: int


def find_sums(words: Words) -> list[Money]:
    """Find every sum of a message, in digits or in words, in order."""
    found = find_money(words.text) if words.has_digits else []
    if found and _MILLION in words.vocabulary:
        found = list(_with_their_parts(words, found))
    if words.has_any(_NAMED_UNITS) and (_HALF in words.vocabulary or words.has_any(NUMERALS)):
        found = sorted([*found, *_spoken(words)], key=lambda money: money.start)
    is_told_anew = len(found) > 1 and (may_put_right(words) or words.has_any(_EXACTLY))
    return _put_right(words, found) if is_told_anew else found


def _put_right(words: Words, found: list[Money]) -> list[Money]:
    """Let the second sum of "5 juta eh salah 6 juta" and of "40 juta, tepatnya 42 juta" stand for the first."""
    starts = [start for start, _ in words.spans]
    kept = found[:1]
    for money in found[1:]:
        before = kept[-1]
        between = bisect_left(starts, before.end), bisect_left(starts, money.start)
        if puts_right(words, *between) or _is_more_exact(words.forms[slice(*between)]):
            kept[-1] = Money(money.value, before.start, money.end)
        else:
            kept.append(money)
    return kept


def _is_more_exact(between: list[str]) -> bool:
    """Read "tepatnya" and "lebih persisnya"; "gaji 5 juta, tepatnya bulan lalu bayar 2 juta" tells of two sums."""
    return not _EXACTLY.isdisjoint(between) and (_EXACTLY | _BESIDE_EXACTLY).issuperset(between)


def _spoken(words: Words) -> Iterator[Money]:
    """Give the sums written out: "dua belas juta", "lima ratus ringgit"."""
    forms = [term.form for term in words.terms]
    at = 0
    while at < len(forms):
        if forms[at] == _HALF and forms[at + 1 : at + 2] == [_MILLION]:
            yield Money("Rp500 ribu", words.spans[at][0], words.spans[at + 1][1])
            at += 2
            continue
        number, used = numeral_at(forms, at) if forms[at] in NUMERALS else (0, 0)
        end = at + used
        unit = forms[end] if used and end < len(forms) else ""
        if unit not in _NAMED_UNITS:
            at += max(used, 1)
            continue
        currency = unit if unit in _CURRENCIES else forms[end + 1] if end + 1 < len(forms) else ""
        part, more = _part_of_a_unit(forms, end + 1) if unit == "juta" else ("", 0)
        amount = f"{_dotted(str(number), '')}{part}{' ' + unit if unit in _UNITS else ''}"
        mark = _CURRENCIES.get(currency, "Rp")
        value = f"{amount} {mark}" if mark in _AFTER else f"{mark}{amount}"
        end += 1 + more + (unit in _UNITS and currency in _CURRENCIES)
        yield Money(value, words.spans[at][0], words.spans[end - 1][1])
        at = end


def _with_their_parts(words: Words, found: list[Money]) -> Iterator[Money]:
    """Give "9 juta setengah" and "4 juta 800 ribu" as the one sum that each is."""
    starts = [start for start, _ in words.spans]
    reached = 0
    for money in found:
        if money.start < reached:
            continue  # the "800 ribu" of "4 juta 800 ribu"
        at = bisect_left(starts, money.end)
        part, used = (
            _part_of_a_unit(words.forms, at) if money.value.endswith(_MILLION) and _is_next(words, at) else ("", 0)
        )
        if not part or "," in money.value:
            yield money
            continue
        reached = words.spans[at + used - 1][1]
        yield Money(f"{money.value.removesuffix(_MILLION).rstrip()}{part} {_MILLION}", money.start, reached)


def _is_next(words: Words, at: int) -> bool:
    """Say whether nothing but a space stands before term `at`: "3 juta, 250 orang" is no sum."""
    return 0 < at < len(words.spans) and not words.text[words.spans[at - 1][1] : words.spans[at][0]].strip(" ")


def _part_of_a_unit(forms: list[str], at: int) -> tuple[str, int]:
    """Read what is added to so many million: "setengah", "lima ratus (ribu)", "250", "800 ribu"."""
    form = forms[at] if at < len(forms) else ""
    if form == "setengah":
        number, used = 500, 1
    elif form.isdecimal() and len(form) == 1 and forms[at + 1 : at + 2] == ["ratus"]:
        number, used = int(form) * _HUNDRED, 2  # "5 juta 2 ratus"
    elif form.isdecimal():
        number, used = (int(form), 1) if len(form) <= _THREE else (0, 0)
    else:
        number, used = numeral_at(forms, at) if form in NUMERALS else (0, 0)
    in_thousands = forms[at + used : at + used + 1] == ["ribu"]
    is_whole = in_thousands or (number >= _HUNDRED and number % 10 == 0)
    after = forms[at + used : at + used + 1]
    if (
        not number
        or number >= _THOUSAND
        or not is_whole
        or not _COUNTED.isdisjoint(after)
        or any(form.isdecimal() for form in after)
    ):
        return "", 0
    return f",{number:03d}".rstrip("0"), used + in_thousands


def find_money(text: str) -> list[Money]:
    """Find every sum that shows itself as money: by unit, by currency, or by its size and dots."""
    found = []
    for match in _sums(text):
        unit = _UNITS.get((match["unit"] or "").lower(), "")
        mark = (match["currency"] or match["rp"] or "").strip().rstrip(".").lower()
        currency = _currency(mark) or ("Rp" if mark or unit else "")
        number = match["number"]
        if not number.strip("0.,"):
            continue
        if not currency and not _looks_like_rupiah(number):
            continue
        if unit == "miliar" and (match["unit"] or "").lower() == "m" and not match["rp"]:
            continue
        amount = f"{_dotted(number, unit)}{' ' + unit if unit else ''}"
        value = f"{amount} {currency}" if currency in _AFTER else f"{currency or 'Rp'}{amount}"
        found.append(Money(value, match.start(), match.end()))
    return found


def _sums(text: str) -> Iterator[re.Match[str]]:
    """Match sums only from a little before each figure on: most of a message has none."""
    reached = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() >= reached:
            match = _SUM.search(text, max(reached, figure.start() - _LONGEST_MARK))
            if match is None:
                return
            reached = match.end()
            yield match


def _currency(mark: str) -> str:
    """Give the sign of "usd", "US dollars", "dolar singapura" and "rial oman", "" for rupiah and for none."""
    values = _RIYALS_OF if mark.startswith("ri") else _DOLLARS_OF
    whose = next((values[word] for word in mark.replace(".", "").split() if word in values), "")
    return whose or _CURRENCIES.get(mark.replace(" ", ""), "")


def _looks_like_rupiah(number: str) -> bool:
    """Tell "2.500.000" and "2500000" from an amount of something else and from an account."""
    is_dotted, is_plain = _DOTTED.fullmatch(number), _WHOLE_THOUSANDS.fullmatch(number)
    return bool(is_dotted or is_plain) and int(number.replace(".", "")) >= _SMALLEST_PLAIN


def _dotted(number: str, unit: str) -> str:
    if unit:
        return number.replace(".", ",")
    digits = re.sub(r"\D", "", number)
    return f"{int(digits):,}".replace(",", ".")


class Account(NamedTuple):
    """A bank account or e-wallet: "BRI 012301004567509", and where its digits stood."""

    value: str
    start: int
    end: int


def find_accounts(text: str) -> list[Account]:
    """Find digits that stand beside a bank's name or the word account."""
    runs = list(_DIGITS.finditer(text))
    if not runs:
        return []
    banks = lexicon().values.get("BANK", {})
    lowered = text.lower()
    marks = [(m.start(), m.end(), banks.get(m.group(), "")) for m in _bank_names().finditer(lowered)]
    found = []
    for digits in runs:
        near = [m for m in marks if _is_beside(m, digits, runs)]
        if not near and not _is_paid_into(lowered, digits):
            continue
        bank = next((m[2] for m in near if m[2]), "")
        number = re.sub(r"\D", "", digits.group())
        may_be_a_phone = number.startswith(("08", "62")) and len(number) <= _LONGEST_PHONE
        if may_be_a_phone and (not bank or all(_ends_a_firm(lowered, begins) for begins, _, _ in near)):
            continue
        found.append(Account(f"{bank} {number}".strip(), digits.start(), digits.end()))
    return found


def _ends_a_firm(lowered: str, at: int) -> bool:
    """Tell "PT Bina Mandiri. nmr nya 0819 ..." from "PT Bina Sejati, tf ke mandiri 0819 ..."."""
    begun = _FIRM_BEGUN.search(lowered[max(0, at - _LONGEST_FIRM) : at])
    return begun is not None and not _TO_A_BANK.search(begun.group())


def _is_beside(mark: tuple[int, int, str], digits: re.Match[str], runs: list[re.Match[str]]) -> bool:
    """Say whether a bank's name belongs to these digits: those after it, else those just before it."""
    if 0 <= digits.start() - mark[1] <= _AFTER_BANK:
        return True
    follows = any(0 <= run.start() - mark[1] <= _AFTER_BANK for run in runs)
    return not follows and -_BEFORE_BANK <= mark[0] - digits.end() <= _BEFORE_BANK


def _is_paid_into(lowered: str, digits: re.Match[str]) -> bool:
    """Read "tf ke 5510 2284 905"; the number of "tf ke 0812 ..." may be a phone's."""
    before = lowered[max(0, digits.start() - _LONGEST_LEAD) : digits.start()]
    return not digits.group().startswith(("08", "62")) and bool(_PAID_INTO.search(before))


@cache
def _bank_names() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(lexicon().values.get("BANK", {}), key=len, reverse=True))
    return re.compile(rf"\b(?:{names}|rek(?:ening)?(?:nya|ku)?|norek|no\.? ?rek|account)\b")
