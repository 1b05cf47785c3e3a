"""Where the writer is, who tells of somebody elsewhere: "saya di praya pak", "im safe in manila now"."""

import itertools
from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Conversation, Origin
from flows.folding import fold
from flows.reading import Found
from flows.word_tables import spoken_of_words, teller_words

_BEING = frozenset(fold(
    "sekarang skrg lagi lg masih ada sudah udah juga sendiri tinggal kerja aman selamat disini sini rumah am m now"
    " still safe already back home living working is was being here are currently nya cuma"
))  # fmt: skip
_AT = frozenset(fold("di d in at"))
_JOINED = frozenset({"dirumah", "dikampung", "dikos", "dikantor"})
# who tells of these may well stand beside them
_IN_SIGHT = frozenset({"warga", "orang", "seorang anak", "anak-anak", "anak", "pasien", "tetangga", "jiran"})
_WITH = frozenset(fold("sama bareng bersama with dengan"))
_THEY = frozenset(fold("dia mereka she he they him her them"))
_LOOKED_AT = 12  # words


def is_the_writers_place(told: Conversation, text: str, *, is_asked: bool = False) -> bool:
    """Say whether a line tells where its writer is, of whom it is not told.

    Who tells of strangers may stand beside them, so that where it is asked (`is_asked`) only a relative or a friend is
    surely elsewhere; unasked, so is somebody known who has a place already.
    """
    if told.value(q.VICTIM.id) in {"", "self"} or not _is_where_i_am(text):
        return False
    relation = told.value("victim_relation")
    is_elsewhere = relation != "" and relation not in _IN_SIGHT
    is_one = (told.knows("victim_name") or told.knows("victim_age")) and not told.knows("victim_count")
    return is_elsewhere or (not is_asked and is_one and told.knows(q.VICTIM_NOW.id))


def without_own_place(told: Conversation, found: Mapping[str, Found]) -> Conversation:
    """Let go of "saya di jakarta" where the next line tells of a friend elsewhere: "teman saya ditahan di kamboja"."""
    here, goal = told.answers.get(q.VICTIM_NOW.id), found.get(q.DESTINATION.id)
    relation = found.get("victim_relation")
    if here is None or goal is None or relation is None or here.origin is not Origin.VOLUNTEERED or not here.words:
        return told
    is_told_of = told.knows("victim_relation") or told.knows("victim_name") or told.knows(q.VICTIM.id)
    is_near = goal.value in here.value or here.value in goal.value or relation.value in _IN_SIGHT
    lines = told.value(q.WHAT.id).splitlines()
    is_own = any(here.words.casefold() in line.casefold() and _is_where_i_am(line) for line in lines)
    return told if is_told_of or is_near or not is_own else told.without({q.VICTIM_NOW.id})


def _is_where_i_am(text: str) -> bool:
    selves, _, lead = teller_words()
    words = tuple(itertools.dropwhile(lead.__contains__, fold(text[:200])))[:_LOOKED_AT]
    if not words or words[0] not in selves - {"my", "me"}:
        return False
    rest = tuple(itertools.dropwhile(_BEING.__contains__, words[1:]))
    is_there = rest[:1] != () and (rest[0] in _AT or rest[0] in _JOINED)
    known = spoken_of_words()
    others = known.victim | known.acquaintances | _WITH | _THEY
    return is_there and not any(word in others or word.endswith("nya") for word in rest)
