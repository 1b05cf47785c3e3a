"""Ages in a message, told apart from how long somebody has worked or how long ago it was."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from flows.understanding.ages_apart import (
    ADDRESSED,
    AGE_WORDS,
    CAN_WALK,
    ON_PAPER,
    SURELY_AN_AGE,
    WAGES,
    WHO,
    is_a_name,
    is_on_a_false_paper,
    is_on_paper,
    is_set_apart,
    may_name,
    name_begins,
)
from flows.understanding.babies import is_of_the_unborn, stands_behind_a_baby, unit_of_a_baby
from flows.understanding.introduced import SELVES
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.putting_right import may_put_right, puts_right
from flows.understanding.words import Words

_ELDERS = frozenset({"ibu", "bapak", "paman", "bibi", "ipar", "mertua", "menantu", "saudara"})
_BETWEEN = frozenset(
    {
        *("masih", "baru", "sekitar", "kira", "saya", "dia", "cuma", "kurang", "lebih", "is", "sebenarnya", "aku"),
        *("ternyata", "harus", "seharusnya", "keliru", "rupanya", "tetap"),
        *("dalam", "around", "about", "ya", "eee", "ee", "eeh", "emm", "hmm", "anu"),
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
        *("ponakan", "sepupu", "teman", "korban", "cucu", "nya", "perempuan", "laki", "kandung", "juga", "sekarang"),
        *_ELDERS,
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
_NOT_AN_AGE_AFTER = frozenset({
    *("lalu", "lagi", "yang", "kerja", "kontrak", "ago", "tidak", "belum", "di", "terakhir", "kemudian", "tanpa"),
    *("penjara", "sudah", "bekerja", "jadi"),
})  # fmt: skip
# what nobody under twelve is told of: work, wages, and news that stopped coming
_GOES_ON_SO_LONG = (
    *(("gaji",), ("gajinya",), ("upah",), ("kerja",), ("bekerja",), ("kontrak",), ("merantau",), ("digaji",)),
    *(("tidak", "digaji"), ("tidak", "dibayar"), ("tidak", "gajian"), ("belum", "digaji"), ("belum", "dibayar")),
    *(("hilang", "kontak"), ("putus", "kontak"), ("lost", "contact"), ("tanpa", "kabar"), ("tidak", "kirim")),
    *(("tidak", "ngirim"), ("belum", "gajian"), ("di", "negeri"), ("di", "luar")),
)
_AT_WORK = frozenset({"di", "jadi", "kerja", "bekerja"})
_CHILDREN = frozenset({"adik", "anak", "keponakan", "ponakan", "murid", "siswa", "cucu"})
_YOUNG_KIN = _CHILDREN | {"sepupu", "teman", "pacar", "kawan"}
_CAN_WRITE = 8  # years
_GROWING = 16  # years; so long hardly anybody stays away
_ADULT, _OLDEST, _YOUNGEST = 18, 80, 1
_AT_SCHOOL = frozenset({"kelas", "kls", "sd", "mi", "smp", "mts", "sekolah"})
_AFTER_A_SPAN = frozenset({"lalu", "lagi", "ago", "kemudian", "kontrak", "penjara", "yang", "kerja", "bekerja"})
_SEXES = frozenset({"perempuan", "laki"})
_A_NAME = 3  # terms
_NEXT = 3  # terms
_JUST_BEFORE = 6  # terms
_AFTER_A_NAME = 9  # terms
_NAMING = frozenset({"nama", "bernama"})
_NOT = "bukan"
_WHERE_FROM = frozenset({"kami", "saya", "dari", "asal", "warga", "orang"})
_NOW = frozenset({"sudah", "jadi"})
_UNSURE = frozenset({"tidak", "tahu", "kurang", "pasti", "lupa", "mungkin", "sekitar", "kira", "antara", "nya"})
_YET = frozenset({"baru", "masih"})
_POINTING = frozenset({"ini", "itu"})
_OF_SEVERAL = frozenset({"muda", "kecil", "bungsu", "tua", "satunya", "satu", "si"})
_NAMED_BEFORE = 2  # terms
_BUT = frozenset({"tapi", "padahal", "kok", "dan"})  # "Sri Wahyuni baru 17 th tapi KTP nya ..."
_ONE_OF = frozenset({"satu", "seorang", "satunya", "si", "1"})
_UNITS = frozenset({
    *("juta", "ribu", "orang", "hari", "bulan", "minggu", "jam", "menit", "kali", "ringgit", "riyal", "dolar", "usd"),
    *("km", "kg", "anak", "lagi"),
})  # fmt: skip
_BIRTHDAY, _SOON_AFTER = frozenset({"ulang", "ultah", "milad", "genap"}), 4  # terms


class Age(NamedTuple):
    """An age in years, 0 for a baby's, and the terms it was read from; `told` is how it is written down."""

    years: int
    first: int
    last: int
    of_a_baby: str = ""

    @property
    def told(self) -> str:
        """Give "19", or "2 bulan" of a baby."""
        return self.of_a_baby or str(self.years)


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
    refused = False
    is_put_right = may_put_right(words)
    for at in words.figures:
        if at < done:
            continue
        years, used = _number(forms, at)
        done = at + max(used, 1)
        if years is None:
            continue
        if before and years == before.years and is_put_right and forms[at - 1] == _NOT:
            before = before._replace(last=done)  # "20, eh bukan 20, 19"
            refused = True
            continue
        said, before = before, Age(years, at, done + (forms[done : done + 1] == ["tahun"]))
        if said and refused and said.last == at:
            _put_right(words, found, said, before)
            continue
        if said and is_put_right and puts_right(words, said.last, at):
            _put_right(words, found, said, before)
            continue
        told = _age_at(words, at, done, years)
        found += [told] if told else []
    return _true_ones(words, found) if found and words.has_any(ON_PAPER) else found


