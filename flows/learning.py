"""A question of one's own about working abroad: which of the things to read answers it."""

from flows.folding import fold
from flows.phrases import without_particles
from flows.word_tables import learning_words

_TAG = ("tidak",)  # "berangkat sendiri boleh gak"


def asks(text: str) -> bool:
    """Say whether a text asks something: "gimana prosesnya", "berapa biayanya?"."""
    words = fold(text[:200])
    return "?" in text or not learning_words()[1].isdisjoint(words) or without_particles(words)[-1:] == _TAG


def topic_of(text: str) -> str:
    """Give the choice of the learning list that a text asks about, "" for none."""
    words = fold(text[:200])
    return next((topic for topic, known in learning_words()[0].items() if not known.isdisjoint(words)), "")
