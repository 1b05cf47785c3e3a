"""Somebody or a name taken back: "ponakan sy ga usah dicatat dulu", "jgn simpen nama aku td yg Intan"."""

import re
from collections.abc import Mapping

from flows import questions as q
from flows.clauses import Clause, clauses_of
from flows.confiding import kin_of
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.phrases import Words
from flows.turning import Turning
from flows.understanding.everyday import is_everyday
from flows.volunteering import volunteer
from flows.word_tables import contact_words

WITHHELD = "withheld"
"""The key of whom the writer does not want noted; whatever else was told of them stays in the talk alone."""
NAME_TAKEN_BACK = "name_taken_back"
"""The key that says that the writer's own name is to stand nowhere, the story included."""
_LONGEST = 200  # characters
_BLOT = "..."
_NEAR = 3  # words
_NOT_TO = frozenset(fold("jangan tidak gausah gaperlu tanpa hapus cabut batal dont not remove delete"))
_NEEDLESS = frozenset(fold("usah perlu jadi"))
_NOTED = frozenset(
    fold(
        "dicatat dicatet catat dimasukin dimasukkan masukin dilaporin dilaporkan ditulis disebut diikutin diikutkan"
        " simpan simpen disimpan disimpen hapus dihapus cabut write note record"
    )
)
_NAMES = frozenset(fold("nama namaku namanya name"))


def take_back(turn: Turning) -> bool:
    """Take out of the story whom or which name the writer takes back; say whether the message did that."""
    if turn.conversation.flow != "report" or len(turn.text) > _LONGEST:
        return False
    clauses = clauses_of(turn.text)
    at = next((at for at, clause in enumerate(clauses) if not clause.asks and _refuses_to_note(clause.words)), None)
    if at is None:
        return False
    words = clauses[at].words
    if not _NAMES.isdisjoint(words):
        if turn.wishes.name == "hide":
            turn.answer({NAME_TAKEN_BACK: Answer("yes", Origin.READ)})
        return False  # the wish itself is taken as any other
    who = _who(words)
    if not who or _is_the_victim(turn, who):
        return False
    _strike(turn, who)
    rest = ", ".join(clause.raw for place, clause in enumerate(clauses) if place != at)
    turn.answer({WITHHELD: Answer(who, Origin.VOLUNTEERED, clauses[at].raw[:80])})
    turn.forget(("victim", "victim_relation", "victim_name", "victim_age", "victim_sex", "recruiter"))
    volunteer(turn)
    if rest:
        turn.add_to_story(rest)
    turn.tell("not_noted", who=who)
    return True


def without_own_name(told: Conversation, facts: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give the facts of a ticket without the writer's own name where it was taken back, and with all beside it."""
    named = frozenset(fold(told.value(q.REPORTER_NAME.id))) - frozenset(fold(told.value(q.RECRUITER.id)))
    if not told.knows(NAME_TAKEN_BACK) or not named:
        return dict(facts)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(named)))})\b", re.IGNORECASE)
    kept = {
        key: answer for key, answer in facts.items() if not (key == "victim_name" and named & set(fold(answer.value)))
    }
    if q.WHAT.id in kept:
        kept[q.WHAT.id] = kept[q.WHAT.id]._replace(value=pattern.sub(_BLOT, kept[q.WHAT.id].value))
    return kept


def _refuses_to_note(words: Words) -> bool:
    """Read "ga usah dicatat", "jgn dimasukin" and "hapus aja ... "; "kenapa ga dicatat" asks."""
    for at, word in enumerate(words):
        if word not in _NOTED:
            continue
        before = words[max(0, at - _NEAR) : at]
        is_needless = not _NEEDLESS.isdisjoint(before) and not (contact_words().denials | _NOT_TO).isdisjoint(before)
        if is_needless or not (contact_words().refusals | {"jangan"}).isdisjoint(before) or word in {"hapus", "cabut"}:
            return True
    return False


def _who(words: Words) -> str:
    """Give "ponakan" of "ponakan sy ga usah dicatat", "Yadi" of "si yadi jgn dimasukin"; "" for nobody."""
    ways = contact_words()
    for at, word in enumerate(words):
        if kin_of(word) and (words[at + 1 : at + 2] == () or words[at + 1] in ways.selves | _NOT_TO | ways.denials):
            return word
        if word == "si" and words[at + 1 : at + 2] != () and not is_everyday(words[at + 1]):
            return words[at + 1].capitalize()
    return ""


def _is_the_victim(turn: Turning, who: str) -> bool:
    """Say whether it is whom the report is of: then it is the report that is in doubt, and nothing is struck."""
    told = turn.conversation
    if told.value(q.VICTIM.id) == "self":
        return False
    names = fold(told.value("victim_name"))
    return not told.knows("victim_relation") or kin_of(who) == told.value("victim_relation") or who.casefold() in names


def _strike(turn: Turning, who: str) -> None:
    """Leave the clauses that tell of somebody out of the story; what stands beside them stays."""
    kept = (_without(line, who) for line in turn.conversation.value(q.WHAT.id).splitlines())
    _tell_anew(turn, "\n".join(line for line in kept if line))


def _without(line: str, who: str) -> str:
    clauses = clauses_of(line)
    if not any(_is_of(clause, who) for clause in clauses):
        return line
    return ", ".join(clause.raw for clause in clauses if not _is_of(clause, who))


def _is_of(clause: Clause, who: str) -> bool:
    kin = kin_of(who)
    return who.casefold() in clause.words or bool(kin and any(kin_of(word) == kin for word in clause.words))


def _tell_anew(turn: Turning, story: str) -> None:
    told = turn.conversation.answers.get(q.WHAT.id)
    if told is not None:
        turn.conversation = turn.conversation.with_answers({q.WHAT.id: told._replace(value=story)})