def _age_at(words: Words, at: int, done: int, years: int) -> Age | None:
    """Give the age whose number stands at the terms from `at` to before `done`."""
    forms = words.forms
    first = _after_age_word(forms, at)
    if unit := unit_of_a_baby(words, done, years):
        is_told = first is not None or _before_age_word(words, at, done + 1) or stands_behind_a_baby(words, at, done)
        is_unborn = is_told and is_of_the_unborn(words, at)
        began = at if first is None else first
        return Age(0, began, done + 1, f"{years} {unit}") if is_told and not is_unborn else None
    if first is None and _UNITS.isdisjoint(forms[done : done + 1]):
        first = _after_an_unsure_age_word(forms, at)
        first = _after_an_age_word_and_a_name(words, at) if first is None else first
    if first is not None:
        return Age(years, first, done)
    if end := _before_age_word(words, at, done):
        return Age(years, at, end)
    if forms[done : done + 1] == ["tahun"]:
        if _lasts(words, at, done, years):
            return None
        if _is_of_a_person(words, forms, at, done, years):
            return Age(years, at, done + 1)
    return Age(years, at, done) if forms[at][0].isdigit() and is_set_apart(words, at, years) else None


def _true_ones(words: Words, found: list[Age]) -> list[Age]:
    """Leave out what a paper says where the true age is told as well, and what a false one says in any case."""
    told = [age for age in found if not is_on_paper(words, age.first, age.last)]
    return told or [age for age in found if not is_on_a_false_paper(words, age.first, age.last)]


def _put_right(words: Words, found: list[Age], said: Age, anew: Age) -> None:
    """Let the second number of "25 th eh salah 26" and "19, ralat 20 tahun" stand for the first."""
    forms = words.forms
    after, is_in_years = forms[anew.last : anew.last + 1], forms[anew.last - 1] == "tahun"
    if not _goes_on_with_a_birthday(words, anew.last) and not (
        _NOT_AN_AGE_AFTER - _NOW if is_in_years else _UNITS
    ).isdisjoint(after):
        return
    was_an_age = bool(found) and found[-1].first <= said.first < found[-1].last
    if was_an_age:
        found[-1] = Age(anew.years, found[-1].first, anew.last)
    elif is_in_years and anew.years >= SURELY_AN_AGE and forms[max(0, said.first - 1)] not in _NOT_AN_AGE_BEFORE:
        found.append(Age(anew.years, said.first, anew.last))


def _goes_on_with_a_birthday(words: Words, at: int) -> bool:
    """Tell "23 eh 24 bulan lalu ulang tahun" from "23 eh 24 bulan lalu berangkat"."""
    return not _BIRTHDAY.isdisjoint(words.forms[at + 1 : at + _SOON_AFTER])


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
        if forms[at - back] in AGE_WORDS:
            return at - back
        if forms[at - back] not in _BETWEEN:
            return None
    return None


def _after_an_unsure_age_word(forms: list[str], at: int) -> int | None:
    """Read "umurnya ga tau 30an" and "umurnya kurang tau sekitar 25"."""
    unsure = at
    while unsure and forms[unsure - 1] in _UNSURE:
        unsure -= 1
    return unsure - 1 if 0 < unsure < at and forms[unsure - 1] in AGE_WORDS else None


def _after_an_age_word_and_a_name(words: Words, at: int) -> int | None:
    """Read "umur laila 15" and "umur adik saya si rina 17"; "umur kapal 15" is of no person."""
    first = name_begins(words, at)
    if first == at or not words.forms[at].isdecimal() or words.clauses[first] != words.clauses[at]:
        return None
    if first and words.forms[first - 1] in _ELDERS:
        return None  # "umur ibu Ani 45 tahun", where the title goes with the name
    return _after_age_word(words.forms, first - (first > 0 and words.forms[first - 1] == "si"))


