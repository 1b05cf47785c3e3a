"""Ages in a message, told apart from how long somebody has worked or how long ago it was."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.putting_right import may_put_right, puts_right
from flows.understanding.words import Words

_AGE_WORDS = frozenset({"umur", "usia", "berusia", "umurnya", "aged", "age", "berumur", "usianya"})
_BETWEEN = frozenset(
    {
        *("masih", "baru", "sekitar", "kira", "saya", "dia", "cuma", "kurang", "lebih", "is", "sebenarnya", "aku"),
        *(
            "palingan",
            "paling",
            "sebenar",
            "asli",
            "aslinya",
            "benar",
            "bener",
            "betul",
            "anak",
            "adik",
            "kakak",
            "istri",
            "suami",
        ),
        *("ponakan", "sepupu", "teman", "korban", "cucu", "nya", "perempuan", "laki", "kandung"),
    }
)
_NOT_AN_AGE_BEFORE = frozenset(
    {
        "kerja",
        "kontrak",
        "sudah",
        "selama",
        "bekerja",
        "hampir",
        "habis",
        "lebih",
        "setelah",
        "penjara",
        "for",
        "tiap",
        "dari",
        "baru",
    }
)
_NOT_AN_AGE_AFTER = frozenset(
    {
        "lalu",
        "lagi",
        "yang",
        "kerja",
        "kontrak",
        "ago",
        "tidak",
        "belum",
        "di",
        "terakhir",
        "kemudian",
        "tanpa",
        "penjara",
        "sudah",
        "bekerja",
        "jadi",
    }
)
_WHO = frozenset(
    {
        "anak",
        "adik",
        "kakak",
        "istri",
        "suami",
        "perempuan",
        "ponakan",
        "sepupu",
        "orang",
        "teman",
        "saya",
        "aku",
        "laki",
        "murid",
        "remaja",
        "dia",
        "am",
        "cucu",
        "korban",
        "ibu",
        "bapak",
        "im",
        "old",
        "tetangga",
        "warga",
        "daughter",
        "son",
        "sister",
        "brother",
        "wife",
        "niece",
        "nephew",
        "cousin",
        "friend",
        "girl",
        "boy",
    }
)
_ADULT, _OLDEST, _YOUNGEST = 18, 80, 1
_CAN_WALK = 5  # years
_SURELY_AN_AGE = 12  # years; so long nobody waits for a wage
_REALLY = frozenset({"baru", "masih", "asli", "aslinya", "sebenarnya", "sebenar"})
_ON_PAPER = frozenset({"ktp", "paspor", "kk", "akta", "surat"})
_SHE_IS = frozenset({"shes", "hes"})
_AT_SCHOOL = frozenset({"kelas", "kls", "sd", "mi", "smp", "mts", "sekolah"})
_ADDRESSED = frozenset({"bang", "kak", "pak", "bu", "min", "admin", "mas", "mbak", "bro", "gan", "bapak", "dia"})
_IS = frozenset({"is", "am", "was"})
_ONLY = frozenset({"only", "just", "barely", "cuma", "hanya", "baru"})
_GOES_ON = frozenset({"and", "but", "years", "year", "tahun", "now", "so"})
_JUST_BEFORE = 6  # terms
_AGE_WORD_NEAR = 9  # terms
_NEXT = 3  # terms
_NOW = frozenset({"sudah", "jadi"})
_UNITS = frozenset({
    *("juta", "ribu", "orang", "hari", "bulan", "minggu", "jam", "menit", "kali", "ringgit", "riyal", "dolar", "usd"),
    *("km", "kg", "anak", "lagi"),
})  # fmt: skip
_AND = frozenset({"dan", "sama"})
_SHIPS = frozenset({"kapal", "km", "kmn", "mv", "fv", "ship", "vessel"})
_A_NAME = 3  # terms


class Age(NamedTuple):
    """An age in years and the terms it was read from."""

    years: int
    first: int
    last: int


def read_ages(words: Words) -> Sequence[Age]:
    """Find every age said of a person."""
    if not words.has_digits and not words.has_any(NUMERALS):
        return ()
    if "ages" not in words.found:
        words.found["ages"] = _find_ages(words)
    return cast("list[Age]", words.found["ages"])


def _find_ages(words: Words) -> list[Age]:
    found: list[Age] = []
    forms = words.forms
    done = 0
    before: Age | None = None
    is_put_right = may_put_right(words)
    for at, form in enumerate(forms):
        if at < done or not (form[0].isdigit() or form in NUMERALS):
            continue
        years, used = _number(forms, at)
        done = at + max(used, 1)
        if years is None:
            continue
        said, before = before, Age(years, at, done + (forms[done : done + 1] == ["tahun"]))
        if said and is_put_right and puts_right(words, said.last, at):
            _put_right(words, found, said, before)
            continue
        first = _after_age_word(forms, at)
        if first is not None:
            found.append(Age(years, first, done))
        elif forms[done : done + 1] == ["tahun"] and _is_of_a_person(words, forms, at, done, years):
            found.append(Age(years, at, done + 1))
        elif form[0].isdigit() and _is_set_apart(words, forms, at, years):
            found.append(Age(years, at, done))
    return found


def _put_right(words: Words, found: list[Age], said: Age, anew: Age) -> None:
    """Let the second number of "25 th eh salah 26" and "19, ralat 20 tahun" stand for the first."""
    forms = words.forms
    after, is_in_years = forms[anew.last : anew.last + 1], forms[anew.last - 1] == "tahun"
    if not (_NOT_AN_AGE_AFTER - _NOW if is_in_years else _UNITS).isdisjoint(after):
        return
    was_an_age = bool(found) and found[-1].first <= said.first < found[-1].last
    if was_an_age:
        found[-1] = Age(anew.years, found[-1].first, anew.last)
    elif is_in_years and anew.years >= _SURELY_AN_AGE and forms[max(0, said.first - 1)] not in _NOT_AN_AGE_BEFORE:
        found.append(Age(anew.years, said.first, anew.last))


def _is_set_apart(words: Words, forms: list[str], at: int, years: int) -> bool:
    """Tell an age that has no word for it: "Taufik (25)", "anak saya, 16, dibawa", "she is only 15"."""
    if years >= _SURELY_AN_AGE and (
        _stands_in_brackets(words, at) or _stands_between_commas(words, at) or _is_next_to_a_lone_name(words, at)
    ):
        return True
    return years >= _CAN_WALK and (_follows_a_name(words, forms, at) or _is_said_of_one(words, forms, at, years))


def _is_said_of_one(words: Words, forms: list[str], at: int, years: int) -> bool:
    """Tell the age in "she is only 15" and "umurnya di KK diganti, padahal baru 19" from "she is 15 minutes late"."""
    if (
        at + 1 < len(forms)
        and words.clauses[at + 1] == words.clauses[at]
        and forms[at + 1] not in _GOES_ON | _ADDRESSED
    ):
        return False
    if at and forms[at - 1] in _REALLY:
        if forms[at - 1] == "baru" and at > 1 and forms[at - 2] in {"saya", "aku", "dia"} and years >= _SURELY_AN_AGE:
            return True  # "sy baru 17 kak"
        before = forms[max(0, at - _AGE_WORD_NEAR) : at]
        return not _AGE_WORDS.isdisjoint(before) or ("padahal" in before and not _ON_PAPER.isdisjoint(before))
    if at and forms[at - 1 - (forms[at - 1] in _ONLY)] in _SHE_IS:
        return True
    verb = at - 1 - (at > 1 and forms[at - 1] in _ONLY)
    return verb > 0 and forms[verb] in _IS and forms[verb - 1] in {"dia", "aku"}


def _number(forms: list[str], at: int) -> tuple[int | None, int]:
    """Give the years that a number may stand for, None for none, and how many terms it takes."""
    if not forms[at][0].isdigit():
        years, used = numeral_at(forms, at)
    else:
        first = forms[at].split("-", maxsplit=1)[0]
        years, used = int(first) if first.isdigit() and len(first) <= 2 else 0, 1
    return (years if _YOUNGEST <= years <= _OLDEST else None), used


def _after_age_word(forms: list[str], at: int) -> int | None:
    for back in range(1, 4):
        if at - back < 0:
            return None
        if forms[at - back] in _AGE_WORDS:
            return at - back
        if forms[at - back] not in _BETWEEN:
            return None
    return None


def _is_of_a_person(words: Words, forms: list[str], at: int, unit: int, years: int) -> bool:
    before = forms[at - 1] if at else ""
    # "14 tahun, sudah 2 minggu hilang": what follows a comma is another matter
    goes_on = unit + 1 < len(forms) and words.clauses[unit + 1] == words.clauses[at]
    after = forms[unit + 1] if goes_on and forms[unit + 1] not in _ADDRESSED else ""
    if not forms[at][0].isdigit() and years < _SURELY_AN_AGE:
        return False  # "dia dua tahun di sana" is how long
    if before == "baru" and not after and years >= _SURELY_AN_AGE and _is_beside_one(words, at - 1):
        return True
    if before in _NOT_AN_AGE_BEFORE or after in _NOT_AN_AGE_AFTER:
        return before in _WHO and after not in {"lalu", "ago", "yang"} and before != "saya"
    if before in _WHO or after in {"old", "perempuan", "laki"} or not _WHO.isdisjoint(forms[max(0, at - 4) : at]):
        return True
    if at and _is_a_name(words, at - 1) and years >= _SURELY_AN_AGE:
        return True  # "Rina 19 thn adik sy"
    alone = not at or words.clauses[at - 1] != words.clauses[at]
    if alone and not at and not _AT_SCHOOL.isdisjoint(map(str.lower, forms[unit + 1 : unit + 1 + _NEXT])):
        return years >= _CAN_WALK  # "9 tahun, kelas 3 sd"
    return alone and years >= _SURELY_AN_AGE and not after


def _is_beside_one(words: Words, at: int) -> bool:
    """Read "ada anak namanya Melati, baru 14 tahun"; "kerja di sini baru 14 tahun" is how long."""
    if not at:
        return False
    if words.clauses[at - 1] == words.clauses[at]:
        return words.forms[at - 1] in _WHO or _is_a_name(words, at - 1)
    near = words.forms[max(0, at - _JUST_BEFORE) : at]
    return words.sentences[at - 1] == words.sentences[at] and not _WHO.isdisjoint(near)


def _is_a_name(words: Words, at: int) -> bool:
    return not words.terms[at].ids and words.raw(at)[0].isupper()


def _stands_between_commas(words: Words, at: int) -> bool:
    """Tell the age in "anak saya, 16, dibawa" from any other number."""
    if not at or at + 1 >= len(words.terms) or words.raw(at) != words.terms[at].form:
        return False
    alone = words.clauses[at - 1] != words.clauses[at] != words.clauses[at + 1]
    between = words.text[words.spans[at - 1][1] : words.spans[at][0]].strip()
    return alone and between == "," and (words.terms[at - 1].form in _WHO or _is_a_name(words, at - 1))


def _is_next_to_a_lone_name(words: Words, at: int) -> bool:
    """Tell the age in "Hamzah. 24." and "Deni Irawan, 27": a text that begins with nothing but a name."""
    follows = words.forms[at + 1] if at + 1 < len(words.terms) else "dan"
    ends = follows in _AND or words.clauses[at + 1] != words.clauses[at]
    return ends and 0 < at <= _A_NAME and all(_is_a_name(words, before) for before in range(at))


def _follows_a_name(words: Words, forms: list[str], at: int) -> bool:
    """Tell the ages in "keponakan saya, Ilham 16 dan Fadil 18"."""
    before = forms[max(0, at - 6) : at]
    if not at or not _is_a_name(words, at - 1) or _WHO.isdisjoint(before) or not _SHIPS.isdisjoint(before):
        return False
    return at + 1 >= len(forms) or forms[at + 1] in {"dan", "sama"} or words.clauses[at + 1] != words.clauses[at]


def _stands_in_brackets(words: Words, at: int) -> bool:
    """Tell the age in "Taufik (25)": a bare number in brackets after a name."""
    start, end = words.spans[at]
    return (
        words.text[start - 1 : start] == "("
        and words.text[end : end + 1] == ")"
        and at > 0
        and _is_a_name(words, at - 1)
    )


def is_minor(age: Age) -> bool:
    """Tell whether this is the age of a child in law (UU 35/2014: under 18)."""
    return age.years < _ADULT
