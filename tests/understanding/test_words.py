"""One written word, understood: slang, misspelling, joined words, affixes, and honest neighbours left alone."""

import pytest

from flows.understanding.affixes import possible_roots
from flows.understanding.lexicon import lexicon
from flows.understanding.rules import known_rules
from flows.understanding.word import read_word
from flows.understanding.words import READ_AT_MOST, read_words


def concepts(word: str) -> set[str]:
    return {name for term in read_word(word) for name in term.ids}


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("disekap", "LOCK"), ("dsekap", "LOCK"), ("DISEKAP", "LOCK"), ("disekp", "LOCK"), ("dis3kap", "LOCK"),
        ("ngurung", "LOCK"), ("dipukulin", "HIT"), ("mukulin", "HIT"), ("tepantok", "HIT"), ("gebukin", "HIT"),
        ("pspor", "DOC"), ("paspornya", "DOC"), ("majikn", "EMPLOYER"), ("toloooong", "CRY"), ("gakbolehkeluar", "NEG"),
        ("dikamboja", "COUNTRY"), ("gk", "NEG"), ("diperkosa", "RAPE"), ("penyekapan", "LOCK"), ("🆘", "CRY"),
    ],
)  # fmt: skip
def test_a_word_is_known_however_it_is_written(word: str, concept: str) -> None:
    assert concept in concepts(word)


@pytest.mark.parametrize(
    "word", ["dikurangi", "dicabut", "kunjungan", "sabtu", "tentang", "giliran", "pelukan", "Rizal", "dibuka"]
)
def test_an_ordinary_word_is_not_mended_into_danger(word: str) -> None:
    assert concepts(word).isdisjoint({"LOCK", "HIT", "RAPE", "KILL", "THREAT", "SOLD", "WOUND", "KIDNAP"})


def test_reduplication_is_two_words() -> None:
    assert [term.form for term in read_word("anak2")] == ["anak", "anak"]


def test_roots_come_with_the_sounds_that_prefixes_swallow() -> None:
    assert "sekap" in set(possible_roots("menyekap"))
    assert "pukul" in set(possible_roots("memukulinya"))
    assert "tendang" in set(possible_roots("nendang"))


def test_places_in_the_text_are_kept() -> None:
    words = read_words("Adik saya, disekap!")

    assert [words.said(i, i + 1) for i in range(3)] == ["Adik", "saya", "disekap"]


def test_reading_stops_at_the_limit() -> None:
    words = read_words("halo " * READ_AT_MOST)

    assert max(end for _, end in words.spans) <= READ_AT_MOST


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("tolongpaksayadikurungdirumahbos", ["tolong", "pak", "saya", "dikurung", "di", "rumah", "bos"]),
        ("adiksayadipukulmajikan", ["adik", "saya", "dipukul", "majikan"]),
        ("paspormudiambilkaptenkapal", ["paspor", "diambil", "kapten", "kapal"]),
    ],
)
def test_words_without_spaces_are_read_one_by_one(run: str, words: list[str]) -> None:
    assert read_words(run).forms == words


@pytest.mark.parametrize(
    "word", ["ketenagakerjaan", "assalamualaikumwarahmatullahi", "wongsawatdirattanakul", "lombokinternationalcrewing",
             "wkwkwkwkwkwkwkwkwk", "ketidakberdayaan", "pertanggungjawaban"]
)  # fmt: skip
def test_a_long_word_stays_one(word: str) -> None:
    assert len(read_words(word).forms) == 1


def test_no_rule_names_a_word_that_was_not_known_before() -> None:
    """A word that is read before the rules are compiled must be read as after."""
    rules = known_rules()
    named = {name for rule in rules.rules for names in rule.pattern.elements for name in names if name.islower()}

    assert named
    assert named <= lexicon.__wrapped__().marks
