"""Whose name it is among those told before: one person keeps one place, and who recruits comes before a bystander."""

from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.reading import Found, Reading
from flows.spoken_of import SPOKEN_OF, may_be_the_victims, names_told
from flows.understanding.counting import counts_everybody
from flows.understanding.lexicon import word_set
from flows.understanding.roles import tells_who_recruits
from flows.word_tables import spoken_of_words

_NAMES = ("victim_name", q.RECRUITER.id, q.REPORTER_NAME.id)
# an aunt, an uncle and a friend bring others as often as they are brought
_NEAR_KIN = frozenset({"adik", "kakak", "anak", "sepupu", "keponakan", "istri", "suami", "cucu"})
_SHE = "dia"
_WHO = frozenset(fold("yang yg sing"))
_WENT = frozenset(fold("pergi berangkat brangkat hilang ilang kabur ditahan disekap korban jadi"))
_BESIDE_A_NAME = 8  # words; a longer line tells of others as well
_A_STORY = 2000  # characters
_BESIDE = frozenset(fold("sama sm ama bareng brg dengan dgn dg dan si teman temen tmn kawan ikut bersama"))
_OF_A_CHILD = frozenset(fold("inaq amaq inak amak papuq papuk ina ama"))
_A_NAME = 4  # words; a longer answer is no bare name


def place_of_a_name(told: Conversation, key: str, found: Found, reading: Reading, text: str) -> str:
    """Give the key under which a name is kept, "" where it is somebody's who is known under another already.

    Args:
        told: What was told before.
        key: Whose name it was read as.
        found: The name.
        reading: All that the line tells: beside an age or a relation nobody names a recruiter.
        text: The line.
    """
    if key not in _NAMES:
        return key
    known = next((other for other in _NAMES if _is_one(found.value, told.value(other))), "")
    if known == q.REPORTER_NAME.id and key == "victim_name" and _is_called_after(told.value(known), found.value):
        return key
    if known:
        return key if known == key or tells_who_recruits(found.words) else ""
    is_self = told.value(q.VICTIM.id) == "self"
    if key == "victim_name" and is_self and is_named_beside_oneself(told, found):
        return ""
    if key == "victim_name" and is_self and _introduces_oneself(told, reading, text):
        return q.REPORTER_NAME.id
    if key == "victim_name" and (is_self or told.knows(key)):
        # where the victim writes, or is named already, another name is the recruiter's, be it told with an age
        is_other = is_self and told.knows("victim_age")
        if is_self and _SHE in fold(found.words):
            return ""  # "nama dia Khairul", of whom the writer tells beside themselves
        if names_who_went(found) and not is_self:
            return key
        return "" if _is_told_of_a_victim(reading) and not is_other else q.RECRUITER.id
    return key


def _is_one(name: str, other: str) -> bool:
    """Say whether two names call one person; short ones, as Lia, are compared whole."""
    return bool(names_told(name) & names_told(other)) or (other != "" and fold(name) == fold(other))


def _is_called_after(parent: str, child: str) -> bool:
    """Say whether a writer is called by a child's name, as in Lombok: Inaq Sarah is Sarah's mother."""
    words = fold(parent)
    return len(words) > 1 and words[0] in _OF_A_CHILD and words[1:] == fold(child)


def is_named_beside_oneself(told: Conversation, name: Found) -> bool:
    """Say whether a name is of somebody the writer told of beside themselves: "saya disekap sama bayu"."""
    names, story = names_told(name.value), fold(told.value(q.WHAT.id)[-_A_STORY:])
    beside = (word for at, word in enumerate(story) if at and story[at - 1] in _BESIDE)
    return not names.isdisjoint(beside) and names.isdisjoint(names_told(told.value(q.REPORTER_NAME.id)))


