"""What a message puts right: a line of the summary, what was told before, or whatever is to be changed."""

from flows import questions as q
from flows.acknowledging import acknowledge
from flows.correcting import Correction, corrections, differing, edits, put_right
from flows.noting import tell_noted
from flows.picking import fix_named_line
from flows.question import Question
from flows.said import Kind
from flows.stops_put_right import let_go_of_a_stop
from flows.turning import Turning
from flows.volunteering import volunteer

_A_SENTENCE = 4  # words


def puts_right(turn: Turning, question: Question) -> bool:
    """Take what a message puts right; say whether it did."""
    if question in {q.SUMMARY, q.FIX} and fix_named_line(turn, is_asked=question is q.FIX):
        return True
    let_go_of_a_stop(turn)
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
