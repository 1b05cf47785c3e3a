"""A writer who is a victim beside a friend: "sy sendiri 23 thn, tapi temen sy Ilham masih di sana" tells of two."""

import itertools
import re
from types import MappingProxyType
from typing import NamedTuple

from flows import questions as q
from flows.clauses import pieces_of
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.oneself_told import is_oneself
from flows.phrases import Words, without_particles
from flows.reading import Found, Reading
from flows.tellers import is_done_to_me
from flows.turning import Turning
from flows.understanding.days_written import MONTHS
from flows.understanding.lexicon import word_set
from flows.understanding.word import form_of
from flows.victim_lines import OTHER_VICTIM, WRITER_TOO
from flows.victims_put_right import AGE, NAME, name_in, two_aged, words_of_a_name
from flows.word_tables import contact_words, spoken_of_words

YES = "ya"
_COUNT, _ONE_MORE = "victim_count", "1 orang lain"
_LONGEST, _NEAR = 400, 4  # characters, words
_ALONE = frozenset(fold("sendiri myself"))
_ALSO = frozenset(fold("juga jg too"))
_VICTIM = frozenset(fold("korban korbannya victim victims"))
_AND = frozenset(fold("sama sm ama dan dengan dgn bareng and with"))
_BUT = frozenset(fold("tapi tp tetapi sama sm dan dengan but and while sedangkan sdg"))
_BOTH = frozenset(fold("dua2nya duanya keduanya berdua bedua both dua2 kaduanya"))
_OUT = frozenset(fold("pulang plg lolos kabur bebas keluar selamat"))
_STILL = frozenset(fold("baru masih br msh ini itu kan sudah udah juga jg"))
_BEFORE_ME = frozenset(fold(
    "kalau kalo klo pak bu kak bang min mas mba mbak halo oh ya iya eh itu ini maaf soalnya karena cuma"
))  # fmt: skip
_NAMING = frozenset(fold("nama namanya nm nmnya mereka anaknya muridnya itu yaitu si bernama"))
_YEARS = frozenset(fold("tahun thn taun th years umur umurnya usia usianya itu"))
_LATER = frozenset(fold("mau akan bakal depan dpn besok nanti lusa bln bulan minggu calon"))
_AHEAD = frozenset(fold("akan bakal depan dpn besok nanti lusa"))
_OTHERS = frozenset(fold("lagi lg lain baru berikutnya gelombang"))
# "Ilham 21 juta", "Ilham 21 agustus"
_UNITS = MONTHS.keys() | fold("juta jt ribu rb hari bulan bln jam kali minggu menit")
_YOUNGEST, _OLDEST = 10, 80


class Companion(NamedTuple):
    """A friend or a relative who is a victim as well."""

    relation: str
    name: str
    age: str

    @property
    def in_words(self) -> str:
        """The companion as an officer reads it: "teman, Ilham, 21 tahun"."""
        return ", ".join(part for part in (self.relation, self.name, f"{self.age} tahun" if self.age else "") if part)


def note_both(turn: Turning) -> None:
    """Keep the second of two victims of whom one writes, and count them."""
    told, found, text = turn.conversation, turn.reading.found, turn.text[:_LONGEST]
    is_open = NAME not in found or not _AND.isdisjoint(fold(text))
    if turn.conversation.flow == "report" and is_open and (names := names_of_two(text, told)):
        if not told.knows(AGE) and (aged := two_aged(text)):
            turn.answer({AGE: Answer(aged.age, Origin.VOLUNTEERED, names)})
        line = told.answers.get(q.VICTIM.id)
        new_line = {q.VICTIM.id: line._replace(value=f"{line.value}, {names}")} if line and line.is_known else {}
        turn.answer({NAME: Answer(names, Origin.VOLUNTEERED, names)} | new_line)
    if turn.conversation.flow != "report" or not _may_tell_of_both(fold(text)):
        return
    victim = found[q.VICTIM.id].value if q.VICTIM.id in found else told.value(q.VICTIM.id)
    if not victim:
        return
    new: dict[str, Answer] = {}
    if victim == "self" or is_whole_self(turn):
        if companion := companion_in(text):
            new[OTHER_VICTIM] = Answer(companion.in_words, Origin.VOLUNTEERED, text[:80])
    elif tells_of_oneself_too(text, told):
        age = own_age(text)
        before = told.value(WRITER_TOO)
        new[WRITER_TOO] = Answer(f"{YES}, {age} tahun" if age else before or YES, Origin.VOLUNTEERED, text[:80])
        if age and told.value(AGE) == age:
            turn.conversation = turn.conversation.without({AGE})
            turn.conversation = _line_without(turn.conversation, age)
    if new and not told.knows(_COUNT) and _COUNT not in found:
        new[_COUNT] = Answer("2", Origin.VOLUNTEERED, _ONE_MORE)
    turn.answer(new)


