"""How many people are meant: "3 orang", "dua anak saya", "bertiga"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.ages import read_ages
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.ones_family import ones_family
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of
from flows.understanding.roles import is_passive
from flows.understanding.word import forms_with_nya
from flows.understanding.words import Words, read_words

_MOST_DIGITS = 3
_RANGE = re.compile(r"(\d+-)?(\d+)")  # "20-25 orang" may be 25
_HAS = frozenset({"punya", "ibu", "bapak", "mempunyai", "has"})
_COUNT_WORDS = {
    "bertiga": "3",
    "berempat": "4",
    "berlima": "5",
    "berenam": "6",
    "bertujuh": "7",
    "berdua": "2",
    "berdelapan": "8",
    "bersembilan": "9",
    "bersepuluh": "10",
    "bersebelas": "11",
    "berduabelas": "12",
}
_COUNTING = NUMERALS | _COUNT_WORDS.keys()
_SAID_TO_COUNT = frozenset({*_COUNT_WORDS, "ber"})  # beside figures
_NUMBER_WORDS = frozenset({"dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"})
_TO_BE = frozenset({"calon", "prospective"})  # "12 calon pekerja"
_WANTED = frozenset({"butuh", "dibutuhkan", "cari", "dicari", "lowongan", "kuota", "perlu"})
_BECAME = frozenset({"jadi", "menjadi", "tinggal", "bertambah", "tambah", "became", "now"})
_COUNTED = frozenset({
    *("orang", "perempuan", "anak", "korban", "teman", "warga", "ibu", "abk", "tki", "pekerja"),
    *("people", "pmi", "tkw", "laki", "gadis", "girl", "girls", "boys", "women", "men", "cewek"),
    *("cowok", "penghuni", "pelajar", "indonesians", "budak"),
})  # fmt: skip
_WHOLE, _PLAIN, _BESIDE = range(3)  # what counts before what
_EVERYBODY = frozenset({"jadi", "total", "totalnya", "semua", "semuanya", "kami", "kita", "termasuk", "saya", "aku"})
_OTHERS = frozenset({"lain", "lainnya", "other", "others", "more"})
_MORE, _A_KIND = "lagi", 2  # terms; "8 orang indo lagi"
_DONE = frozenset({"di", "disini", "disana", "satu", "pak", "bu", "kak", "min"})  # how a line ends
_DENYING, _ONLY = frozenset({"bukan", "apaan"}), frozenset({"saja", "doang", "tapi"})
_WITH = frozenset({"sama", "dengan", "bareng", "bersama", "beserta", "dan"})
_ONE = frozenset({"saya", "aku", "dia", "anaknya", "adiknya"})
_WE, _ARE = frozenset({"kami", "kita"}), frozenset({"are", "is", "ada"})
_INCLUDING = "termasuk"
# behind these a bare number counts who was named: "cewek2 di kamar ini 3 sama aku", not "orang itu minta 3 sama aku"
_THERE = frozenset({
    *("ini", "sini", "situ", "sana", "disini", "disitu", "disana", "mess", "asrama", "sekamar", "semua", "semuanya"),
    *("total", "totalnya", "jumlah", "jumlahnya", "rumah", "kos", "kapal"),
})  # fmt: skip
_UNITS = frozenset({"bulan", "minggu", "hari", "jam", "tahun", "juta", "ribu", "kali", "menit", "rb", "x"})
_OF_US = (["of", "kami"], ["of", "kita"])
_OF, _WORKERS = (
    "of",
    frozenset({"staff", "workers", "employees", "students", "crew", "friends", "colleagues", "guests"}),
)
# "satu kamar ber 8", "tidur 6 orang" tells how people live
_SHARED = frozenset({"kamar", "sekamar", "kasur", "ranjang", "tidur", "makan"})
# "disuruh layanin 4-5 orang" counts guests
_SERVED = frozenset({"layani", "layanin", "melayani", "ngelayanin", "dilayani", "nemenin", "temenin", "menemani"})
_THEY_CAME = frozenset({
    *("datang", "dateng", "didatangi", "didatengin", "muncul", "jaga", "ngejaga", "jagain", "nagih", "menagih"),
    *("jemput", "ngejemput", "menjemput", "ngawasin", "maksa", "mukul", "mukulin", "ngancam", "ngejar"),
})  # fmt: skip
_THUGS = frozenset({
    *("preman", "polisi", "penagih", "penjaga", "satpam", "bodyguard", "security", "petugas", "oknum", "aparat"),
    *("calo", "mandor", "pelaku", "centeng", "guards", "guard", "police", "tekong", "agen", "sponsor", "tukang"),
})  # fmt: skip
_OWNERS = frozenset({"saya", "aku", "kami", "kita"})
_JOBS = frozenset({"jaga", "ngejaga", "jagain"})  # of victims as well: "4 anak jaga toko"
_AT_WORK = _JOBS | {"jemput", "menjemput", "ngejemput"}
_SEXES = frozenset({"laki", "perempuan", "cowok", "cewek"})
_REACH = 5  # terms
_NEAR, _A_CROWD = 3, 1000  # terms, people
_TWO = 2
_FROM = frozenset({"from", "dari"})
_ELSEWHERE = frozenset({
    *(("other", "countries"), ("another", "country"), ("other", "country"), ("different", "countries")),
    *(("negara", "lain"), ("luar", "negeri"), ("berbagai", "negara"), ("negara", "negara")),
})  # fmt: skip


class Count(NamedTuple):
    """How many people are counted, the terms that say so, and whether that is everybody or some beside others."""

    number: int
    first: int
    last: int
    rank: int


def count_people(mentions: Mentions) -> tuple[Found, Span] | None:
    """Give how many people the message counts, and where; None where it counts none."""
    words = mentions.words
    if family := ones_family(words):
        told = Span(family.first, family.last)
        return Found(str(family.number), words.said(*told)), told
    counts = list(_counts(mentions)) if words.has_digits or words.has_any(_COUNTING) else []
    if not counts:
        return None
    best = min(_without_parts(words, counts), key=lambda count: count.rank)
    for at in range(best.last, len(words.forms) - 1):
        number, used = _figure(words.forms, at + 1) if words.forms[at] in _BECAME else (0, 0)
        if number > 1:
            # "awalnya 4 orang, sekarang jadi 7": what it came to counts
            best = Count(number, at, at + 1 + used, _WHOLE)
            break
    return Found(str(best.number), words.said(best.first, best.last)), Span(best.first, best.last)


def counts_everybody(words: str) -> bool:
    """Say whether these words count everybody there is: "jadi 5 orang sama saya", not "4 orang lain"."""
    return any(form in _EVERYBODY or form in _COUNT_WORDS for form in read_words(words[:80]).forms)


def people_counted(number: str, words: str) -> str:
    """Write how many are counted: "5 orang", or "bersama 4 orang lain" where the words count those beside one."""
    if not number.isdecimal() or int(number) < _TWO:
        return ""
    others = int(number) - 1
    forms = read_words(words[:80]).forms
    said = (numeral_at(forms, at)[0] if form in NUMERALS else form for at, form in enumerate(forms))
    return f"bersama {others} orang lain" if str(others) in map(str, said) else f"{number} orang"


def are_foreigners(words: Words, span: Span) -> bool:
    """Read "five girls from other countries" and "5 orang dari negara lain": they tell how many, and none of ours."""
    after = words.forms[span.last : span.last + 3]
    return after[:1] != [] and after[0] in _FROM and tuple(after[1:]) in _ELSEWHERE


def counts_no_victims(mentions: Mentions, span: Span) -> bool:
    """Say whether a number counts who recruits, takes or guards, or years: "sponsornya dua org", "dibawa 2 orang"."""
    words = mentions.words
    aged = {at for age in read_ages(words) for at in range(age.first, age.last)}
    said = range(span.first, span.last)
    counting = [at for at in said if words.forms[at].isdecimal() or words.forms[at] in NUMERALS]
    return all(at in aged or _is_of_who_did_it(mentions, at) for at in counting) if counting else aged.issuperset(said)


def _is_of_who_did_it(mentions: Mentions, at: int) -> bool:
    if at and _is_of_others(mentions, at):
        return True
    number, noun = _number_of_people(mentions.words, at)
    return number > 0 and _they_do_it(mentions, at, noun + 1)


def _figure(forms: list[str], at: int) -> tuple[int, int]:
    """Give a bare number with which a clause ends or after which "orang" stands, and how many terms it takes."""
    number, used = (int(forms[at]), 1) if forms[at].isdecimal() and len(forms[at]) <= _MOST_DIGITS else (0, 1)
    if forms[at] in NUMERALS:
        number, used = numeral_at(forms, at)
    ends = at + used >= len(forms) or forms[at + used] in _COUNTED
    return (number, used) if ends else (0, 0)


def _counts(mentions: Mentions) -> Iterator[Count]:
    words = mentions.words
    forms = words.forms
    aged = {at for age in read_ages(words) for at in range(age.first, age.last)}
    for at in sorted({*words.figures, *words.places_of(_SAID_TO_COUNT)}):
        form = forms[at]
        if at in aged or (at and _is_of_others(mentions, at)) or _is_denied(forms, at):
            continue  # "umur 20 cowok"
        if form in _COUNT_WORDS:
            yield Count(int(_COUNT_WORDS[form]), at, at + 1, _WHOLE)
        elif form == "ber" and forms[at + 1 : at + 2] and forms[at + 1].isdigit():
            yield Count(int(forms[at + 1]), at, at + 2, _WHOLE)
        elif (_RANGE.fullmatch(form) or form in NUMERALS) and not (at and forms[at - 1] in _WANTED):
            number, last = _number_of_people(words, at)
            if number > 1 and words.clauses[last] == words.clauses[at] and not _they_do_it(mentions, at, last + 1):
                yield _ranked(words, number, at, last + 1)
            elif number == 0 and _we_are(forms, at) and "-" not in form:
                yield from _of_us(forms, at)
            elif number == 0 and (counted := _there_are(words, at)):
                with_me = at + 1 < len(forms) and _counts_me_in(forms, at + 1)
                yield Count(counted, at, at + 1 + with_me * _TWO, _WHOLE if with_me else _PLAIN)


def _without_parts(words: Words, counts: list[Count]) -> list[Count]:
    """Leave out "2 cewek" behind "sama 5 org lain", of whom they are two; "5 cowok lain, 2 cewek" counts apart."""
    others = [one for one in counts if one.rank == _BESIDE and _SEXES.isdisjoint(words.forms[one.first : one.last])]
    return [
        one
        for one in counts
        if one.rank != _PLAIN
        or _SEXES.isdisjoint(words.forms[one.first : one.last])
        or not any(whole.last <= one.first and one.number < whole.number for whole in others)
    ]


def _is_denied(forms: list[str], at: int) -> bool:
    """Tell "bukan 22 orang" and "apaan 7 orang" from "bukan 5 orang saja"."""
    is_all = not _ONLY.isdisjoint(forms[at + 1 : at + _NEAR])
    return at > 0 and forms[at - 1] in _DENYING and not is_all


def _is_of_others(mentions: Mentions, at: int) -> bool:
    """Say whether the word before term `at` counts who recruits ("perekrutnya dua orang") or what is shared."""
    before = mentions.words.forms[at - 1]
    is_shared = before in _SHARED and not mentions.has("LOCK")
    return is_shared or before in _SERVED or before in forms_with_nya("recruiters")


def _ranked(words: Words, number: int, first: int, last: int) -> Count:
    """Tell "jadi 6 orang semua" from "4 orang lain", beside whom there is one more."""
    forms = words.forms
    before = forms[first - 1] if first else ""
    owned = before in _WITH and forms[last : last + 1] != [] and forms[last] in _OWNERS  # "sm 4 temen sy"
    near = range(first + (last - first + 1) * owned, min(last + _NEAR, len(forms)))
    inside = [forms[at] for at in near if words.clauses[at] == words.clauses[first]]
    if _are_more(words, first, last):
        return Count(number + 1, first, last, _BESIDE)  # "dikurung sm 3 org lagi", "ada 4 org lagi bareng sy"
    goes_on = not _BECAME.isdisjoint(inside)  # "sama 2 kawan jadi kami bertiga"
    if before in _EVERYBODY or (not goes_on and not _EVERYBODY.isdisjoint(inside)):
        begins = first - (before in _EVERYBODY)
        return Count(number, begins, min(last + _NEAR, len(forms)), _WHOLE)
    is_of_others = before in _OTHERS and forms[max(0, first - 2)] in _COUNTED  # "korban lain 4 orang perempuan"
    beside = is_of_others or not _OTHERS.isdisjoint(inside) or (before in _WITH and _follows_one(words, first - 1))
    return Count(number + 1, first, last, _BESIDE) if beside else Count(number, first, last, _PLAIN)


def _are_more(words: Words, first: int, last: int) -> bool:
    """Read "sama 3 orang lagi", "ada 8 orang indo lagi" and "ada 2 lagi cewek", beside whoever was told of."""
    forms = words.forms
    before = forms[first - 1] if first else ""
    if _MORE in forms[first:last]:
        return before in _WITH | _ARE or before == "yang"
    end = min(last + _A_KIND + 1, len(forms))
    at = next((at for at in range(last, end) if forms[at] == _MORE and words.clauses[at] == words.clauses[first]), 0)
    if not at or (at > last and before not in _WITH | _ARE):
        return False
    beside = (forms[i] for i in range(at + 1, min(at + _NEAR, len(forms))) if words.clauses[i] == words.clauses[at])
    rest = list(beside)
    return before in _WITH or bool(_WITH & set(rest)) or (before in _ARE and not _DONE.isdisjoint(rest or _DONE))


def _follows_one(words: Words, at: int) -> bool:
    """Read "saya sama 3 teman" and, of oneself, "sama 3 teman"."""
    return not at or words.clauses[at - 1] != words.clauses[at] or words.forms[at - 1] in _ONE


def _of_us(forms: list[str], at: int) -> Iterator[Count]:
    number, used = (int(forms[at]), 1) if forms[at].isdigit() else numeral_at(forms, at)
    if 1 < number < _A_CROWD and _UNITS.isdisjoint(forms[at + used : at + used + 1]):
        yield Count(number, at - 1, at + used, _WHOLE)


def _they_do_it(mentions: Mentions, first: int, last: int) -> bool:
    """Tell "dibawa 2 orang" and "ada 3 orang yg jaga" from those to whom it is done."""
    forms = mentions.words.forms
    guards = forms[last : last + 1] == ["yang"] and not word_set("agent_verbs").isdisjoint(forms[last + 1 : last + 2])
    return guards or (first > 0 and is_passive(mentions, first - 1)) or _they_came(forms, first, last)


def _they_came(forms: list[str], first: int, last: int) -> bool:
    """Tell "tadi datang lagi 2 orang", "yg jaga 4 orang" and "3 orang preman" from the people it is done to."""
    after = next((at for at in range(last, len(forms)) if forms[at] not in _SEXES), last)
    if forms[after : after + 1] and (forms[after] in _THUGS or forms[after] in _THEY_CAME - _JOBS):
        return True
    before = [form for form in forms[max(0, first - _NEAR) : first] if form not in {"ada", "lagi", "sama", "oleh"}]
    if before[-1:] and before[-1] in _AT_WORK:
        return before[-2:-1] == ["yang"]  # "yg jaga 4 orang", not "jaga 4 anak"
    return before[-1:] != [] and before[-1] in _THEY_CAME


def _there_are(words: Words, at: int) -> int:
    """Read "anak anak di sini ada 4 sama aku" and "korbannya 6", where what is counted stands before."""
    forms = words.forms
    if not forms[at].isdecimal() or len(forms[at]) >= _MOST_DIGITS or not at:
        return 0
    goes_on = at + 1 < len(forms) and words.clauses[at + 1] == words.clauses[at]
    ends = not goes_on or forms[at + 1] in _WITH or forms[at + 1] == _INCLUDING
    counts_me_in = goes_on and _counts_me_in(forms, at + 1)
    begins = max(at - _REACH - counts_me_in * _NEAR, words.clause_begins(at))
    if counts_me_in and forms[at - 1] in _THERE:
        near, said = _COUNTED, forms[begins : at - 1]  # "cewek2 indo di kamar ini 3 sama aku"
    elif forms[at - 1] == "ada":
        near, said = _COUNTED, forms[begins : at - 1]
    else:
        near, said = frozenset({"korban"}), forms[at - 1 : at]
    return int(forms[at]) if ends and int(forms[at]) > 1 and not near.isdisjoint(said) else 0


def _counts_me_in(forms: list[str], at: int) -> bool:
    """Read "3 sama aku" and "6 termasuk saya"."""
    return (forms[at] in _WITH or forms[at] == _INCLUDING) and forms[at + 1 : at + 2] != [] and forms[at + 1] in _OWNERS


def _is_of_a_kind(words: Words, at: int) -> bool:
    """Read the "Indonesian" of "four Indonesian girls"."""
    after = at + 1
    return words.forms[after : after + 1] != [] and words.raw(at)[0].isupper() and words.forms[after] in _COUNTED


def _we_are(forms: list[str], at: int) -> bool:
    """Read "kami 9" and "we are four"."""
    return at > 0 and (forms[at - 1] in _WE or (at > 1 and forms[at - 1] in _ARE and forms[at - 2] in _WE))


def _number_of_people(words: Words, at: int) -> tuple[int, int]:
    """Give how many of them are counted at this term and where that noun stands, (0, at) for none."""
    forms = words.forms
    if figure := _RANGE.fullmatch(forms[at]):
        number, noun = int(figure[2]) if len(figure[2]) <= _MOST_DIGITS else 0, at + 1
        if forms[noun : noun + 1] and forms[noun] in _NUMBER_WORDS:
            noun += 1  # "3 (tiga) warga"
    else:
        number, used = numeral_at(forms, at)
        noun = at + used
    noun += forms[noun : noun + 1] != [] and forms[noun] in _TO_BE
    noun += words.is_english and _is_of_a_kind(words, noun)
    if forms[noun : noun + 2] in _OF_US:
        return number, noun + 1
    noun += noun < len(forms) and forms[noun] in _OTHERS | {_MORE}  # "two other girls", "2 lagi cewek"
    if forms[noun : noun + 1] == [_OF] and not _WORKERS.isdisjoint(forms[noun + 1 : noun + _REACH]):
        return number, noun  # "two of my ex staff"
    if noun >= len(forms) or not (forms[noun] in _COUNTED or forms[noun] in values_of("KIN")):
        return 0, at
    owned = forms[at] in NUMERALS and (forms[noun] == "kali" or (at and forms[at - 1] in _HAS))
    return (0, at) if owned else (number, noun)
