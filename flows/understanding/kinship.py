"""Which relative or friend a message is about, told from the one who offers, brings or is only addressed."""

import re

from flows.matching.towns import TOWNS
from flows.reading import Found
from flows.understanding.ages import read_ages
from flows.understanding.ages_apart import AGE_WORDS
from flows.understanding.kin_doing import did_it, is_mine
from flows.understanding.kin_of_kin import (
    NEIGHBOURS,
    are_of_each_other,
    is_a_title,
    is_of_a_victim,
    owns_the_next,
    sibling_called_short,
)
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital
from flows.understanding.numerals import NUMERALS
from flows.understanding.ones_family import ones_family
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of
from flows.understanding.roles import PLACES, is_passive
from flows.understanding.words import Words

_LONG_DRAWN = re.compile(r"(.)\1+$")  # "kakk", "bangg"
_PARENTS = frozenset({"bapak", "ibu", "ayah", "orangtua", "tua", "istri", "suami", "keluarga", "wali", "kakak", "adik"})
_SEES = frozenset(
    {"lihat", "liat", "dia", "bilang", "cerita", "ngaku", "lapor", "tahu"}
)  # "ada warga liat dia disuruh"
_OWN_PARENTS = frozenset({"ibu", "bapak"})
_GREETING = 3  # terms in which somebody is addressed
_ADDRESSED = frozenset({"kakak", "adik", "tante", "om", "paman", "bibi", "mbak", "bapak", "ibu"})
_OFFICERS = frozenset({"operator", "admin", "petugas", "hotline"})
_AFTER_ADDRESS = frozenset({"tolong", "mau", "petugas", "admin", "mohon", "ini", "ada", "aku", "bantu", "polisi"})
_SWEETHEARTS = frozenset({"cewek", "cewe", "cewekku", "ceweku", "cowok", "cowo", "cowokku", "cowoku"})
_CHILDREN = frozenset({"anak", "anak perempuan", "anak laki-laki"})
_THERE_IS = frozenset({"ada", "seorang", "melihat", "lihat", "liat", "satu", "1"})
_ONE = frozenset({"1", "satu", "one"})
_HAVING = MINE | {"ibu", "bapak"}
_FEW, _TWO = 4, 2  # terms
_YOUNG = frozenset({"laki", "anak", "cucu", "adik", "kakak", "keponakan", "sepupu", "murid", "teman"})
_THEIRS = frozenset({"her", "his", "their"})
_ALL = (["semua"], ["semuanya"])  # "cowok semua kami" is of a group
_LAKI = "laki"  # "laki saya" is somebody's husband
_OTHER_WAY = {"istri": "suami", "suami": "istri"}
_TENDING = frozenset(
    {
        *("jaga", "jagain", "menjaga", "asuh", "ngasuh", "mengasuh", "momong", "rawat", "ngerawat", "merawat"),
        # "sy lg nyuapin anak" is what a writer does at home
        *("nyuapin", "nyuapi", "suapin", "menyuapi", "mandiin", "memandikan", "gendong", "gendongin", "nggendong"),
        *(
            "nidurin",
            "menidurkan",
            "nyusuin",
            "nyusui",
            "menyusui",
            "netein",
            "ngempanin",
            "urus",
            "ngurus",
            "ngurusin",
        ),
    }
)
_EACH = frozenset({"setiap", "tiap", "semua", "every", "each"})
_LEAVE = frozenset({"izin", "ijin", "persetujuan", "restu"})
_CALLED_SHORT = frozenset({"mbak", "mba", "mb", "kak", "ka", "bang", "bg", "mas"})
_GREETS = frozenset({"kalembo", "lembo"})  # "lembo ade", of Bima, asks for patience
_SIBLINGS_CALLED = frozenset({"mbak", "mas", "kak", "bang", "pak", "bu", "om", "tante"})
_CALLED = _SIBLINGS_CALLED | {"bapak", "ibu", "ka", "mba"}
_QUARTERS = frozenset({"karang", "kampung", "desa", "gang", "dusun", "kota", "lingkungan"})  # "karang baru"
_UNDERAGE = (["dibawah", "umur"], ["bawah", "umur"])
_HOUSEHOLDS = frozenset({
    *("usaha", "bisnis", "kepala", "kartu", "perusahaan", "toko", "acara", "urusan", "ikut", "majikan", "visa", "satu"),
    *("reuni", "liburan", "pertanian", "restoran", "kebun", "pijat", "refleksi", "di", "rukun"),
})  # fmt: skip
_POINTED_AT = (["itu"], ["tersebut"], ["tsb"])
_PARENTING = frozenset({"janda", "duda", "menikah", "nikah", "berkeluarga"})


