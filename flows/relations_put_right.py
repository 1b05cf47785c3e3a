"""Who the victim is to the writer, put right: "bukan teman, sepupu", "kok teman sih"; not "kata temannya"."""

from types import MappingProxyType

from flows import questions as q
from flows.clauses import clauses_of
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.reading import Reading
from flows.understanding.places_named import values_of
from flows.understanding.word import form_of
from flows.word_tables import contact_words, spoken_of_words

_RELATION = "victim_relation"
_RESTING = (_RELATION, "victim_sex", q.VICTIM.id)
_LONGEST = 200  # characters
_DENYING = frozenset(fold("bukan bkn not kok koq masa masak apaan ditulis dicatat salah"))
_BESIDE = frozenset(
    fold(
        "dia itu ini tadi td sih ya kan kok masih msh yang benar bener betul tapi tp tetapi melainkan maksudnya eh lho"
        " loh dong pak bu kak min mas mbak korban korbannya hubungan hubungannya jadi harusnya but he she is its it"
        " deng ding sudah kandung dekat jauh"
    )
)
_DENIED = frozenset(fold("bukan bkn not"))
_SOURCES = frozenset(fold("kata kt menurut dengar denger dari dr info infonya kabar polisi bos lewat sama sm"))
_SAYING = frozenset(
    fold("bilang bilangnya ngomong cerita ngasih kasih nelpon nelfon telpon ngabarin liat lihat tau tahu")
)
_THEIRS = "nya"
_OF_THE_TALK = frozenset(fold("korbannya orangnya"))
_PUPILS = frozenset({"murid", "siswa", "siswi", "santri"})
_CHILDREN = frozenset(fold("anak anaknya anak2 anak2nya bocah bocahnya kid kids child children"))
_ACQUAINTED = frozenset({"teman", "tetangga", "kenalan"})


def relation_put_right(told: Conversation, text: str) -> tuple[str, str] | None:
    """Give the relation told before and the one that is put right, None where the line tells of no other.

    "bukan teman, sepupu. tadi kan udah" does it in its first two clauses, whatever comes behind.
    """
    before = told.value(_RELATION)
    if not before:
        return None
    clauses = [clause.words for clause in clauses_of(text[:_LONGEST].replace("?", ".")) if clause.words]
    for at, words in enumerate(clauses):
        near = (words, clauses[at + 1]) if at + 1 < len(clauses) else (words,)
        denied = _denied_in(words)
        if not denied or not _is_of_kind(denied, before):
            continue
        for part in near:
            new = next((kin for kin in _kin_in(part) if kin != denied and not _is_of_kind(kin, before)), "")
            if new:
                return before, new
    return None


def is_kin_beside(text: str, said: str, before: str = "") -> bool:
    """Say whether a relative is told of who says or knows something: "kata temennya", "polisi temennya Deni".

    `before` is what was told: "anaknya" and "dua anak itu" of pupils are the pupils.
    """
    if before in _PUPILS and _is_of_the_young(said, text):
        return True
    words, kin = fold(text[:_LONGEST]), fold(said)
    at = next((at for at, word in enumerate(words) if kin[:1] == (word,)), None)
    if at is None or words[at] in _OF_THE_TALK:
        return False
    last = at + len(kin)
    while words[last : last + 1] and words[last] in spoken_of_words().mine:
        last += 1
    if not _DENIED.isdisjoint(words[max(0, at - 1) : at]):
        return True  # "bukan istri saya. Siti itu istri perekrut"
    is_source = not _SOURCES.isdisjoint(words[max(0, at - 1) : at])
    return is_source or not _SAYING.isdisjoint(words[last : last + 1])


def without_kin_beside(reading: Reading, text: str, told: Conversation, asked: str) -> Reading:
    """Take nobody for the victim who is only heard from, once a story is told."""
    relation = reading.found.get(_RELATION)
    if relation is None or asked == q.VICTIM.id or not told.value(q.WHAT.id):
        return reading
    words = fold(relation.words)
    is_theirs = words[:1] != () and words[0].endswith(_THEIRS) and relation.value in _ACQUAINTED
    if not is_theirs and not is_kin_beside(text, relation.words):
        return reading
    others = {key: found for key, found in reading.found.items() if key not in _RESTING or found.value == "self"}
    return reading._replace(found=MappingProxyType(others))


def _is_of_the_young(said: str, text: str) -> bool:
    """Tell "anaknya" and "anak itu" from "anak saya"."""
    kin, words = fold(said), fold(text[:_LONGEST])
    at = next((at for at, word in enumerate(words) if kin[:1] == (word,)), len(words))
    is_mine = not spoken_of_words().mine.isdisjoint(words[at + 1 : at + 2])
    return kin[:1] != () and kin[0] in _CHILDREN and not is_mine


def _denied_in(words: Words) -> str:
    """Give the kin that is denied in a clause that tells nothing else: "kok teman sih", "teman apaan"."""
    at = next((at for at, word in enumerate(words) if word in _DENYING), None)
    if at is None or not all(map(_goes_with, words)):
        return ""
    after = [kin for kin in map(_kin, words[at + 1 :]) if kin]
    before = [kin for kin in map(_kin, words[:at]) if kin]
    # "sepupu kak bukan temen", "teman apaan"
    return (after or before[-1:] or [""])[0]


def _kin_in(words: Words) -> list[str]:
    """Give the kin named in a clause that tells nothing else."""
    return [kin for kin in map(_kin, words) if kin] if all(map(_goes_with, words)) else []


def _goes_with(word: str) -> bool:
    is_mine = word in contact_words().selves
    return bool(_kin(word)) or is_mine or word in _DENYING | _BESIDE or not without_fillers((word,))


def _kin(word: str) -> str:
    if word.endswith(_THEIRS):
        return ""  # "temannya" is of somebody else
    return values_of("KIN").get(form_of(word), "")


def _is_of_kind(kin: str, relation: str) -> bool:
    """Say whether two words tell of the same kin: "adik" of "adik perempuan"."""
    return kin.partition(" ")[0] == relation.partition(" ")[0]
