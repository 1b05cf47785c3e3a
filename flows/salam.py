"""The greeting of Muslims, which is answered before anything else is said."""

from flows.folding import fold
from flows.phrases import phrases_of
from flows.word_tables import written_words

_LONGEST = 3  # words


def greets_with_salam(text: str) -> bool:
    """Say whether a text begins with "assalamualaikum", however short it is written."""
    words = fold(text[:80])
    listed = phrases_of(written_words()["salam"]).whole
    return any(words[:length] in listed for length in range(1, _LONGEST + 1))
