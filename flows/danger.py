"""Danger: what happens at once, in whatever flow and before any question, when a message tells of it."""

from flows import questions as q
from flows.adding import add_beside_alarm
from flows.advised import DESPAIR, advise_again, advise_first, comfort_in_despair, whose_place
from flows.at_home import is_abroad, is_still_to_leave
from flows.at_sea import says_aboard
from flows.check_endings import told_in
from flows.conversation import Answer, Conversation, Origin
from flows.draft import draft_of
from flows.events import Filed, OfficerCalled
from flows.folding import fold
from flows.held import is_held, tells_of_a_move
from flows.labels import Urgency
from flows.report import is_victim
from flows.strangers import PRESS, STRANGER
from flows.ticket import TicketKind
from flows.turning import Turning, signs_of
from flows.word_tables import contact_words

_NEAR = 4  # words between who tells and that they told
_TELLING = frozenset(fold("bilang blg kata cerita ngabarin kabarin ngasih said told says"))
_TELLERS = frozenset(fold("teman temen tmn tmen temennya temannya kawan tetangga keluarganya sepupu saudaranya friend"))
_LEAVING = frozenset({
    *("departing_soon", "departing_later", "abroad", "fee_paid", "deceived", "illegal_route", "fake_docs", "alarming"),
    *("multiple_victims", "anonymous", "passport_held"),
})  # fmt: skip
"""Signs of who is about to go of their own will: nothing hurts or holds them yet."""
_OTHERS = frozenset(fold("dia die mereka korban anaknya orangnya she he they her him"))


def raise_alarm(turn: Turning) -> None:
    """File an early ticket and call an officer; where both were done before, call again only for new danger."""
    open_ticket = turn.facts.open_ticket
    if turn.conversation.flow != "report" and open_ticket and not turn.call:
        add_beside_alarm(turn, open_ticket)
        turn.events.append(OfficerCalled(open_ticket.code, is_danger=True))
        return
    is_told_by_press = turn.conversation.value(STRANGER) == PRESS
    if turn.conversation.flow != "report":
        turn.begin("report", told_in(turn.conversation) if turn.conversation.flow == "check" else None)
    before = Urgency(turn.conversation.value("urgency") or Urgency.NORMAL)
    known = len(signs_of(turn.conversation))
    turn.note_reading()
    turn.answer({"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)})
    if before is not Urgency.EMERGENCY:
        advise_first(turn, _what_to_do(turn, is_own=not is_told_by_press))
        call_officer(turn, is_danger=True)
        return
    is_moved = is_held(turn.conversation) and tells_of_a_move(turn.text)
    is_new = is_moved or len(signs_of(turn.conversation)) > known
    despairs = comfort_in_despair(turn)
    if is_moved:
        turn.tell("danger.moved")
    elif not despairs:
        advise_again(turn, _place_now(turn), is_new=is_new)
    if is_new or despairs:
        call_officer(turn, is_danger=True)


def _what_to_do(turn: Turning, *, is_own: bool = True) -> str:
    """Name the first words for this danger: they differ with who is in it and where."""
    signs = {name for name, _ in signs_of(turn.conversation)}
    found = turn.reading.found
    named = found["victim"].value if "victim" in found else turn.conversation.value("victim")
    is_own = is_own and (named in {"", "self"} or is_victim(turn.conversation))
    is_own = is_own and not _is_told_by_another(turn.text)
    if is_own and "suicide_risk" in signs and "low_battery" not in signs:
        return DESPAIR  # "istri gw mau mati di sono" is no despair of the writer's
    told, today = _with_the_day(turn), turn.facts.local_now.date()
    if is_abroad(told, _place_now(turn), today=today):
        return "abroad" if is_own else "other_abroad"
    is_of_oneself = named == "self" or is_victim(turn.conversation) or _tells_of_oneself(turn.text)
    if is_own and is_of_oneself and _LEAVING.issuperset(signs) and is_still_to_leave(told, today):
        return "self_leaving"
    if is_own:
        # with the fragments before it: "sy di kapal", then "ikan. mau plg tdk blh"
        return "self_sea" if says_aboard(f"{turn.conversation.value('heard')}\n{turn.text}") else "self"
    if whose_place(told, _place_now(turn), today=today) == "sea":
        return "other_sea"
    return "other_official" if "official_involved" in signs else "other"


def _tells_of_oneself(text: str) -> bool:
    """Read "sy besok pagi terbang dari bandara bima", not "dia berangkat malam ini"."""
    words = fold(text[:200])
    return not contact_words().selves.isdisjoint(words) and _OTHERS.isdisjoint(words)


def _with_the_day(turn: Turning) -> Conversation:
    """Give the conversation with the day of leaving that this message tells, which is noted later."""
    day = turn.reading.found.get(q.DEPARTURE.id)
    return (
        turn.conversation.with_answers({q.DEPARTURE.id: Answer(day.value, Origin.READ)}) if day else turn.conversation
    )


def _is_told_by_another(text: str) -> bool:
    """Read "tmn dr masbagik bilang agus skrg disekap", of who writes from home and says nothing of themselves."""
    words = fold(text[:200])
    tells = any(
        word in _TELLING and not _TELLERS.isdisjoint(words[max(0, at - _NEAR) : at + 2])
        for at, word in enumerate(words)
    )
    return tells and contact_words().selves.isdisjoint(words)


def _place_now(turn: Turning) -> str:
    """Give where they are by this message, "" where it does not say."""
    found = turn.reading.found.get(q.VICTIM_NOW.id)
    return found.value if found else ""


def call_officer(turn: Turning, *, is_danger: bool) -> None:
    """Make sure that a ticket exists for what is told here, and that somebody on duty is called to it."""
    code = turn.conversation.value("ticket")
    if not code:
        code = turn.facts.code
        draft = draft_of(turn.conversation, turn.facts)
        turn.events.append(Filed(TicketKind.REPORT, code, "", draft, is_incomplete=True))
        turn.answer({"ticket": Answer(code, Origin.READ)})
    turn.events.append(OfficerCalled(code, is_danger=is_danger))
