"""Of whom a fact is told: the one the talk is about, or the writer, a child, a friend or a relative beside them."""

import itertools

from flows import questions as q
from flows.departures import is_of_another_matter
from flows.folding import fold
from flows.own_place import is_the_writers_place
from flows.persons import is_named_beside_oneself, is_the_one_taken
from flows.reading import Found
from flows.turning import Turning
from flows.word_tables import spoken_of_words

OF_ANOTHER = frozenset({"victim_relation", "victim_sex"})
"""What is told of a relative and may be of another than the victim."""
_THEIR_CHILD, _CHILDREN = "anaknya", frozenset({"anak", "anak perempuan", "anak laki-laki"})
_CHILD, _DESCRIBED = "anak", frozenset({"victim_name", "victim_age"})
_ANY_KIN = frozenset({"keluarga", "saudara", "kerabat", "warga", "orang", "anak-anak", "seorang anak"})
THE_ONE_HARMED = frozenset(fold("korban korbannya victim"))
"""Words for the victim, whoever that is."""
_BEFORE_ONESELF = frozenset(fold("pak bu kak min bang mas aja soalnya karena tapi iya maaf ini because but"))
_WORKING = frozenset(fold("kerja bekerja kerjanya jadi sebagai di lagi lg dulu cuma juga work in as a an at am"))
_ONE_OF_THEM, _SINGLED_OUT = frozenset(fold("satu satunya salah seorang")), 5  # words


def says_more_of_them(turn: Turning, found: Found) -> bool:
    """Say whether a relation counts more than the one told before: "my aunt" after "my family is from Selong"."""
    told = turn.conversation.value("victim_relation")
    if not THE_ONE_HARMED.isdisjoint(fold(turn.text[:200])) and found.value != told:
        return True  # "korbannya keponakan saya Lia", after "anak umur 16"
    is_closer = told in _ANY_KIN and found.value not in _ANY_KIN
    is_closer = is_closer and not (_CHILD in fold(told) and found.value == _CHILD)  # "itu cerita anak yg sempat pulang"
    return is_closer or is_the_one_taken(turn.conversation, found)


def is_of_somebody_else(turn: Turning, key: str, found: Found) -> bool:
    """Tell "suaminya diam saja", of a neighbour's, and "umurku 11", of a child whose mother was taken."""
    if key == "victim_sex" and _is_told_as_a_child(turn):
        return False
    if key in OF_ANOTHER:
        return _is_of_a_relative(turn)
    if key == q.DEPARTURE.id:
        return is_of_another_matter(turn.conversation, found, turn.text)
    if key == "job":
        return _is_the_writers_work(turn, found)
    if key == q.VICTIM_NOW.id:
        return is_the_writers_place(turn.conversation, turn.text)
    is_aged = key == "victim_age" and found.value != turn.conversation.value(key)
    return is_aged and any(test(turn, found) for test in (_is_the_writers, _is_of_their_child, _is_of_one_beside))


def _is_of_one_beside(turn: Turning, found: Found) -> bool:
    """Tell "ada satu ikbal baru 16 thn", of somebody beside the victim who is known, from the victim's age."""
    told = turn.conversation
    is_known = told.value(q.VICTIM.id) == "self" or told.knows("victim_name")
    before = fold(turn.text.partition(found.words)[0])[-_SINGLED_OUT:]
    writer = turn.reading.found.get(q.VICTIM.id)
    is_self = told.value(q.VICTIM.id) == "self" or (writer is not None and writer.value == "self")
    if is_self and any(_is_kin_of_mine(*pair) for pair in itertools.pairwise(before)):
        return True  # "ponakan sy yadi 20 masih disana"
    name = turn.reading.found.get("victim_name")
    if is_self and name is not None and is_named_beside_oneself(told, name):
        return True  # "bayu umur 21 plampang kakinya", of a friend who is held as well
    own = set(fold(told.value("victim_name"))) & set(fold(turn.text[:200]))
    return is_known and not own and not _ONE_OF_THEM.isdisjoint(before) and spoken_of_words().mine.isdisjoint(before)


def _is_kin_of_mine(word: str, after: str) -> bool:
    known = spoken_of_words()
    return word in known.victim | known.acquaintances and after in known.mine


def _is_told_as_a_child(turn: Turning) -> bool:
    """Read "namanya Melda, anak perempuan, asal Bima" of a niece: any child is called so."""
    found = turn.reading.found
    relation = found["victim_relation"].value if "victim_relation" in found else ""
    return _CHILD in fold(relation) and not _DESCRIBED.isdisjoint(found)


def _is_of_their_child(turn: Turning, found: Found) -> bool:
    """Tell "anaknya yg 12 taun ga sekolah", of an uncle's family, from the age of who was told of before."""
    relation = turn.reading.found.get("victim_relation")
    if relation is None or relation.value not in _CHILDREN or fold(relation.words)[:1] != (_THEIR_CHILD,):
        return False
    is_after = turn.text.find(relation.words) < turn.text.find(found.words)
    return is_after and _CHILD not in fold(turn.conversation.value("victim_relation")) and _is_of_a_relative(turn)


def _is_of_a_relative(turn: Turning) -> bool:
    """Say whether a relative is told of who is not the one that was told of before."""
    told, found = turn.conversation.value("victim_relation"), turn.reading.found.get("victim_relation")
    if found is None:
        return False
    if not THE_ONE_HARMED.isdisjoint(fold(turn.text[:200])):
        return False
    is_known = bool(told) or turn.conversation.knows("victim_name") or turn.conversation.knows("victim_age")
    if told in _ANY_KIN or is_the_one_taken(turn.conversation, found):
        return False  # "anak2 desa", then "salah satunya ponakan saya"
    theirs = any(word.endswith("nya") for word in fold(found.words))
    return is_known and (theirs or (told not in found.value and found.value not in told))


def _is_the_writers(turn: Turning, found: Found) -> bool:
    told = turn.conversation.value(q.VICTIM.id)
    words = fold(found.words)
    before = fold(turn.text.partition(found.words)[0])[-3:]
    own = not spoken_of_words().mine.isdisjoint((*words, *before[-1:])) or any(word.endswith("ku") for word in words)
    kin = spoken_of_words().victim | spoken_of_words().acquaintances
    of_kin = not kin.isdisjoint((*words, *before))  # "umur anak saya 24", "adik sy 23 thn"
    return own and not of_kin and told not in {"", "self"}


def _is_the_writers_work(turn: Turning, found: Found) -> bool:
    """Tell "chat aja, saya kerja di proyek", where somebody else is the victim, from "adik saya kerja di proyek"."""
    words, work = fold(turn.text[:200]), fold(found.words)[:1]
    at = next((at for at in range(len(words)) if words[at : at + 1] == work), 0)
    while at and words[at - 1] in _WORKING:
        at -= 1
    if turn.conversation.value(q.VICTIM.id) in {"", "self"} or not at or words[at - 1] not in spoken_of_words().mine:
        return False
    return at == 1 or words[at - 2] in _BEFORE_ONESELF
