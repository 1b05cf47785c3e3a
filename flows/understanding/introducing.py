"""Names told outright: the writer's own ("saya Sahdan"), and theirs who take others along ("yg bawa ..., Maimunah")."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.understanding.ages import read_ages
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital, name_after
from flows.understanding.places_named import KINDS, values_of
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

RECRUITER, VICTIM, WRITER = "recruiter", "victim_name", "reporter_name"

_I = frozenset({"saya", "aku"})
_ONLY = (["saja"], ["aja"])
_REAL = frozenset({"asliku", "lengkapku", "panggilanku"})
_OF_ONESELF = frozenset({"laki", "cowok", "perempuan", "cewek", "umur", "usia", "tahun"})
_OF_MINE = _REAL | {"namaku"}
_TELLING_ONESELF = _I | {"panggil"}
_OPENING = frozenset({
    *("ini", "perkenalkan", "iya", "ya", "oh", "oke", "baik", "kenalkan", "dengan", "halo", "hai", "and"),
    *("hi", "hello", "hey", "permisi", "selamat", "pagi", "siang", "sore", "malam", "assalamualaikum", "good"),
})  # fmt: skip
_BARELY = frozenset({"nama", "nm"})
_MEETS = frozenset({"ini", "perkenalkan", "kenalkan"})
_AGED = frozenset({"umur", "usia", "berusia"})
_OVER_OTHERS = frozenset({"bos", "boss", "majikan", "mandor", "juragan", "tauke", "toke", "agen", "kapten"})
_GOES_ON = frozenset({"tapi", "asal", "dari", "warga", "orang"})  # "sy fitri tp jgn ditulis"
LINKS = frozenset({"itu", "ini", "ya", "lah", "dia", "is", "am", "adalah"})
_THAT = frozenset({"itu", "ini", "adalah", "yaitu"})
_WHO, _BY = frozenset({"yang", "who"}), frozenset({"sama", "oleh", "by"})
_TO_BE_WRITTEN = frozenset(
    {
        *("tulis", "ditulis", "catat", "dicatat", "sebut", "pakai", "saja", "aja", "boleh", "disebut", "cantumkan"),
        "dipakai",
    }
)
_KIN_OF_THEIRS = frozenset({
    *("bapak", "ibu", "ayah", "kakak", "adik", "paman", "bibi", "suami", "istri", "teman", "tetangga", "nenek"),
    *("kakek", "sepupu", "mertua", "guru", "tante", "om", "anak", "mama", "uwak", "bude", "pakde"),
})  # fmt: skip
_OFFICES = frozenset({
    *("kadus", "kades", "lurah", "rt", "rw", "guru", "wali", "bidan", "perawat", "kader", "sekdes", "staf", "kepala"),
    *("ketua", "tetangga", "warga", "teman", "ustad", "penghulu", "relawan", "pendamping"),
})  # fmt: skip
_SPOUSES = frozenset({"suami", "istri"})
_YOUNGER = frozenset({"anak", "cucu", "adik", "ponakan", "keponakan", "menantu"})
_STRANGERS = frozenset({"man", "woman", "guy", "lady"})
_CALLED = frozenset({"is", "was", "called", "named", "who", "name"})
_PERSONA = frozenset({"akun", "akunnya"})
_ACQUAINTANCES = frozenset({
    *("teman", "tetangga", "kenalan", "sahabat", "saudara", "kerabat", "rekan", "sepupu", "om", "tante", "paman"),
    *("bibi", "friend", "neighbour", "neighbor", "cousin", "uncle", "aunt"),
})  # fmt: skip
ADVERBS = frozenset({
    *("sudah", "mau", "pernah", "dulu", "akan", "pertama", "awal", "kemarin", "has", "have", "datang", "juga"),
})  # fmt: skip
HE = frozenset({"dia", "beliau"})
_HIMSELF = (["sendiri"], ["juga"], ["itu"])
PLACED = frozenset({
    *("di", "ke", "dari", "asal", "orang", "dalam", "lewat", "pada", "daerah", "kampung", "desa", "kota", "grup", "pt"),
    *("cv", "lpk", "yayasan", "travel", "kapal", "kafe"),
})  # fmt: skip
_ALONE: tuple[list[str], ...] = ([], ["sendiri"])
_LONGEST_PERSONA = 4  # terms
_FAR = 9  # terms after "yang ngajak" in which its name may stand
_JUST_AFTER = 3  # terms between "yang" and what somebody does
_SHORT = 3  # letters; a shorter word in small letters is no name
_THEIRS = frozenset({"dia", "korban", "her", "his", "their"})
_CLITICS = ("ku", "q")


class Introduced(NamedTuple):
    """Whose name it is, the name, its terms, and the term from which on the text says so."""

    key: str
    name: str
    lead: int
    first: int
    last: int


def introductions(mentions: Mentions) -> Iterator[Introduced]:
    """Give every name of which the text itself says whose it is."""
    words = mentions.words
    if words.has_any(_TELLING_ONESELF) or not _OF_MINE.isdisjoint(words.written):
        yield from _whose_kin_writes(words)
        yield from _writers_own(mentions)
    if not _STRANGERS.isdisjoint(words.written) and not mentions.has("KIN") and not read_ages(words):
        yield from _strangers(words)
    if words.has_any(_PERSONA):
        yield from _personas(words)
    if mentions.has("KIN"):
        yield from _kin_of_theirs(mentions)
    for lead, after in sorted(_recruiting(mentions), key=lambda told: not _surely_recruits(words, *told)):
        told = _name_before(mentions, lead, after) or _name_further_on(mentions, lead, after)
        if told:
            yield told


def _writers_own(mentions: Mentions) -> Iterator[Introduced]:
    words = mentions.words
    for at, form in enumerate(words.forms):
        if form == "nama" and words.forms[at + 1 : at + 2] != [] and words.raw(at + 1).lower() in _REAL:
            yield from _own(words, at, at + 2, is_surely=True)  # "nama asliku Juliana"
        elif form == "nama" and words.raw(at).lower().endswith(_CLITICS):
            yield from _own(words, at, at + 1, is_surely=True)
        elif form == "nama" and words.raw(at).lower() in _BARELY and at and _has_opened(mentions, at):
            yield from _own(words, at, at + 1, is_surely=True)  # "sy asli Bayan. nama Nyakradi 38 th"
        elif form == "nama" and words.raw(at).lower() in _BARELY and at and _is_in_ones_own_clause(mentions, at):
            yield from _own(words, at, at + 1, is_surely=True)  # "sy cowok 30 thn nama Sahril"
        elif form in _I and at and words.forms[at - 1] == "nama":
            yield from _own(words, at - 1, _after_asking(words, at + 1), is_surely=True)
            yield from _named_before(words, at - 1)
        elif form == "panggil" and words.forms[at + 1 : at + 2] in _ONLY and _opens(mentions, at):
            yield from _own(words, at, at + 2, is_surely=True)  # "panggil aja Melati"
        elif form in _I and _opens(mentions, at):
            yield from _own(words, at, at + 1, is_surely=False)
            yield from _own(words, at, _after_being(words, at), is_surely=False, is_apart=True)


def _has_opened(mentions: Mentions, at: int) -> bool:
    """Say whether a clause begins with term `at` after one of the writer's own, and nobody else is told of."""
    words = mentions.words
    if words.clauses[at - 1] == words.clauses[at] or mentions.has("KIN") or not is_capital(words, at + 1):
        return False
    begins = words.clause_begins(at - 1)
    return words.forms[begins] in _I


