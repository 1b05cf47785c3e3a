"""What was told is taken back: an alarm, a joke, a message that was meant for somebody else, a thing that is lost."""

from flows import questions as q
from flows.events import Added, Withdrawn
from flows.folding import fold
from flows.labels import Urgency
from flows.report import is_victim
from flows.safe_by_now import says_it_was_before
from flows.sayings import Saying
from flows.stopping import stop
from flows.strangers import JOKE, LOSS, OF_A_CASE, OF_ASKING, RESTFUL, STRANGER, THANKFUL, keep_in_view
from flows.tellers import HARMED
from flows.things_lost import is_a_loss
from flows.turning import Turning, signs_of
from flows.volunteering import volunteer

_TAKES_BACK = frozenset({
    *(Saying.NO_REPORT, Saying.MISTAKEN, Saying.TAKEN_BACK, Saying.WRONG_NUMBER, Saying.JOKING),
})  # fmt: skip
_FOUND_AGAIN = frozenset(fold("ketemu dicari pulang alarm found home"))
_FOR_NOW = frozenset(fold("bntr sebentar dulu sejenak now"))
_OF_A_CASE_ITSELF = frozenset({"documents", "salary", "payment", "recruiter", "recruiter_phone", "company", "account"})
_NO_JOKE = ("recruiter", "recruiter_phone", "account", "payment", "documents")
_OF_KIN = frozenset({"victim", "victim_relation", "victim_sex", "victim_name", "recruiter"})
_VIEWS = {"danger.retracted": JOKE, "danger.lost_thing": LOSS}
_A_WORD_OF_IT = 18  # words


def retract(turn: Turning, saying: Saying | None) -> bool | None:
    """Let what was told be taken back; say whether the flow should run on, or None where nothing is."""
    is_lost = told_nothing(turn) and is_a_loss(turn.text, turn.reading)
    takes_back = saying in _TAKES_BACK or is_lost or says_it_was_before(turn.text)
    if is_alarmed(turn) and takes_back and not _is_safe_for_now(turn):
        return _take_back(turn, turn.conversation.value("ticket"), _said_to(turn, saying, is_lost=is_lost))
    ticket = turn.facts.open_ticket
    if ticket and saying is Saying.TAKEN_BACK and _is_found_again(turn):
        return _take_back(turn, ticket.code, "danger.taken_back")
    if saying is Saying.JOKING and _says_nothing_else(turn):
        if ticket and turn.conversation.flow in RESTFUL:
            return _take_back(turn, ticket.code, "danger.retracted")
        if turn.conversation.flow == "report" and turn.conversation.knows(q.WHAT.id):
            return _end_a_joke(turn)
    if saying is Saying.WRONG_NUMBER and told_nothing(turn):
        kind = turn.conversation.value(STRANGER)
        turn.say_and_rest("wrong_number")
        keep_in_view(turn, kind or THANKFUL)
        return False
    return None


def is_alarmed(turn: Turning) -> bool:
    """Say whether an officer was called to what is told here."""
    return turn.conversation.value("urgency") == Urgency.EMERGENCY and bool(turn.conversation.value("ticket"))


def told_nothing(turn: Turning) -> bool:
    """Say whether neither harm nor anybody it was done to was told, now or before."""
    read = turn.reading.found.keys() | {key for key, told in turn.conversation.answers.items() if told.is_known}
    met = {sign.name for sign in turn.reading.signals} | {name for name, _ in signs_of(turn.conversation)}
    return met <= OF_ASKING | {"alarming"} and OF_A_CASE.isdisjoint(read)


def _said_to(turn: Turning, saying: Saying | None, *, is_lost: bool) -> str:
    if is_lost:
        return "danger.lost_thing"
    if _harm_was_told(turn):
        return "danger.taken_back"  # whoever holds somebody may have written it
    return "danger.retracted" if saying in {Saying.JOKING, Saying.WRONG_NUMBER} else "danger.taken_back"


def _says_nothing_else(turn: Turning) -> bool:
    is_short = len(turn.text.split()) <= _A_WORD_OF_IT and "?" not in turn.text
    return is_short and _OF_KIN.issuperset(turn.reading.found)


def _end_a_joke(turn: Turning) -> bool:
    """Keep nothing of a joke; what tells harm, or holds what no joke holds, goes to an officer all the same."""
    told = turn.conversation
    if _harm_was_told(turn) or told.value("ticket") or any(map(told.knows, _NO_JOKE)):
        return stop(turn)
    turn.say_and_rest("joke")
    keep_in_view(turn, JOKE)
    return False


def _harm_was_told(turn: Turning) -> bool:
    return not (HARMED - {"alarming"}).isdisjoint(name for name, _ in signs_of(turn.conversation))


def _is_safe_for_now(turn: Turning) -> bool:
    """Tell "sudah aman bntr", of who is held and may write, from "sudah aman", by which an alarm is taken back."""
    return is_victim(turn.conversation) and not _FOR_NOW.isdisjoint(fold(turn.text[:80]))


def _is_found_again(turn: Turning) -> bool:
    """Tell "sudah ketemu, ga usah dicari lagi" after filing from "aman sekarang", of who may write again."""
    words = frozenset(fold(turn.text[:200]))
    return turn.conversation.flow in RESTFUL and not _FOUND_AGAIN.isdisjoint(words) and not turn.reading.found


def _take_back(turn: Turning, code: str, said: str) -> bool:
    # the ticket stands and an officer looks: whoever holds the phone may not be who wrote before
    turn.events.append(Added(code))
    if said != "danger.taken_back":
        turn.events.append(Withdrawn(code))  # it is no case at all, as far as its teller says
    if turn.conversation.flow == "report" and _OF_A_CASE_ITSELF.intersection(turn.reading.found):
        turn.note_reading()  # "bahaya apanya, sudah pulang. saya cuma mau gaji sama paspor saya": the case goes on
        volunteer(turn)
        turn.add_to_story(turn.text)
        turn.tell(said)
        return True
    if turn.conversation.flow == "report" and says_it_was_before(turn.text):
        turn.add_to_story(turn.text)
        turn.tell(said)
        _ask_for_no_spot(turn)
        return True  # a threat of last night is grave: the report goes on
    turn.say_and_rest(said)
    if said in _VIEWS:
        keep_in_view(turn, _VIEWS[said])
    return False


def _ask_for_no_spot(turn: Turning) -> None:
    """Ask no more where exactly, of whoever is safe now and said in which place."""
    shown = turn.conversation.shown
    if shown is not None and shown.prompt == q.VICTIM_SPOT.id and turn.conversation.knows(q.VICTIM_NOW.id):
        turn.leave_open(q.VICTIM_SPOT.id)
