"""The name of who writes, told outright: "saya Sahdan", "panggil aja Melati", "nama sy tulis aja Lalu Sudirman"."""

import itertools
from collections.abc import Iterator

from flows.matching.towns import TOWNS
from flows.understanding.ages import read_ages
from flows.understanding.fellows import fellows
from flows.understanding.introduced import (
    LINKS,
    OPENING,
    SELVES,
    VICTIM,
    WRITER,
    Introduced,
    is_an_unknown_word,
    is_written_as_a_name,
)
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital, name_after
from flows.understanding.places_named import DISTRICT, KINDS, values_of
from flows.understanding.words import Words

_NAME_OF = frozenset({"nama", "aran"})  # "aran tiang Hendri" in Sasak
_ONLY = (["saja"], ["aja"])
_REAL = frozenset({"asliku", "lengkapku", "panggilanku"})
_OF_ONESELF = frozenset({"laki", "cowok", "perempuan", "cewek", "umur", "usia", "tahun"})
_OF_MINE = _REAL | {"namaku"}
_TELLING_ONESELF = SELVES | {"panggil"}
_BARELY = frozenset({"nama", "nm"})
_MEETS = frozenset({"ini", "perkenalkan", "kenalkan"})
_AGED = frozenset({"umur", "usia", "berusia"})
_OVER_OTHERS = frozenset({"bos", "boss", "majikan", "mandor", "juragan", "tauke", "toke", "agen", "kapten"})
_GOES_ON = frozenset({"tapi", "asal", "dari", "warga", "orang"})  # "sy fitri tp jgn ditulis"
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
OTHER_SIDE = {
    **dict.fromkeys(("bapak", "ibu", "ayah", "mama", "emak"), "anak"),
    **dict.fromkeys(("paman", "bibi", "om", "tante", "uwak"), "keponakan"),
    **dict.fromkeys(("kakek", "nenek", "papuq"), "cucu"),
    "kakak": "adik", "adik": "kakak", "suami": "istri", "istri": "suami", "sepupu": "sepupu", "guru": "murid",
}  # fmt: skip
"""What somebody is to the writer who is this to them: "saya bapaknya Iwan" is of a child."""
_OFFICES = frozenset({
    *("kadus", "kades", "lurah", "rt", "rw", "guru", "wali", "bidan", "perawat", "kader", "sekdes", "staf", "kepala"),
    *("ketua", "tetangga", "warga", "teman", "ustad", "penghulu", "relawan", "pendamping"),
    *("dokter", "babinsa", "bhabinkamtibmas", "camat", "kasek", "kepsek", "pengasuh", "dosen", "pegawai", "keliang"),
})  # fmt: skip
_REPORTING = frozenset(
    {"mau", "izin", "ingin", "hendak", "melapor", "melaporkan", "lapor", "dari", "asal", "no", "nomor"}
)
_QUARTERS = frozenset({"desa", "dusun", "kampung", "kecamatan", "kec", "kelurahan", "kabupaten", "ds", "dsn"})
_AN_OFFICE = 9  # terms: "kepala dusun Montong Gamang kecamatan Kopang"
_SPOUSES = frozenset({"suami", "istri"})
_YOUNGER = frozenset({"anak", "cucu", "adik", "ponakan", "keponakan", "menantu"})
_ALONE: tuple[list[str], ...] = ([], ["sendiri"])
_JUST_AFTER = 3  # terms of a clause that only says what the writer is
_THEIRS = frozenset({"dia", "korban", "her", "his", "their"})
_SASAK_ENDINGS = frozenset({"n", "ne"})
_GREETED = frozenset({"nggih", "inggih", "sebenarnya", "jadi", "pak", "bu", "kak", "min"})
_GREETING_TITLES = frozenset({"ibu", "bu", "bapak", "pak", "inaq", "amaq"})
_FROM = frozenset({"dari", "asal", "warga", "di"})
_PARENTS = frozenset({"ibu", "bapak", "ayah", "mama"})
_WHOLE_PARENTS = _PARENTS | {"ibuk", "mamak", "bapa"}  # "bu" and "pak" call somebody
_CLITICS = ("ku", "q")
_REACH = frozenset({"hubungi", "telepon", "telpon", "kontak", "chat", "wa", "call"})
_ONE_REACHES_BY = frozenset({"via", "lewat", "pakai", "melalui", "di"})


