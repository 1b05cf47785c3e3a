"""The age in a bare answer to a question that asks for one: "19", "anak, 15 th", "19 eh 20"."""

from flows.reading import Found
from flows.understanding.ages_apart import ADDRESSED, SURELY_AN_AGE
from flows.understanding.mentions import Mentions
from flows.understanding.putting_right import puts_right
from flows.understanding.words import Words

_ASKS_FOR_AN_AGE = frozenset({"victim", "victim_name", "victim_age", "child_age"})
_COUNTED = frozenset({
    *("orang", "bulan", "minggu", "hari", "kali", "anak", "jam", "juta", "ribu", "ringgit", "riyal", "rupiah", "dolar"),
    *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november"),
    *("desember", "semua", "semuanya"),
})  # fmt: skip
_NO_AGE_AFTER = frozenset({
    *("tanggal", "nomor", "jam", "blok", "lantai", "tidak", "sudah", "selama", "kelas", "kls", "semester"),
})  # fmt: skip
_AGE_WORDS = frozenset({"umur", "usia", "anak", "adik", "kakak", "perempuan", "laki", "istri", "suami", "dia"})
_AROUND_IT = frozenset({"jadi", "sekarang", "masih", "baru", "kira", "sekitar", "pak", "kak", "bu", "bang"})
_TOLD_BEFORE = frozenset(
    {"kan", "tadi", "sudah", "bilang", "tulis", "tulisnya", "itu", "saya", "loh", "lho", "barusan"}
)
_SHORT, _BARE = 6, 3  # terms; "anak, 15 th" is an age, "tidak boleh pulang 2 tahun" is none
_OLDEST, _DIGITS = 90, 2


def read_age_answered(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    """Add the age of the one who was asked about."""
    words = mentions.words
    if asked not in _ASKS_FOR_AN_AGE or "victim_age" in found:
        return
    if len(words.terms) > _SHORT:
        _read_age_before_the_rest(words, found)
        return
    if "departure" in found or mentions.has("DEPART"):
        return
    numbers = [at for at, form in enumerate(words.forms) if form.isdecimal() and form.isascii()]
    taken_back = _taken_back(words, numbers)
    for at in numbers:
        if at not in taken_back and _is_an_age(words, at, len(words.terms) - len(taken_back)):
            found["victim_age"] = Found(words.forms[at], words.said(at, at + 1))
            return


def _read_age_before_the_rest(words: Words, found: dict[str, Found]) -> None:
    """Read "17 kak, seangkatan aku dulu di SMK": nothing but the number stands before the comma."""
    ends = next(at for at in range(len(words.terms) + 1) if words.clauses[at : at + 1] != words.clauses[:1])
    is_bare = (
        len(words.forms[0]) == _DIGITS and words.forms[0].isdecimal() and ADDRESSED.issuperset(words.forms[1:ends])
    )
    counts = words.has_any(_COUNTED) or any(form[0].isdigit() for form in words.forms[1:])
    if is_bare and not counts and SURELY_AN_AGE <= int(words.forms[0]) <= _OLDEST:
        found["victim_age"] = Found(words.forms[0], words.said(0, 1))


def _taken_back(words: Words, numbers: list[int]) -> range:
    """Give the terms of "19 eh salah" in "19 eh salah 20"."""
    if len(numbers) > 1 and puts_right(words, numbers[-2] + 1, numbers[-1]):
        return range(numbers[-2], numbers[-1])
    return range(0)


def _is_an_age(words: Words, at: int, size: int) -> bool:
    forms = words.forms
    if not _COUNTED.isdisjoint(forms[at + 1 : at + 2]) or (at and forms[at - 1] in _NO_AGE_AFTER):
        return False
    around = _AROUND_IT | _TOLD_BEFORE if _was_told_before(forms) else _AROUND_IT
    said = size - sum(term.form in around or "LAUGH" in term.ids for term in words.terms)
    if said > _BARE and not words.has_any(_AGE_WORDS):
        return False
    return len(forms[at]) <= _DIGITS and 0 < int(forms[at]) <= _OLDEST


def _was_told_before(forms: list[str]) -> bool:
    """Read "24 kan tadi sdh" and "td udah bilang 24", of who was asked again."""
    return "tadi" in forms or "kan" in forms or ("sudah" in forms and "bilang" in forms)
