"""A number of somebody beside the case, neither the recruiter's nor the victim's: "ayahnya 0878 ...", "penculiknya"."""

import itertools
import re
from typing import NamedTuple

from flows import questions as q
from flows.calling_from import uses_the_phone
from flows.confiding import (
    is_bidden_as_well,
    is_confided,
    is_named_as_spared,
    is_spared,
    kin_of,
    may_be_called,
    may_know,
    tells_of_knowing,
)
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.spoken_of import names_told
from flows.understanding.everyday import could_be_a_name, is_everyday
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_words, number_words, spoken_of_words

OTHERS = "other_phone"
"""The key of the numbers that are nobody's of the case, each with whose it is."""
ASKS_WHO_RECRUITS = frozenset({q.RECRUITER.id, q.RECRUITER_PHONE.id})
CALLABLE, TOLD, SPARED = "boleh dihubungi", "boleh tahu", "jangan dihubungi"
"""What is noted of somebody who may be called, who may only learn of the report, and who must not be called."""
_LEAVES = (CALLABLE, TOLD, SPARED)
_OWNED = re.compile(r"(\+\d+) \(([^)]*)\)")
_CAPTORS = {"tebusan": "yang minta tebusan"}
_REACH = 8  # words before a number in which its owner is named
_BESIDE = 3  # words around somebody that tell what they did
_FULL_NAME = 3  # words
_BY = 2  # words; "dibawa sama temannya"
_THEIRS, _MINE, _BARE = "nya", "ku", ""
_OF_MINE = ("ku", "q")
_AS_A_WHOLE = frozenset({"tetangga", "teman", "suami", "istri", "pacar"})  # named without "saya"
_ANY_KIN = frozenset({"keluarga", "saudara", "warga", "orang", "kerabat"})
_PARENTS = {"ibunya": "ibu", "mamanya": "ibu", "ortunya": "orang tua", "ortuku": "orang tua", "ortu": "orang tua"}
_PARENT, _OLD = "orang", "tua"
_SOURCES = frozenset(fold("dari kata menurut dikasih kasih dapat from"))
_TITLED_KIN = {"om": "paman"}  # an uncle where he is confided in, else how anybody is called
_ROLES = frozenset(fold("guru wali ustad ustaz ustadz kiai kades kadus lurah rt rw bidan pengacara pendeta"))
_EMPLOYERS = frozenset(fold("majikan mandor juragan tauke tokke towkay"))
_MY = frozenset({"my", "our"})
_AT = "di"
_AT_A_PLACE = frozenset(fold("di asal"))
_LEAD_TO_A_PLACE = frozenset((lead,) for lead in _AT_A_PLACE)


class Owner(NamedTuple):
    """Whose a number is, in the words of the line, whether of a captor or an employer, and what leave was given."""

    words: str
    is_captor: bool = False
    leave: str = ""


class _Kin(NamedTuple):
    """A relative, an acquaintance or a captor at a place among the words; `of` is "nya", "ku" or "" for neither."""

    at: int
    value: str
    of: str


NOBODY = Owner("")


def owner_beside(before: Words, after: Words, told: Conversation, asked: str) -> Owner:
    """Give whose a number is where that is somebody beside the case, `NOBODY` where it is not.

    Args:
        before: The words before the number.
        after: The words after it, up to where something else is told.
        told: What was told before.
        asked: Id of the question that was shown.
    """
    line = (*before, *after)
    points, is_trusted = after[:1] != () and _points(after[0]), may_know(line)
    is_noted = is_trusted or told.value(q.VICTIM.id) == "self"  # "0819 ... (kakak, Rizal)"
    if points and (kin := _kin_after(after)):
        words = after
    elif kin := _kin_before(before, is_trusted=is_trusted):
        words = before
    elif (kin := _kin_after(after, is_trusted=is_noted)) and all(map(_goes_with, after[kin.at + 1 :])):
        words = after
    else:
        return NOBODY
    if kin.value in number_words().captors:
        is_asked_for = asked in ASKS_WHO_RECRUITS and not told.knows(q.RECRUITER_PHONE.id)
        return NOBODY if is_asked_for else Owner(_CAPTORS.get(kin.value, kin.value), is_captor=True)
    is_callable = may_be_called(line) or is_confided(words, kin.at)
    is_another = is_callable and (_is_named_otherwise(words, kin, told) or _is_written_on(words, kin))
    if words is before and kin.value not in _EMPLOYERS and uses_the_phone(before, kin.at, told):
        return NOBODY
    if _recruits(words, kin) or _is_the_writer(words, kin) or not (is_another or _is_beside_the_case(kin, told)):
        return NOBODY
    leave = SPARED if is_spared(line) else CALLABLE if is_callable else TOLD if is_trusted else ""
    if asked in ASKS_WHO_RECRUITS and not told.knows(q.RECRUITER.id) and not leave:
        return NOBODY
    said = _as_said(words, kin)
    if words is before:
        said = " ".join((said, *_named_after(after))).strip()
    # "mamanya dika" is a parent of his, "anak saya dika" is he
    return (
        NOBODY
        if kin.of != _THEIRS and _names_one_of_the_case(said, told)
        else Owner(said, kin.value in _EMPLOYERS, leave)
    )


