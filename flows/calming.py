"""What is said to an insult, to a journalist, to whoever asks who reported, and to an alarm that is taken back."""

from flows import questions as q
from flows.asked_back import asked_apart, asked_back
from flows.asking_of_a_name import asks_to_check
from flows.checking_a_number import checks_a_number
from flows.comforting import answer_worry, asks_what_is_meant
from flows.conversation import Answer, Origin
from flows.fears import fears
from flows.folding import fold
from flows.labels import Intent, Urgency
from flows.phrases import without_fillers
from flows.reading import Reading
from flows.recruiter_check import NOT_TO_BE_REPORTED, TOLD, came_of_a_check
from flows.report import PUT_OFF
from flows.retracting import retract, told_nothing
from flows.said import Kind
from flows.sayings import Saying, saying_in, wants_deletion
from flows.sentences import asks_at_the_end, holds_a_question, sentences_of
from flows.side import ask_beside
from flows.stopping import stop
from flows.strangers import (
    ANSWERS,
    ORDERS,
    PRESS,
    RESTFUL,
    STRANGER,
    SUSPECT,
    THANKFUL,
    UNBEGUN,
    keep_in_view,
    stranger_in,
)
from flows.tellers import HARMED
from flows.texts import has
from flows.thanked_in_a_check import closes_with_thanks, hastens_who_only_asks
from flows.turning import Turning, signs_of
from flows.volunteering import volunteer
from flows.wishes import NO_WISHES
from flows.word_tables import courtesy_words, plea_words, thanking_words
from flows.worries import worry_in

_NO_REPORT = frozenset({Saying.NO_REPORT, Saying.MISTAKEN})
_OF_THE_CASE = frozenset({"pay", "coming", "police", "leave", "photos"})  # "jadi bayar ndak ini" is of no fee of ours
_OF_THE_SERVICE = {"secret": "secret", "who": "police_here"}  # worries that such an answer answers as well
_LEAVING = frozenset(fold("gajadi batal makasih terimakasih terima trims thanks thank bye"))
_ASKING = frozenset(fold("tanya nanya bertanya tanya2 nanya2 asking question"))
_OF_A_CHECK = frozenset({"passport_held", "alarming", "threat", "unpaid"})  # read into a check as well
_SOURCES = frozenset(fold("narasumber keluarganya suaminya istrinya ibunya anaknya source"))
_HERE = frozenset(fold("kesini sini disini chat caranya cara here"))
_PRESS_OFFICE = frozenset(fold("humas humasnya wawancara statistik data jumlah interview"))
_NO_MATTER = frozenset({Saying.NO_CASE, Saying.JOKING})
_OF_A_JOURNEY = frozenset({"abroad", "deceived", "departing_soon", "departing_later", "fee_paid"})
_WORTH_KEEPING = ("victim_name", "recruiter", "recruiter_phone", "account", "payment", "documents")
_OF_SOMEBODY_TAKEN = ("victim_name", "documents", "departure")
_TOLD_IN = frozenset({"report", "check"})
_A_COURTESY = 80  # characters
_A_FAREWELL = 8  # words
_UNREAD = Reading()
_A_WORD_BESIDE = 5  # words; a longer sentence that asks nothing tells something
_A_WORD_OF_IT = 18  # words; "cuma mau tanya" at the head of a longer message begins a story
_NO_WISH = frozenset({Intent.GREETING, Intent.OTHER})


def calm(turn: Turning) -> bool | None:
    """Answer such a message; say whether the flow should run on, or None where it is no such message."""
    if turn.said.kind is not Kind.TEXT or turn.reading.is_emergency:
        return None
    if wants_deletion(turn.text):
        ask_beside(turn, q.DELETE)
        return False
    saying = saying_in(turn.text)
    retracted = retract(turn, saying)
    if retracted is not None:
        return retracted
    if _wants_nothing(turn, saying) and not stranger_in(turn, saying):
        turn.say_and_rest("stop.nothing")
        keep_in_view(turn, THANKFUL)
        return False
    if turn.conversation.flow == "check" and (closed := _close_check(turn, saying)) is not None:
        return closed
    if saying in _NO_REPORT | _NO_MATTER and turn.conversation.flow == "check":
        return None
    if saying in _NO_REPORT and turn.conversation.flow == "report":
        return let_go(turn) if _only_asked(turn) else stop(turn)
    if (saying is Saying.THANKS and only_thanks(turn)) or _goes_on_after_thanks(turn):
        turn.say_and_rest("rest.thanks")
        keep_in_view(turn, THANKFUL)
        return False
    if turn.conversation.flow in _TOLD_IN and is_courtesy(turn.text):
        return _hear_courtesy(turn)
    return _go_on(turn) if _replies(turn, saying) else None


