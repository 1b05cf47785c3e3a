"""Orders that were meant for another trade: who asks for food or water has the wrong number and reports nothing."""

from flows.folding import fold
from flows.labels import Intent
from flows.phrases import Words
from flows.reading import Reading
from flows.word_tables import order_words

_ENOUGH = 2  # goods that make an order
_OF_ANY_TRADE = frozenset({"fee_paid", "abroad"})
_OF_AN_ORDER = frozenset({"payment", "departure", "job", "destination", "victim_now", "origin"})
_OF_KIN = frozenset({"victim", "victim_relation", "victim_sex"})


def is_an_order(text: str, reading: Reading) -> bool:
    """Say whether a text orders something and nothing else was read in it: "sate nya 200 tusuk", "galonnya mana"."""
    known = order_words()
    words = _stems(fold(text[:400]))
    of_food = known.sure | known.goods | known.counting
    if known.sure.isdisjoint(words) and len(of_food.intersection(words)) < _ENOUGH:
        return False
    harm = [sign for sign in reading.signals if sign.name not in _OF_ANY_TRADE]
    meant = all(of_food.issuperset(_stems(fold(sign.words))) for sign in harm)
    told = reading.found.keys() - _OF_AN_ORDER
    return meant and (not told or (told <= _OF_KIN and reading.intent is Intent.OTHER))


def _stems(words: Words) -> Words:
    return tuple(word.removesuffix("nya") for word in words if word != "nya")
