"""How something sent without words answers: a voice note, a point on the map, a contact card, files."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.labels import Language
from flows.persons import is_of_who_recruits
from flows.question import Expects, Question
from flows.said import Kind, Location, Said
from flows.texts import say
from flows.turning import Turning
from flows.understanding.phones import to_e164

SOUND = "sound"
"""The key that stands in a check once a voice note came with it."""
WHERE = frozenset({q.VICTIM_NOW, q.VICTIM_SPOT})
"""The questions that a place answers."""


def is_voice(said: Said) -> bool:
    """Say whether the message is a voice note that was kept."""
    return said.kind is Kind.VOICE and not any(file.refusal for file in said.attachments)


def keep_files(turn: Turning) -> int:
    """Count the files that came along and say what became of them; give how many were kept."""
    files = [file for file in turn.said.attachments if file.kind is not Kind.VOICE]
    kept = [file for file in files if not file.refusal]
    for refusal in sorted({file.refusal for file in turn.said.attachments if file.refusal}):
        turn.tell(f"refused.{refusal}")
    if kept:
        count = int(turn.conversation.value("files") or 0) + len(kept)
        turn.answer({"files": Answer(str(count), Origin.READ)})
        turn.tell("kept.file" if len(kept) == 1 else "kept.files", count=len(kept))
    return len(kept)


def as_pin(place: Location) -> str:
    """Write a point on the map as an answer."""
    return f"{place.lat:.5f}, {place.lon:.5f}" + (f" ({place.label})" if place.label else "")


def answer_with_sound(turn: Turning, question: Question) -> bool:
    """Let a voice note answer the question; only a binding one needs its choice in words."""
    turn.tell("kept.voice")
    if turn.conversation.flow == "check":
        turn.answer({SOUND: Answer("yes", Origin.READ, "voice")})  # it was promised that somebody listens
    if question.must_choose or question.expects is Expects.FILES:
        return False
    known = question.expects is Expects.TEXT
    value = say("value.voice", Language.INDONESIAN) if known else ""
    turn.answer({question.id: Answer(value, Origin.ASKED if known else Origin.UNKNOWN, "voice")})
    return True


def answer_with_place(turn: Turning, question: Question, place: Location) -> bool:
    """Take a point on the map. Whose place it is is asked, unless the victim was asked where they are."""
    if not place.is_on_earth:
        turn.tell("refused.location")
        return False
    turn.tell("kept.location")
    turn.conversation = turn.conversation.without({q.PIN_WHOSE.id})
    pin = Answer(as_pin(place), Origin.VOLUNTEERED, "pin")
    turn.answer({"pin": pin})
    if question in WHERE and turn.conversation.value(q.VICTIM.id) == "self":
        turn.answer({q.PIN_WHOSE.id: Answer("victim", Origin.ASKED)})
        turn.answer({q.VICTIM_NOW.id: Answer(pin.value, Origin.ASKED, "pin")})
        return True
    return False


def answer_with_card(turn: Turning, question: Question) -> bool:
    """Take a contact card: somebody's name and number as the question asks for them."""
    card = turn.said.contact
    if card is None:
        return False
    phones = ", ".join(to_e164(phone) or phone for phone in card.phones)
    both = ", ".join(part for part in (card.name, phones) if part)
    turn.tell("kept.card")
    match question:
        case q.RECRUITER | q.RECRUITER_PHONE | q.CHECK_NAME:
            told = {q.RECRUITER.id: card.name, q.RECRUITER_PHONE.id: phones}
            if question is q.CHECK_NAME:
                told[q.CHECK_NAME.id] = both
            turn.answer({key: Answer(value, Origin.ASKED, "card") for key, value in told.items() if value})
            return True
        case q.CONTACT_PHONE:
            turn.answer({question.id: Answer(phones or both, Origin.ASKED, "card")})
            return True
    if is_of_who_recruits(turn.conversation, card.name):
        told = {q.RECRUITER.id: card.name, q.RECRUITER_PHONE.id: phones}
        known = turn.conversation.knows
        turn.answer({k: Answer(v, Origin.VOLUNTEERED, "card") for k, v in told.items() if v and not known(k)})
        return False
    turn.answer({"card": Answer(both, Origin.VOLUNTEERED, "card")})
    return False
