"""Where those who recruit are or come from, which is where nobody was taken: "yg urus namanya Koko Steven di bali"."""

from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.places_named import Place, leads
from flows.understanding.words import Words

_AT, _FROM = "at", "from"
_WHO = frozenset({"yang", "who", "sing"})
_DOING = frozenset({"took", "brought", "recruited", "sent", "offered", "tricked"})
_NAMING = frozenset({"nama", "namanya", "bernama", "dipanggil", "called", "named", "name", "si", "is", "was"})
_BESIDE = frozenset({"orang", "orangnya", "itu", "ini", "ada", "tinggal", "tinggalnya", "asal", "asli", "juga", "cuma"})
_WHOM = frozenset({"kerja", "kerjaan", "saya", "aku", "dia", "kami", "mereka", "nya", "her", "him", "me", "us", "them"})
_GOES_ON = frozenset({"ke", "to", "lewat", "via", "naik", "terus", "lalu", "transit", "into"})
_THEM = "orangnya"  # "yg urus Koko Steven, orangnya di bali"
_REACH = 9  # terms


def without_recruiters_homes(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Leave out each place at which, or from which, somebody who recruits is said to be."""
    words = mentions.words
    doing = word_set("recruiting_verbs") | _DOING
    if not any(place.lead in {_AT, _FROM} for place in named):
        return named
    if not (mentions.has("RECRUITER") or words.has_any(doing | word_set("recruiters"))):
        return named
    return [place for place in named if not is_recruiters_home(mentions, place)]


def is_recruiters_home(mentions: Mentions, place: Place) -> bool:
    """Tell "mak comblangnya Tante Mei Hwa dari pontianak" from "adik saya dibawa Tante Mei Hwa dari pontianak"."""
    words, first = mentions.words, place.span.first
    if place.lead not in {_AT, _FROM} or not leads(mentions, first):
        return False
    if place.lead == _FROM and not _GOES_ON.isdisjoint(words.forms[place.span.last : place.span.last + 1]):
        return False  # "agennya bu Eni bawa dari jakarta ke dubai"
    return is_said_of_who_recruits(mentions, first - 1)


def is_said_of_who_recruits(mentions: Mentions, lead: int) -> bool:
    """Say whether nothing but a name stands between who recruits and term `lead`: "yg ngajak bu rini di ..."."""
    words, recruiters = mentions.words, mentions.terms_of("RECRUITER")
    names, is_of_them = 0, words.forms[max(0, lead - 1) : lead] == [_THEM]
    for at in range(lead - 1, max(-1, lead - 1 - _REACH), -1):
        form = words.forms[at]
        if words.clauses[at] != words.clauses[lead] and not is_of_them:
            return False
        if at in recruiters or form.removesuffix("nya") in word_set("recruiters"):
            return not _is_done_with(words, at)
        if form in word_set("recruiting_verbs") | _DOING:
            return names > 0 and not _WHO.isdisjoint(words.forms[max(0, at - 2) : at])
        if form in _BESIDE | _WHOM | _NAMING:
            continue
        if not _is_of_a_name(mentions, at, is_introduced=not _NAMING.isdisjoint(words.forms[max(0, at - 2) : at])):
            return False
        names += 1
    return False


def _is_done_with(words: Words, at: int) -> bool:
    """Read "dibawa calo dari batam" and "sama agen di Medan", which tell of the way somebody went."""
    before = words.forms[at - 1] if at and words.clauses[at - 1] == words.clauses[at] else ""
    return before.startswith("di") or before in {"sama", "dengan", "oleh", "by", "with", "ikut", "lewat"}


def _is_of_a_name(mentions: Mentions, at: int, *, is_introduced: bool) -> bool:
    words = mentions.words
    if mentions.covers(at, "KIN", "SELF", "OTHERS", "NOW") and words.raw(at).lower() not in word_set("titles"):
        return False
    is_title = words.raw(at).lower() in word_set("titles")
    return is_introduced or is_title or is_capital(words, at) or could_be_a_name(words.raw(at).lower())
