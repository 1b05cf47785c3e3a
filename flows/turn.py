"""One turn: a message and what is known go in; the new conversation, replies and events come out. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from flows import questions as q
from flows import services
from flows.answering import (
    answer_with_card,
    answer_with_place,
    answer_with_sound,
    answer_with_words,
    is_voice,
    keep_files,
    volunteer,
)
from flows.ask import Ask, NotYetAnswered
from flows.choices import Choice, Fit, choose
from flows.commands import Command, command_in
from flows.conversation import Answer, Conversation, Origin, Shown
from flows.correcting import corrections, put_right
from flows.danger import call_officer, raise_alarm
from flows.draft import draft_of, summary_lines
from flows.endings import end
from flows.events import Event, Filed, Updated
from flows.facts import Facts
from flows.hearing import language_of, read, tells_something
from flows.labels import Intent, Urgency
from flows.question import Question
from flows.reply import Reply
from flows.report import report
from flows.resting import start
from flows.said import Kind, Said
from flows.showing import greeting, option_title, question_reply
from flows.side import SIDE_QUESTIONS, file_half_told, settle
from flows.steering import steer
from flows.texts import say
from flows.turning import Turning

FLOWS: Mapping[str, Callable[[Ask], str]] = {
    "menu": services.menu,
    "report": report,
    "check": services.check,
    "status": services.status,
    "human": services.human,
    "learn": services.learn,
}
_TIMES = frozenset({q.CONTACT_WHEN, q.DEPARTURE})  # "malam" answers these, elsewhere it greets
_MOST_FLOWS = 8  # a message never starts more flows than this one after the other


@dataclass(frozen=True, slots=True)
class Turn:
    """What a message brought about."""

    conversation: Conversation
    replies: tuple[Reply, ...] = ()
    events: tuple[Event, ...] = ()


def take_turn(conversation: Conversation, said: Said, facts: Facts) -> Turn:
    """Let a citizen's message move the conversation on.

    Args:
        conversation: The state before, as `flows.conversation.load` gives it.
        said: The message, its text cleaned.
        facts: Clock, fresh codes and the citizen's tickets.
    """
    turn = Turning(conversation, said, facts)
    turn.reading = read(turn)
    turn.conversation = replace(conversation, language=language_of(turn))
    if turn.reading.is_emergency:
        raise_alarm(turn)
    if _hear(turn, conversation):
        _run(turn)
    turn.reply_prefaces()
    _settle_ticket(turn, conversation)
    return Turn(turn.conversation, tuple(turn.replies), tuple(turn.events))


def fall_silent(conversation: Conversation, facts: Facts) -> Turn:
    """Let a citizen's silence end a half-told report: it becomes a ticket marked incomplete, and nothing is said."""
    turn = Turning(conversation, Said(), facts)
    file_half_told(turn)
    if turn.events:
        turn.answer({"ticket": Answer(facts.code, Origin.READ)})
    return Turn(turn.conversation, (), tuple(turn.events))


def _hear(turn: Turning, before: Conversation) -> bool:
    """Take in the message; say whether a flow should run now."""
    if before.flow != "report" and turn.conversation.flow == "report":
        # danger was read outside a report: the message is the beginning of one
        turn.add_to_story(turn.text)
        volunteer(turn)
        return True
    if turn.reading.is_emergency and not turn.conversation.flow:
        return False
    shown = turn.conversation.shown
    question = q.QUESTIONS.get(shown.prompt) if shown else None
    side = shown.prompt if shown and shown.prompt in SIDE_QUESTIONS else ""
    if not turn.conversation.flow and not side:
        return start(turn)
    if turn.said.kind is Kind.START:
        return steer(turn, Command.RESTART, question)
    return _answer(turn, question or q.WHAT, side)


def _answer(turn: Turning, question: Question, side: str) -> bool:
    choice = _choice(turn, question)
    if choice.fit is Fit.CHOSEN:
        return settle(turn, side, choice.id) if side else _choose(turn, question, choice.id)
    if side:
        turn.show_nothing()
        return True if turn.conversation.flow else start(turn)
    if turn.said.kind is Kind.CHOICE:
        turn.tell("stale")
        return True
    command = command_in(turn.text)
    if command:
        return steer(turn, command, question)
    return _take_content(turn, question, choice)


def _choice(turn: Turning, question: Question) -> Choice:
    shown = turn.conversation.shown
    options = shown.options if shown else ()
    if turn.said.kind is Kind.CHOICE:
        prompt, _, picked = turn.said.token.partition(":")
        return Choice(Fit.CHOSEN, picked) if prompt == question.id and picked in options else Choice(Fit.NONE)
    titles = [option_title(question.id, option, turn.conversation.language) for option in options]
    return choose(turn.text, question, options, titles) if turn.text else Choice(Fit.NONE)