def is_whole_self(turn: Turning) -> bool:
    """Say whether the writer chose "myself" for the victim, with more words behind it."""
    shown = turn.conversation.shown
    return shown is not None and shown.prompt == q.VICTIM.id and turn.choice.id == "self"


def with_ages_apart(reading: Reading, text: str, told: Conversation) -> Reading:
    """Give each of two their own age, and count nobody who is only to leave later.

    "sy sendiri 23 thn, tapi temen sy Ilham ..." makes no friend of 23; "Ilham 21 org Taliwang" are not 21 people;
    "kamis dpn ada 3 org lg mau dia brgktin" are no victims of what happened.
    """
    found = dict(reading.found)
    is_other = q.VICTIM.id in found and found[q.VICTIM.id].value != "self"
    is_known = told.knows("victim_relation") or told.knows(NAME)
    if q.VICTIM.id in found and not is_other and is_known and tells_of_oneself_too(text, told):
        del found[q.VICTIM.id]  # "korbannya sy sama Ilham", after "temen sy Ilham"
        if AGE in found and found[AGE].value == own_age(text):
            del found[AGE]
    if _COUNT in found and _is_no_count(found[_COUNT], text, told):
        del found[_COUNT]
        if is_other and not {NAME, "victim_relation", AGE} & found.keys():
            del found[q.VICTIM.id]
    if AGE in found and is_other and ({NAME, "victim_relation"} & found.keys() or told.knows("victim_relation")):
        age = found[AGE].value
        if own_age(text) == age:
            line = found[q.VICTIM.id]
            theirs = age_of(found[NAME].value if NAME in found else told.value(NAME), text)
            value = line.value.replace(f"{age} tahun", f"{theirs} tahun" if theirs else "").replace(", ,", ",")
            found[q.VICTIM.id] = Found(value.strip(", "), line.words)
            del found[AGE]
            if theirs:
                found[AGE] = Found(theirs, theirs)
    if AGE not in found and told.knows(NAME) and (theirs := age_of(told.value(NAME), text)):
        found[AGE] = Found(theirs, theirs)
    if AGE not in found and told.value(q.VICTIM.id) == "self" and not told.knows(AGE) and (mine := _bare_age(text)):
        found[AGE] = Found(mine, mine)
    return reading if found == dict(reading.found) else reading._replace(found=MappingProxyType(found))


def own_age(text: str) -> str:
    """Give the writer's own age: "sy sendiri 23 thn", "umur sy 23", "23 itu umur sy"; "" for none."""
    selves = contact_words().selves
    for words in map(fold, pieces_of(text[:_LONGEST])):
        for at, word in enumerate(words):
            if not _is_an_age(word):
                continue
            after = words[at + 1 : at + 1 + _NEAR]
            mine = next((i for i in range(at - 1, max(-1, at - 1 - _NEAR), -1) if words[i] in selves), None)
            if mine is not None and _is_subject(words, mine):
                between = [one for one in words[mine + 1 : at] if one not in _YEARS | _ALONE | _STILL]
                is_named = len(between) <= 1 and not _ALONE.isdisjoint(words[mine + 1 : at])  # "saya sendiri rizal 23"
                is_aged = not _YEARS.isdisjoint((*words[max(0, mine - 1) : at], *after[:1]))
                if is_aged and (not between or is_named):
                    return word
            if after[:2] in (("itu", "umur"), ("itu", "umurnya")) and not selves.isdisjoint(after[2:3]):
                return word
    return ""


