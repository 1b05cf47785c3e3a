"""In which catalogue language a message is written; Malay and the languages of NTB are answered in Indonesian."""

from flows.labels import Language
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions

_FEW = 6
"""Words of a message in which one of English is enough; "no" and "hp" stand in Indonesian addresses, too."""


def language_of(mentions: Mentions, spoken: Language | None) -> Language | None:
    """Give the language of a message; the one spoken so far where the words do not show it."""
    written = mentions.words.written
    english = len(written & word_set("english"))
    indonesian = len(written & word_set("indonesian"))
    if english > 2 * indonesian and (english > 1 or len(written) <= _FEW):
        return Language.ENGLISH
    if indonesian > english:
        return Language.INDONESIAN
    return spoken
