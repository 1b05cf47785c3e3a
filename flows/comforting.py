"""What is said to a worry before the next question: the line for it that fits where its teller is."""

import itertools

from flows import questions as q
from flows.advised import whose_place
from flows.at_home import is_at_home
from flows.at_sea import says_aboard
from flows.clearing_a_phone import asks_to_clear_a_phone
from flows.conversation import PLACE, Answer, Origin
from flows.fears import told_fears
from flows.folding import fold
from flows.held import HELD
from flows.report import NO_110, asked_at_sea, is_victim
from flows.sentences import asks_for_meaning, holds_a_question, sentences_of
from flows.status import tell_earlier, tell_standing
from flows.summing_up import notes
from flows.texts import has
from flows.turning import Turning, signs_of
from flows.worries import COMFORTED, accuses_an_official

_MEANING, _WHAT_TO_DO, _SHOW = "meaning", "do", "show"
_A_CRY = 25  # words; a longer message tells a story, and its advice comes with the questions
_OF_NO_OTHER_DAY = frozenset({"leave", "cancel"})  # "besok aku harus dateng ga" tells no other day
OF_A_REPORT = frozenset({"old_report", "own_report"})
"""What is asked of a report that was made."""
_EVER_ANSWERED = OF_A_REPORT | frozenset(
    {"lost_code", "delete", "jail", "no_110", "why_110", "sent", "pay", "money_how", "embassy_where", "whose_number"}
    | {_SHOW, "readers", "visit", "go_there", "dinas"}
)  # who tells these waits for an answer
_TO_VICTIM = "to_victim"
_NO_110, _WHY_110 = "no_110", "why_110"
_WHO_RECRUITS = frozenset(fold("sponsor agen agent calo tekong bos boss majikan pelaku haji mandor madam mami germo"))
_WHY = frozenset(fold("kenapa knp knpa mengapa ngapain apa kok why maksudne maksudnya"))
_PRETENDING = frozenset(fold("bohong boong ngibul pura2 nyamar menyamar ngaku ngaku2 mengaku kurir lie pretend"))
_TOWARDS = frozenset(fold("ke sama to"))
_NOBODY = frozenset(fold("dia die mereka orang orangnya saya mana siapa him her them"))
_LOOKED_AT = 300  # characters
_WAITING = frozenset({"when", "coming"})
_OF_OTHERS = frozenset({"follow", "taken", "revenge", "collect"})  # "kalau jumat mereka dateng jemput" is no departure
_OF_A_JOURNEY = frozenset({q.DEPARTURE.id, q.DESTINATION.id})
_LEAVING = frozenset({"departing_soon", "departing_later"})


def answer_worry(turn: Turning) -> str:
    """Say what answers the worries of a message, if it holds any; give the name of the last."""
    is_explained = asks_what_is_meant(turn)
    if is_explained and turn.conversation.shown:
        turn.tell(f"explain.{turn.conversation.shown.prompt}")
    for worry in turn.worries:
        _leave_out_days(turn, worry)
        if is_explained and worry == _WHAT_TO_DO:
            continue  # "apa itu?" asks what was meant
        if worry not in told_fears() or not _is_only_told(turn, worry):
            _answer(turn, worry)
    return turn.worry or _MEANING * is_explained


def asks_what_is_meant(turn: Turning) -> bool:
    """Read "maksudnya ngaku gimana kak? hp sy ga ada yg liat" where what was asked can be explained."""
    shown = turn.conversation.shown
    if shown is None or not has(f"explain.{shown.prompt}"):
        return False
    tells = bool(turn.reading.found)
    asks_why = shown.prompt == q.CONTACT_WORDING.id and _asks_why_to_pretend(turn.text)
    return asks_why or any(asks_for_meaning(said, tells=tells) for said in sentences_of(turn.text))


def _asks_why_to_pretend(text: str) -> bool:
    """Read "knp mesti bohong" and "buat apa ngaku kurir", not "ngaku kurir aja"."""
    words = frozenset(fold(text[:_LOOKED_AT]))
    return not (_WHY.isdisjoint(words) or _PRETENDING.isdisjoint(words))


