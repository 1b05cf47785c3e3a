"""Where strangers are whom a witness sees: "ini di pelabuhan lembar", and a line later "ada 5 cewek baru turun"."""

import re
from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.places import resolve
from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.word_tables import teller_words

_SEEING = frozenset(fold("ada lihat liat melihat nampak tampak nemu there see saw seeing"))
_HERE = re.compile(
    r"^(?:(?P<lead>\w+)\s+){0,3}?(?:ini|posisi|lokasi|saya|sy|sya|aku|ak|aq|kami|im|i am|this is|we are)\s+"
    r"(?:(?:saya|sy|aku|lagi|lg|sekarang|skrg|skg|now)\s+){0,2}(?:di|d|in|at)\s+(?P<place>[^,.;!?\n]+)$",
    re.IGNORECASE,
)
_STRANGERS = frozenset({"victim", "victim_count", "victim_sex", "victim_age"})
_LINES, _FIRST, _LONGEST, _A_BUILDING = 2, 5, 6, 2  # lines looked back, words
_OURS = frozenset(fold("polda polres polsek satgas satgasda hotline wa grup ntb indonesia"))


def seen_where_the_writer_is(told: Conversation, found: Mapping[str, Found], text: str) -> Found | None:
    """Give the place that a witness told of just before the strangers whom they see there, None for none."""
    if _STRANGERS.isdisjoint(found) or "victim_relation" in found or _SEEING.isdisjoint(fold(text[:80])[:_FIRST]):
        return None
    is_somebody = told.knows("victim_relation") or told.knows("victim_name") or told.value(q.VICTIM.id) == "self"
    if is_somebody or told.knows(q.VICTIM_NOW.id) or q.VICTIM_NOW.id in found:
        return None
    story = f"{told.value(q.WHAT.id)}\n{told.value('heard')}"
    lines = [line for line in story.splitlines() if line.strip()][-_LINES:]
    return next((here for line in reversed(lines) if (here := _place_of(line))), None)


def _place_of(line: str) -> Found | None:
    said = _HERE.match(line.strip())
    if said is None:
        return None
    before = fold(line[: said.start("place")])
    place = said["place"].strip()
    words, (selves, _, lead) = fold(place), teller_words()
    plain = lead | selves | {"ini", "bos", "boss", "gan", "posisi", "lokasi", "sekarang", "lagi", "di", "d"}
    is_named = resolve(place).place is not None or (
        len(words) >= _A_BUILDING and not word_set("place_nouns").isdisjoint(words)
    )
    if not is_named or len(words) > _LONGEST or not _OURS.isdisjoint(words) or not _is_plain(before, plain):
        return None
    return Found(place, line[:80])


def _is_plain(words: tuple[str, ...], plain: frozenset[str]) -> bool:
    return all(word in plain or word in _ENGLISH for word in words)


_ENGLISH = frozenset(fold("this is am are in at now we i"))