def _before_age_word(words: Words, at: int, after: int) -> int:
    """Give the term after "19 tahun umurnya", 0 where no such word follows: in "3 anak umur 8" it is of the 8."""
    forms = words.forms
    end = after + (forms[after : after + 1] == ["tahun"])
    if forms[end : end + 1] == [] or forms[end] not in AGE_WORDS or words.clauses[end] != words.clauses[at]:
        return 0
    follows = forms[end + 1 : end + 1 + _NEXT]
    is_of_the_next = any(form[0].isdigit() or form in NUMERALS for form in follows)
    return 0 if is_of_the_next else end + 1


def _lasts(words: Words, at: int, unit: int, years: int) -> bool:
    """Tell how long something goes on: "uang sy 2 tahun gaji ga dibayar", "istri 3 tahun kerja"."""
    forms, whose = words.forms, at
    while whose and forms[whose - 1] in WHO and words.clauses[whose - 1] == words.clauses[at]:
        whose -= 1
    if whose < at and whose and forms[whose - 1] in WAGES and words.clauses[whose - 1] == words.clauses[at]:
        return True
    if years >= SURELY_AN_AGE:
        return False
    is_the_writer = at - whose == 1 and forms[whose] in SELVES and years < _CAN_WRITE
    return is_the_writer or any(forms[unit + 1 : unit + 1 + len(said)] == list(said) for said in _GOES_ON_SO_LONG)


def _is_of_a_person(words: Words, forms: list[str], at: int, unit: int, years: int) -> bool:
    before = forms[at - 1] if at else ""
    # "14 tahun, sudah 2 minggu hilang": what follows a comma is another matter
    goes_on = unit + 1 < len(forms) and words.clauses[unit + 1] == words.clauses[at]
    after = forms[unit + 1] if goes_on and forms[unit + 1] not in ADDRESSED else ""
    if not forms[at][0].isdigit() and years < SURELY_AN_AGE:
        return False  # "dia dua tahun di sana" is how long
    if before in _YET and forms[unit + 1 : unit + 2] == ["dia"] and years >= SURELY_AN_AGE:
        told_on = words.clauses[unit + 2 : unit + 3] == words.clauses[at : at + 1]
        return not told_on or forms[unit + 2] not in _NOT_AN_AGE_AFTER  # "baru 16 tahun dia pak"
    if before in _YET and not after and years >= SURELY_AN_AGE and _is_young_yet(words, at - 1):
        return True
    named = (_goes_with_a_name, _follows_a_told_name, _is_of_one_pointed_at, _is_young_behind_a_name, _is_of_young_kin)
    if years >= SURELY_AN_AGE and any(test(words, at, after) for test in named):
        return True
    if years >= _GROWING and after in _AT_WORK and at and is_a_name(words, at - 1) and _is_beside_kin(forms, at):
        return True  # "anak saya Fikri 23 thn di kamboja", "adik ipar saya Supardi 28 th jadi abk"
    if before in _NOT_AN_AGE_BEFORE or after in _NOT_AN_AGE_AFTER:
        was = after in {"lalu", "ago"} or forms[unit + 1 : unit + 3] == ["yang", "lalu"]
        return before in WHO and not was and before != "saya"
    if before in WHO or after in {"old", "perempuan", "laki"} or not WHO.isdisjoint(forms[max(0, at - 4) : at]):
        return True
    if at and is_a_name(words, at - 1) and years >= SURELY_AN_AGE:
        return True  # "Rina 19 thn adik sy"
    still = before == "masih" and (at == 1 or words.clauses[at - 2] != words.clauses[at])  # "masih 15 tahun kak"
    alone = not at or words.clauses[at - 1] != words.clauses[at] or still
    if alone and not at and not _AT_SCHOOL.isdisjoint(map(str.lower, forms[unit + 1 : unit + 1 + _NEXT])):
        return years >= CAN_WALK  # "9 tahun, kelas 3 sd"
    return alone and years >= SURELY_AN_AGE and not after


def _follows_a_told_name(words: Words, at: int, after: str) -> bool:
    """Read "suami sy Sahrun 40 th udah 5 bln ga ada kabar" and "namanya Fitriani 18 tahun ga ada suami"."""
    if not at or after in _AFTER_A_SPAN or words.clauses[at - 1] != words.clauses[at] or not may_name(words, at - 1):
        return False
    first, begins = at - 1, words.clause_begins(at)
    while first > begins and may_name(words, first - 1) and not words.terms[first - 1].ids:
        first -= 1
    if first == begins:
        return at - first <= _A_NAME and _begins_with_a_name(words, range(first, at), after)
    before = words.forms[first - 1]
    return before in _NAMING or (before in SELVES and (first - 1 == begins or words.forms[first - 2] in WHO))


