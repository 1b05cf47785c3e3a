"""Nothing was paid yet: "aku blm bayar apa2", "ga jadi tf"; not "majikan blm bayar" and "belum bayar lunas"."""

import re

from flows import questions as q
from flows.clauses import pieces_of
from flows.conversation import Answer, Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.reading import Reading, Signal
from flows.understanding.money_demanded import DEMANDED, demands

FEE_PAID, UNPAID = "fee_paid", "unpaid"
_PAY = frozenset(fold("bayar byr mbayar membayar bayarin transfer tf trf setor nyetor pay paid transferred"))
_NOT = frozenset(fold("belum blm blom tidak gak ga gk nggak ngga ndak ndk tdk batal havent didnt not never"))
_BETWEEN = frozenset(
    fold("saya sy aku aq gw gue kami kita tiang i pernah sempat sempet jadi jd ada sama sekali yet dia adik")
)
_DONE = frozenset(fold("sudah udah udh sdh uda dah already terlanjur telanjur kadung"))
_PARTLY = frozenset(
    fold("lunas semua semuanya sisa sisanya full penuh lagi lg gaji gajinya upah hutang utang denda tebusan")
)
_THEY = frozenset(
    fold("majikan majikannya bos bosnya boss mandor mandornya mereka perusahaan agen agennya calonya toke he she they")
)
_WAGE = frozenset(fold("gaji gajinya digaji upah upahnya salary wage kerja"))
_MAY = "(?:do|should|shall|must|can|may|could|have to|need to|i|we)"
_WHETHER = re.compile(
    rf"\b{_MAY}\s+(?:i\s+|we\s+|just\s+|have to\s+|really\s+)*pay\b(?:\s+\w+){{0,3}}\s+or\s+not\b|"
    r"\b(?:bayar|dibayar|transfer|tf|dikasih|kasih)\w*(?:\s+\w+){0,2}\s+(?:atau|ato|apa)\s+"
    r"(?:tidak|tdk|nggak|ngga|gak|ga|jangan|jgn)\b",
    re.IGNORECASE,
)
_NEAR, _A_LINE = 4, 200  # words, characters


def says_nothing_was_paid(words: Words) -> bool:
    """Say whether a clause tells that the writer's side has paid nothing."""
    for at, word in enumerate(words):
        if word not in _PAY:
            continue
        first = at
        while first and words[first - 1] in _BETWEEN:
            first -= 1
        is_denied = first > 0 and words[first - 1] in _NOT
        after = words[at + 1 : at + 1 + _NEAR]
        others = _THEY | _WAGE
        if is_denied and _PARTLY.isdisjoint(after) and others.isdisjoint((*words[: at + 1], *after)):
            return True
    return False


def tells_of_paying(words: Words) -> bool:
    """Say whether a clause tells that something was paid: "udah tf 500rb", "terlanjur bayar"."""
    return any(word in _PAY and not _DONE.isdisjoint(words[max(0, at - _NEAR) : at]) for at, word in enumerate(words))


def nothing_was_paid(story: str) -> bool:
    """Say whether the last that was told of paying is that nothing was paid."""
    is_unpaid = False
    for line in story.splitlines():
        if _PAY.isdisjoint(fold(line)):
            continue
        for words in map(fold, pieces_of(line)):
            if says_nothing_was_paid(words):
                is_unpaid = True
            elif tells_of_paying(words):
                is_unpaid = False
    return is_unpaid


def without_wages(reading: Reading, text: str) -> Reading:
    """Take "aku blm bayar apa2" for no wage that is owed, nor "do I pay or not?", which asks of a sum demanded."""
    if not any(sign.name == UNPAID for sign in reading.signals) or len(text) > _A_LINE:
        return reading
    if _WHETHER.search(text) and (_WAGE | _DONE).isdisjoint(fold(text)):
        return reading._replace(signals=tuple(sign for sign in reading.signals if sign.name != UNPAID))
    clauses = [fold(part) for part in pieces_of(text)]
    is_of_fee = any(map(says_nothing_was_paid, clauses))
    if not is_of_fee or any(not (_WAGE | _THEY).isdisjoint(words) for words in clauses):
        return reading
    return reading._replace(signals=tuple(sign for sign in reading.signals if sign.name != UNPAID))


def with_what_is_not_paid(
    told: Conversation, facts: dict[str, Answer], signals: tuple[Signal, ...]
) -> tuple[dict[str, Answer], tuple[Signal, ...]]:
    """Mark a sum that was only asked for, and leave out the sign that a fee was paid."""
    sum_told = facts.get(q.PAYMENT.id)
    if sum_told is None and not any(sign.name == FEE_PAID for sign in signals):
        return facts, signals
    story = told.value(q.WHAT.id)
    if sum_told is not None and _is_only_demanded(sum_told.value, story):
        facts = {**facts, q.PAYMENT.id: sum_told._replace(value=f"{sum_told.value} ({DEMANDED})")}
        return facts, tuple(sign for sign in signals if sign.name != FEE_PAID)
    if not nothing_was_paid(story):
        return facts, signals
    is_a_sum = sum_told is not None and sum_told.is_known and sum_told.value not in q.PAYMENT.choices
    if sum_told is not None and is_a_sum and "(" not in sum_told.value:
        facts = {**facts, q.PAYMENT.id: sum_told._replace(value=f"{sum_told.value} (belum dibayar)")}
    return facts, tuple(sign for sign in signals if sign.name != FEE_PAID)


def _is_only_demanded(value: str, story: str) -> bool:
    """Say whether the one sum that is known is asked for somebody's freedom, and nothing is told of paying."""
    if "(" in value or ";" in value or any(map(tells_of_paying, map(fold, pieces_of(story)))):
        return False
    return any(demands(line, value) for line in story.splitlines())
