"""A question of one's own about working abroad: which of the things to read answers it."""

from flows.folding import fold
from flows.phrases import learning_words


def asks(text: str) -> bool:
    """Say whether a text asks something: "gimana prosesnya", "berapa biayanya?"."""
    return "?" in text or not learning_words()[1].isdisjoint(fold(text[:200]))


def topic_of(text: str) -> str:
    """Give the choice of the learning list that a text asks about, "" for none."""
    words = fold(text[:200])
    return next((topic for topic, known in learning_words()[0].items() if not known.isdisjoint(words)), "")
