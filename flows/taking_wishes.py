"""A wish of the writer's told beside what was asked: taken, and the question waits or is left open."""

from flows import questions as q
from flows.clauses import clauses_of
from flows.cover_told import cover_in, rests_on
from flows.folding import fold
from flows.leaving_open import leave_open_if_again
from flows.noting import tell_noted
from flows.phrases import without_fillers
from flows.question import Question
from flows.turning import Turning
from flows.volunteering import volunteer

_WITH_CONTACT = frozenset({q.CONTACT, q.CONTACT_PHONE, q.CONTACT_WHEN})
_WITH_A_NAME = frozenset({q.ANONYMOUS, q.REPORTER_NAME})
_OF_PERSONS = ("victim", "victim_relation", "victim_name", "victim_sex", "recruiter", "reporter_name", "company")
_BECAUSE = frozenset((word,) for word in fold("karena krn soalnya nanti nti takut biar supaya because so"))
_A_TELLING = 8  # words; so long a message tells more than its wish


def wishes_beside(turn: Turning, question: Question) -> bool:
    """Say whether the message wishes something about its writer that was not what was asked."""
    wishes = turn.wishes
    way = wishes.contact.way
    of_contact = bool(way) and (question not in _WITH_CONTACT or _is_another(turn, question, way))
    of_contact = of_contact or (question is not q.CONTACT_WORDING and cover_in(turn.text) != "")
    of_contact = of_contact or (question is not q.CONTACT_WHEN and _only_limits(turn))
    return of_contact or (bool(wishes.name) and question not in _WITH_A_NAME)


def _only_limits(turn: Turning) -> bool:
    """Read "jgn malam ini ya, jgn ke rumah" and "hp anak sy jgn ditelp, dipegang mandor", of no question."""
    wish = turn.wishes.contact
    told = "; ".join(filter(None, (wish.when, wish.spared, wish.silence)))
    if not told or wish.way or turn.said.attachments:
        return False
    known = fold(told)
    clauses = [clause for clause in clauses_of(turn.text) if without_fillers(clause.words)]
    return all(
        clause.words[:1] in _BECAUSE or not set(without_fillers(clause.words)) - set(known) for clause in clauses
    )


def _is_another(turn: Turning, question: Question, way: str) -> bool:
    """Read "jgn telp deh, chat aja" where the number or the hours of a call were asked."""
    told = turn.conversation.value(q.CONTACT.id)
    return question is not q.CONTACT and way in {"chat", "phone"} and told in {"chat", "phone"} and way != told


def take_wishes(turn: Turning, question: Question) -> bool:
    """Take how the writer wants to be reached or named, and whatever else is told with it."""
    if cover := cover_in(turn.text):
        found = turn.reading.found
        turn.forget([key for key in _OF_PERSONS if key in found and rests_on(found[key].words, cover)])
    new = volunteer(turn)
    if turn.conversation.flow == "report" and len(turn.text.split()) >= _A_TELLING:
        turn.add_to_story(turn.text)
    tell_noted(turn, new)
    if not turn.prefaces:
        turn.tell("noted")
    leave_open_if_again(turn, question)
    return True