def named_beside(before: Words, told: Conversation) -> Owner:
    """Give who is named right before a number, as "kapten Rusdi" or "klo si Amo", where nobody of the case is."""
    is_victims_named = told.knows("victim_name") or told.value(q.VICTIM.id) == "self"
    end = len(before)
    while end and (before[end - 1] in number_words().things | number_words().beside or _points(before[end - 1])):
        end -= 1
    if end > 1 and before[end - 2] in _AT_A_PLACE:
        end -= 2  # "agen lokal Arif di Ampenan"
    first = end
    while first and end - first < _FULL_NAME and _is_a_name(before[first - 1]):
        first -= 1
    if first == end or not is_victims_named:
        return NOBODY
    while first and before[first - 1] in word_set("titles"):
        first -= 1
    said = " ".join(before[first:end])
    if not frozenset(fold(told.value("victim_name"))).isdisjoint(before[first:end]):
        return NOBODY  # "nomor ayu", of Ayu Lestari: how a woman is called, too
    is_the_writer = first > 0 and before[first - 1] in _mine() | spoken_of_words().naming
    return NOBODY if is_the_writer or _names_one_of_the_case(said, told) else Owner(said)


def entrusted_beside(before: Words, after: Words, told: Conversation) -> Owner:
    """Give whom a line asks to tell as well, by name alone: "hamdan no nya 0812 ... kabari juga dia".

    Nobody who recruits or is the victim: their number is of the case.
    """
    line = (*before, *after)
    doing = word_set("recruiting_verbs") | spoken_of_words().recruiter
    if not is_bidden_as_well(line) or not doing.isdisjoint(word.removesuffix("nya") for word in line):
        return NOBODY
    said = _last_name_in(before) or " ".join(itertools.takewhile(_goes_with_a_name, _after_pointing(after)))
    return NOBODY if not said or _names_one_of_the_case(said, told) else Owner(said, leave=CALLABLE)


def _last_name_in(before: Words) -> str:
    """Give the name before a number, over "no nya", "pak" and "juga"."""
    end = len(before)
    while end and _may_stand_between(before[end - 1]):
        end -= 1
    first = end
    while first and end - first < _FULL_NAME and _goes_with_a_name(before[first - 1]):
        first -= 1
    return " ".join(before[first:end])


def _after_pointing(after: Words) -> Words:
    return tuple(itertools.dropwhile(_points, after))


def _may_stand_between(word: str) -> bool:
    number = number_words()
    return _points(word) or word in number.beside | number.theirs | word_set("titles")


def _goes_with_a_name(word: str) -> bool:
    return word in word_set("titles") or _is_a_name(word)


def numbers_of_others(told: str) -> list[tuple[str, str]]:
    """Give the numbers kept in one answer, each with whose it is."""
    return _OWNED.findall(told)


def owner_of(number: str, told: Conversation) -> str:
    """Give whose a number is that was kept as somebody else's, "" for any other: "kakak saya nurhayati"."""
    owner = dict(numbers_of_others(told.value(OTHERS))).get(number, "")
    words, _, leave = owner.rpartition(", ")
    return words if leave in _LEAVES else owner


def with_more_of_others(known: str, told: str) -> str:
    """Give the numbers known with those told now; one that is known, or begins as one, keeps its first owner."""
    new = [f"{number} ({owner})" for number, owner in numbers_of_others(told) if number not in known]
    return "; ".join(filter(None, (known, *new)))


def _points(word: str) -> bool:
    return word in number_words().pointing or word in number_words().things


