"""What a message puts right: a line of the summary, what was told before, or whatever is to be changed."""

from dataclasses import replace

from flows import questions as q
from flows.acknowledging import acknowledge
from flows.correcting import Correction, corrections, differing, edits, put_right
from flows.correction_cues import CUES, parts
from flows.folding import fold
from flows.listed_right import Item, items_in, set_back
from flows.noting import tell_noted
from flows.picking import fix_named_line
from flows.question import Question
from flows.report import SUMMED
from flows.said import Kind
from flows.stops_put_right import let_go_of_a_stop
from flows.texts import has, say
from flows.turning import Turning
from flows.volunteering import volunteer
from flows.wording import in_words

_A_SENTENCE = 4  # words
_FIGURES = ("victim_count", "victim_age")


def puts_right(turn: Turning, question: Question) -> bool:
    """Take what a message puts right; say whether it did."""
    if question in {q.SUMMARY, q.FIX} and fix_named_line(turn, is_asked=question is q.FIX):
        return True
    let_go_of_a_stop(turn)
    is_listed = turn.said.kind is Kind.TEXT and question is not q.FIX and _may_be_listed(turn)
    if is_listed and _puts_right_each(turn, items_in(turn)):
        return True
    if _is_right_already(turn):
        return True
    changes = edits(turn) if turn.said.kind is Kind.EDIT else corrections(turn)
    if question is q.FIX and turn.text:
        _change_in_words(turn, changes or differing(turn))
        return True
    if not changes or _is_told_anew(turn, question, changes):
        return False
    put_right(turn, changes)
    turn.forget({change.question_id for change in changes if not change.new})  # "perekrutnya bukan H Saleh" names him
    now = turn.reading.found.get(question.id)
    # "bukan Malaysia tapi Brunei" does not tell where somebody is now
    told = {value for change in changes for value in (change.new, change.old)}
    volunteer(turn, but=question.id if now and now.value in told else "")
    keep_a_sentence(turn)
    return True


def _may_be_listed(turn: Turning) -> bool:
    """Tell "ralat, ..." and what is said to the summary from a story in which some "bukan" stands."""
    return turn.conversation.knows(SUMMED) or not CUES.isdisjoint(fold(turn.text[:200]))


def _puts_right_each(turn: Turning, items: list[Item]) -> bool:
    """Take several lines put right in one message, each by itself; say whether any was, or is to stay as it was."""
    before, said = turn.conversation, len(turn.prefaces)
    for item in items:
        text = item.written if item.stays else f"ralat {item.written}"
        alone = Turning(turn.conversation, replace(turn.said, text=text), turn.facts, wishes=turn.wishes)
        alone.reading = turn.reading._replace(found=item.found)
        if item.stays:
            _let_stay(alone, item)
        else:
            changes = corrections(alone)
            put_right(alone, changes)
            alone.forget({change.question_id for change in changes})
            tell_noted(alone, volunteer(alone))
        turn.conversation, turn.prefaces = alone.conversation, [*turn.prefaces, *alone.prefaces]
    if turn.conversation.answers == before.answers and len(turn.prefaces) == said:
        return False
    turn.prefaces[said:] = dict.fromkeys(turn.prefaces[said:])
    keep_a_sentence(turn)
    return True


def _is_right_already(turn: Turning) -> bool:
    """Answer "bukan 7, jadi 8" where eight stands already; say whether it does."""
    _, right, wrong = parts(turn.text)
    if not (right.isdecimal() and wrong.isdecimal()):
        return False
    key = next((key for key in _FIGURES if turn.conversation.value(key) == right), "")
    if not key or any(turn.conversation.value(other) == wrong for other in _FIGURES):
        return False
    _tell_it_stays(turn, key)
    return True


def _tell_it_stays(turn: Turning, key: str) -> None:
    language = turn.conversation.language
    told = in_words(key, turn.conversation.answers[key], language)
    turn.tell("stays", label=say(f"line.{key}", language), value=told)


def _let_stay(turn: Turning, item: Item) -> None:
    """Say of a line that it stays, or set it back to what it was before."""
    for key, value in set_back(turn.conversation, item).items():
        now = turn.conversation.value(key)
        if value.casefold() != now.casefold():
            put_right(turn, [Correction(key, now, value)])
        elif has(f"line.{key}"):
            _tell_it_stays(turn, key)


def _is_told_anew(turn: Turning, question: Question, changes: list[Correction]) -> bool:
    """Say whether a line picked to be changed is told now; a number of people put right in it holds at once."""
    if not turn.is_reopened(question.id, *question.fits):
        return False
    put_right(turn, [change for change in changes if change.question_id == "victim_count"])
    return True


def _change_in_words(turn: Turning, changes: list[Correction]) -> None:
    """Take what is written instead of naming the line that is to be changed; the summary is shown again."""
    put_right(turn, changes)
    tell_noted(turn, volunteer(turn))
    keep_a_sentence(turn)
    acknowledge(turn)
    turn.conversation = turn.conversation.without({q.FIX.id, q.SUMMARY.id})


def keep_a_sentence(turn: Turning) -> None:
    """Keep a whole sentence with the story beside what was taken out of it: it may tell more than was understood."""
    if turn.conversation.flow == "report" and len(turn.text.split()) >= _A_SENTENCE:
        turn.add_to_story(turn.text)