def _is_of_one_pointed_at(words: Words, at: int, after: str) -> bool:
    """Read "si Deni ini 28 taon, ..." and "Rina itu 19 thn"; "Rina itu 19 thn kerja" is how long."""
    end = at - 1
    first = name_begins(words, end) if end > 0 and words.forms[end] in _POINTING else at
    if first >= end or words.clause_begins(end) not in {first, first - 1} or words.clauses[first] != words.clauses[at]:
        return False
    is_one = words.forms[max(0, first - 1)] == "si" or all(is_a_name(words, one) for one in range(first, end))
    return is_one and (not after or after in _WHERE_FROM | _SEXES)


def _begins_with_a_name(words: Words, said: range, after: str) -> bool:
    """Tell "yuliana 20 thn dr utan" from "nunggak 20 tahun listriknya"."""
    is_large = all(is_a_name(words, one) for one in said)
    ends = not after or after in _WHERE_FROM | _SEXES
    return is_large or (ends and not any(words.terms[one].ids for one in said))


def _is_of_young_kin(words: Words, at: int, after: str) -> bool:
    """Tell "tmn sy 14 th di medsos ditawar2in" from "bibi sy 15 th di malaysia" and "adik sudah 15 th di malaysia".

    Of a child is told sooner than of so many years away, and of a child at work: "ponakan sy 14 thn kerja di kafe".
    """
    forms = words.forms
    whose = at - (at > 0 and forms[at - 1] in SELVES)
    is_minors = after in _AT_WORK and forms[at].isdecimal() and int(forms[at]) < _ADULT
    return is_minors and whose > 0 and forms[whose - 1] in (_YOUNG_KIN if after == "di" else _CHILDREN)


def _is_beside_kin(forms: list[str], at: int) -> bool:
    return not WHO.isdisjoint(forms[max(0, at - _JUST_BEFORE) : at])


def is_minor(age: Age) -> bool:
    """Tell whether this is the age of a child in law (UU 35/2014: under 18)."""
    return age.years < _ADULT


def _goes_with_a_name(words: Words, at: int, after: str) -> bool:
    """Read "nama sy Sudirman dr sape bima 26 thn", "nama rian 22 th kami dr alas" and "sy Siti dr janapria 20 thn"."""
    if after and after not in _WHERE_FROM:
        return False
    begins = max(at - _AFTER_A_NAME, words.clause_begins(at))
    is_named = words.forms[begins] in _NAMING or (words.forms[begins] in SELVES and is_a_name(words, begins + 1))
    return is_named and not any(form.isdecimal() for form in words.forms[begins:at])


def _is_young_yet(words: Words, at: int) -> bool:
    """Say whether "baru" or "masih" at term `at` tells how old somebody is who was just named."""
    return (words.forms[at] == "baru" and _is_beside_one(words, at)) or _is_one_of_them(words, at - 1)


def _is_one_of_them(words: Words, at: int) -> bool:
    """Read the name in "ada satu ikbal baru 16 thn" and "salah satunya dewi masih 15 tahun"."""
    first = name_begins(words, at + 1, since=1) - 1
    return (
        first < at and words.forms[first].removesuffix("nya") in _ONE_OF and words.clauses[first] == words.clauses[at]
    )


def _is_young_behind_a_name(words: Words, at: int, after: str) -> bool:
    """Read "Sri Wahyuni baru 17 th tapi ..." and "yg paling muda Rina baru 15 th"; "Rina baru 17 th kerja" lasts."""
    if at < _NAMED_BEFORE or words.forms[at - 1] not in _YET or (after and after not in _BUT | _WHERE_FROM | _SEXES):
        return False
    first = name_begins(words, at - 1)
    if first == at - 1 or words.clauses[first] != words.clauses[at] or not is_a_name(words, at - _NAMED_BEFORE):
        return False
    return words.clause_begins(at) == first or words.forms[first - 1] in _OF_SEVERAL


def _is_beside_one(words: Words, at: int) -> bool:
    """Read "ada anak namanya Melati, baru 14 tahun"; "kerja di sini baru 14 tahun" is how long."""
    if not at:
        return False
    if words.clauses[at - 1] == words.clauses[at]:
        return words.forms[at - 1] in WHO or is_a_name(words, at - 1)
    near = words.forms[max(0, at - _JUST_BEFORE) : at]
    return words.sentences[at - 1] == words.sentences[at] and not WHO.isdisjoint(near)
