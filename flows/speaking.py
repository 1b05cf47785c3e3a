"""In which language to answer: the citizen's own, kept once a talk has settled on it, however mixed they write."""

from flows.folding import fold
from flows.labels import Language
from flows.phrases import Words
from flows.turning import Turning
from flows.understanding.lexicon import word_set
from flows.word_tables import english_words

_SURELY = 2  # English words; "no" and "hp" stand in Indonesian addresses
_OFTEN = 4  # English words of a story that show who writes English
_ENOUGH_WORDS = 4  # fewer do not show a change of language: names, places and "ok" are the same in both
_A_FRAGMENT = 12  # words; a longer line says enough by itself
_A_LONG_LINE = 20  # words, of who mixes both languages
_MIXED = 2  # words of either language in a story
_BESIDE_ENGLISH = frozenset(fold(
    "no not yes only cal call give giv gave tell told say said salary paid pay month go home wan run help pls plz fast "
    "lock door take took never name visit night house room other sell now again come hit beat any news send write "
    "money boss work job phone number sick scared afraid eat food day time hello"
))  # fmt: skip
_BESIDE_INDONESIAN = frozenset(fold(
    "jangan ibu bapak suami istri teman temen sakit takut makan tangan kaki kena dengar bawah keluar masuk sedikit "
    "sdikit bulan bln hari rumah pulang uang duit gaji digaji dibayar dikirim dipukul hp nomor kabur lari minta cuma "
    "semua banyak sekali kok aja saja kirim hapus nama umur sekarang skrg kemarin"
))  # fmt: skip


def language_of(turn: Turning) -> Language:
    """Give the language to speak from now on: followed only where enough was written plainly in the other."""
    conversation, heard = turn.conversation, turn.reading.language
    if heard is None or heard is conversation.language:
        return conversation.language
    if not conversation.flow and conversation.shown is None and turn.facts.open_ticket is None:
        return heard
    many = len(turn.text.split())
    if many < _ENOUGH_WORDS or not _is_plainly(heard, fold(turn.text[:400])):
        return conversation.language
    story = fold(conversation.value("what"))
    if many < _A_LONG_LINE and min(_count(one, story) for one in Language) >= _MIXED:
        return conversation.language  # who writes both is answered as before
    if heard is Language.INDONESIAN and many < _A_FRAGMENT and _is_english(story):
        return conversation.language
    return heard


def _is_plainly(language: Language, words: Words) -> bool:
    """Tell "i want to go home please" from "promise 90 dinar. 0 give" and "jgn tell ibu sy ibu sakit"."""
    other = Language.INDONESIAN if language is Language.ENGLISH else Language.ENGLISH
    if _count(language, words) <= 2 * _count(other, words):
        return False
    return language is Language.INDONESIAN or len(english_words().intersection(words)) >= _SURELY


def _count(language: Language, words: Words) -> int:
    known = english_words() | _BESIDE_ENGLISH
    if language is Language.INDONESIAN:
        known = word_set("indonesian") | _BESIDE_INDONESIAN
    return sum(word in known for word in words)


def _is_english(story: Words) -> bool:
    """Say whether a short line in Indonesian comes from who told their story in English: "tolong ah pening kepala"."""
    english = sum(word in english_words() for word in story)
    return english >= _OFTEN and english > 2 * sum(word in word_set("indonesian") for word in story)
