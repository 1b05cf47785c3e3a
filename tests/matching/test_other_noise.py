"""The bars once more, on noise and sentences that were written after the search, and by its reader, not its author."""

from random import Random

import pytest

from flows.matching import check
from flows.matching.sentence_words import QUESTION_WORDS, SENTENCE_WORDS
from tests.matching.chat_sentences import SENTENCES
from tests.matching.invented import invented_names, invented_western_names
from tests.matching.near_misses import NEAR_MISSES, strictly
from tests.matching.noise import bare
from tests.matching.other_noise import AGAIN, EXACT_AGAIN
from tests.matching.score import ON, measure_recall, registry_of

_LISTS = {
    "indonesian-1000": lambda: invented_names(1000, 4402),
    "western-800": lambda: invented_western_names(800, 4403),
}


@pytest.mark.parametrize("label", _LISTS)
def test_the_bars_hold_on_other_noise(label: str) -> None:
    rows = list(measure_recall(_LISTS[label](), 991, per_kind=12, kinds=AGAIN))
    asked = sum(row[1] for row in rows)
    exact = [row for row in rows if row[0] in EXACT_AGAIN]

    assert sum(row[2] for row in rows) >= 0.95 * asked
    assert sum(row[3] for row in rows) >= 0.98 * asked
    assert sum(row[4] for row in exact) >= 0.95 * sum(row[1] for row in exact)


@pytest.mark.slow
def test_the_bars_hold_on_other_noise_in_ten_thousand_names() -> None:
    rows = list(measure_recall(invented_names(10_000, 4404), 991, per_kind=12, kinds=AGAIN))
    asked = sum(row[1] for row in rows)

    assert sum(row[2] for row in rows) >= 0.95 * asked
    assert sum(row[3] for row in rows) >= 0.98 * asked


@pytest.mark.parametrize("label", _LISTS)
def test_a_name_in_a_families_sentence_is_confirmed(label: str) -> None:
    names = _LISTS[label]()
    registry, random = registry_of(names), Random(3)
    asked = [(sentence.replace("{}", bare(name)), name) for sentence in SENTENCES for name in random.sample(names, 4)]
    asked += [(text.lower(), name) for text, name in asked]
    answers = [(check(text, registry, on=ON).confirmed, name) for text, name in asked]

    assert sum(found is not None and found.name == name for found, name in answers) >= 0.95 * len(answers)
    assert [found.name for found, name in answers if found is not None and found.name != name] == []


@pytest.mark.slow
@pytest.mark.parametrize("label", _LISTS)
def test_no_near_miss_in_a_sentence_is_asserted(label: str) -> None:
    names = _LISTS[label]()
    listed = {strictly(bare(name)) for name in names}
    registry, random = registry_of(names), Random(4)
    spoiled = [spoil(random, bare(name), names) for spoil in NEAR_MISSES.values() for name in random.sample(names, 2)]
    unlisted = [name for name in spoiled if strictly(name) not in listed]
    asserted = [
        text
        for name in unlisted
        for sentence in SENTENCES
        if check(text := sentence.replace("{}", name), registry, on=ON).confirmed is not None
    ]

    assert len(unlisted) > 15
    assert asserted == []


@pytest.mark.parametrize(
    "text",
    [
        "PT {} Taiwan",
        "PT {} Taiwan itu resmi?",
        "PT {} Desa resmi?",
        "PT {} Negara",
        "PT {} Bagus resmi ga",
        "PT {} Amanah",
        "PT {} for Workers",
        "PT {} Job Indonesia",
        "PT {} dan Rekan",
        "PT {} pt lain lagi",
    ],
)
def test_a_word_that_a_name_may_hold_makes_it_a_question(text: str) -> None:
    names = invented_names(400, 4405)
    listed = next(name for name in names if len(bare(name).split()) == 3)

    assert check(text.format(bare(listed)), registry_of(names), on=ON).confirmed is None


@pytest.mark.parametrize("text", ["PT {} PT {}", "PT {}. Resmi nggak PT {}?", "PT {}\npt {} resmi?"])
def test_one_company_named_twice_is_one(text: str) -> None:
    names = invented_names(400, 4405)
    name = next(name for name in names if len(bare(name).split()) == 3)
    found = check(text.format(bare(name), bare(name).lower()), registry_of(names), on=ON).confirmed

    assert found is not None
    assert found.name == name


@pytest.mark.slow
@pytest.mark.parametrize("label", _LISTS)
def test_no_word_of_any_listed_name_may_be_added_unseen(label: str) -> None:
    """Every word that any name of the list holds, before and behind a listed name, in several sentences."""
    names = _LISTS[label]()
    registry, random = registry_of(names), Random(6)
    listed = {strictly(bare(name)) for name in names}
    sentences = ("PT {}", "apakah {} itu terdaftar", "pak PT {} a licensed agency?", "PT {}, Lombok Timur NTB")
    asserted = []
    for word in sorted(registry.index.vocabulary):
        name = bare(random.choice(names))
        for spoiled in (f"{name} {word}", f"{word} {name}"):
            texts = [sentence.replace("{}", spoiled) for sentence in sentences if strictly(spoiled) not in listed]
            asserted += [text for text in texts if check(text, registry, on=ON).confirmed is not None]

    assert asserted == []


@pytest.mark.slow
@pytest.mark.parametrize("label", _LISTS)
def test_no_weak_word_may_be_added_unseen(label: str) -> None:
    """A country, a trade, a small word behind a name may be part of a longer one."""
    names = _LISTS[label]()
    registry, random = registry_of(names), Random(7)
    weak = sorted(SENTENCE_WORDS - QUESTION_WORDS - registry.index.vocabulary)
    texts = [
        sentence.replace("{}", f"{bare(random.choice(names))} {word}")
        for word in weak
        for sentence in ("PT {}", "PT {} resmi?", "apakah {} itu terdaftar")
    ]

    assert [text for text in texts if check(text, registry, on=ON).confirmed is not None] == []
