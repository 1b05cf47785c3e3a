"""Who writes must put the phone away: "madam dtg", "papi nyari hp aku", "udah ya penjaga mau kontrol"."""

import itertools
from collections.abc import Collection

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words, without_particles
from flows.report import HIDDEN, is_victim
from flows.safety_told import safety_told
from flows.short_cries import is_at_the_door
from flows.stopping import hide, wait
from flows.turning import Turning, signs_of
from flows.word_tables import disturbing_words

_LOOKED_AT = 80  # characters
_A_SHORT_LINE = 8  # words
_A_CRY = 3  # words; "bos dateng"
_AGAIN = frozenset({"lagi", "lg", "nih", "ni", "dulu", "sini", "dsini", "kak", "pak", "bu", "bang", "min"})
_NEAR = 4  # words between who comes and what they do
_ABOUT_TO = frozenset({"mau", "akan", "lagi"})
_OVER = frozenset(fold("sudah udah dah"))  # "suami sudah pulang" tells of somebody
_HELD = frozenset({"locked_up", "hiding"})
_PARTING = frozenset({("sudah", "ya"), ("nanti", "lagi"), ("lagi", "ya")})
_OF_ANOTHER = ("victim", "victim_relation", "victim_name")
_OF_WHO_COMES = frozenset({"victim_relation", "victim_sex", "victim", "recruiter", "victim_name", "anonymous"})


def is_disturbed(text: str, found: Collection[str], told: Conversation) -> bool:
    """Say whether somebody comes who must not see what is written.

    Whoever writes of their own case says so in few words; of others only where it is plain that they must stop.
    """
    words, known = fold(text[:_LOOKED_AT]), disturbing_words()
    if told.flow == "report" and is_warning(text):
        return True
    if told.flow != "report" or len(words) > _A_SHORT_LINE or frozenset(found) - _OF_WHO_COMES:
        return False
    if not known["elsewhen"].isdisjoint(words) or "?" in text:
        return False
    is_own = is_victim(told) or not any(told.knows(key) for key in _OF_ANOTHER)
    is_now = len(words) < _A_CRY + is_own or not known["soon"].isdisjoint(words)
    return (
        (is_own and is_at_the_door(text))
        or _puts_the_phone_away(words, is_own=is_own)
        or (is_now and _somebody_comes(words, "persons" if is_own else "feared"))
    )


def is_warning(text: str) -> bool:
    """Read "awas", "awas bos", "bentar ada org" and "bentar" of anybody: nothing else stands in the message."""
    words, known = without_particles(fold(text[:_LOOKED_AT])), disturbing_words()
    warns = not known["warning"].isdisjoint(words)
    closed = known["persons"] if warns else known["passing"]
    closed |= known["warning"] | known["waiting"] | known["beside"] | known["coming"] | known["soon"]
    if not words or len(words) > _A_SHORT_LINE or not closed.issuperset(words) or "?" in text:
        return False
    if warns or known["waiting"].issuperset(words):
        return True
    is_now = not (known["soon"] - _OVER | known["waiting"]).isdisjoint(words)
    return is_now and not known["passing"].isdisjoint(words)


def only_warns(text: str, told: Conversation) -> bool:
    """Say whether who reports for another only says that somebody comes: it alarms nobody."""
    return told.flow == "report" and not is_victim(told) and is_warning(text)


def put_away(turn: Turning) -> bool:
    """Keep what was said, ask nothing more and say how to go on; say that no question follows."""
    if disturbing_words()["waiting"].issuperset(without_particles(fold(turn.text[:_LOOKED_AT]))):
        return wait(turn)
    turn.add_to_story(turn.text)
    return hide(turn)


def comes_back(turn: Turning) -> bool:
    """Say whether the writer only says that it is safe again: no alarm is taken back by that.

    So does who is held, whom nobody asked: "sdh aman" is of the minute in which they write.
    """
    told = turn.conversation
    if not told.value(HIDDEN) and not _is_held(turn):
        return False
    turn.conversation = told.without({HIDDEN})
    is_all = not turn.reading.found and not turn.reading.is_emergency
    if is_all and safety_told(fold(turn.text[:_LOOKED_AT])) == "yes":
        turn.tell("all_right")
        return True
    return False


def _is_held(turn: Turning) -> bool:
    told, shown = turn.conversation, turn.conversation.shown
    is_asked = shown is not None and shown.prompt == q.SAFE.id
    is_short = len(without_particles(fold(turn.text[:_LOOKED_AT]))) < _A_CRY
    return is_short and not is_asked and is_victim(told) and any(name in _HELD for name, _ in signs_of(told))


def _somebody_comes(words: Words, who: str) -> bool:
    known = disturbing_words()
    persons = known[who]
    comes = any(
        word in persons and not known["coming"].isdisjoint(words[at + 1 : at + 1 + _NEAR])
        for at, word in enumerate(words)
    )
    while words[-1:] and words[-1] in _AGAIN:
        words = words[:-1]
    return comes or (not persons.isdisjoint(words[-1:]) and "ada" in words[-_A_CRY:-1])  # "ntar lagi, ada orang"


def _puts_the_phone_away(words: Words, *, is_own: bool) -> bool:
    """Read "sy sembunyiin hp dulu", "hp mau diperiksa" and "udahan dulu ketauan nanti", not "hp nya disita"."""
    known = disturbing_words()
    pairs = frozenset(itertools.pairwise(words))
    is_of_the_phone = not known["phone"].isdisjoint(words)
    hides = not known["hiding"].isdisjoint(words) and not known["soon"].isdisjoint(words)
    is_taken = is_own and any(one in _ABOUT_TO and other in known["taking"] for one, other in pairs)
    parts = not known["parting"].isdisjoint(words) or not _PARTING.isdisjoint(pairs)
    return (is_of_the_phone and (hides or is_taken)) or (parts and not known["fearing"].isdisjoint(words))
