"""The writer's own name told in full after a short one: "nama asli ardiansyah", "nama lengkap saya Siti Rohani"."""

from collections.abc import Sequence

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import read_mentions
from flows.understanding.places_named import named_places
from flows.understanding.words import read_words
from flows.word_tables import name_words

_LONGEST = 80  # characters
_FULL = frozenset(
    fold("asli aslinya lengkap lengkapnya benar bener betul sebenarnya sebenernya asliku lengkapku full real")
)
_BESIDE = frozenset(fold("yang yg itu pak bu kak min eh maaf adalah is"))
_LAST_STEPS = frozenset({q.SUMMARY.id, q.FIX.id, q.CONSENT.id, q.REPORTER_NAME.id})
_A_NAME = 4  # words
_ALIKE = 3  # letters; Ardi and Ardiansyah


def own_name_put_right(told: Conversation, text: str) -> str:
    """Give the writer's name where one that was told is told in full, "" for none.

    "nama asli dia ..." and "nama asli pelaku ..." are of others; without "saya" it is the writer's only at the last
    steps, and where it begins as theirs does.
    """
    old = told.value(q.REPORTER_NAME.id)
    if not old or len(text) > _LONGEST or told.shown is None or "?" in text:
        return ""
    raws = text.replace(",", " ").split()
    words = [fold(raw) for raw in raws]
    if any(len(word) != 1 for word in words):
        return ""
    folded = tuple(word[0] for word in words)
    known = name_words()
    lead = known.names | _FULL | _BESIDE | known.selves | known.own
    first = next((at for at, word in enumerate(folded) if word not in lead), len(folded))
    head, rest = set(folded[:first]), raws[first:]
    while rest and not without_fillers(folded[-1:]):
        rest, folded = rest[:-1], folded[:-1]  # "nama asli saya Hamdan pak"
    is_told = not (known.names | known.own).isdisjoint(head) and not _FULL.isdisjoint(head)
    if not is_told or not _is_a_name(rest, folded[first:]):
        return ""
    is_own = not (known.selves | known.own).isdisjoint(head)
    is_alike = folded[first][:_ALIKE] == fold(old)[0][:_ALIKE]
    if not is_own and not (is_alike and told.shown.prompt in _LAST_STEPS):
        return ""
    name = " ".join(raw if raw[0].isupper() else raw.capitalize() for raw in rest).strip(".!")
    return "" if name.casefold() == old.casefold() else name


def _is_a_name(raws: Sequence[str], words: Words) -> bool:
    """Tell "ardiansyah" and "Ardiansyah Putra" from "asli sumbawa" and "takut"."""
    if not 0 < len(words) <= _A_NAME or named_places(read_mentions(read_words(" ".join(raws)))):
        return False
    titles = word_set("titles")
    begins = could_be_a_name(words[0]) or words[0] in titles
    return begins and all(
        could_be_a_name(word) or word in titles or raw[0].isupper() for raw, word in zip(raws, words, strict=True)
    )