def _choose(turn: Turning, question: Question, choice: str) -> bool:
    if question is q.FIX:
        line = q.QUESTIONS[choice]
        turn.conversation = turn.conversation.without({line.id, *line.fits, q.FIX.id, q.SUMMARY.id})
        return True
    if question is q.EVIDENCE and not turn.conversation.value("files"):
        turn.answer({question.id: Answer(origin=Origin.SKIPPED)})
        return True
    turn.answer({question.id: Answer(choice, Origin.ASKED)})
    if question is q.SAFE and choice == "danger":
        turn.answer({"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)})
        turn.tell("danger.first")
        call_officer(turn, is_danger=True)
    return True


def _take_content(turn: Turning, question: Question, choice: Choice) -> bool:
    if turn.conversation.flow == "report":
        turn.note_reading()
    changes = corrections(turn)
    if changes:
        put_right(turn, changes)
        volunteer(turn)
        return True
    if turn.said.kind is Kind.EDIT:
        turn.add_to_story(turn.text)
        turn.tell("kept.edit")
        return True
    answered = _answered(turn, question)
    if answered or turn.prefaces:
        return True
    if choice.fit is Fit.GUESSED:
        turn.answer({"menu_guess": Answer(choice.id, Origin.READ)})
        return True
    if turn.conversation.flow == "menu" and turn.said.kind is not Kind.STICKER and tells_something(turn.said):
        return _leave_menu(turn)
    return _miss(turn, question, choice)


def _answered(turn: Turning, question: Question) -> bool:
    said = turn.said
    kept = keep_files(turn)
    if is_voice(said):
        return answer_with_sound(turn, question)
    if said.location:
        return answer_with_place(turn, question, said.location)
    if said.contact:
        return answer_with_card(turn, question)
    if said.text and turn.conversation.flow != "menu":
        if turn.reading.intent is Intent.ABUSE and not turn.reading.found:
            turn.tell("abuse")
            return False
        if turn.reading.intent is Intent.GREETING and question not in _TIMES and not turn.reading.found:
            turn.tell("rest.here")
            return False
        return answer_with_words(turn, question)
    if kept and question is q.CHECK_NAME:
        turn.answer({question.id: Answer(say("value.poster", turn.conversation.language), Origin.ASKED)})
        return True
    return False


def _leave_menu(turn: Turning) -> bool:
    """Let words typed at the menu start what they ask for; words that ask for nothing count as a miss."""
    shown = turn.conversation.shown
    misses = shown.misses if shown else 0
    turn.conversation = turn.conversation.at_rest()
    going = start(turn)
    if turn.conversation.flow == "menu" and turn.prefaces:
        turn.prefaces.clear()
        turn.conversation = replace(turn.conversation, shown=Shown(q.MENU.id, q.MENU.choices, misses))
        return _miss(turn, q.MENU, Choice(Fit.NONE))
    return going


def _miss(turn: Turning, question: Question, choice: Choice) -> bool:
    misses = turn.count_miss()
    if choice.fit is Fit.OUT_OF_RANGE:
        shown = turn.conversation.shown
        turn.tell("miss.out_of_range", most=len(shown.options) if shown else 0)
    elif misses <= 1:
        turn.tell("miss.first_choice" if question.choices else "miss.first")
    elif misses == 2 or question.binding or turn.conversation.flow == "menu":
        turn.tell("miss.second")
    else:
        turn.tell("miss.third")
        turn.answer({question.id: Answer(origin=Origin.UNKNOWN, words=turn.text[:60])})
    return True


def _run(turn: Turning) -> None:
    for _ in range(_MOST_FLOWS):
        flow = FLOWS[turn.conversation.flow]
        try:
            how = flow(Ask(turn.conversation, turn.facts))
        except NotYetAnswered as missing:
            _show(turn, missing)
            return
        if not end(turn, how):
            return


def _show(turn: Turning, missing: NotYetAnswered) -> None:
    question, language = missing.question, turn.conversation.language
    before = turn.conversation.shown
    misses = before.misses if before and before.prompt == question.id else 0
    if question is q.MENU and not turn.prefaces and misses == 0:
        reply = greeting(language)
    else:
        reply = question_reply(question, missing.choices, language, variant=missing.variant, values=missing.values)
    if question is q.SUMMARY:
        reply = replace(reply, text=f"{_summary(turn)}\n\n{reply.text}")
    if question is q.EVIDENCE and turn.conversation.value("files"):
        reply = replace(reply, text=say("ask.evidence_more", language))
    turn.conversation = replace(turn.conversation, shown=Shown(question.id, missing.choices, misses))
    turn.reply(reply)


def _summary(turn: Turning) -> str:
    language = turn.conversation.language
    lines = [say("summary.head", language)]
    for question_id, answer in summary_lines(turn.conversation):
        question = q.QUESTIONS[question_id]
        value = answer.value.replace("\n", " ")
        told = option_title(question_id, value, language) if value in question.choices else value
        lines.append(f"{say(f'line.{question_id}', language)}: {told[:160]}")
    return "\n".join(lines)


def _settle_ticket(turn: Turning, before: Conversation) -> None:
    """Let the ticket of a running report hold all that this turn told."""
    code = turn.conversation.value("ticket")
    if not code or turn.conversation.flow != "report":
        return
    draft = draft_of(turn.conversation, turn.facts)
    for place, event in enumerate(turn.events):
        if isinstance(event, Filed) and event.code == code:
            turn.events[place] = replace(event, draft=draft)
            return
    if turn.conversation.answers != before.answers:
        turn.events.append(Updated(code, draft))