def _kin_before(before: Words, *, is_trusted: bool) -> _Kin | None:
    """Find the owner among the words before a number, over names, titles and "hp" alone."""
    if captor := _captor_before(before):
        return captor
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        word, follows = before[at], before[at + 1] if at + 1 < len(before) else ""
        if kin := _kin_at(before, at, follows, is_trusted=is_trusted):
            return None if _only_passes_on(before, kin.at) or _stands_in(before, kin.at) else kin
        if word in _mine() and at and _kin_at(before, at - 1, word):
            continue
        if is_trusted and tells_of_knowing(word):
            continue
        if (
            not _passes(word, before[at - 1] if at else "")
            and before[max(0, at - 1) : at] not in _LEAD_TO_A_PLACE
            and word not in _AT_A_PLACE
        ):
            return None
    return None


def _captor_before(before: Words) -> _Kin | None:
    """Read "penculiknya nelpon dr no +95 ...", whatever stands between but the writer and who recruits."""
    known = spoken_of_words()
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        word = before[at].removesuffix("nya")
        if word in number_words().captors:
            return _Kin(at, word, _THEIRS)
        if word in known.mine or word in known.recruiter:
            return None
    return None


def _kin_after(after: Words, *, is_trusted: bool = False) -> _Kin | None:
    """Find the owner in "itu nomor ayahnya", "punya tetangga saya" and "(suami saya)"."""
    for at, word in enumerate(after[:_REACH]):
        follows = after[at + 1] if at + 1 < len(after) else ""
        if kin := _kin_at(after, at, follows, is_trusted=is_trusted):
            return kin
        if not _passes(word, after[at - 1] if at else ""):
            return None
    return None


def _kin_at(words: Words, at: int, follows: str, *, is_trusted: bool = False) -> _Kin | None:
    """Find whoever is named at a place; bare kin and "bu Ros" only where they are trusted to be called or told."""
    word = words[at]
    if word.removesuffix("nya") in number_words().captors:
        return _Kin(at, word.removesuffix("nya"), _THEIRS)
    if word in {_OLD, f"{_OLD}nya", f"{_OLD}ku"} and words[max(0, at - 1) : at] == (_PARENT,):
        return _Kin(at - 1, f"{_PARENT} {_OLD}", _of(word, follows))
    if word == _PARENT and follows.startswith(_OLD):
        return _Kin(at, f"{_PARENT} {_OLD}", _of(follows, ""))
    role = word.removesuffix(_THEIRS)
    value = _kinship(word) or (role if role in _ROLES | _EMPLOYERS else "")
    of = _MINE if words[max(0, at - 1) : at] and words[at - 1] in _MY else _of(word, follows)
    if value and (of or value in _AS_A_WHOLE):
        return _Kin(at, value, of)
    if not (is_trusted or is_confided(words, at) or is_named_as_spared(words, at)):
        return None
    is_titled = word in word_set("titles") and follows != "" and _is_a_name(follows)
    value = value or _TITLED_KIN.get(word, "") or (f"{word} {follows}" if is_titled else "")
    return _Kin(at, value, _BARE) if value else None


def _mine() -> frozenset[str]:
    return contact_words().selves | {_MINE}


def _of(word: str, follows: str) -> str:
    if follows in _mine() or (word.endswith(_OF_MINE) and word not in word_set("titles")):
        return _MINE
    return _THEIRS if word.endswith(_THEIRS) or follows in {"nya", "dia", "ne"} else _BARE


def _kinship(word: str) -> str:
    """Give how a word of kin is told: "adik" of "adeknya", "" for no such word."""
    return _PARENTS.get(word) or kin_of(word)


def _passes(word: str, before: str) -> bool:
    """Say whether a word may stand between somebody and their number: "bernama Sahrudin no HP", "bisa ditelpon"."""
    known, number = spoken_of_words(), number_words()
    thing = word.removesuffix("nya")
    return (
        word in number.pointing
        or thing in number.things
        or word in number.theirs
        or word in known.naming
        or word in number.beside
        or word in word_set("titles")
        or (before in number.may and word in contact_words().passive)
        or could_be_a_name(word)
    )


def _only_passes_on(before: Words, at: int) -> bool:
    """Tell "saya dapat dari tetangga" and "nomor haji Mus dicatat menantu saya" from whose number it is."""
    lead, things = before[at - 1] if at else "", number_words().things
    is_kept_by = lead.startswith("di") and is_everyday(lead) and lead != _AT
    return lead in _SOURCES or (is_kept_by and not things.isdisjoint(before[: at - 1]))


