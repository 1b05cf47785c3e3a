"""Names beside a word of kin or company: "Siti tetangga saya", "Andika, keponakan sy sendiri, umur 15"."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.understanding.ages import read_ages
from flows.understanding.introduced import LINKS, RECRUITER, VICTIM, Introduced, is_an_unknown_word
from flows.understanding.introducing import ADVERBS, PLACED, where_it_is_done
from flows.understanding.kin_doing import PASSES_ON
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital, name_after
from flows.understanding.pattern import Span
from flows.understanding.places_named import KINDS
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

_BY = frozenset({"sama", "oleh", "by"})
_SPOKEN_FOR = frozenset(
    {"buat", "untuk", "for", "kata", "bilang", "kepada", "dengan", "dari", "lewat", "ikut", "bareng"}
)
_NOT_A_NAMING = _SPOKEN_FOR | PLACED | MINE | {"anak", "istri", "suami", "adik", "kakak"}
_OUR = frozenset({"my", "our"})
_NEARER = frozenset({"sendiri", "kandung", "ipar", "tiri", "angkat", "jauh", "dekat"})
_ADDRESSING = frozenset({"pak", "bu", "kak", "bang", "mas", "mbak", "mba", "min", "bapak", "ibu", "om", "tante", "ka"})
_YOUNGER = frozenset({"adik", "anak", "cucu", "ponakan", "murid", "siswa", "siswi", "santri", "teman"})
_SAYS_OR_SELLS = PASSES_ON | {"jual", "menjual"}
_ON_THE_WAY = ADVERBS | LINKS | {"yang"}
_SAYS_WHO_IT_IS = frozenset({"yang", "umur", "usia", "berusia"})
_IS_NAMED = frozenset({"nama", "satu", "korban"})
_NEAR = 8  # terms in which somebody is taken, before "sama"
_NAME_AT_MOST = 3  # terms


class Apposed(NamedTuple):
    """A name that stands before a word of kin, and where that word stands."""

    told: Introduced
    kin: Span


def appositions(mentions: Mentions) -> Iterator[Apposed]:
    """Give the names that stand right before what their bearers are to the writer."""
    words = mentions.words
    for span in mentions.of("KIN"):
        after = _after_the_kin(words, span)
        named = _name_before(mentions, span, after) if after else None
        if not named or _is_of_another(mentions, named[1]):
            continue
        name, first, last = named
        lead, end = _as_an_agent(mentions, first, after)
        if lead < end:
            yield Apposed(Introduced(RECRUITER, name, lead, first, end), span)
        elif not _is_about_their_kin(mentions, after):
            yield Apposed(Introduced(VICTIM, name, first, first, last), span)


def _after_the_kin(words: Words, kin: Span) -> int:
    """Give the term after "tetangga saya", "temen sekelasku" and "my cousin", 0 where it is not the writer's."""
    at, size = kin.last, len(words.forms)
    if kin.first and words.forms[kin.first - 1] in _OUR:
        return at
    for end in range(at, min(at + 3, size + 1)):
        if end > at and words.clauses[end - 1] != words.clauses[kin.first]:
            break
        if words.raw(end - 1).lower().endswith("ku") or words.forms[end - 1] in MINE:
            return end + (end < size and words.forms[end] in _NEARER)
        if end < size and words.forms[end] in MINE and words.clauses[end] == words.clauses[kin.first]:
            return end + 1 + (end + 1 < size and words.forms[end + 1] in _NEARER)
    return 0