def names_of_the_writer(mentions: Mentions) -> Iterator[Introduced]:
    """Give every name by which the writer is told of, and the name of whose kin they are."""
    words = mentions.words
    if words.has_any(_TELLING_ONESELF) or not _OF_MINE.isdisjoint(words.written):
        yield from _whose_kin_writes(words)
        yield from _whose_kin_the_writer_is(mentions)
        yield from _writers_own(mentions)
        yield from _greets_as(words)


def _greets_as(words: Words) -> Iterator[Introduced]:
    """Read "ini ibu Sumiati dari gerung" where the story follows in lines of its own; "ini pak Edi yg bawa" accuses."""
    line, _, story = words.text.partition("\n")
    if not story.strip() or words.forms[0] not in OPENING:
        return
    ends = next((at for at, (start, _) in enumerate(words.spans) if start > len(line)), len(words.forms))
    at = next((at for at in range(ends) if words.forms[at] == "ini"), ends)
    if not OPENING.union(_GREETED).issuperset(words.forms[:at]) or at + 1 >= ends:
        return
    named = name_after(words, at + 1) if words.raw(at + 1).lower() in _GREETING_TITLES else None
    if named and (named[2] == ends or words.forms[named[2]] in _FROM) and "yang" not in words.forms[:ends]:
        yield Introduced(WRITER, named[0], at, named[1], named[2])


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
        elif form in SELVES and at and words.forms[at - 1] in _NAME_OF:
            yield from _own(words, at - 1, _after_asking(words, at + 1), is_surely=True)
            yield from _named_before(words, at - 1)
        elif form == "panggil" and (after := _after_asking_to_be_called(words, at)) and _opens(mentions, at):
            yield from _own(words, at, after, is_surely=True)  # "panggil aja Melati", "panggil sy mbak Tika"
        elif form in SELVES and at and words.forms[at - 1] in _REACH:
            yield from _named_behind(words, at)
        elif form in SELVES and _opens(mentions, at):
            yield from _own(words, at, at + 1, is_surely=False)
            yield from _own(words, at, _after_being(mentions, at), is_surely=False, is_apart=True)


def _after_asking_to_be_called(words: Words, at: int) -> int:
    """Give the term after "panggil aja", "panggil saya" and "panggil aja sy"; 0 where nobody asks to be called."""
    only = words.forms[at + 1 : at + 2] in _ONLY
    after = at + 1 + only
    is_self = after < len(words.forms) and words.forms[after] in SELVES
    return after + is_self if only or is_self else 0


def _named_behind(words: Words, at: int) -> Iterator[Introduced]:
    """Read "silakan hubungi sy, Ibu Ratna, via telpon"."""
    after = at + 1
    if after >= len(words.forms) or words.clauses[after] == words.clauses[at]:
        return
    named = name_after(words, after) if is_written_as_a_name(words, after) else None
    if named and named[2] < len(words.forms) and words.sentences[after] == words.sentences[at]:
        is_apart = words.clauses[named[2]] != words.clauses[after]
        if is_apart or words.forms[named[2]] in _ONE_REACHES_BY:
            yield Introduced(WRITER, named[0], at, named[1], named[2])


def _has_opened(mentions: Mentions, at: int) -> bool:
    """Say whether a clause begins with term `at` after one of the writer's own, and nobody else is told of."""
    words = mentions.words
    if words.clauses[at - 1] == words.clauses[at] or mentions.has("KIN") or not is_capital(words, at + 1):
        return False
    begins = words.clause_begins(at - 1)
    return words.forms[begins] in SELVES