def find_relation(mentions: Mentions, *, but: frozenset[int] = frozenset()) -> tuple[Found, Span] | None:
    """Find the relative or friend the message is about: "adik saya" before "adik", never who did it (or at `but`)."""
    words = mentions.words
    values = values_of("KIN")
    best: tuple[bool, int, int, Span, str] | None = None
    for span in mentions.of("KIN"):
        value = values.get(" ".join(t.form for t in words.terms[span.first : span.last]))
        if (
            value is None
            or span.first in but
            or not _may_be_meant(mentions, span)
            or owns_the_next(mentions, span, is_mine=is_mine(mentions, span))
        ):
            continue
        value = _meant_by(mentions, span, value)
        rank = (not is_mine(mentions, span), 0 if span.last - span.first > 1 else 1, span.first, span, value)
        if best is None or _beats(rank, best):
            best = rank
    sweetheart = _sweetheart(words)
    if best is None or best[0]:
        parent = _own_parent(mentions)
        best = parent or best
    if sweetheart is not None and (best is None or best[0]):
        return Found("pacar", words.said(sweetheart, sweetheart + 1)), Span(sweetheart, sweetheart + 1)
    if (best is None or best[0]) and (sibling := sibling_called_short(mentions)):
        return Found("kakak", words.said(sibling.first, sibling.last)), sibling
    if best is None:
        return None
    whose = next(
        (
            span
            for span in mentions.of("KIN")
            if span.first == best[3].last and words.clauses[span.first] == words.clauses[best[3].first]
        ),
        None,
    )
    other = values.get(words.terms[whose.first].form) if whose else None
    is_whose = whose and (is_mine(mentions, whose) or words.forms[whose.first] in NEIGHBOURS)
    if whose and other and whose.last - whose.first == 1 and is_whose:
        return Found(f"{best[4]} {other}", words.said(best[3].first, whose.last)), best[3]  # "anak tetangga saya"
    return Found(best[4], words.said(best[3].first, _until_taken(mentions, best[3]))), best[3]


def _meant_by(mentions: Mentions, span: Span, value: str) -> str:
    """Give the relation to the writer that a word of kin tells where it stands."""
    if mentions.words.forms[span.first : span.last + 1] == ["anak", "anak"]:
        return "anak-anak"
    if value in _CHILDREN and _are_counted(mentions, span):
        return "anak-anak"
    if value in _OTHER_WAY and (_is_the_writer(mentions, span) or _is_said_of_the_writer(mentions, span)):
        return _OTHER_WAY[value]
    if value in _CHILDREN and _is_nobodys_own(mentions, span):
        return f"seorang {value}"
    return value


def _are_counted(mentions: Mentions, span: Span) -> bool:
    """Tell "ada 5 anak ngemis" from "2 anak saya" and "anak ke 2"."""
    words, at = mentions.words, span.first - 1
    if at < 0 or words.clauses[at] != words.clauses[span.first] or is_mine(mentions, span):
        return False
    counted = words.forms[at]
    return counted not in _ONE and (counted in NUMERALS or (counted.isdecimal() and len(counted) <= _TWO))


def _is_the_writer(mentions: Mentions, span: Span) -> bool:
    """Read "sy istri abk kapal ikan", of whose husband the message is; "saya istri kedua dipukul" is of herself."""
    words, at = mentions.words, span.first - 1
    if at < 0 or words.forms[at] not in MINE or words.clauses[at] != words.clauses[span.first]:
        return False
    if ones_family(words):
        return False
    begins = not at or words.clauses[at - 1] != words.clauses[at] or words.raw(at - 1).lower() in word_set("titles")
    after = words.forms[span.last : span.last + 1]
    goes_on = after != [] and words.clauses[span.last] == words.clauses[at] and after[0] not in MINE
    return begins and goes_on and not any(is_passive(mentions, i) for i in range(span.last, len(words.forms)))