def _name_before(mentions: Mentions, kin: Span, after: int) -> tuple[str, int, int] | None:
    """Give the name that ends where the kin begins, where the words around let it be that person's."""
    words = mentions.words
    end = kin.first - (kin.first > 0 and words.forms[kin.first - 1] in _OUR)
    if not end or words.sentences[end - 1] != words.sentences[kin.first]:
        return None
    first = _where_it_begins(words, end)
    aged = any(words.sentences[age.first] == words.sentences[first - 1] for age in read_ages(words))
    is_apart = words.clauses[end - 1] != words.clauses[kin.first]
    ends = after >= len(words.forms) or words.clauses[after] != words.clauses[kin.first]
    if first == end and not (is_an_unknown_word(words, end - 1) and (_after_taking(words, after) or (ends and aged))):
        return None
    first = min(first, end - 1)  # "kirana temen sekelasku, 14 thn"
    if is_apart and not ends and words.forms[after] not in _SAYS_WHO_IT_IS:
        return None  # "Rina, adik saya dibawa": who is spoken to, or who writes
    if words.raw(first).lower() in _ADDRESSING and words.forms[kin.first] in _YOUNGER:
        return None  # "Pak Adi adik saya hilang"
    if mentions.covers(first, *KINDS) or _says_who(words.raw(first)):
        return None
    is_known_name = words.raw(first).lower() in word_set("names_that_are_words")
    named = name_after(words, first, introduced=is_known_name)
    return named if named and named[2] == end else None


def _says_who(raw: str) -> bool:
    """Tell "He's my son" and "This is my cousin" from a name."""
    return raw.lower().replace("’", "'").partition("'")[0] in word_set("english")


def _where_it_begins(words: Words, end: int) -> int:
    first = end
    while first and end - first < _NAME_AT_MOST and words.clauses[first - 1] == words.clauses[end - 1]:
        if not is_capital(words, first - 1) and words.raw(first - 1).lower() not in word_set("sure_titles"):
            break
        first -= 1
        if words.raw(first).lower() in word_set("titles"):
            break
    return first


def _is_of_another(mentions: Mentions, first: int) -> bool:
    """Tell "bosnya Udin tetangga saya" and "buat Sahrah tetangga sy" from who is only named."""
    words = mentions.words
    first -= first > 0 and words.raw(first - 1).lower() in word_set("titles")
    if not first or words.clauses[first - 1] != words.clauses[first]:
        return False
    before = words.forms[first - 1]
    if before in _BY or is_passive(mentions, first - 1):
        return not _is_by(mentions, first)
    return before in _NOT_A_NAMING or (words.raw(first - 1).lower().endswith("nya") and before not in _IS_NAMED)


def _is_by(mentions: Mentions, first: int) -> bool:
    """Read "dibawa Udin tetangga saya" and "dibawa ke sana sama Udin tetangga saya"."""
    words = mentions.words
    if not first or words.sentences[first - 1] != words.sentences[first]:
        return False
    if words.forms[first - 1] not in _BY:
        return is_passive(mentions, first - 1)
    near = range(max(0, first - _NEAR), first - 1)
    return any(is_passive(mentions, at) and words.sentences[at] == words.sentences[first] for at in near)


def _as_an_agent(mentions: Mentions, first: int, after: int) -> tuple[int, int]:
    """Give the terms that tell of somebody as who takes others: "Udin tetangga saya yang ngajak"; (0, 0) for none."""
    words = mentions.words
    if _is_by(mentions, first):
        return first - 1, after
    if end := _after_taking(words, after):
        return first, end
    end = where_it_is_done(words, after)
    return (first, end) if end else (0, 0)


def _after_taking(words: Words, at: int) -> int:
    """Give the term after "yang ngajak" and "nawarin kerja" that goes on with the clause at `at`, 0 for others."""
    clause = words.clauses[at - 1]
    has_who = False
    while at < len(words.forms) and words.clauses[at] == clause and words.forms[at] in _ON_THE_WAY:
        has_who = has_who or words.forms[at] == "yang"
        at += 1
    if at >= len(words.forms) or words.clauses[at] != clause:
        return 0
    taking = word_set("taking_verbs") - _SAYS_OR_SELLS
    return at + 1 if words.forms[at] in (taking | word_set("recruiting_verbs") if has_who else taking) else 0


def _is_about_their_kin(mentions: Mentions, at: int) -> bool:
    """Tell "Bu Rina tetangga saya anaknya dibawa", which is about the child."""
    words = mentions.words
    near = [span for span in mentions.of("KIN") if at <= span.first <= at + 1]
    return any(words.raw(span.last - 1).lower().endswith("nya") for span in near)