def _answer(turn: Turning, worry: str) -> None:
    if worry in OF_A_REPORT and tell_earlier(turn):
        return
    if worry == _SHOW and turn.conversation.flow == "report" and (noted := notes(turn)):
        turn.prefaces.append(noted)
        return
    if worry == "own_report":
        is_this_one = turn.conversation.shown is not None or turn.facts.open_ticket is not None
        worry = "sent" if is_this_one else "old_report"
    if worry == "sent" and not turn.conversation.flow and turn.facts.open_ticket:
        tell_standing(turn)
        return
    worry = _TO_VICTIM if worry == "reply" and _is_to_the_victim(turn) else worry
    if worry == _WHY_110 and _where(turn, _NO_110):
        worry = _NO_110  # where it is no help at all
    said = f"{worry}{_where(turn, worry)}"
    before = turn.conversation.value(COMFORTED).split()
    turn.tell(f"worry_{said}_again" if said in before and has(f"worry_{said}_again") else f"worry_{said}")
    _remember(turn, said)
    if worry in {_NO_110, _WHY_110}:
        turn.answer({NO_110: Answer("yes", Origin.READ)})
    if worry in _WAITING and not turn.conversation.flow:
        tell_standing(turn)


def _is_to_the_victim(turn: Turning) -> bool:
    """Tell "sy hrs blg apa ke ilham", who is the victim, from what to say to who recruits."""
    said, told = fold(turn.text[:_LOOKED_AT]), turn.conversation
    words = frozenset(said)
    if not _WHO_RECRUITS.isdisjoint(words) or not words.isdisjoint(fold(told.value(q.RECRUITER.id))):
        return False
    if told.flow == "report" and not is_victim(told):
        theirs = (*fold(told.value("victim_name")), *fold(told.value("victim_relation")))
        return not words.isdisjoint(theirs)
    is_named = any(one in _TOWARDS and other not in _NOBODY for one, other in itertools.pairwise(said))
    return not told.flow and told.value(PLACE).endswith("abroad") and is_named


def _is_only_told(turn: Turning, worry: str) -> bool:
    """Say whether who asks nothing tells a long story, or was comforted before in this talk."""
    if worry in _EVER_ANSWERED or holds_a_question(turn.text):
        return False
    before = turn.conversation.value(COMFORTED).split()
    return worry in before or len(turn.text.split()) > _A_CRY


def _remember(turn: Turning, said: str) -> None:
    before = turn.conversation.value(COMFORTED).split()
    if turn.conversation.flow and said not in before and (said in told_fears() or has(f"worry_{said}_again")):
        turn.answer({COMFORTED: Answer(" ".join([*before, said]), Origin.READ)})


def _where(turn: Turning, worry: str) -> str:
    """Give the ending of the line that fits best: of who accuses an official, is abroad, wants no contact, is owed."""
    told = turn.conversation
    signs = {name for name, _ in signs_of(told)} | {sign.name for sign in turn.reading.signals}
    ticket = None if told.flow else turn.facts.open_ticket
    wishes = bool(turn.wishes.contact.way) or q.CONTACT.id in turn.reading.found
    place = whose_place(told, today=turn.facts.local_now.date()) if told.flow else told.value(PLACE)
    is_home = is_at_home(told) or place == HELD
    fits = {
        "held": place == HELD,
        "phone": worry == "delete" and _is_kept(turn) and asks_to_clear_a_phone(turn.text),
        "unread": not told.value("ticket"),
        "check": told.flow == "check",
        "official": "official_involved" in signs or accuses_an_official(turn.text),
        "abroad": is_victim(told) and "abroad" in signs and signs.isdisjoint(_LEAVING) and not is_home,
        "no_contact": not wishes and (told.value(q.CONTACT.id) == "no" or (ticket and not ticket.may_contact)),
        "wages": "unpaid" in signs and "fee_paid" not in signs,
        "sea": place == "sea" or says_aboard(turn.text) or asked_at_sea(told) != "",
        "gone": not is_home and _is_gone(signs, told.flow, place),
        "home": is_home,
        "leaving": not signs.isdisjoint(_LEAVING) and not is_victim(told) and told.flow != "check",
        "self": is_victim(told),
    }
    return next((f"_{kind}" for kind, is_so in fits.items() if is_so and has(f"worry_{worry}_{kind}")), "")


def _is_kept(turn: Turning) -> bool:
    """Say whether officers have, or will have, what was told: else there is no more to delete than this chat."""
    return turn.conversation.flow == "report" or turn.facts.open_ticket is not None


def _is_gone(signs: set[str], flow: str, place: str) -> bool:
    """Say whether they are abroad already, as far as it was told."""
    return place.endswith("abroad") or ("abroad" in signs and signs.isdisjoint(_LEAVING) and flow != "check")


def _leave_out_days(turn: Turning, worry: str) -> None:
    """Take no day for the victim's departure that is of a journey asked about: "mau menyusul besok, boleh?"."""
    of_another = _OF_A_JOURNEY if worry == "follow" else _OF_A_JOURNEY - {q.DESTINATION.id}
    is_known = turn.conversation.knows(q.DEPARTURE.id) or not turn.conversation.flow
    if worry in _OF_OTHERS or (worry in _OF_NO_OTHER_DAY and is_known):
        turn.forget(of_another)
