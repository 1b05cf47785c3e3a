"""Who writes for what is not ours to give: goods, a story for the press, who reported. Kept in mind for a while."""

from collections.abc import Mapping

from flows.asking_of_a_name import asks_to_check
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.labels import Intent
from flows.learning import asks, topic_of
from flows.orders import is_an_order
from flows.reading import Reading
from flows.sayings import Saying
from flows.tellers import HARMED
from flows.things_lost import is_a_loss
from flows.turning import Turning, signs_of
from flows.word_tables import human_words

STRANGER = "stranger"
"""The key under which it is kept what somebody wrote for, until they begin something else."""
ORDERS, PRESS, SUSPECT, LOSS, JOKE = "orders", "press", "suspect", "loss", "joke"
THANKFUL = "thanks"
"""What is kept in view of somebody who only thanked or wanted nothing."""
ANSWERS: Mapping[str, str] = {
    ORDERS: "not_ours",
    PRESS: "press",
    SUSPECT: "not_told",
    LOSS: "lost_thing",
    JOKE: "joke_over",
}
"""What each is told."""
_LEARNS = "peneliti"  # who may just as well want to read about it
_WRITERS = {"wartawan": PRESS, _LEARNS: PRESS, "mungkin terlapor": SUSPECT}  # how understanding names them
OF_ASKING = frozenset({"official_involved", "retaliation", "anonymous"})
"""Signs that are read into "lapor apa ke polisi"."""
_OF_FISHING = OF_ASKING | {"alarming", "threat"}  # "kasih tau siapa yg lapor" is said as a threat is
OF_A_CASE = frozenset({"victim", "recruiter", "recruiter_phone", "payment", "departure", "documents"})
"""Facts that only a report holds."""
_OF_A_BEGUN_CASE = (*OF_A_CASE, "victim_relation", "victim_now", "destination")
_ASKED_OF = frozenset({"recruiter", "recruiter_phone"})  # of whom it is asked
_OF_AN_ORDER = frozenset({"payment", "departure", "victim_now", "recruiter"})
_OWED = frozenset({"unpaid", "fee_paid"})  # "yg kmrn belum dibayar"
UNBEGUN = frozenset({"", "menu"})
"""Flows in which nobody has begun anything yet."""
RESTFUL = UNBEGUN | {"status", "learn"}
"""Flows in which nothing is being told: they may end with thanks."""
_OF_A_LOSS = frozenset(
    {"payment", "contact", "reporter_name", "writer", "victim", "victim_relation", "victim_sex", "port", "job"}
)
_A_QUESTION = 15  # words; a longer message tells something
_A_LONG_QUESTION = 30  # words, where nothing of a case is told in it
_STILL_OURS = frozenset({Intent.CHECK_RECRUITER, Intent.HUMAN})


def is_for_another(turn: Turning, text: str) -> bool:
    """Say whether a text is for a shop, or for any police post because a thing is lost: no alarm rests on it."""
    return (turn.conversation.flow in UNBEGUN and is_an_order(text, turn.reading)) or _tells_of_a_loss(turn)


def stranger_in(turn: Turning, saying: Saying | None) -> str:
    """Say for what somebody writes who reports nothing, "" where it may be a report; they may go on line by line."""
    if _asks_who_reported(turn, saying):
        return SUSPECT
    if _is_press(turn.reading):
        return PRESS
    if _tells_of_a_loss(turn):
        return LOSS
    if turn.conversation.flow in UNBEGUN and is_an_order(turn.text, turn.reading):
        return ORDERS
    kept = turn.conversation.value(STRANGER)
    return kept if kept in ANSWERS and _goes_on(turn) else ""


def keep_in_view(turn: Turning, kind: str) -> None:
    """Remember it for the next lines, where nothing else was begun."""
    if kind == SUSPECT and turn.conversation.value(STRANGER) == PRESS:
        kind = PRESS  # a journalist who asks who reported remains one
    if turn.conversation.flow in UNBEGUN:
        turn.conversation = turn.conversation.at_rest().with_answers({STRANGER: Answer(kind, Origin.READ)})


