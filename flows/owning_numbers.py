"""A number given to its owner: "itu nomor cucu sy bukan nomor sy", "nomor itu punya bang Rio bukan Kak Vira"."""

import re

from flows import questions as q
from flows.contact_limits import with_limit
from flows.contact_others import is_somebody
from flows.conversation import Answer, Origin
from flows.correcting import Correction, put_right
from flows.folding import fold
from flows.phrases import Words
from flows.turning import Turning
from flows.understanding import understand
from flows.word_tables import contact_words

_A_NUMBER = r"(?:no|nomor|nomer|nmr|hp)(?:nya)?(?:\s+(?:hp|wa))?"
_OWNED = re.compile(
    rf"(?:\b{_A_NUMBER}\s+(?:itu|tadi|ini|tsb)\s+(?:punya|milik|pnya|nomor|nomer|no|nya)\b|\b(?:itu|tadi)\s+{_A_NUMBER})\s+"
    r"(?P<owner>[^,.?\n]{2,40}?)\s*(?:\b(?:bukan|bkn|bkan|not)\b|[,.?\n]|$)",
    re.IGNORECASE,
)
_LONGEST = 120  # characters
_DIGITS = 8  # a line with a number of its own tells that one
_VICTIMS_PHONE = "victim_phone"


def give_number_away(turn: Turning) -> bool:
    """Give a number that was told to whom it belongs; say whether the message did that."""
    owned = _OWNED.search(turn.text) if len(turn.text) <= _LONGEST else None
    if owned is None or turn.conversation.flow != "report" or sum(map(str.isdigit, turn.text)) >= _DIGITS:
        return False
    owner, words = owned["owner"].strip(), fold(owned["owner"])
    if contact_words().selves.issuperset(words):
        return False
    if turn.conversation.knows(q.CONTACT_PHONE.id) and _is_of_kin(words):
        _take_from_the_writer(turn, owner, words)
        return True
    return turn.conversation.knows(q.RECRUITER_PHONE.id) and not _is_of_kin(words) and _name_its_owner(turn, owner)


def _is_of_kin(words: Words) -> bool:
    return any(map(is_somebody, words)) or not contact_words().selves.isdisjoint(words)


def _take_from_the_writer(turn: Turning, owner: str, words: Words) -> None:
    """Ask anew at which number the writer is reached; a relative's stays, named as theirs."""
    told = turn.conversation
    number = told.answers[q.CONTACT_PHONE.id]
    relation = fold(told.value("victim_relation"))
    if relation and not frozenset(relation).isdisjoint(words):
        turn.conversation = told.without({q.CONTACT_PHONE.id, q.SUMMARY.id})
        turn.answer({_VICTIMS_PHONE: number._replace(origin=Origin.CORRECTED, words=turn.text[:80])})
    else:
        when = with_limit(told.value(q.CONTACT_WHEN.id), f"nomor {owner}")
        turn.answer({q.CONTACT_WHEN.id: Answer(when, Origin.CORRECTED, turn.text[:80])})
    turn.tell("noted")


def _name_its_owner(turn: Turning, owner: str) -> bool:
    found = understand(owner, today=turn.facts.local_now, asked=q.RECRUITER.id).found.get(q.RECRUITER.id)
    before = turn.conversation.value(q.RECRUITER.id)
    if found is None or found.value == before:
        return False
    if before:
        put_right(turn, [Correction(q.RECRUITER.id, before, found.value)])
        return True
    turn.answer({q.RECRUITER.id: Answer(found.value, Origin.CORRECTED, turn.text[:200])})
    turn.tell("noted")
    return True