def _is_said_of_the_writer(mentions: Mentions, span: Span) -> bool:
    """Read "saya Supardi, suami dari Ibu Mariam", of whose wife the message is."""
    words, after = mentions.words, span.last
    begins = next(i for i in range(span.first + 1) if words.sentences[i] == words.sentences[span.first])
    is_of = words.forms[after : after + 1] == ["dari"] and is_capital(words, after + 1)
    return is_of and words.forms[begins] in MINE and span.first - begins <= _FEW


def _is_nobodys_own(mentions: Mentions, span: Span) -> bool:
    """Tell "ada anak perempuan di warung" and "anak kecil" from the writer's child and from "anak tetangga"."""
    words = mentions.words
    is_whose = words.raw(span.last - 1).lower().endswith(("nya", "ku", "q")) or is_mine(mentions, span)
    if is_whose or any(other.first == span.last for other in mentions.of("KIN")):
        return False
    at = span.first - 1
    if words.forms[span.last : span.last + 1] in _POINTED_AT:
        return True  # "anak itu sekarang di apartemen"
    if at < 0 or words.forms[at] not in _THERE_IS:
        return words.forms[span.last : span.last + 1] == ["kecil"] or _is_a_minor(words, span.last)
    begins = at < _TWO or words.clauses[at - _TWO] != words.clauses[at]
    return not (words.forms[at] == "ada" and begins and at and words.forms[at - 1] in _HAVING)  # "sy ada anak umur 16"


def _is_a_minor(words: Words, after: int) -> bool:
    """Read "anak dibawah umur" and "anak di bawah umur"."""
    return words.forms[after : after + 3] == ["di", "bawah", "umur"] or words.forms[after : after + 2] in _UNDERAGE


def _until_taken(mentions: Mentions, span: Span) -> int:
    """Give the term after "cucunya dibawa" where it is told that they were taken, else after the relation alone."""
    words = mentions.words
    for at in range(span.last, min(span.last + _FEW, len(words.forms))):
        if words.sentences[at] != words.sentences[span.first] or words.forms[at] in _PARENTS | _SEES:
            break  # "kata temannya ayah disekap"
        if is_passive(mentions, at) and words.forms[at].removeprefix("di") in word_set("taking_verbs"):
            return at + 1
    return span.last


def _may_be_meant(mentions: Mentions, span: Span) -> bool:
    """Say whether a relative may be the one it happens to, not one addressed, owning, or doing it."""
    sentences = mentions.words.sentences
    if span.first in mentions.negated or sentences[span.first] != sentences[span.last - 1]:
        return False  # "Bapak/Ibu. Saya guru"
    is_other = (
        _is_vocative,
        did_it,
        _is_somebodys_friend,
        is_a_title,
        is_of_a_victim,
        are_of_each_other,
        _is_half_of_a_pair,
        _is_no_kin,
        _is_of_how_many,
        _is_a_named_ones_child,
    )
    return not any(test(mentions, span) for test in is_other)


def near_ones(mentions: Mentions) -> frozenset[int]:
    """Give the terms that name somebody near to the writer who did nothing of it."""
    near = (span for span in mentions.of("KIN") if span.first not in mentions.negated and not did_it(mentions, span))
    return frozenset(at for span in near for at in range(span.first, span.last))


def _own_parent(mentions: Mentions) -> tuple[bool, int, int, Span, str] | None:
    """Read "mamaku di Abu Dhabi", whose plain form elsewhere only addresses somebody."""
    words = mentions.words
    for at in words.places_of(_OWN_PARENTS):
        begins = not at or words.clauses[at] != words.clauses[at - 1] or words.forms[at - 1] == "nama"
        span = Span(at, at + 1)
        if begins and words.raw(at).lower().endswith("ku") and not did_it(mentions, span):
            return False, 1, at, span, words.forms[at]
    return None


def _is_the_sex_of_kin(words: Words, at: int) -> bool:
    """Tell the "cowok" of "temen cowok sy" and the "laki" of "ponakan laki sy" from a sweetheart and a husband."""
    before = at - 1 - (at > 1 and words.forms[at - 1] == _LAKI)  # "cowok" is two terms
    return before >= 0 and words.clauses[before] == words.clauses[at] and words.forms[before] in values_of("KIN")


