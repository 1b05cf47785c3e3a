"""What weighs like an emergency and is none, by who wrote it, what was asked and what was answered."""

import itertools

from flows import questions as q
from flows.disturbed import only_warns
from flows.folding import fold
from flows.labels import Intent, Urgency
from flows.no_alarm import only_asks_whether_to_give, only_wishes_contact
from flows.report import is_victim
from flows.sayings import wants_deletion
from flows.strangers import is_calm_beside
from flows.tellers import HARMED
from flows.topics import leads
from flows.turning import Turning
from flows.word_tables import contact_words, plea_words

_BACK = frozenset({("sudah", "pulang"), ("dah", "pulang"), ("baru", "pulang"), ("already", "home")})
_OF_A_JOURNEY_BACK = frozenset({"in_transit", "passport_held", "unpaid", "abroad", "fee_paid"})
_A_SHORT_ANSWER = 8  # words
_STOPS = frozenset({("stop",), ("unsubscribe",)})
_WRITING = frozenset(fold("kirim ngirim chat pesan wa sms hubungi text message messages texting contact"))
_PLACES_ASKED = frozenset({q.VICTIM_NOW.id, q.VICTIM_SPOT.id})
_OPEN_TO_ANYTHING = frozenset({q.SAFE.id, q.WHAT.id})
_JUST_NOW = frozenset(fold("barusan barusn tadi td sekarang skrg skrng skg now just"))
_OURS = frozenset(fold("kami kita bertujuh berdua bertiga berempat berlima we us"))


def is_calm(turn: Turning) -> bool:
    """Say whether what weighs like an emergency is none, by who wrote it and what was asked."""
    return (
        is_calm_beside(turn.conversation, turn.reading)
        or _is_only_checked(turn)
        or _is_told_already(turn)
        or _is_home_again(turn)
        or only_wishes_contact(turn)
        or only_asks_whether_to_give(turn)
        or only_warns(turn.text, turn.conversation)
    )


def _is_only_checked(turn: Turning) -> bool:
    """Say whether an alarm in a check rests on no sign of danger: "dia minta dp 5 juta ke bca 2310 ...", of a fee."""
    shown = turn.conversation.shown
    is_asked = turn.conversation.flow == "check" and shown is not None
    return is_asked and not _harm_is_told(turn) and not _is_on_the_way(turn) and not _are_many_taken(turn)


def _are_many_taken(turn: Turning) -> bool:
    """Read "barusan bis berangkat bawa 11 orang calon PMI", whatever was checked before it."""
    met, words = {sign.name for sign in turn.reading.signals if sign.is_met}, frozenset(fold(turn.text[:200]))
    is_of_others = contact_words().selves.isdisjoint(words) and _OURS.isdisjoint(words)
    is_now = not _JUST_NOW.isdisjoint(words)
    return "multiple_victims" in met and turn.reading.intent is Intent.REPORT and is_now and is_of_others


def _is_on_the_way(turn: Turning) -> bool:
    """Read "mak aku sudah di batam besok nyebrang": where somebody is already and when they go on was told at once."""
    return {q.VICTIM_NOW.id, q.DEPARTURE.id} <= turn.reading.found.keys()


def _is_told_already(turn: Turning) -> bool:
    """Say whether an alarm adds nothing: before the last yes, or where an officer was called and a place is asked."""
    shown = turn.conversation.shown
    is_called = turn.conversation.value("urgency") == Urgency.EMERGENCY
    names_a_place = is_called and shown is not None and shown.prompt in _PLACES_ASKED and leads(fold(turn.text[:200]))
    return (is_last_step(turn) or names_a_place) and not _harm_is_told(turn)


def _harm_is_told(turn: Turning) -> bool:
    return any(sign.is_met and sign.name in HARMED for sign in turn.reading.signals)


def _is_home_again(turn: Turning) -> bool:
    """Say whether an alarm rests on a journey alone, of a writer who is back: "di bandara langsung dia ambil"."""
    words = fold(turn.conversation.value("what"))
    is_back = is_victim(turn.conversation) and not _BACK.isdisjoint(itertools.pairwise(words))
    return is_back and {sign.name for sign in turn.reading.signals if sign.is_met} <= _OF_A_JOURNEY_BACK


def is_last_step(turn: Turning) -> bool:
    """Say whether a yes to the summary or the consent was given: it holds beside whatever urges with it."""
    shown = turn.conversation.shown
    return shown is not None and q.QUESTIONS[shown.prompt].agrees


def is_only_an_answer(turn: Turning) -> bool:
    """Say whether an alarm would rest on the shape of a short answer alone: no sign was met, no help asked for."""
    shown = turn.conversation.shown
    is_safe = shown is not None and shown.prompt == q.SAFE.id and turn.choice.id == "yes"  # "aman aman cepet"
    return (
        turn.reading.is_emergency
        and not any(sign.is_met or not is_safe for sign in turn.reading.signals)
        and turn.conversation.flow in {"report", "check"}
        and shown is not None
        and (is_safe or shown.prompt not in _OPEN_TO_ANYTHING)
        and (turn.wishes.name != "" or len(turn.text.split()) <= _A_SHORT_ANSWER)
        and not plea_words().intersection(fold(turn.text))
    )


def asks_to_forget(turn: Turning) -> bool:
    """Say whether an alarm would rest on a wish to delete or to be left alone: "suami marah baca chat ini, hapus"."""
    is_told = any(sign.is_met and sign.name in HARMED - {"alarming", "threat"} for sign in turn.reading.signals)
    wishes = wants_deletion(turn.text) or wants_peace(turn.text) or _only_asks_to_delete(turn)
    return turn.reading.is_emergency and not is_told and wishes


def _only_asks_to_delete(turn: Turning) -> bool:
    """Read "trus ini dihapus dr hp gimana takut", not "malam ini kami dibawa naik kapal, hapus ya"."""
    met = {sign.name for sign in turn.reading.signals if sign.is_met} - {"alarming", "threat"}
    return turn.worry == "delete" and not met and not turn.reading.found


def wants_peace(text: str) -> bool:
    """Read "stop jgn kirim pesan lagi"; "jgn kirim pesan dulu" alone may be of somebody who is watched."""
    words = fold(text[:80])
    return words[:1] in _STOPS and len(words) <= _A_SHORT_ANSWER and not _WRITING.isdisjoint(words)