def _stands_in(before: Words, at: int) -> bool:
    """Tell "ada di hp anak saya", where a number stands, from "hp anak saya", whose it is."""
    things = number_words().things
    while at and before[at - 1] in things:
        at -= 1
    return before[max(0, at - 1) : at] == (_AT,)


def _recruits(words: Words, kin: _Kin) -> bool:
    """Tell "yg ngajak tetangga saya 0812 ..." and "dibawa sama temannya" from whom nobody accuses."""
    doing = word_set("recruiting_verbs") | spoken_of_words().recruiter
    before = words[max(0, kin.at - _BESIDE) : kin.at]
    near = before + words[kin.at + 1 : kin.at + 1 + _BESIDE]
    is_done_by = any(word.startswith("di") and word[2:] in doing for word in before[-_BY:])
    return is_done_by or not doing.isdisjoint(word.removesuffix("nya") for word in near)


def _is_beside_the_case(kin: _Kin, told: Conversation) -> bool:
    """Say whether a relative is neither the victim nor who recruits, as far as that was told."""
    if _is_told_to_recruit(kin, told):
        return False
    if told.value(q.VICTIM.id) == "self":
        return True
    relation = told.value("victim_relation")
    if not relation:
        return kin.of == _THEIRS
    same = kin.value in relation or not frozenset(kin.value.split()).isdisjoint(fold(relation))
    return not same and not (relation in _ANY_KIN and kin.of != _THEIRS)


def _is_named_otherwise(words: Words, kin: _Kin, told: Conversation) -> bool:
    """Tell "hubungi adik saya Rizal" from the adik saya Rina whom the talk is of."""
    named = [word for word in _as_said(words, kin).split()[1:] if _is_a_name(word) and word not in word_set("titles")]
    victims = names_told(told.value("victim_name"))
    return bool(named and victims) and victims.isdisjoint(named)


def _is_written_on(words: Words, kin: _Kin) -> bool:
    """Read "ini hp anak saya Rizal", the phone on which it is written, of a daughter who is away."""
    return words[max(0, kin.at - 2) : kin.at - 1] == ("ini",) and words[kin.at - 1] in number_words().things


def _is_told_to_recruit(kin: _Kin, told: Conversation) -> bool:
    recruiter = told.value(q.RECRUITER.id)
    if any(_kinship(word) == kin.value for word in fold(recruiter[:60])):
        return True
    story = fold(told.value(q.WHAT.id))
    return any(_kinship(word) == kin.value and _recruits(story, kin._replace(at=at)) for at, word in enumerate(story))


def _as_said(words: Words, kin: _Kin) -> str:
    """Give "ayahnya sahrudin" of "ayahnya bernama sahrudin no hp", "sumiati tetangga saya" with the name before."""
    first = kin.at
    while first and _is_a_name(words[first - 1]):
        first -= 1
    said = [words[at] for at in range(first, kin.at)]
    for word in words[kin.at : kin.at + _REACH]:
        if word in number_words().beside:
            continue
        if not (word == words[kin.at] or _goes_with(word) or word.removesuffix("nya") == _OLD):
            if word in spoken_of_words().naming or _points(word):
                continue
            break
        said.append(word)
    return " ".join(said)


def _named_after(after: Words) -> Words:
    """Give the name of "0819 ... namanya Eka"."""
    at = next((at for at, word in enumerate(after) if word in spoken_of_words().naming), len(after))
    return tuple(itertools.takewhile(_is_a_name, after[at + 1 : at + 1 + _FULL_NAME]))


def _goes_with(word: str) -> bool:
    return word in _mine() or word in word_set("titles") or _is_a_name(word)


def _is_a_name(word: str) -> bool:
    return could_be_a_name(word) and word not in number_words().things


def _is_the_writer(words: Words, kin: _Kin) -> bool:
    """Tell "saya Mahsun suami Nur" and "saya tetangganya" from "suami saya Mahsun"."""
    at = kin.at
    while at and _is_a_name(words[at - 1]):
        at -= 1
    return at > 0 and words[at - 1] in _mine() - _MY


def _names_one_of_the_case(said: str, told: Conversation) -> bool:
    known = names_told(told.value(q.RECRUITER.id)) | names_told(told.value("victim_name"))
    return not known.isdisjoint(said.split())


def rests_on_the_owner(words: str, owner: Owner) -> bool:
    """Say whether what was read rests on nothing but the owner's words: Sahrudin, of "ayahnya bernama Sahrudin"."""
    named = frozenset(word for word in fold(words) if not word.isdecimal())
    return named <= frozenset(owner.words.replace(",", " ").split())
