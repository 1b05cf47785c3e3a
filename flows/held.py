"""Who is held with those who hold them, and what tells that they are moved now: "mobilnya sdh dtg", "disuruh naik"."""

import itertools

from flows.conversation import PLACE, Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.report import is_victim
from flows.turning import signs_of

HELD = "self_held"
"""The place of a writer who is held in Indonesia: see `flows.advised.whose_place`."""
_SIGNS = frozenset({"locked_up"})
_LONGEST = 25  # words; a longer message tells a story
_NEAR = 4  # words
_VEHICLES = frozenset(fold(
    "mobil mobilnya mbl mbil bis bus truk truck travel kapal kapalnya kpl perahu speedboat speed boat jemputan "
    "jemputannya sopir supir sopirnya van car ferry pompong tongkang"
))  # fmt: skip
_COME = frozenset(fold("datang dtg dateng dtng sampai sampe smpe nyampe nyampai tiba parkir merapat here arrived"))
_BY_NOW = frozenset(fold("sudah sdh udah udh uda dah sekarang skrg skrng skg lagi barusan depan now already"))
_TOLD_TO = frozenset(fold("disuruh suruh nyuruh dipaksa paksa maksa diminta told forced"))
_MOVING = frozenset(fold(
    "siap siap2 bersiap naik masuk turun kemas kemas2 berkemas beres2 packing kumpul keluar jalan berangkat ikut"
))  # fmt: skip
_TAKEN = frozenset(fold("dinaikkan dinaikin dipindah dipindahkan dipindahin dibawa diangkut dijemput digiring moved"))
_NOT = frozenset(fold("belum blm tidak gak ga gk ndak ndk bukan kalau kalo klo jangan besok lusa kemarin tadi not if"))
_ASKED = frozenset(fold("kapan kapannya gimana bagaimana apakah when"))


def is_held(told: Conversation) -> bool:
    """Say whether the writer is held; where they are is for `whose_place` to say."""
    if told.flow != "report":
        return told.value(PLACE) == HELD
    return is_victim(told) and any(name in _SIGNS for name, _ in signs_of(told))


def tells_of_a_move(text: str) -> bool:
    """Read "mobil nya sdh dtg", "mrk suruh siap2" and "kami mau dinaikkan skrg", not "mobilnya blm dtg"."""
    words = fold(text[:300])
    if "?" in text or not 1 < len(words) <= _LONGEST or not _ASKED.isdisjoint(words):
        return False
    return any(_moves_at(words, at) for at in range(len(words)))


def _moves_at(words: Words, at: int) -> bool:
    word, before, after = words[at], words[max(0, at - _NEAR) : at], words[at + 1 : at + 1 + _NEAR]
    if not _NOT.isdisjoint((*before[-2:], *after)):
        return False
    if word in _VEHICLES:
        return not _COME.isdisjoint(after) or not _BY_NOW.isdisjoint(itertools.islice(after, 2))
    if word in _TOLD_TO:
        return not _MOVING.isdisjoint(after[:3])
    return word in _TAKEN and not _BY_NOW.isdisjoint((*before, *after))