def _is_in_ones_own_clause(mentions: Mentions, at: int) -> bool:
    """Say whether the clause began with the writer, and what stands between is an age or a sex."""
    words = mentions.words
    begins = words.clause_begins(at)
    between = words.forms[begins + 1 : at]
    is_bare = all(form in _OF_ONESELF or form.isdecimal() for form in between)
    return words.forms[begins] in SELVES and bool(between) and is_bare and is_capital(words, at + 1)


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
        after = at + 1 + (words.forms[at + 1] == "nya")
        if words.forms[at - 1] not in SELVES or not _is_kin_of_theirs(words, at) or after >= len(words.forms):
            continue
        if words.clauses[after] != words.clauses[at - 1]:
            continue
        is_titled = words.raw(after).lower() in word_set("titles")
        named = name_after(words, after, introduced=True) if is_written_as_a_name(words, after) else None
        is_theirs = words.forms[at].removesuffix("nya") in _SPOUSES or _tells_of_a_parent(words, at)
        if named and (not is_titled or is_theirs):
            is_own = any(words.forms[i - 1] == "nama" and words.forms[i] in SELVES for i in range(1, len(words.forms)))
            yield Introduced(WRITER if is_own else VICTIM, named[0], at, named[1], named[2])  # "..., tulis nama saya"


def _tells_of_a_parent(words: Words, at: int) -> bool:
    """Read "sy anak nya bu Maemunah, ibu sy pembantu di Dubai", of whom the line goes on."""
    after = itertools.pairwise(words.forms[at + 1 :])
    return words.forms[at].removesuffix("nya") == "anak" and any(a in _PARENTS and b in SELVES for a, b in after)


def _whose_kin_the_writer_is(mentions: Mentions) -> Iterator[Introduced]:
    """Read "sy ibu dari fahmi"; "saya bapak dari Praya" tells where somebody is from."""
    words = mentions.words
    for at in range(1, len(words.forms) - 2):
        if words.forms[at - 1] not in SELVES or words.forms[at + 1] != "dari" or words.forms[at] not in OTHER_SIDE:
            continue
        named = name_after(words, at + 2, introduced=True) if is_capital(words, at + 2) else None
        is_a_place = mentions.covers(at + 2, *KINDS, DISTRICT) or words.raw(at + 2).lower() in word_set("plainly_named")
        is_said = words.raw(at + 2)[0].isupper() or mentions.has("KIN")
        if named and is_said and not is_a_place and words.clauses[at - 1] == words.clauses[at + 2]:
            yield Introduced(VICTIM, named[0], at, named[1], named[2])


def what_the_writer_is(words: Words) -> tuple[str, int, int] | None:
    """Give what the one is to the writer of whom "saya papuq nya" and "sy pamannya" tell, with the terms."""
    for at in range(1, len(words.forms)):
        if words.forms[at - 1] not in SELVES or not _begins_a_line(words, at - 1):
            continue
        other = OTHER_SIDE.get(words.forms[at].removesuffix("nya"))
        if other and is_of_them(words, at):
            return other, at - 1, at + 1
    return None


def _begins_a_line(words: Words, at: int) -> bool:
    begins = words.clause_begins(at)
    return all(
        form in OPENING or words.raw(i).lower() in word_set("titles") or form in _GREETED
        for i, form in enumerate(words.forms[begins:at], begins)
    )


def is_of_them(words: Words, at: int) -> bool:
    """Read the ending of "neneknya", "papuq nya" and, in Sasak, "papuqn" and "inaqne", which is somebody's."""
    raw, form = words.raw(at).lower(), words.forms[at].removesuffix("nya")
    if words.forms[at + 1 : at + 2] == ["nya"]:
        return True
    return raw.endswith("nya") or (raw.startswith(form) and raw.removeprefix(form) in _SASAK_ENDINGS)


def _is_kin_of_theirs(words: Words, at: int) -> bool:
    """Read "suaminya", "ponakannya", where a line tells what somebody is to another."""
    is_theirs = at < len(words.forms) and is_of_them(words, at)
    return is_theirs and (words.forms[at].removesuffix("nya") in _KIN_OF_THEIRS or words.forms[at] in values_of("KIN"))


def _own(words: Words, lead: int, at: int, *, is_surely: bool, is_apart: bool = False) -> Iterator[Introduced]:
    at += at < len(words.forms) and words.forms[at] in LINKS
    if at >= len(words.forms) or (words.clauses[at] != words.clauses[lead] and not is_apart):
        return
    if words.raw(at).islower() and not is_surely and not _is_a_plain_name(words, at):
        return
    named = name_after(words, at, introduced=is_surely)
    is_kin = not is_surely and named is not None and words.forms[at] in values_of("KIN")  # "tiang papuk dari Kopang"
    if named and not (is_kin and named[2] == at + 1) and is_written_as_a_name(words, at, small=True):
        yield Introduced(WRITER, named[0], lead, named[1], named[2])