def is_calm_beside(told: Conversation, reading: Reading) -> bool:
    """Say whether an alarm rests on nothing but the sound of a stranger's line: "anter ke kos melati"."""
    kind = told.value(STRANGER)
    if kind in {LOSS, JOKE} and not _OF_A_LOSS.issuperset(reading.found):
        return False  # "adik saya juga dibawa orang ke malaysia"
    return kind != "" and not any(sign.is_met for sign in reading.signals)


def _tells_of_a_loss(turn: Turning) -> bool:
    """Say whether a thing is lost, and nothing of a case was told before: "hp ilang" beside a story belongs to it."""
    told = turn.conversation
    signs = {name for name, _ in signs_of(told)} - {"alarming"}  # a bare cry for help before it tells of nobody
    is_begun = told.flow != "report" or bool(signs) or any(map(told.knows, _OF_A_BEGUN_CASE))
    return not (told.flow not in UNBEGUN and is_begun) and is_a_loss(turn.text, turn.reading)


def _asks_who_reported(turn: Turning, saying: Saying | None) -> bool:
    if saying is not Saying.WHO_REPORTED and _writer(turn.reading) != SUSPECT:
        return False
    if turn.wishes.name == "hide" and "?" not in turn.text:
        return False  # "jgn kasih tau siapa yg lapor ya"
    told = {signal.name for signal in turn.reading.signals} - _OF_FISHING
    tells = not (OF_A_CASE - _ASKED_OF).isdisjoint(turn.reading.found)
    return not told and len(turn.text.split()) <= (_A_QUESTION if tells else _A_LONG_QUESTION)


def _is_press(reading: Reading) -> bool:
    if _writer(reading) != PRESS or (reading.found["writer"].value == _LEARNS and reading.intent is Intent.EDUCATION):
        return False
    return reading.intent is not Intent.REPORT or (not reading.signals and OF_A_CASE.isdisjoint(reading.found))


def _goes_on(turn: Turning) -> bool:
    """Say whether a line goes on with what its writer wanted before, and tells no harm."""
    kind, reading = turn.conversation.value(STRANGER), turn.reading
    if not kind or turn.conversation.flow not in UNBEGUN or _wants_something_of_ours(turn, kind):
        return False
    if reading.intent is Intent.EDUCATION and topic_of(turn.text):
        return False  # whoever asks, "ciri-ciri lowongan bodong apa saja" is for everybody to know
    met = [sign.name for sign in reading.signals if sign.is_met]
    if kind == ORDERS:
        return _OWED.issuperset(met) and _OF_AN_ORDER.issuperset(reading.found)
    if kind in {LOSS, JOKE} and not _OF_A_LOSS.issuperset(reading.found):
        return False
    if kind in {SUSPECT, JOKE} and not _OF_FISHING.issuperset(met):
        return False  # "anak saya dibawa dia ke malaysia": who asked may be in need all the same
    longest = _A_LONG_QUESTION if kind == SUSPECT else _A_QUESTION
    return HARMED.isdisjoint(met) and len(turn.text.split()) <= longest


def _wants_something_of_ours(turn: Turning, kind: str) -> bool:
    """Tell "cek PT Maju Jaya dong" and "sambungkan petugas" of who fished from "saya penyalur resmi, ijin lengkap"."""
    intent, words = turn.reading.intent, frozenset(fold(turn.text[:200]))
    if kind == LOSS and intent is Intent.HUMAN:
        return not any(map(words.isdisjoint, human_words().values()))  # "punya nomor polsek gak"
    if kind != SUSPECT or intent not in _STILL_OURS:
        return intent in _STILL_OURS
    if intent is Intent.HUMAN:
        return not any(map(words.isdisjoint, human_words().values()))
    return asks(turn.text) or asks_to_check(turn.text, turn.reading)


def _writer(reading: Reading) -> str:
    found = reading.found.get("writer")
    return _WRITERS.get(found.value, "") if found else ""