def _is_in_ones_own_clause(mentions: Mentions, at: int) -> bool:
    """Say whether the clause began with the writer, and what stands between is an age or a sex."""
    words = mentions.words
    begins = words.clause_begins(at)
    between = words.forms[begins + 1 : at]
    is_bare = all(form in _OF_ONESELF or form.isdecimal() for form in between)
    return words.forms[begins] in _I and bool(between) and is_bare and is_capital(words, at + 1)


def _named_before(words: Words, at: int) -> Iterator[Introduced]:
    """Read "Raehanun nama saya"."""
    begins = words.clause_begins(at)
    named = name_after(words, begins, introduced=True) if begins < at and is_capital(words, begins) else None
    if named and named[2] == at:
        yield Introduced(WRITER, named[0], at, named[1], named[2])


def _after_asking(words: Words, at: int) -> int:
    """Give the term after "nama sy tulis aja"."""
    after = at
    while after < len(words.forms) and words.forms[after] in _TO_BE_WRITTEN:
        after += 1
    return after if is_capital(words, after) else at


def _whose_kin_writes(words: Words) -> Iterator[Introduced]:
    """Read "sy bapaknya Jumarep", whose name is the one the message is about."""
    for at in range(1, len(words.forms) - 1):
        if (
            not _is_kin_of_theirs(words, at)
            or words.forms[at - 1] not in _I
            or words.clauses[at + 1] != words.clauses[at - 1]
        ):
            continue
        is_titled = words.raw(at + 1).lower() in word_set("titles")
        named = name_after(words, at + 1, introduced=True) if is_capital(words, at + 1) else None
        if named and (not is_titled or words.forms[at].removesuffix("nya") in _SPOUSES):
            is_own = any(words.forms[i - 1] == "nama" and words.forms[i] in _I for i in range(1, len(words.forms)))
            yield Introduced(WRITER if is_own else VICTIM, named[0], at, named[1], named[2])  # "..., tulis nama saya"


