"""Places that are only passed: between which a road leads, to tell where another place is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.places.folding import Token
from flows.places.lexicon import Lexicon
from flows.places.spelling import Mention

_FARTHEST = 2  # words between two ends: "dari dompu MAU ke bima"


def on_the_way(mentions: Sequence[Mention], words: Sequence[Token], known: Lexicon) -> Iterator[Mention]:
    """Both ends of a road: "sila, yg rame kalau dr dompu mau ke bima"; but not "saya dari dompu mau ke bima"."""
    if len(mentions) <= len(("from", "to")) or known.whenever.isdisjoint(word.text for word in words):
        return
    for start, goal in pairwise(mentions):
        at = start.near.first
        if not at or words[at - 1].text not in known.whenever or words[at].breaks:
            continue
        between = words[start.end : goal.near.first]
        together = len(between) <= _FARTHEST and not any(word.breaks for word in words[start.end : goal.start])
        if together and goal.near.role == "to" and start.near.role in {"from", ""}:
            yield start
            yield goal
