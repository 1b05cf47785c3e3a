"""A question about money back that tells no case: "klo sdh kasi 4 juta itu bisa minta balik ndak pak"."""

from flows.folding import fold
from flows.sentences import asks_of_us, sentences_of
from flows.turning import Turning

_MONEY = ("money",)
_SUPPOSED = frozenset(fold("kalau kalo klo kl misal misalnya misalkan andai seandainya jika tadi if suppose"))
_OF_A_FEE = frozenset({"unpaid", "fee_paid"})
_OF_MONEY = frozenset({"payment"})
_LONGEST = 20  # words


def only_asks_of_money_back(turn: Turning) -> bool:
    """Tell such a question from "uang saya 30 juta bisa balik ga", of money that is gone, and from one beside a case.

    What is supposed, or points at what was told before ("yg 4 juta tadi"), begins no report: it is answered.
    """
    if turn.worries != _MONEY or turn.facts.open_ticket is not None or turn.reading.is_emergency:
        return False
    words, reading = fold(turn.text[:300]), turn.reading
    signs = {sign.name for sign in reading.signals}
    tells = not (reading.found.keys() <= _OF_MONEY and signs <= _OF_A_FEE)
    if tells or len(words) > _LONGEST or _SUPPOSED.isdisjoint(words):
        return False
    return all(map(asks_of_us, sentences_of(turn.text)))