def _is_kin_of_theirs(words: Words, at: int) -> bool:
    """Read "suaminya", "ponakannya", where a line tells what somebody is to another."""
    is_theirs = at < len(words.forms) and words.raw(at).lower().endswith("nya")
    return is_theirs and (words.forms[at].removesuffix("nya") in _KIN_OF_THEIRS or words.forms[at] in values_of("KIN"))


def _strangers(words: Words) -> Iterator[Introduced]:
    """Read "the woman is called Ibu Rahma" and "some guy Pak Widi is taking her"."""
    for at, raw in enumerate(words.raws):
        after = at + 1
        while after < len(words.raws) and words.raw(after).lower() in _CALLED:
            after += 1
        if raw.lower() not in _STRANGERS or not is_capital(words, after) or words.clauses[after] != words.clauses[at]:
            continue
        named = name_after(words, after, introduced=True)
        if named:
            yield Introduced(RECRUITER, named[0], at, named[1], named[2])


def _personas(words: Words) -> Iterator[Introduced]:
    """Read "kenal dari akun tele namanya Koko Steven": as whom somebody writes, and no more is known of them."""
    for at, form in enumerate(words.forms):
        if form not in _PERSONA:
            continue
        after = at + 1
        while after < len(words.forms) and (words.forms[after] == "nama" or words.forms[after] in word_set("online")):
            after += 1
        last = after  # "Mami Loker Dubai": whatever is written large
        while last - after < _LONGEST_PERSONA and is_capital(words, last) and words.clauses[last] == words.clauses[at]:
            last += 1
        if last > after:
            yield Introduced(RECRUITER, words.said(after, last), at, after, last)


def _own(words: Words, lead: int, at: int, *, is_surely: bool, is_apart: bool = False) -> Iterator[Introduced]:
    at += at < len(words.forms) and words.forms[at] in LINKS
    if at >= len(words.forms) or (words.clauses[at] != words.clauses[lead] and not is_apart):
        return
    if words.raw(at).islower() and not is_surely and not _is_a_plain_name(words, at):
        return
    named = name_after(words, at, introduced=is_surely)
    if named and is_written_as_a_name(words, at, small=True):
        yield Introduced(WRITER, named[0], lead, named[1], named[2])


def _after_being(words: Words, at: int) -> int:
    """Give the term after "saya kakaknya," and "I'm her brother,": a clause of what the writer is to the victim."""
    ends = next((i for i in range(at, len(words.forms)) if words.clauses[i] != words.clauses[at]), len(words.forms))
    being = words.raws[at + 1 : ends]
    if [raw.lower() for raw in being] in _ALONE and is_capital(words, ends):
        return ends  # "sy sendiri, Lestari Handayani"
    titled = next((i for i in range(at + 2, ends) if words.raw(i).lower() in word_set("sure_titles")), 0)
    is_kin_of_theirs = titled > 0 and words.raw(titled - 1).lower().endswith("nya") and _is_of_kin(words, titled - 1)
    if is_kin_of_theirs and words.forms[titled - 1] not in _YOUNGER:  # not "saya anaknya Ibu Nuraini"
        return titled  # "saya ayahnya Pak Zohri", and not "saya ditawari orang namanya Bu Leni"
    is_theirs = any(raw.lower().endswith("nya") or raw.lower() in _THEIRS for raw in being)
    is_theirs = is_theirs or not _OFFICES.isdisjoint(words.forms[at + 1 : at + 2])  # "saya kadus disini, zulkarnaen"
    return ends if 0 < len(being) <= _JUST_AFTER and is_theirs and is_capital(words, ends) else len(words.forms)


def _is_of_kin(words: Words, at: int) -> bool:
    return words.forms[at] in {"bapak", "ibu"} or words.forms[at] in values_of("KIN")