def _introduces_oneself(told: Conversation, reading: Reading, text: str) -> bool:
    """Read "Yogi Pratama 26 th laki laki" of who writes of themselves; "Wulan namanya 17 th" is of another."""
    name, age = reading.found["victim_name"], reading.found.get("victim_age")
    if age is None or "victim_relation" in reading.found or told.knows(q.REPORTER_NAME.id):
        return False
    line = text.strip()
    words = fold(line.removeprefix(name.words)[:200])
    is_called = any(word in spoken_of_words().naming or word == _SHE for word in words)
    is_bare = line.startswith(name.words) and len(words) <= _BESIDE_A_NAME and not is_called
    return is_bare and told.value("victim_age") in {"", age.value}


def _is_told_of_a_victim(reading: Reading) -> bool:
    """Say whether a line tells an age or near kin beside a name, as nobody does of a recruiter."""
    relation = reading.found.get("victim_relation")
    is_near = relation is not None and not _NEAR_KIN.isdisjoint(relation.value.split())
    return is_near or "victim_age" in reading.found


def names_who_went(found: Found) -> bool:
    """Say whether these words tell who is gone: "yg pergi Jamil", whoever was named before."""
    words = fold(found.words[:60])
    return len(words) > 1 and words[0] in _WHO and words[1] in _WENT


def gives_way(told: Answer, found: Found) -> bool:
    """Say whether a name taken for the recruiter's gives way to one told as theirs: "yg bawa tekong, Maimunah"."""
    rests_on = told.words or told.value
    if not tells_who_recruits(found.words) or tells_who_recruits(rests_on):
        return False
    if names_told(told.value) & names_told(found.value):
        return False
    words = fold(rests_on[:200])
    is_bare = told.origin is Origin.ASKED and len(words) <= _A_NAME and not told.value.islower()
    return not is_bare or not spoken_of_words().bosses.isdisjoint(words)


def counts_more(told: Answer, found: Found) -> bool:
    """Say whether a new count is of everybody where the one told before was of some: "jd 5 org sm sy"."""
    return counts_everybody(found.words) and not counts_everybody(told.words)


def is_the_one_taken(told: Conversation, found: Found) -> bool:
    """Say whether a relative is told of as taken, where the one told before was not: "beliau lapor cucunya dibawa"."""
    before = told.answers.get("victim_relation")
    is_open = not any(told.knows(key) for key in ("victim_name", "victim_age", "victim_count"))
    return before is not None and is_open and tells_who_is_taken(found.words) and not tells_who_is_taken(before.words)


def tells_who_is_taken(words: str) -> bool:
    """Say whether these words tell that somebody was taken: "adik dibawa"."""
    taking = word_set("taking_verbs")
    return any(word.startswith("di") and word.removeprefix("di") in taking for word in fold(words[:200]))


def is_of_who_recruits(told: Conversation, name: str) -> bool:
    """Say whether a contact card is theirs of whom the talk is: "pamannya Sukri, ini nomernya", then the card."""
    named = names_told(told.value(q.RECRUITER.id))
    return told.value(SPOKEN_OF) == q.RECRUITER.id or not named.isdisjoint(names_told(name))


def is_only_the_boss(text: str, told: Answer) -> bool:
    """Tell "bukan bosnya ya, bosnya koh Andre" from a correction of who recruited."""
    has_boss = not spoken_of_words().bosses.isdisjoint(fold(text[:200]))
    return has_boss and not tells_who_recruits(text) and tells_who_recruits(told.words or told.value)


def give_back_the_victims_name(told: Conversation, found: Mapping[str, Found]) -> Conversation:
    """Let the name that was only given be the victim's where their age or who really recruits follows.

    "namanya Sahabudin", where it was asked who recruits, then "34" or "calonya om Kadir".
    """
    recruiter = found.get(q.RECRUITER.id)
    is_told = "victim_age" in found or (recruiter is not None and tells_who_recruits(recruiter.words))
    if not is_told or not may_be_the_victims(told):
        return told
    given = told.answers[q.RECRUITER.id]
    if recruiter is not None and names_told(recruiter.value) & names_told(given.value):
        return told
    name = Answer(given.value, Origin.VOLUNTEERED, given.words)
    return told.with_answers({"victim_name": name, q.RECRUITER.id: Answer(origin=Origin.SKIPPED)})
