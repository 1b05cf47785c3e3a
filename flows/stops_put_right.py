"""A place that was taken for the goal and was only a stop: "benoa cuma mampir pak bukan tujuan"."""

import itertools

from flows import questions as q
from flows.clauses import clauses_of
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.phrases import Words
from flows.turning import Turning

_TRANSIT, _PORT = "transit", "port"
_STOPPING = frozenset(fold("mampir singgah transit numpang a passing stop stopover layover"))
_ONLY = frozenset(fold("cuma cuman hanya sekedar sekadar only just"))
_AND_NO_MORE = frozenset(fold("doang saja aja"))
_GOALS = frozenset(fold("tujuan tujuannya tujuanya tujuan2nya destination"))
_NOT = frozenset(fold("bukan bkn not"))
_OF_A_PLACE = 3  # letters; a shorter word of a place may be any word


def let_go_of_a_stop(turn: Turning) -> None:
    """Take the goal told before for a stop on the way where a message says so; where it goes is open again."""
    told = turn.conversation
    goal = told.answers.get(q.DESTINATION.id)
    if goal is None or not goal.is_known or not _is_only_a_stop(turn.text, goal):
        return
    name = goal.value.partition(",")[0]
    way = told.value(_TRANSIT)
    stops = way if name.casefold() in way.casefold() else "; ".join(filter(None, (way, goal.value)))
    gone = {q.DESTINATION.id} | ({_PORT} if name.casefold() in told.value(_PORT).casefold() else set())
    turn.conversation = told.without(gone)
    turn.answer({_TRANSIT: Answer(stops, Origin.CORRECTED, turn.text[:200], way)})


def _is_only_a_stop(text: str, goal: Answer) -> bool:
    """Say whether a clause names the goal and says that it is none, or that they only stop there."""
    named = {word for word in (*fold(goal.words), *fold(goal.value.partition(",")[0])) if len(word) > _OF_A_PLACE}
    return any(_denies(clause.words) for clause in clauses_of(text) if not named.isdisjoint(clause.words))


def _denies(words: Words) -> bool:
    pairs = tuple(itertools.pairwise(words))
    stops = any((one in _ONLY and two in _STOPPING) or (one in _STOPPING and two in _AND_NO_MORE) for one, two in pairs)
    no_goal = any(word in _NOT and not _GOALS.isdisjoint(words[at + 1 : at + 2]) for at, word in enumerate(words))
    return stops or (no_goal and words[0] not in _GOALS)