def _is_a_plain_name(words: Words, at: int) -> bool:
    """Tell "sy ilham 26 thn" and "saya bu endang" from "saya takut"."""
    if words.raw(at) in word_set("sure_titles"):
        return True
    ends = (at + 1, at + 2) if words.forms[at + 1 : at + 2] and not words.terms[at + 1].ids else (at + 1,)
    if at > 1 and words.forms[at - 2] in _MEETS and is_an_unknown_word(words, at, begins=False):
        return at + 1 == len(words.forms) or words.clauses[at + 1] != words.clauses[at]  # "ini saya hasbullah"
    if is_capital(words, at) and (at + 1 == len(words.forms) or words.clauses[at + 1] != words.clauses[at]):
        return True  # "saya suhardin", where nothing is written large
    follows = _AGED | (_GOES_ON if is_capital(words, at) else set())
    goes_on = any(words.forms[end : end + 1] and words.forms[end] in follows for end in ends)
    goes_on = goes_on or (is_capital(words, at) and _is_kin_of_theirs(words, at + 1))  # "saya mahnan suaminya"
    return not words.terms[at].ids and (goes_on or any(age.first in ends for age in read_ages(words)))


def _opens(mentions: Mentions, at: int) -> bool:
    """Say whether a clause begins with term `at`, a greeting left out: "kak, aku", "ini sy"."""
    words = mentions.words
    begins = at
    while begins and words.clauses[begins - 1] == words.clauses[at]:
        begins -= 1
        if words.forms[begins] not in _OPENING and words.raw(begins).lower() not in word_set("titles"):
            return False
        if words.forms[begins] in _OVER_OTHERS:
            return False  # "bos saya H. Zulkarnain"
    return True


def _kin_of_theirs(mentions: Mentions) -> Iterator[Introduced]:
    """Read "bibinya itu Saodah", a line that tells who an aunt spoken of before is, and of nobody who is taken."""
    words = mentions.words
    if not words.has_any(_THAT):
        return
    last = len(words.forms)
    for at, form in enumerate(words.forms[:-2]):
        if form not in _ACQUAINTANCES or not words.raw(at).lower().endswith("nya") or words.forms[at + 1] not in _THAT:
            continue
        named = name_after(words, at + 2, introduced=is_capital(words, at + 2))
        ends = named and (named[2] == last or words.clauses[named[2]] != words.clauses[at])
        is_lone = at == words.clause_begins(at) and not any(is_passive(mentions, i) for i in range(at, last))
        if named and ends and is_lone and is_written_as_a_name(words, at + 2):
            yield Introduced(RECRUITER, named[0], at, named[1], named[2])


def _recruiting(mentions: Mentions) -> Iterator[tuple[int, int]]:
    """Give where somebody is told of as the one who recruits, and the term after it."""
    words = mentions.words
    nouns = word_set("recruiters")
    for at, form in enumerate(words.forms):
        if form.removesuffix("nya") in nouns:
            yield at, at + 1
        elif form in _BY and at and is_passive(mentions, at - 1) and _is_an_acquaintance(words, at + 1):
            yield at, at + 1  # "diajak sama temennya si Rian"
        elif (
            form.removeprefix("di") in word_set("taking_verbs")
            and form.startswith("di")
            and _is_their_kin(words, at + 1)
        ):
            yield at, at + 1  # "dibawa pamannya Sapri"
        elif (form in _WHO or words.raw(at).lower() in _WHO) and (end := _after_the_deed(words, at)):
            yield at, end


def _surely_recruits(words: Words, lead: int, after: int) -> bool:
    """Tell who recruits from who shelters, drives or is an agent elsewhere: "yg nampung Ko Aheng, yg rekrut Fandi"."""
    return after - lead > 1 and words.forms[after - 1] not in word_set("helping_verbs")


def _after_the_deed(words: Words, who: int) -> int:
    """Give the term after what somebody does to recruit: "yang sudah ngajak", "yg datang jemput"; 0 for others."""
    end = who + 1
    while end < min(who + _JUST_AFTER, len(words.forms)) and words.forms[end] in ADVERBS | LINKS:
        end += 1
    return end + 1 if end < len(words.forms) and words.forms[end] in word_set("recruiting_verbs") else 0


def where_it_is_done(words: Words, at: int) -> int:
    """Give the term after which somebody named before term `at` recruits: "..., dia sendiri yg jemput", 0 for never."""
    if not words.has_any(HE):
        return 0
    for place in range(at, len(words.forms)):
        who = place + 1
        who += words.forms[who : who + 1] in _HIMSELF
        if words.forms[place] in HE and words.forms[who : who + 1] == ["yang"] and (end := _after_the_deed(words, who)):
            return end
    return 0


