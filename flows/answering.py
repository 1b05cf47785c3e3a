"""How a message answers the question that was shown, and what else it tells on the way."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.hearing import tells_something
from flows.labels import Language
from flows.question import Expects, Question
from flows.said import Kind, Location, Said
from flows.texts import say
from flows.turning import Turning

_LONGEST_ANSWER = 500  # characters of one answer; the transcript keeps every word
_A_STORY = 120  # characters from which a text says more than the answer to one question
_SUBSTANCE = 3  # words from which free text at a choice is worth keeping with the story
_AS_CHOICE = {"anonymous": {"yes": "hide", "no": "name"}, "contact": {"yes": "chat", "no": "no"}}


def volunteer(turn: Turning, *, but: str = "") -> list[str]:
    """Take every answer that the message tells unasked and that is not known yet; give their ids."""
    new: dict[str, Answer] = {}
    for key, found in turn.reading.found.items():
        if key != but and not turn.conversation.knows(key):
            value = _AS_CHOICE.get(key, {}).get(found.value, found.value)
            new[key] = Answer(value, Origin.VOLUNTEERED, found.words)
    if turn.reading.found and "contact" in new and new["contact"].value.startswith("+"):
        new |= {"contact_phone": new["contact"], "contact": Answer("phone", Origin.VOLUNTEERED)}
    turn.answer(new)
    return list(new)


def answer_with_words(turn: Turning, question: Question) -> bool:
    """Let free text answer the question; say whether it did."""
    if question.binding or not tells_something(turn.said):
        return False
    if question.expects is Expects.TEXT:
        volunteer(turn, but=question.id)
        if not _answered_by_a_fit(turn, question):
            turn.answer({question.id: _worded(turn, question)})
        return True
    volunteer(turn)
    if len(turn.text.split()) >= _SUBSTANCE and turn.conversation.flow == "report":
        turn.add_to_story(turn.text)
        turn.tell("noted")
    return turn.conversation.knows(question.id)


def answer_with_sound(turn: Turning, question: Question) -> bool:
    """Let a voice note answer the question; only a binding one needs its choice in words."""
    turn.tell("kept.voice")
    if question.binding or question.expects is Expects.FILES:
        return False
    known = question.expects is Expects.TEXT
    value = say("value.voice", Language.INDONESIAN) if known else ""
    turn.answer({question.id: Answer(value, Origin.ASKED if known else Origin.UNKNOWN, "voice")})
    return True


def answer_with_place(turn: Turning, question: Question, place: Location) -> bool:
    """Take a point on the map: as the answer where a place was asked, else to be asked about."""
    if not place.is_on_earth:
        turn.tell("refused.location")
        return False
    value = f"{place.lat:.5f}, {place.lon:.5f}" + (f" ({place.label})" if place.label else "")
    turn.tell("kept.location")
    if question is q.VICTIM_NOW:
        turn.answer({q.VICTIM_NOW.id: Answer(value, Origin.ASKED, "pin"), "pin": Answer(value, Origin.ASKED)})
        turn.answer({q.PIN_WHOSE.id: Answer("victim", Origin.ASKED)})
        return True
    turn.answer({"pin": Answer(value, Origin.VOLUNTEERED)})
    return False


def answer_with_card(turn: Turning, question: Question) -> bool:
    """Take a contact card: somebody's name and number as the question asks for them."""
    card = turn.said.contact
    if card is None:
        return False
    phones = ", ".join(card.phones)
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
    turn.answer({"card": Answer(both, Origin.VOLUNTEERED, "card")})
    return False


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


def is_voice(said: Said) -> bool:
    """Say whether the message is a voice note that was kept."""
    return said.kind is Kind.VOICE and not any(file.refusal for file in said.attachments)


def _answered_by_a_fit(turn: Turning, question: Question) -> bool:
    # "PT Sinar Rinjani, 0812..." answers who recruited although no person is named; a bare number its number
    short = len(turn.text) <= _A_STORY
    return (
        short and question.id not in turn.reading.found and any(turn.conversation.knows(key) for key in question.fits)
    )


def _worded(turn: Turning, question: Question) -> Answer:
    found = turn.reading.found.get(question.id)
    if question is q.CONTACT_PHONE:
        found = turn.reading.found.get("contact") or turn.reading.found.get("recruiter_phone")
    if question in {q.WHAT, q.VICTIM_NOW} and not (question is q.VICTIM_NOW and len(turn.text) > _A_STORY):
        found = None
    if found:
        value = _AS_CHOICE.get(question.id, {}).get(found.value, found.value)
        return Answer(value, Origin.ASKED, turn.text[:_LONGEST_ANSWER])
    return Answer(turn.text.strip()[: 4000 if question is q.WHAT else _LONGEST_ANSWER], Origin.ASKED)
