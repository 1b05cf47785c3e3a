"""Children told of beside the one whose age is known: "ada yg umur 17", "temen aku Sari 15 th jg disini"."""

import itertools
from types import MappingProxyType
from typing import NamedTuple

from flows import questions as q
from flows.clauses import clauses_of
from flows.conversation import Answer, Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.reading import Reading
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.word_tables import spoken_of_words

OTHER_CHILD = "other_child"
"""The key under which a ticket holds them: "17 tahun, Wulan"."""
_YOUNGEST, _GROWN_UP = 5, 18  # years; who is younger came along with somebody
_NEAR = 5  # words before an age in which its owner is named
_FULL_NAME = 3  # words
_YEARS = frozenset(fold("tahun taun thn th years yrs"))
_AGED = frozenset(fold("umur umurnya umr usia usianya aged age"))
_STILL = frozenset(fold("masih msh baru still only"))
_WHO = frozenset(fold("yang yg"))
_ONE_OF_MANY = frozenset(fold("ada satu satunya seorang salah termasuk lagi paling termuda juga jg sama"))
_FRIENDS = frozenset(
    fold("teman temen tmn temenku temanku tmnku temannya temennya tmnnya kawan kawanku sahabat sekamar roommate friend")
)
_DENIED = frozenset(fold("bukan bkn not jam tanggal tgl pukul lantai no nomor"))
_COUNTED = frozenset(fold("orang org jam hari bulan bln minggu juta jt ribu rb kali menit lantai jutaan orangnya"))
_COUNTS = frozenset((word,) for word in _COUNTED)
_SAID_OF_ME = frozenset(fold("sudah udah udh itu kan sih tuh"))
_PERSONS = frozenset(
    fold("anak cewek cewe cowok cowo perempuan gadis laki remaja girl boy child kid paling termuda muda kecil")
)
_YOUNG = frozenset(fold("muda termuda kecil terkecil"))
_GRADES = frozenset(fold("sd smp sma smk smea mts ma"))
_AGO = frozenset((word,) for word in fold("lalu ago penjara lamanya kemudian"))
_THERE = frozenset(fold("itu namanya nama yang yg si jg juga namanya nmnya bernama dia ya kak"))
_KIN_AT_HOME = frozenset(fold("anak adik adek kakak ponakan keponakan cucu sepupu"))


class Child(NamedTuple):
    """A child beside, by age and, where it was told, by name."""

    age: str
    name: str = ""

    @property
    def in_words(self) -> str:
        """The child as an officer reads it."""
        return f"{self.age} tahun, {self.name}" if self.name else f"{self.age} tahun"


def children_beside(told: Conversation) -> list[Child]:
    """Give the children told of in the story who are not the victim whose age is known."""
    is_self, known = told.value(q.VICTIM.id) == "self", told.value("victim_age")
    named: dict[str, str] = {}
    for clause in clauses_of(told.value(q.WHAT.id)):
        for child, is_friend in _children_in(clause.words):
            if child.age != known or (is_self and is_friend):
                named[child.age] = child.name or named.get(child.age, "")
    return [Child(age, name) for age, name in named.items()]


def as_fact(children: list[Child]) -> dict[str, Answer]:
    """Give them as a fact of the ticket, nothing where there are none."""
    value = "; ".join(child.in_words for child in children)
    return {OTHER_CHILD: Answer(value, words=value)} if value else {}


def without_children(reading: Reading, text: str, told: Conversation) -> Reading:
    """Take no friend who is there as well for who recruits: "temen aku sari 15 th jg disini"."""
    keys = (q.RECRUITER.id, "victim_name") if told.value(q.VICTIM.id) == "self" else (q.RECRUITER.id,)
    read = {key: reading.found[key].value.casefold() for key in keys if key in reading.found}
    if not read:
        return reading
    named = {child.name.casefold() for clause in clauses_of(text) for child, _ in _children_in(clause.words)}
    others = {key: found for key, found in reading.found.items() if read.get(key) not in named - {""}}
    return reading if len(others) == len(reading.found) else reading._replace(found=MappingProxyType(others))