def is_courtesy(text: str) -> bool:
    """Say whether a line is only polite: "alhamdulillah", "maaf ngerepotin pak", not "maaf lupa namanya"."""
    known, words = courtesy_words(), frozenset(fold(text[:80]))
    says_it = not known.praise.isdisjoint(words) or (
        not known.sorry.isdisjoint(words) and not known.bother.isdisjoint(words)
    )
    rest = words - known.praise - known.sorry - known.bother - known.beside
    return len(text) <= _A_COURTESY and says_it and not without_fillers(tuple(rest))


def _hear_courtesy(turn: Turning) -> bool:
    """Let the question wait; who stopped and says sorry is asked nothing."""
    turn.tell("all_right")
    if turn.conversation.shown is None:
        turn.reply_prefaces()
        return False
    return True


def _replies(turn: Turning, saying: Saying | None) -> bool:
    """Answer a stranger, a question about this service or an insult; say whether it was one."""
    if stranger := stranger_in(turn, saying):
        if stranger == SUSPECT and _names_what_to_check(turn):
            turn.tell(ANSWERS[stranger])
            return False
        # the answer never depends on what is known: trust.md T1
        turn.tell(_to_the_press(turn, saying) if stranger == PRESS else _said_to(turn, stranger))
        if (stranger != ORDERS and turn.conversation.flow == "report" and told_nothing(turn)) or _fishes_on(
            turn, stranger
        ):
            turn.begin("menu")  # "saya dari PT ...", "saya dari portal ..." was no report
        keep_in_view(turn, stranger)
    elif (apart := asked_apart(turn.text, turn.reading)) and (_is_being_told(turn) or not _tells_beside(turn)):
        _answer_each(turn, apart)
    elif (topic := asked_back(turn.text, turn.reading)) and not _is_of_the_case(turn):
        if turn.conversation.flow == "report" and turn.wishes != NO_WISHES:
            volunteer(turn)  # "chat aja ya. ada biaya gak?", "ini polisi ya? jgn sampe ketauan tetangga"
        if turn.worry in fears():
            answer_worry(turn)
        else:
            turn.tell(f"asked_{topic}")
        if topic == "here" and not turn.conversation.flow:
            turn.begin("menu")
    elif turn.reading.intent is Intent.ABUSE and not turn.reading.found and not turn.worry:
        turn.tell("abuse" if turn.count_miss() % 2 else "still_here")
    else:
        return False
    return True


def _is_being_told(turn: Turning) -> bool:
    return turn.conversation.flow == "report"


def _tells_beside(turn: Turning, at_least: int = _A_WORD_BESIDE) -> bool:
    """Say whether a sentence of a message tells something: "gratis? saya mau lapor adik saya ditipu agen"."""
    longer = [said for said in sentences_of(turn.text) if len(said.words) > at_least]
    return any(
        not (asks_at_the_end(said) or worry_in(said.written) or asked_back(said.written, _UNREAD)) for said in longer
    )


def _answer_each(turn: Turning, topics: tuple[str, ...]) -> None:
    """Answer every question of a message about this service, and before them what its writer fears."""
    turn.leave_out_worries({_OF_THE_SERVICE[topic] for topic in topics if topic in _OF_THE_SERVICE})
    if turn.conversation.flow == "report":
        volunteer(turn)
        turn.add_to_story(turn.text)  # "ini beneran polisi ya? nama saya jgn sampai ketahuan orang kampung"
        if turn.conversation.shown and turn.conversation.shown.prompt == q.SAFE.id and _tells_beside(turn, at_least=0):
            turn.leave_open(q.SAFE.id)  # "ndk ada org. side siapa namane"
    answer_worry(turn)
    for topic in topics:
        turn.tell(f"asked_{topic}")
    if not turn.conversation.flow:
        turn.begin("menu")


def _said_to(turn: Turning, stranger: str) -> str:
    """Name what a stranger is told; who goes on is told less, where there is less to tell."""
    said = ANSWERS[stranger]
    is_again = turn.conversation.value(STRANGER) == stranger and has(f"{said}_again")
    return f"{said}_again" if is_again else said


