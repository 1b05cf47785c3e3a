"""The summary before a report is sent: whole the first time, and after a change only what reads otherwise now."""

from zlib import crc32

from flows import questions as q
from flows.account_holders import ACCOUNT_HOLDER
from flows.commands import Command
from flows.conversation import Answer, Origin
from flows.draft import summary_lines
from flows.others_numbers import owner_of
from flows.report import SUMMED, WAITED, is_read_already
from flows.texts import say
from flows.turning import Turning
from flows.victim_lines import OTHER_VICTIM, WRITER_TOO
from flows.wording import age_told, in_words

_MOST_CHANGED = 3  # lines; where more read otherwise the whole is easier to follow


def summary(turn: Turning, asked: str) -> str:
    """Give the summary and what is asked of it, and keep in mind how it read.

    `asked` ("Is this right?") stands below the first and the whole one; what is told after it ends with how to send.
    """
    lines = _lines(turn)
    before = dict(part.split("=") for part in turn.conversation.value(SUMMED).split())
    now = {line_id: f"{crc32(text.encode()):x}" for line_id, text in lines.items()}
    turn.answer({SUMMED: Answer(" ".join(f"{line_id}={sign}" for line_id, sign in now.items()), Origin.READ)})
    changed = {key: text for key, text in lines.items() if before.get(key) != now[key] and not _only_grew(key, before)}
    changed |= {key: _left_out(turn, key) for key in before if key not in now}
    language = turn.conversation.language
    is_long = not before or len(changed) > _MOST_CHANGED
    if is_long and is_read_already(turn.conversation) and turn.command is not Command.REPEAT:
        return say("summary.hidden", language)
    if is_long:
        return "\n".join([say("summary.head", language), *lines.values(), "", asked])
    if not changed:
        return what_waits(turn)
    turn.conversation = turn.conversation.without({WAITED})
    return "\n".join([say("summary.changed", language), *changed.values(), "", say("summary.if_right", language)])


def notes(turn: Turning) -> str:
    """Give what is noted so far for whoever asks to see it, "" where nothing is."""
    lines = _lines(turn)
    return "\n".join([say("summary.head", turn.conversation.language), *lines.values()]) if lines else ""


def what_waits(turn: Turning) -> str:
    """Say how to send; and that officers read it already, where it is so and was not said just now."""
    if turn.conversation.knows(WAITED):
        return say("summary.waits_short", turn.conversation.language)
    turn.answer({WAITED: Answer("yes", Origin.READ)})
    is_said = bool(turn.prefaces) and (turn.reading.is_emergency or turn.worry == "sent")
    told = turn.conversation
    is_read = bool(told.value("ticket")) and not is_said and told.value(q.WHAT.id).endswith(turn.text.strip())
    return say("summary.waits_read" if is_read else "summary.waits", turn.conversation.language)


def _only_grew(line_id: str, before: dict[str, str]) -> bool:
    """Say whether a line is the story, to which every message adds."""
    return line_id == q.WHAT.id and line_id in before


def _lines(turn: Turning) -> dict[str, str]:
    language, lines = turn.conversation.language, {}
    for question_id, answer in summary_lines(turn.conversation):
        told = in_words(question_id, answer, language)
        if question_id == q.VICTIM.id:
            age = turn.conversation.value("victim_age")
            in_years = age_told(age, language)
            if age and told == age:
                told = in_years  # nothing else was told of them
            elif age and age not in told:
                told = f"{told}, {in_years}"
            told += _second(turn)
        if question_id == "account" and turn.conversation.knows(ACCOUNT_HOLDER):
            told = say("value.held_by", language, account=told, name=turn.conversation.value(ACCOUNT_HOLDER))
        whose = owner_of(answer.value, turn.conversation) if question_id == q.CONTACT_PHONE.id else ""
        label = say("line.contact_through" if whose else f"line.{question_id}", language)
        lines[question_id] = f"{label}: {told} ({whose})" if whose else f"{label}: {told}"
    return lines


def _second(turn: Turning) -> str:
    """Give the second of two victims of whom one writes."""
    told, language = turn.conversation, turn.conversation.language
    if told.value(q.VICTIM.id) == "self":
        return say("value.and_another", language, who=told.value(OTHER_VICTIM)) if told.knows(OTHER_VICTIM) else ""
    age = told.value(WRITER_TOO).partition(", ")[2].partition(" ")[0]
    if not told.knows(WRITER_TOO):
        return ""
    return say("value.and_you", language) + (f", {age_told(age, language)}" if age else "")


def _left_out(turn: Turning, question_id: str) -> str:
    language = turn.conversation.language
    return f"{say(f'line.{question_id}', language)}: {say('value.left_out', language)}"
