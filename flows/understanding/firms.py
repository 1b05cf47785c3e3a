"""The firm that a message names: with PT, CV, LPK and the like, or as an agency."""

from typing import cast

from flows.understanding.agencies import AGENCY_MARKS, find_agency
from flows.understanding.firm_names import name_from
from flows.understanding.firms_marked import Firm, marked_firms
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.places_named import KINDS
from flows.understanding.word import forms_with_nya
from flows.understanding.words import Words

_FROM = frozenset({"dari", "dr", "dri", "from"})
_PEOPLE = frozenset(
    {"nama", "orang", "orangnya", "hr", "hrd", "hrnya", "hrdnya", "cs", "admin", "adminnya", "miss", "mr"}
)
_NO_FIRMS = frozenset({
    *("desa", "dusun", "kampung", "kecamatan", "kabupaten", "kota", "pulau", "gang", "jalan", "jl", "dinas", "kantor"),
    *("pondok", "ponpes", "smk", "sma", "smp", "sd", "universitas", "kampus", "bank", "grup", "group", "polres"),
    *("polsek", "masjid", "gereja", "rumah", "facebook", "tiktok", "keluarga", "tempat", "info", "lowongan", "loker"),
})  # fmt: skip
_AGENTS = frozenset({"agennya", "agensinya", "agencynya", "agen", "agensi", "bironya", "perusahaannya", "lembaganya"})
_NAMED = frozenset({"nama", "bernama", "itu", "adalah", "yaitu", "is"})
# of the words that firms are called by, those that no person is called by
_NO_PERSONS = frozenset({
    *("karir", "karier", "internasional", "international", "global", "manpower", "agency", "resources", "kerja"),
    *("bersama", "maju", "sukses", "sejahtera", "mandiri", "abadi", "nusantara", "overseas"),
})  # fmt: skip
_NEAR, _PAIR = 4, 2  # terms, words


def find_firm(mentions: Mentions) -> Firm | None:
    """Give the first firm or agency that the message names, None for none."""
    words = mentions.words
    if "firm" not in words.found:
        words.found["firm"] = _first_firm(mentions)
    return cast("Firm | None", words.found["firm"])


def terms_of_a_firm(mentions: Mentions) -> frozenset[int]:
    """Give the terms of the firm's name, and of "syarikat" before it: nobody is called by them."""
    firm = find_firm(mentions)
    if firm is None:
        return frozenset()
    words = mentions.words
    inside = {at for at, (start, _) in enumerate(words.spans) if firm.start <= start < firm.end}
    before = min(inside, default=0) - 1
    return frozenset(inside | ({before} if words.raws[before].lower() in AGENCY_MARKS else set()))


def _first_firm(mentions: Mentions) -> Firm | None:
    words = mentions.words
    if firms := marked_firms(words):
        return firms[0]
    if not AGENCY_MARKS.isdisjoint(words.written):
        agency = find_agency(words.text, far=_far_words(mentions, words))
        if agency:
            return Firm(*agency)
    if not _AGENTS.isdisjoint(words.written) and (firm := _named_agency(words)):
        return firm
    return None if _FROM.isdisjoint(words.written) else _of_somebody(mentions)


def _named_agency(words: Words) -> Firm | None:
    """Read "nama agennya Southern Cross Karir"; "agennya Sri Lestari" may be a woman."""
    ends = word_set("firm_ends") | _NO_PERSONS
    for at, raw in enumerate(words.raws[:-2]):
        after = at + 1
        after += words.forms[after] in _NAMED
        if raw.lower() not in _AGENTS or not is_capital(words, after) or words.sentences[after] != words.sentences[at]:
            continue
        name = name_from(words.text, words.spans[after][0])
        said = name.said.lower().split() if name else []
        if name and said[0] not in word_set("titles") and not ends.isdisjoint(said[1:]):
            return Firm(name.said, words.spans[after][0], name.end)
    return None


def _of_somebody(mentions: Mentions) -> Firm | None:
    """Read the firm in "orangnya Kak Shela dari Sakura Bridge Indonesia"; "Bang Ucim dari medan" comes from a town."""
    words, marks = mentions.words, word_set("firm_words") | word_set("firm_ends")
    if words.written.isdisjoint(marks):
        return None
    for at, raw in enumerate(words.raws[:-2], start=1):
        if raw.lower() not in _FROM or not _is_of_a_person(words, at - 1):
            continue
        near = [one.lower() for one in words.raws[at + 1 : at + _NEAR]]
        is_sure = not word_set("firm_ends").isdisjoint(near)
        if mentions.covers(at, *KINDS) and not is_sure:
            continue
        shows_itself = is_sure or not marks.isdisjoint(near)
        name = name_from(words.text, words.spans[at][0], is_sure=shows_itself)
        said = name.said.lower().split() if name else []
        # "Bumi Agung" and "Suka Jaya" are villages as well
        is_long = len(said) > _PAIR or not word_set("firm_ends").isdisjoint(said)
        if name and is_long and not marks.isdisjoint(said[1:]) and _NO_FIRMS.isdisjoint(said[:1]):
            return Firm(name.said, words.spans[at][0], name.end)
    return None


def _is_of_a_person(words: Words, at: int) -> bool:
    """Say whether a name stands right before term `at`, after a title or a word for who recruits."""
    if (
        not at
        or words.clauses[at] != words.clauses[at - 1]
        or not (is_capital(words, at - 1) or _is_unknown(words, at - 1))
    ):
        return False
    since = max(words.clause_begins(at), at - _NEAR)
    leads = word_set("titles") | forms_with_nya("recruiters") | _PEOPLE
    return any(words.raws[i].lower() in leads or words.forms[i] in leads for i in range(since, at))


def _is_unknown(words: Words, at: int) -> bool:
    return not words.terms[at].ids and words.raw(at).lower() not in word_set("not_names")


def _far_words(mentions: Mentions, words: Words) -> frozenset[str]:
    return frozenset(words.raw(at).casefold() for at in mentions.terms_of(*KINDS))