def _to_the_press(turn: Turning, saying: Saying | None) -> str:
    """Name what a journalist is told: where to ask, once; then what they ask for a victim who is with them."""
    words = frozenset(fold(turn.text[:300]))
    if turn.conversation.value(STRANGER) != PRESS:
        return ANSWERS[PRESS]
    if not _PRESS_OFFICE.isdisjoint(words):
        return "press_again"
    if saying is Saying.NO_REPORT and _HERE.isdisjoint(words):
        return "not_reported"
    return "press_again" if words.isdisjoint(_SOURCES | _HERE) else "press_source"


def _fishes_on(turn: Turning, stranger: str) -> bool:
    """Say whether who asks in a check who reported does so again: it is no check any more."""
    if stranger != SUSPECT or turn.conversation.flow != "check":
        return False
    if turn.conversation.value(STRANGER) == SUSPECT:
        return True
    turn.answer({STRANGER: Answer(SUSPECT, Origin.READ)})
    return False


def _names_what_to_check(turn: Turning) -> bool:
    """Read "mau cek nomor 0817 ... aman ga, udah ada yg lapor blm": the check goes on beside the refusal."""
    return turn.conversation.flow in UNBEGUN and asks_to_check(turn.text, turn.reading)


def _is_of_the_case(turn: Turning) -> bool:
    """Tell what is asked of a case that is told, or was filed, from what is asked of this service."""
    is_told = turn.conversation.flow in _TOLD_IN or (not turn.conversation.flow and turn.facts.open_ticket is not None)
    return turn.worry in _OF_THE_CASE or (is_told and turn.worry in fears()) or asks_what_is_meant(turn)


def only_thanks(turn: Turning) -> bool:
    """Say whether thanks end a talk in which nothing is being told: "makasih infonya kak"."""
    reading = turn.reading
    is_bare = frozenset(without_fillers(fold(turn.text))) <= thanking_words()  # "cuma mau bilang makasih"
    tells = bool(reading.signals or reading.found) or not (is_bare or reading.intent in _NO_WISH)
    return (
        turn.conversation.flow in RESTFUL
        and not tells
        and "?" not in turn.text
        and len(turn.text.split()) <= _A_FAREWELL
        and not turn.worry
    )


def _goes_on_after_thanks(turn: Turning) -> bool:
    """Read "semoga sehat semua" and "disini ujan terus" of who began with thanks and tells nothing."""
    words, reading = fold(turn.text[:200]), turn.reading
    is_small = len(words) <= _A_FAREWELL and reading.intent in _NO_WISH and not reading.is_emergency
    tells = bool(reading.signals or reading.found) or "?" in turn.text or not plea_words().isdisjoint(words)
    return (
        turn.conversation.value(STRANGER) == THANKFUL and turn.conversation.flow in UNBEGUN and is_small and not tells
    )


def _wants_nothing(turn: Turning, saying: Saying | None) -> bool:
    """Say whether somebody had the wrong number, or only asked about a journey and wants no report made of it."""
    if saying in _NO_MATTER:
        return _has_no_case(turn, saying) and _is_worth_no_ticket(turn)
    if saying is Saying.MISTAKEN and _feared_only(turn):
        return True
    if saying not in _NO_REPORT or (_was_checked(turn) and _only_asked(turn)):
        return False  # the check goes on
    if saying is Saying.NO_REPORT and turn.conversation.flow == "report" and _harms_nobody(turn):
        return True  # "ga usah dilaporin, aku cuma nanya", of a sum that was asked and not paid
    if not _is_worth_no_ticket(turn):
        return False
    return turn.conversation.flow == "report" or (turn.conversation.flow in RESTFUL and _says_nothing_else(turn))


def _close_check(turn: Turning, saying: Saying | None) -> bool | None:
    """Let thanks, and whoever only wants to be sure or reports nothing, end a check as far as it has come."""
    if closes_with_thanks(turn):
        return False
    if hastens_who_only_asks(turn, saying):
        return True
    return _leave_check(turn, saying) if saying in _NO_REPORT | _NO_MATTER else None