def _sweetheart(words: Words) -> int | None:
    """Give where "cewek gue" or "cowokku" stands, which elsewhere is any woman or man."""
    if _SWEETHEARTS.isdisjoint(words.written):
        return None
    for at, term in enumerate(words.terms):
        raw = words.raw(at).lower()
        if (
            raw in _SWEETHEARTS
            and not _is_the_sex_of_kin(words, at)
            and words.forms[at + 1 : at + 2] not in _ALL
            and (raw.endswith("ku") or any(t.form in MINE for t in words.terms[at + 1 : at + 3] if t is not term))
        ):
            return at
    return None


def _is_no_kin(mentions: Mentions, span: Span) -> bool:
    """Tell the name "Santi" from "santri", and "asrama putri" from somebody's daughter."""
    words, at = mentions.words, span.first
    if at > 1 and words.forms[at - 1] == "itu" and is_capital(words, at - 2) and words.raw(at).lower().endswith("nya"):
        return True  # "namanya Komang Sriani, eh Komang itu adiknya"
    if words.terms[at].form in {"putri", "putra"} and span.last - at == 1 and not is_mine(mentions, span):
        return True
    if words.forms[at] == _LAKI and span.last - at > 1 and _is_the_sex_of_kin(words, at):
        return True
    inside = at > 0 and words.sentences[at] == words.sentences[at - 1]
    if inside and words.forms[at - 1] in _LEAVE:
        return True  # "surat izin suami palsu"
    if inside and words.forms[at] == "keluarga" and _is_of_a_household(words, at):
        return not is_mine(mentions, span)
    if words.forms[at] == "anak" and (_is_nobodys_child(mentions, span) or _is_a_lad_of(mentions, span)):
        return True
    twice = at > 1 and words.forms[at - 1] == words.forms[at]  # "rawat kakek2"
    if inside and words.forms[at - 1 - twice] in _TENDING and not is_mine(mentions, span):
        return True  # "dijanji jaga anak", "disuruh jagain nenek2"
    return inside and words.terms[at].how.startswith("spelling") and words.raw(at)[0].isupper()


def _is_of_a_household(words: Words, at: int) -> bool:
    """Tell "spa keluarga", "usaha keluarga" and "kerja di keluarga arab" from the family that is told of."""
    before = words.forms[at - 1]
    return before in _HOUSEHOLDS or words.raw(at - 1).lower() in word_set("businesses") | word_set("lodgings")


def _is_nobodys_child(mentions: Mentions, span: Span) -> bool:
    """Tell "anak muda", "setiap anak" and "anak kades", who may be the recruiter, from the child that is told of."""
    words, after = mentions.words, span.last
    if words.forms[after : after + 1] == ["muda"] or words.forms[max(0, span.first - 1)] in _EACH:
        return True
    named = after + (words.forms[after : after + 1] in (["pak"], ["bu"], ["bapak"], ["si"]))
    return any(other.first in {after, named} for other in mentions.of("OFFICIAL"))


def _is_a_lad_of(mentions: Mentions, span: Span) -> bool:
    """Read "Rangga anak karang baru", which tells where he is from; "Rina anak saya" is the writer's child."""
    words, at, after = mentions.words, span.first, span.last
    if not at or after >= len(words.forms) or words.clauses[at - 1] != words.clauses[after]:
        return False
    is_named = is_capital(words, at - 1) and not words.terms[at - 1].ids and words.raw(at - 1).isalpha()
    raw = words.raw(after).lower()
    is_a_town = mentions.covers(after, *PLACES) or (raw.upper(),) in TOWNS or raw in _QUARTERS
    return is_named and is_a_town


def _is_of_how_many(mentions: Mentions, span: Span) -> bool:
    """Tell "janda anak 1" and "umur 39, anak dua", which tell how many children somebody has, from a child told of."""
    words, after = mentions.words, span.last
    if words.forms[span.first : after] != ["anak"] or after >= len(words.forms):
        return False
    if not (words.forms[after] in NUMERALS or (words.forms[after].isdecimal() and len(words.forms[after]) == 1)):
        return False
    ends = after + 1 == len(words.forms) or words.clauses[after + 1] != words.clauses[after]
    is_status = span.first > 0 and words.forms[span.first - 1] in _PARENTING
    return is_status or (ends and words.has_any(AGE_WORDS))


def _is_a_named_ones_child(mentions: Mentions, span: Span) -> bool:
    """Tell "namanya Mariani anaknya masih netek", of a mother, from "anaknya masih SMP" of a child told of before."""
    words = mentions.words
    if _is_a_spouse_of_one_aged(mentions, span):
        return True
    if words.raw(span.last - 1).lower() != "anaknya" or words.forms[span.last : span.last + 1] != ["masih"]:
        return False
    begins = words.clause_begins(span.first)
    return "nama" in words.forms[begins : span.first] and span.first - begins > 1