def tells_of_another(words: Words, age: str) -> bool:
    """Say whether an age is told as somebody else's: "yg 17 itu Wulan", "bukan sy yg 17", "yg 17 bukan sy"."""
    for at, word in enumerate(words):
        if word != age:
            continue
        before, after = words[max(0, at - _NEAR) : at], words[at + 1 : at + 1 + _NEAR]
        is_which = before[-1:] != () and before[-1] in _WHO | _AGED
        is_not_me = _is_denied_of_me(before) or _is_denied_of_me(after)
        if is_which and (is_not_me or after[:1] == ("itu",)):
            return True
    return False


def own_age_in(words: Words, *, but: str) -> str:
    """Give the writer's own age in "sy 24", "umur sy 24 thn" and "aku umur 24", "" for none other than `but`."""
    for at, word in enumerate(words):
        if not (word.isdecimal() and len(word) == len(but) and word != but) or words[at + 1 : at + 2] in _COUNTS:
            continue
        before = [one for one in words[max(0, at - _NEAR) : at] if one not in _AGED | _STILL | _SAID_OF_ME]
        if before and before[-1] in _mine() and not _KIN_AT_HOME.intersection(before[-2:]):
            return word
    return ""


def _is_denied_of_me(words: Words) -> bool:
    return any(one in {"bukan", "bkn", "not"} and other in _mine() for one, other in itertools.pairwise(words))


def _mine() -> frozenset[str]:
    return spoken_of_words().mine


def _children_in(words: Words) -> list[tuple[Child, bool]]:
    """Find the ages of children beside in a clause, and whether each is a friend's."""
    found = []
    for at, word in enumerate(words):
        if not (word.isdecimal() and _YOUNGEST <= int(word) < _GROWN_UP and _is_an_age(words, at)):
            continue
        before = words[max(0, at - _NEAR) : at]
        is_friend = not _FRIENDS.isdisjoint(before)
        is_which = before[-1:] != () and before[-1] in _WHO and words[at + 1 : at + 2] == ("itu",)
        is_beside = is_friend or is_which or (_is_one_of_many(before) and _is_of_a_person(before))
        if is_beside and not _recruits(words):
            found.append((Child(word, _name_after(words, at) or _name_before(before)), is_friend))
    return found


def _is_an_age(words: Words, at: int) -> bool:
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if not _DENIED.isdisjoint(before) or not _COUNTED.isdisjoint(after):
        return False
    if words[at + 2 : at + 3] in _AGO:
        return False
    return not _YEARS.isdisjoint(after) or not (_AGED | _STILL | _WHO | _YOUNG).isdisjoint(before)


def _is_one_of_many(before: Words) -> bool:
    """Tell "ada yg umur 17" and "ada anak 15 th" from "ada anak saya 15 th di rumah" and "sy umur 16"."""
    is_kin_of_mine = not _KIN_AT_HOME.isdisjoint(before) and not _mine().isdisjoint(before)
    last = [word for word in before if word in _mine() | _ONE_OF_MANY][-1:]
    return not is_kin_of_mine and bool(last) and last[0] in _ONE_OF_MANY


def _is_of_a_person(before: Words) -> bool:
    """Tell "ada yg 17" and "ada anak 15 th" from "sudah ada 15 tahun di sana"."""
    return before[-1] in _AGED | _STILL | _WHO | _PERSONS | _GRADES or _is_a_name(before[-1])


def _recruits(words: Words) -> bool:
    doing = word_set("recruiting_verbs") | spoken_of_words().recruiter - {"sama"}
    return not doing.isdisjoint(words)


def _name_after(words: Words, at: int) -> str:
    """Give Wulan of "yg 17 itu wulan dr bima" and of "15 th namanya Wulan"."""
    after = list(itertools.dropwhile(lambda word: word in _YEARS | _THERE, words[at + 1 :]))
    names = list(itertools.takewhile(_is_a_name, after))[:_FULL_NAME]
    return " ".join(name.capitalize() for name in names)


def _name_before(before: Words) -> str:
    """Give Sari of "temen aku sari 15 th"."""
    names = list(itertools.takewhile(_is_a_name, reversed([word for word in before if word not in _AGED | _STILL])))
    return " ".join(name.capitalize() for name in reversed(names[:_FULL_NAME]))


def _is_a_name(word: str) -> bool:
    return could_be_a_name(word) and word not in _FRIENDS | word_set("titles")
