"""What a message does: it answers, steers, tells, or starts something; in this order."""

from dataclasses import replace

from flows import questions as q
from flows.answering import answer, volunteer
from flows.calming import calm
from flows.choices import Fit
from flows.commands import Command
from flows.conversation import Answer, Conversation, Origin, Shown
from flows.correcting import corrections, put_right
from flows.hearing import says_little, tells_something
from flows.missing import miss
from flows.noting import tell_noted
from flows.picking import pick
from flows.question import Question
from flows.resting import start
from flows.running import pending
from flows.said import Kind
from flows.sending import keep_files
from flows.side import SIDE_QUESTIONS, settle
from flows.steering import steer
from flows.turning import Turning


def attend(turn: Turning, before: Conversation) -> bool:
    """Take in the message; say whether a flow should run now."""
    if before.flow != "report" and turn.conversation.flow == "report":
        _begin_with_danger(turn)
        return True
    if turn.reading.is_emergency and before.flow != "report":
        return _go_on_beside_alarm(turn)
    shown = turn.conversation.shown
    side = shown.prompt if shown and shown.prompt in SIDE_QUESTIONS else ""
    if not turn.conversation.flow and not side:
        return start(turn)
    if turn.said.kind is Kind.START:
        return steer(turn, Command.RESTART, None)
    _welcome_back(turn)
    if side:
        return _answer_beside(turn, side)
    return _answer(turn, _asked(turn))


def _begin_with_danger(turn: Turning) -> None:
    # danger was read outside a report: the message is the beginning of one
    if says_little(turn):
        turn.keep_in_mind(turn.text)
    else:
        turn.add_to_story(turn.text)
    tell_noted(turn, volunteer(turn))
    keep_files(turn)


def _go_on_beside_alarm(turn: Turning) -> bool:
    # the alarm and the words went to the ticket of this chat
    if turn.conversation.flow == "check":
        return True
    turn.reply_prefaces()
    turn.conversation = turn.conversation.at_rest()
    return False


def _welcome_back(turn: Turning) -> None:
    if turn.conversation.value("silent"):
        turn.conversation = turn.conversation.without({"silent"})
        turn.tell("back.after_silence")


def _asked(turn: Turning) -> Question:
    """Give the question that the message may answer: the one last shown, else the one that is due."""
    shown = turn.conversation.shown
    if shown and shown.prompt in q.QUESTIONS:
        return q.QUESTIONS[shown.prompt]
    due = pending(turn)
    return due.question if due else q.WHAT


def _answer_beside(turn: Turning, side: str) -> bool:
    if turn.choice.fit is Fit.CHOSEN:
        return settle(turn, side, turn.choice.id)
    turn.show_nothing()
    return _answer(turn, _asked(turn)) if turn.conversation.flow else start(turn)


def _answer(turn: Turning, question: Question) -> bool:
    if turn.choice.fit is Fit.CHOSEN and turn.conversation.shown:
        return pick(turn, question, turn.choice.id)
    if turn.said.kind is Kind.CHOICE:
        turn.tell("stale")
        return True
    if turn.command:
        return steer(turn, turn.command, question)
    calmed = calm(turn)
    if calmed is not None:
        return calmed
    return _take_content(turn, question)


def _take_content(turn: Turning, question: Question) -> bool:
    if turn.conversation.flow == "report":
        turn.note_reading()
    changes = corrections(turn)
    if changes:
        put_right(turn, changes)
        volunteer(turn)
        return True
    if turn.conversation.flow == "menu":
        return _leave_menu(turn)
    if answer(turn, question) or turn.prefaces:
        return True
    return miss(turn, question)


def _leave_menu(turn: Turning) -> bool:
    """Let what is sent at the menu start what it asks for; what asks for nothing counts as a miss."""
    if turn.choice.fit is Fit.GUESSED:
        turn.answer({"menu_guess": Answer(turn.choice.id, Origin.READ)})
        return True
    shown = turn.conversation.shown
    misses = shown.misses if shown else 0
    turn.conversation = replace(turn.conversation, flow="", shown=None)
    going = start(turn)
    if turn.conversation.flow == "menu":
        turn.conversation = replace(turn.conversation, shown=Shown(q.MENU.id, q.MENU.choices, misses))
        if not turn.said.attachments and (misses or not tells_something(turn.said)):
            turn.prefaces.clear()
            return miss(turn, q.MENU)
        turn.count_miss()
    return going