def _is_a_spouse_of_one_aged(mentions: Mentions, span: Span) -> bool:
    """Tell "si Deni ini 28 taon, bininya lagi hamil", of Deni, from "bininya dibawa"."""
    words, first = mentions.words, span.first
    is_theirs = words.forms[first] in _OTHER_WAY and words.raw(span.last - 1).lower().endswith("nya")
    if not is_theirs or words.clause_begins(first) != first or not first:
        return False
    aged = (
        age for age in read_ages(words) if age.first < first and words.sentences[age.first] == words.sentences[first]
    )
    near = range(span.last, min(span.last + _FEW, len(words.terms)))
    return next(aged, None) is not None and not any(is_passive(mentions, at) for at in near)


def _is_somebodys_friend(mentions: Mentions, span: Span) -> bool:
    """Tell "her friends say" and "kalembo ade", which greets, from whom the message is about."""
    words = mentions.words
    before = words.raw(span.first - 1).lower() if span.first else ""
    return before in _GREETS or (before in _THEIRS and words.forms[span.first] == "teman")


def _is_half_of_a_pair(mentions: Mentions, span: Span) -> bool:
    """Tell the "laki saya" in "anak laki-laki saya" from a husband."""
    terms = mentions.words.terms
    return bool(span.first) and terms[span.first].form == "laki" and terms[span.first - 1].form in _YOUNG


def _beats(rank: tuple[bool, int, int, Span, str], best: tuple[bool, int, int, Span, str]) -> bool:
    # a longer reading of the same words wins ("adik perempuan" over "adik"); otherwise the earlier person
    same_place = abs(rank[2] - best[2]) <= 1
    if same_place:
        return rank[1] < best[1]
    return rank[0] < best[0] if rank[0] != best[0] else rank[2] < best[2]


def _is_vocative(mentions: Mentions, span: Span) -> bool:
    """Tell "kak tolong" and "om, tante petugas" from "kakak saya"."""
    words = mentions.words
    if words.forms[span.last : span.last + 1] != [] and words.forms[span.last] in _OFFICERS:
        return True  # "met malem om tante operator"
    if "/" in words.text and _is_other_of_two_called(words, span):
        return True  # "Selamat malam Bapak/Ibu, saya wali kelas"
    if span.first >= _GREETING or words.terms[span.first].form not in _ADDRESSED:
        return False
    if _is_one_of_two_called(words, span):
        return True
    if not span.first and _LONG_DRAWN.sub(r"\1", words.raw(0).lower()) in _CALLED_SHORT and is_mine(mentions, span):
        return not any(is_passive(mentions, at) for at in range(span.last, min(span.last + _FEW, len(words.terms))))
    if is_mine(mentions, span):
        # "mbak sy ngetik di wc": who writes does it
        does = [words.raw(at).lower() for at in range(span.last + 1, min(span.last + 2, len(words.terms)))]
        return not span.first and any(raw.startswith(("nge", "ngi", "nga", "ngo", "ngu")) for raw in does)
    if span.last >= len(words.terms):
        return span.first > 0 and mentions.covers(span.first - 1, "GREET")  # "halo kakk"
    follows = words.terms[span.last].form
    return follows in _AFTER_ADDRESS or words.clauses[span.last] != words.clauses[span.first]


def _is_other_of_two_called(words: Words, span: Span) -> bool:
    start, end = words.spans[span.first][0], words.spans[span.last - 1][1]
    is_behind = words.text[start - 1 : start] == "/" and words.raw(span.first - 1).lower() in _CALLED
    is_before = words.text[end : end + 1] == "/" and words.raw(min(span.last, len(words.raws) - 1)).lower() in _CALLED
    return is_behind or is_before


def _is_one_of_two_called(words: Words, span: Span) -> bool:
    """Read "mbak/mas adminnya ada?" and "kak/bang mau lapor", which call whoever reads it."""
    end = words.spans[span.last - 1][1]
    follows = words.raw(span.last).lower() if span.last < len(words.terms) else ""
    return words.text[end : end + 1] == "/" and follows in _SIBLINGS_CALLED