def _after_being(mentions: Mentions, at: int) -> int:
    """Give the term after "saya kakaknya," and "I'm her brother,": a clause of what the writer is to the victim."""
    words = mentions.words
    ends = next((i for i in range(at, len(words.forms)) if words.clauses[i] != words.clauses[at]), len(words.forms))
    if words.terms[at + 1 : at + 2] and "NEG" in words.terms[at + 1].ids:
        return len(words.forms)  # "saya tidak tahu perekrutnya. H Saleh pemilik rumah"
    being = words.raws[at + 1 : ends]
    if ends in fellows(mentions):
        return len(words.forms)  # "sy, Andi, Suhardi sm bang Latif"
    if [raw.lower() for raw in being] in _ALONE and is_capital(words, ends):
        return ends  # "sy sendiri, Lestari Handayani"
    if not _OFFICES.isdisjoint(words.forms[at + 1 : at + 2]):
        return ends if len(being) <= _AN_OFFICE and _is_all_a_name(mentions, ends) else len(words.forms)
    titled = next((i for i in range(at + 2, ends) if words.raw(i).lower() in word_set("sure_titles")), 0)
    is_kin_of_theirs = titled > 0 and words.raw(titled - 1).lower().endswith("nya") and _is_of_kin(words, titled - 1)
    if is_kin_of_theirs and words.forms[titled - 1] not in _YOUNGER | _SPOUSES:  # not "saya anaknya Ibu Nuraini"
        return titled  # "saya ayahnya Pak Zohri", and not "saya ditawari orang namanya Bu Leni"
    is_theirs = any(raw.lower().endswith("nya") or raw.lower() in _THEIRS for raw in being)
    return ends if 0 < len(being) <= _JUST_AFTER and is_theirs and is_capital(words, ends) else len(words.forms)


def _is_all_a_name(mentions: Mentions, at: int) -> bool:
    """Tell "saya kadus disini, zulkarnaen" from "saya kades di Pujut, Amaq Erna ngumpulin warga" and from a town."""
    words = mentions.words
    if at >= len(words.forms) or not (is_capital(words, at) or words.raw(at).lower() in word_set("sure_titles")):
        return False
    named = name_after(words, at, introduced=True)
    if not named or any(mentions.covers(i, *KINDS, DISTRICT) for i in range(named[1], named[2])):
        return False
    if words.is_small and not _QUARTERS.isdisjoint(words.forms[:at]):
        return False  # "sy kader posyandu desa dete, lape"
    town = tuple(raw.upper() for raw in words.raws[named[1] : named[2]])
    ends = named[2] == len(words.forms) or words.clauses[named[2]] != words.clauses[at]
    return town not in TOWNS and (ends or words.forms[named[2]] in _REPORTING)


def _is_of_kin(words: Words, at: int) -> bool:
    return words.forms[at] in {"bapak", "ibu"} or words.forms[at] in values_of("KIN")


def _is_a_plain_name(words: Words, at: int) -> bool:
    """Tell "sy ilham 26 thn" and "saya bu endang" from "saya takut"."""
    if words.raw(at) in word_set("sure_titles"):
        return True
    after = at + 1
    while after < len(words.forms) and "LAUGH" in words.terms[after].ids:
        after += 1  # "aku cila wkwk umurku 16"
    ends = (after, after + 1) if words.forms[after : after + 1] and not words.terms[after].ids else (after,)
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
        if words.forms[begins] not in OPENING and words.raw(begins).lower() not in word_set("titles"):
            return False
        if words.forms[begins] in _OVER_OTHERS:
            return False  # "bos saya H. Zulkarnain"
    is_of_a_parent = begins < at and words.raw(at - 1).lower() in _WHOLE_PARENTS
    return not (is_of_a_parent and _tells_an_age(words, at))


def _tells_an_age(words: Words, at: int) -> bool:
    """Tell "ibu saya Raehan 45 th", of the writer's mother, from "ibu saya Raehan mau tanya"."""
    return any(words.clauses[age.first] == words.clauses[at] for age in read_ages(words))