def _leave_check(turn: Turning, saying: Saying | None) -> bool | None:
    """Let "cuma mau tau aja kok" end a check that has said all it can, and "ga jadi" any that was answered."""
    shown = turn.conversation.shown
    is_over = shown is not None and shown.prompt == q.CHECK_NEXT.id
    if saying is Saying.NO_REPORT and checks_a_number(turn, q.CHECK_NEXT):
        turn.answer({NOT_TO_BE_REPORTED: Answer("yes", Origin.READ)})
        return True  # "sy ndak mau lapor, cuma no hp nya aja dicek"
    asks_on = saying is Saying.NO_REPORT and holds_a_question(turn.text)
    if asks_on and answer_worry(turn):
        turn.answer({NOT_TO_BE_REPORTED: Answer("yes", Origin.READ)})
        turn.tell("not_reported")
        return True  # "blm mau lapor. nanti nama sy dikasih tau ke pak haji ndak"
    takes_leave = saying is Saying.NO_REPORT and not _LEAVING.isdisjoint(fold(turn.text[:200]))
    if not is_over and not (takes_leave and TOLD in turn.conversation.answers):
        return None  # "cuma cek aja ya, saya belum mau lapor"
    turn.say_and_rest("check.done")
    return False


def _was_checked(turn: Turning) -> bool:
    """Say whether the report that runs came of a check that was told its verdict."""
    return turn.conversation.flow == "report" and came_of_a_check(turn.conversation)


def _only_asked(turn: Turning) -> bool:
    """Say whether who reports nothing checked a name, or only asked, and no danger was told."""
    told = turn.conversation
    asked = came_of_a_check(told) or not _ASKING.isdisjoint(fold(turn.text[:200]))
    is_alarmed = told.value("ticket") or told.value("urgency") == Urgency.EMERGENCY or turn.facts.open_ticket
    return asked and not is_alarmed and not {name for name, _ in signs_of(told)} & (HARMED - _OF_A_CHECK)


def is_let_go(turn: Turning) -> bool:
    """Say whether "gak jadi lapor" ends a report that came of a check, or in which nobody is harmed."""
    if turn.conversation.flow != "report" or saying_in(turn.text) is not Saying.NO_REPORT:
        return False
    return (_was_checked(turn) and _only_asked(turn)) or _harms_nobody(turn)


def let_go(turn: Turning) -> bool:
    """Report nothing of whoever does not want it: "sy blm mau lapor pak sy cuma tanya"; a check goes on."""
    told = turn.conversation.answers
    answer_worry(turn)
    turn.tell("not_reported")
    if not came_of_a_check(turn.conversation):
        turn.reply_prefaces()
        turn.conversation = turn.conversation.at_rest()
        return False
    turn.begin("check", {**told, **dict.fromkeys(("check_enough", NOT_TO_BE_REPORTED), Answer("yes", Origin.READ))})
    turn.conversation = turn.conversation.without({q.SAFE.id, PUT_OFF})
    checks_a_number(turn, q.CHECK_NEXT)  # "cuma no hp nya aja dicek"
    return True


def _has_no_case(turn: Turning, saying: Saying | None) -> bool:
    """Tell "nobody is in trouble" and "cuma nanya kok" from "cuma mau tanya", with which people begin."""
    flows = RESTFUL | {"report"} if saying is Saying.JOKING else {"report", "learn"}
    return turn.conversation.flow in flows and _says_nothing_else(turn)


def _says_nothing_else(turn: Turning) -> bool:
    is_short = len(turn.text.split()) <= _A_WORD_OF_IT and "?" not in turn.text
    # the signs of what was told before are read along
    signs = {sign.name for sign in turn.reading.signals}
    return is_short and not turn.reading.found and signs <= _OF_A_JOURNEY


def _is_worth_no_ticket(turn: Turning) -> bool:
    told = turn.conversation
    if told.value("ticket") or any(map(told.knows, _WORTH_KEEPING)):
        return False
    return {name for name, _ in signs_of(told)} <= _OF_A_JOURNEY


def _harms_nobody(turn: Turning) -> bool:
    """Say whether nothing was told that is done to anybody: no harm, no papers held, nobody named who is taken."""
    told = turn.conversation
    if told.value("ticket") or turn.facts.open_ticket or any(map(told.knows, _OF_SOMEBODY_TAKEN)):
        return False
    return not {name for name, _ in signs_of(told)} & HARMED


def _feared_only(turn: Turning) -> bool:
    """Say whether somebody was out of reach and no harm was told, so that the writer's mistake ends the report."""
    told = turn.conversation
    harms = {name for name, _ in signs_of(told)} & HARMED
    return told.flow == "report" and not told.value("ticket") and not harms and not turn.facts.open_ticket


def _go_on(turn: Turning) -> bool:
    if turn.conversation.flow:
        return True
    turn.reply_prefaces()
    return False
