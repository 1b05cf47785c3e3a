"""Who greets or knocks while a question stands open: "halo min", "p", "u there?" hear that we are here."""

from flows import questions as q
from flows.folding import fold
from flows.labels import Intent
from flows.phrases import option_phrases, without_particles
from flows.question import Question
from flows.short_cries import asks_whether_here
from flows.taking_wishes import wishes_beside
from flows.turning import Turning

_ARABIC_QUARTER = {("hay",), ("hayy",), ("al",)}  # "Hay Salamah" is no greeting where a place was asked
_GREETINGS = frozenset(
    fold("malam pagi siang sore selamat slmt met halo hallo hai hi hello assalamualaikum salam permisi punten good p")
)
_A_FEW = 3  # words
_TIMES = frozenset({q.CONTACT_WHEN, q.DEPARTURE})  # "malam" answers these, elsewhere it greets


def only_knocks(turn: Turning, question: Question) -> bool:
    """Say whether a message only greets, or only looks whether somebody is there."""
    return _only_greets(turn, question) or _is_a_ping(turn)


def _only_greets(turn: Turning, question: Question) -> bool:
    """Say whether a greeting answers nothing: not "malam" where a time was asked, nor "chat aja, sy shift malam"."""
    if turn.reading.intent is not Intent.GREETING or turn.reading.found or any(char.isdigit() for char in turn.text):
        return False
    words = fold(turn.text[:40])
    is_mended = _GREETINGS.isdisjoint(words)  # "malaz", a quarter of Riyadh, is read as "malam"
    if is_mended and len(words) > _A_FEW:
        return False  # "rekening atas nama bu nurul"
    is_place = question in {q.VICTIM_NOW, q.VICTIM_SPOT} and (is_mended or words[:1] in _ARABIC_QUARTER)
    return question not in _TIMES and not is_place and not wishes_beside(turn, question)


def _is_a_ping(turn: Turning) -> bool:
    """Say whether only "p" or "pak" was written, to see whether somebody is there."""
    words = fold(turn.text[:40])
    only = all(len(word) == 1 and word.isalpha() for word in words) or not without_particles(words)
    return asks_whether_here(turn.text) or (only and not option_phrases("yes_no").meaning(words))


def say_we_are_here(turn: Turning) -> None:
    """Answer a knock; the second time, whoever does not ask in words whether somebody is there is shown a way out."""
    shown = turn.conversation.shown
    is_first = not (shown and shown.misses)
    if turn.prefaces or not (is_first or asks_whether_here(turn.text)):
        return
    if is_first:
        turn.count_miss()
    turn.tell("still_here")