def _bare_age(text: str) -> str:
    """Read the age of "di chat aja jgn tlp. aku 17", of a writer who is the victim: not "aku 17 hari di sini"."""
    selves = contact_words().selves
    for words in map(fold, pieces_of(text[:_LONGEST])):
        bare = without_particles(words)
        if len(bare) == 2 and bare[0] in selves and _is_an_age(bare[1]):
            return bare[1]
    return ""


def _is_subject(words: Words, at: int) -> bool:
    """Tell "sy sendiri" and "umur sy" from "anak saya sendiri", "alumni kami sendiri" and "dusun kami"."""
    return not at or words[at - 1] in _BEFORE_ME or words[at - 1] in _YEARS | _BUT | _VICTIM


def age_of(name: str, text: str) -> str:
    """Give the age that stands right behind a name: "ilham 21 org taliwang"."""
    if not name:
        return ""
    names, words = words_of_a_name(name), fold(text[:_LONGEST])
    for at, word in enumerate(words):
        if word in names:
            end = at + 1
            while end < len(words) and words[end] in names | _YEARS:
                end += 1
            is_long = any(one.isdecimal() for one in words[end + 1 : end + 2])  # "nomor Tiara +63 917 ..."
            if (
                end < len(words)
                and _is_an_age(words[end])
                and _UNITS.isdisjoint(words[end + 1 : end + 2])
                and not is_long
            ):
                return words[end]
    return ""


def tells_of_oneself_too(text: str, told: Conversation) -> bool:
    """Say whether the writer tells to be a victim as well: "korbannya sy sm Ilham", "sy sendiri 23 thn. tapi ..."."""
    if is_oneself(text):
        return False
    selves, names = contact_words().selves - {"my"}, words_of_a_name(told.value(NAME))
    return any(
        word in selves and _is_meant_too(words, at, names)
        for words in map(fold, pieces_of(text[:_LONGEST]))
        for at, word in enumerate(words)
    )


def _is_meant_too(words: Words, at: int, names: frozenset[str]) -> bool:
    """Say whether the writer of word `at` is a victim beside somebody: "korbannya sy juga", "sy sendiri 23 thn"."""
    after, follows, is_subject = words[at + 1 : at + 3], words[at + 2 : at + 3], _is_subject(words, at)
    is_of_victims = not (_VICTIM | _BOTH).isdisjoint(words)
    if is_of_victims and (_is_joined(words, at, names) or (is_subject and not _ALSO.isdisjoint(after))):
        return True
    if is_subject and not _ALSO.isdisjoint(after[:1]):
        return is_done_to_me(words[at:])  # "saya juga ditipu"
    if not is_subject or _ALONE.isdisjoint(after[:1]):
        return False
    is_home = not _STILL.isdisjoint(follows) and not _OUT.isdisjoint(words[at + 2 :])
    # "saya sendiri udah pulang", "sy sendiri 23 thn"; "sy sendiri yg lapor" is of who reports
    return is_home or all(_is_an_age(word) or word in names | _YEARS for word in follows)


def _is_joined(words: Words, at: int, names: frozenset[str]) -> bool:
    """Read "sy sm Ilham" and "temen sy sama sy"."""
    people = names | spoken_of_words().victim | spoken_of_words().acquaintances | {"dia"}
    if not _AND.isdisjoint(words[at + 1 : at + 2]):
        return not people.isdisjoint(words[at + 2 : at + 3])
    return at > 1 and words[at - 1] in _AND and words[at - 2] in people


