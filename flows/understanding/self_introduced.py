"""How somebody who writes says who they are as they knock: "ini Hadijah dari Ambalawi", "dengan ibu Sri di sini"."""

from collections.abc import Iterator

from flows.understanding.everyday import is_everyday
from flows.understanding.introduced import OPENING, SELVES, WRITER, Introduced, is_written_as_a_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital, name_after
from flows.understanding.places_named import DISTRICT, KINDS
from flows.understanding.word import HOME_PLACE
from flows.understanding.words import Words

_THIS, _WITH = "ini", "dengan"
_CALLED = frozenset({"pak", "bu", "kak", "min", "admin", "bapak", "ibu"})
_WISHES = frozenset({"mau", "ingin", "izin", "hendak", "pengen"})
_ASKS = frozenset({"lapor", "melapor", "melaporkan", "tanya", "nanya", "bertanya", "cek", "ngadu", "mengadu", "cerita"})
_FROM = frozenset({"dari", "asal", "warga", "asli"})
_HERE = frozenset({"di", "disini", "sini"})
_OTHERS_DO = frozenset({"yang", "calo", "sponsor", "tekong", "agen", "pelaku", "korban", "nomor", "foto"})
_FIRMS = frozenset({"pt", "cv", "lpk", "kantor", "agen", "travel", "yayasan", "bkk", "perusahaan"})
_CARING = frozenset({"bidan", "perawat", "guru", "dokter", "dosen", "kader", "ustad", "ustadz", "penghulu", "mantri"})
_ME = frozenset({"q", "gw", "gue", "gua"})
_MEET = frozenset({"kenalin", "kenalkan", "perkenalkan"})
_TWO = 2  # terms
_KIND_OF_NAME = frozenset({"panggilan", "lengkap", "asli", "kecil"})
_MY_NAME_IS = frozenset({"name's", "name’s", "names"})


def self_introductions(mentions: Mentions) -> Iterator[Introduced]:
    """Give the names by which the writer says who they are, as people do who ring up or knock."""
    words = mentions.words
    yield from _as_one_who_rings(mentions)
    for at in range(len(words.forms)):
        after = _after_saying_who(mentions, at)
        named = name_after(words, after, introduced=True) if 0 < after < len(words.forms) else None
        if named and words.clauses[named[1]] == words.clauses[at]:
            yield Introduced(WRITER, named[0], at, named[1], named[2])


def _after_saying_who(mentions: Mentions, at: int) -> int:
    """Give the term after "saya bidan", "nama panggilan saya", "nma q", "kenalin sy" and "my name's"; 0 elsewhere."""
    words = mentions.words
    forms, raws = words.forms[at : at + 3], [raw.lower() for raw in words.raws[at : at + 3]]
    if forms[0] in SELVES and forms[1:2] != [] and forms[1] in _CARING and _is_nobody_but_somebody(mentions, at + 2):
        return at + 2
    if forms[0] == "nama" and len(forms) > _TWO and forms[1] in _KIND_OF_NAME and forms[2] in SELVES:
        return at + 3
    if len(raws) == 1:
        return 0
    is_meeting = raws[0] in _MEET and forms[1] in SELVES
    if is_meeting or (forms[0] == "nama" and raws[1] in _ME):
        return at + 2 if raws[2:] != [] and not is_everyday(raws[2]) else 0
    if forms[0] in SELVES and _is_asked_for_after(mentions, at):
        return at + 1
    return at + 2 if raws[0] == "my" and raws[1] in _MY_NAME_IS else 0


def _is_asked_for_after(mentions: Mentions, at: int) -> bool:
    """Read "sy ridwan mau lapor", where nothing is written large; "sy takut mau lapor" names nobody."""
    words = mentions.words
    before = words.forms[words.clause_begins(at) : at]
    is_first = all(form in OPENING | _CALLED for form in before)
    asks = words.forms[at + 2 : at + 4]
    asks = asks[asks[:1] != [] and asks[0] in _WISHES :][:1]
    return is_first and not _ASKS.isdisjoint(asks) and _is_nobody_but_somebody(mentions, at + 1)


def _as_one_who_rings(mentions: Mentions) -> Iterator[Introduced]:
    """Read "assalamualaikum, ini Murniati dari Sekotong"; "ini Agus yg bawa" and "ini Agus dari PT ..." accuse."""
    words = mentions.words
    lead = _opens_with(words)
    if lead is None:
        return
    at = lead + 1
    at += words.forms[lead] == _THIS and words.forms[at : at + 1] == [_WITH]
    named = name_after(words, at, introduced=True) if _is_nobody_but_somebody(mentions, at) else None
    if named is None or words.clauses[named[1]] != words.clauses[lead]:
        return
    clause = words.clause_of(lead)
    rest = words.forms[named[2] : clause.stop]
    if _OTHERS_DO.union(_FIRMS).isdisjoint(rest) and word_set("recruiting_verbs").isdisjoint(words.raws[named[2] :]):
        is_greeted = lead > 0 or at > lead + 1  # "ini dengan ..."
        asks = rest[rest[:1] != [] and rest[0] in _WISHES :][:1]
        goes_on = rest[:1] != [] and rest[0] in (_FROM | (_HERE if words.forms[lead] == _WITH else frozenset()))
        goes_on = goes_on or not _ASKS.isdisjoint(asks)
        if goes_on or (is_greeted and _CALLED.issuperset(rest)):
            yield Introduced(WRITER, named[0], lead, named[1], named[2])


def _opens_with(words: Words) -> int | None:
    """Give the "ini" or "dengan" that nothing but a greeting stands before."""
    for at, form in enumerate(words.forms):
        if form in {_THIS, _WITH}:
            return at
        if (
            form not in OPENING | _CALLED
            and words.raw(at).lower() not in word_set("titles")
            and "GREET" not in words.terms[at].ids
        ):
            return None
    return None


def _is_nobody_but_somebody(mentions: Mentions, at: int) -> bool:
    """Tell "Hernawati" and "ibu Sri" from "Sekotong", "Matematika" and "SD"."""
    words = mentions.words
    if at >= len(words.forms) or mentions.covers(at, *KINDS, DISTRICT) or words.terms[at].how == HOME_PLACE:
        return False
    if words.raw(at).lower() in word_set("titles"):
        return is_written_as_a_name(words, at) and at + 1 < len(words.forms)
    is_short_for_something = words.raw(at).isupper() and not words.text.isupper()
    return is_capital(words, at) and not is_short_for_something and not is_everyday(words.raw(at).lower())
