"""Lines that weigh like an emergency and tell of none: how their writer wishes to be reached, what they shall give."""

from types import MappingProxyType

from flows import questions as q
from flows.folding import fold
from flows.labels import Urgency
from flows.reading import Reading
from flows.turning import Turning
from flows.wishes import Wishes
from flows.word_tables import plea_words

_OF_CONTACT = frozenset(
    question.id
    for question in (q.CONTACT, q.CONTACT_PHONE, q.CONTACT_WHEN, q.CONTACT_WORDING, q.ANONYMOUS, q.REPORTER_NAME)
)
_WISHED = frozenset({"anonymous"})
_OF_GIVING = frozenset({"passport_held", "departing_soon", "departing_later", "abroad", "anonymous"})
_HELD, _DOCUMENTS = "passport_held", "documents"
_GIVE = "give"
_SOLD, _OF_A_NUMBER = "sold", "number_sold"


def only_wishes_contact(turn: Turning) -> bool:
    """Read "wa aja malem jgn nelpon siang ada bapaknya" where it was asked, and no sign of danger stands in it."""
    shown = turn.conversation.shown
    is_asked = shown is not None and shown.prompt in _OF_CONTACT
    wishes: Wishes = turn.wishes
    return is_asked and bool(wishes.contact.way or wishes.name) and _tells_only(turn, _WISHED)


def only_asks_whether_to_give(turn: Turning) -> bool:
    """Read "disuruh kirim foto paspor aslinya, kasi ga": who asks holds it still."""
    return _GIVE in turn.worries and _tells_only(turn, _OF_GIVING)


def still_holding(turn: Turning, reading: Reading) -> Reading:
    """Give the reading without papers that are only asked for, "dia minta paspor saya, kasi ga", or a number sold."""
    names = {sign.name for sign in reading.signals}
    if _SOLD in names and _OF_A_NUMBER in turn.worries:
        return _without_a_sale(reading)
    if _GIVE not in turn.worries or (_HELD not in names and _DOCUMENTS not in reading.found):
        return reading
    found = {key: value for key, value in reading.found.items() if key != _DOCUMENTS}
    signals = tuple(sign for sign in reading.signals if sign.name != _HELD)
    return reading._replace(signals=signals, found=MappingProxyType(found))


def _without_a_sale(reading: Reading) -> Reading:
    """Take nobody for sold where a number is meant: "knp mesti pake no, nti dijual no tiang"."""
    signals = tuple(sign for sign in reading.signals if sign.name != _SOLD)
    found = {key: value for key, value in reading.found.items() if key != q.VICTIM.id}
    urgency = reading.urgency if any(sign.is_met for sign in signals) else Urgency.NORMAL
    return reading._replace(signals=signals, urgency=urgency, found=MappingProxyType(found))


def _tells_only(turn: Turning, signs: frozenset[str]) -> bool:
    met = {sign.name for sign in turn.reading.signals if sign.is_met}
    return met <= signs and plea_words().isdisjoint(fold(turn.text))