def _is_their_kin(words: Words, at: int) -> bool:
    is_theirs = at + 1 < len(words.forms) and words.raw(at).lower().endswith("nya") and is_capital(words, at + 1)
    return is_theirs and _is_an_acquaintance(words, at)


def _is_an_acquaintance(words: Words, at: int) -> bool:
    """Tell "yg ngajak temennya Ilham", who is called so, from "yg bawa adik saya Rini", who was taken."""
    return words.forms[at : at + 1] != [] and words.forms[at].removesuffix("nya") in _ACQUAINTANCES


def _name_before(mentions: Mentions, lead: int, after: int) -> Introduced | None:
    """Read "mba Yeyen yg bawa", "teguh ini yg ngurus" and "Suharman itu yg punya lpk, dia yg datang ngajak"."""
    words = mentions.words
    end = lead - (lead > 1 and words.forms[lead - 1] in LINKS)
    begins = words.clause_begins(lead - 1) if lead else 0
    if begins and words.forms[begins] in HE:
        end, begins = _who_was_told_of(mentions, begins)
    while begins < end and (words.forms[begins] in _OPENING | {"si"} or words.raw(begins).lower() == "si"):
        begins += 1
    is_small = end < lead and end - begins == 1 and is_an_unknown_word(words, begins)
    named = name_after(words, begins, introduced=is_capital(words, begins)) if begins < end else None
    is_name = named and named[2] == end and (is_small or is_written_as_a_name(words, begins))
    if named and is_name and not _is_a_place(mentions, begins):
        return Introduced(RECRUITER, named[0], begins, begins, after)
    return None


def _who_was_told_of(mentions: Mentions, at: int) -> tuple[int, int]:
    """Give where the name may end and begin of whom the clause before tells: "bu Farida yg punya rumah, dia ..."."""
    words = mentions.words
    end = begins = words.clause_begins(at - 1)
    while end < at and words.forms[end] not in LINKS | _WHO:
        end += 1
    is_taken = end + 1 < at and is_passive(mentions, end + 1)  # "Rina yang dibawa, dia ..."
    return (end, begins) if end < at and not is_taken else (begins, begins)


def is_an_unknown_word(words: Words, at: int, *, begins: bool = True) -> bool:
    """Say whether a clause begins with (or holds) a word in small letters that nobody knows, as names are written."""
    begins = not begins or not at or words.clauses[at - 1] != words.clauses[at]
    return begins and words.raw(at).islower() and len(words.raw(at)) > _SHORT and not words.terms[at].ids


def _name_further_on(mentions: Mentions, lead: int, after: int) -> Introduced | None:
    """Read "sponsornya Rusni", "yg bawa mandor dari sana, Mas Karyo"; the name right after kin is theirs."""
    words = mentions.words
    titles = word_set("titles")
    kin = (span for span in mentions.of("KIN") if span.first != after or not _is_an_acquaintance(words, after))
    ends = {span.last for span in kin}
    passed = False
    for at in range(after, min(after + _FAR, len(words.forms))):
        if words.sentences[at] != words.sentences[lead]:
            return None
        goes_on = words.clauses[at] == words.clauses[at - 1]
        of_kin = goes_on and words.raw(at).lower() not in titles
        of_kin = of_kin and (at in ends or (at - 1 in ends and words.forms[at - 1] in _I))
        # "orang Lombok Timur", "PT Sinar Jaya": what is written large goes on with the first word of it
        passed = of_kin or words.forms[at - 1] in PLACED or (passed and goes_on and is_capital(words, at - 1))
        passed = passed or _is_a_place(mentions, at)
        named = name_after(words, at) if is_written_as_a_name(words, at) and not passed else None
        if named:
            return Introduced(RECRUITER, named[0], lead, named[1], named[2])
    return None


def _is_a_place(mentions: Mentions, at: int) -> bool:
    return mentions.covers(at, *KINDS)


def is_written_as_a_name(words: Words, at: int, *, small: bool = False) -> bool:
    """Say whether a word is written as names are: large, or a title; `small` where nothing else can follow."""
    raw = words.raw(at)
    if raw.isupper() and words.text.isupper():
        return True
    titled = raw.lower() in word_set("titles") and is_capital(words, at + 1)
    return is_capital(words, at) or titled or raw.lower() in word_set("sure_titles") or (small and raw.islower())