def companion_in(text: str) -> Companion | None:
    """Give the friend of "saya sendiri rizal 23 thn, sama temen saya ilham 21 thn"."""
    known, selves = spoken_of_words(), contact_words().selves
    kin = (known.victim | known.acquaintances) - _VICTIM
    for part in pieces_of(text):
        raws = [raw for raw in part.split() for _ in fold(raw)]
        words = fold(part)
        for at in range(1, len(words) - 1):
            if words[at] not in kin or words[at + 1] not in selves or words[at - 1] not in _BUT:
                continue
            name = name_in(raws[at + 2 :], words[at + 2 :])
            relation = "teman" if words[at].startswith(("tem", "kaw", "sahabat", "friend")) else words[at]
            if name:
                return Companion(relation, name, age_of(name, text))
    return None


def names_of_two(text: str, told: Conversation) -> str:
    """Give "Ahmad dan Jaelani" of "Ahmad sama Jaelani, sudah dijemput tadi", where two were told of without names."""
    if told.value(_COUNT) != "2" or told.knows(NAME) or told.value(q.VICTIM.id) == "self":
        return ""
    if aged := two_aged(text):
        return aged.name
    first = re.split(r"[,.;!?\n]", text.strip(), maxsplit=1)[0]
    pairs = [(raw, one) for raw in first.split() for one in fold(raw)]
    at = next((at for at, (_, one) in enumerate(pairs) if one not in _NAMING), len(pairs))
    joint = next((i for i in range(at, len(pairs)) if pairs[i][1] in _AND), 0)
    if not joint or len(pairs) - at > 2 * _NEAR:
        return ""
    one, other = pairs[at:joint], pairs[joint + 1 :]
    names = [name_in([raw for raw, _ in part], [word for _, word in part]) for part in (one, other)]
    is_all = all(names) and all(len(fold(name)) == len(part) for name, part in zip(names, (one, other), strict=True))
    return " dan ".join(names) if is_all else ""


def _may_tell_of_both(words: Words) -> bool:
    selves = contact_words().selves
    if selves.isdisjoint(words):
        return False
    if not (_ALONE | _VICTIM | _BOTH | _ALSO).isdisjoint(words):
        return True
    # "saya dan adik saya Rina dibawa ke Malaysia"
    is_joined = any(one in selves and other in _AND for one, other in itertools.pairwise(words[:_NEAR]))
    return is_joined and any(one.startswith("di") and one[2:] in word_set("taking_verbs") for one in words)


def _is_no_count(count: Found, text: str, told: Conversation) -> bool:
    """Tell "Ilham 21 org Taliwang" and "kamis dpn ada 3 org lg mau dia brgktin" from how many are meant."""
    words, said = fold(text[:_LONGEST]), fold(count.words)
    figure = next((word for word in said if word.isdecimal()), "")
    if figure and age_of(told.value(NAME), text) == figure:
        return True
    is_told = told.knows("victim_relation") or told.knows(NAME) or told.value(q.VICTIM.id) == "self"
    at = next((at for at in range(len(words)) if words[at : at + len(said)] == said), None)
    if not is_told or at is None:
        return False
    near = words[max(0, at - _NEAR) : at + len(said) + _NEAR]
    taking = word_set("recruiting_verbs") | word_set("taking_verbs")
    is_done = any(form in taking or form.removeprefix("di") in taking for form in map(form_of, words))
    is_ahead = not _AHEAD.isdisjoint(words)
    return (is_done or is_ahead) and not _OTHERS.isdisjoint(near) and not _LATER.isdisjoint(near)


def _is_an_age(word: str) -> bool:
    return word.isdecimal() and len(word) == 2 and _YOUNGEST <= int(word) <= _OLDEST


def _line_without(told: Conversation, age: str) -> Conversation:
    line = told.answers.get(q.VICTIM.id)
    if line is None:
        return told
    parts = [part for part in line.value.split(", ") if part != f"{age} tahun"]
    return told.with_answers({q.VICTIM.id: line._replace(value=", ".join(parts))})
