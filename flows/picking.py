"""What a choice does when it is picked, beside being the answer."""

from flows import questions as q
from flows.ask import Ask
from flows.contact_wishes import contact_wish
from flows.conversation import Answer, Origin
from flows.danger import call_officer
from flows.folding import fold
from flows.labels import Language, Urgency
from flows.phrases import without_fillers
from flows.question import Question
from flows.report import NO_CALLS, UNRUNG, changeable
from flows.running import pending
from flows.said import Kind
from flows.showing import option_title
from flows.turning import Turning
from flows.word_tables import agreeing_words
from flows.wording import in_words

_THE_LINE = frozenset(fold("the line part bagian yang di ini itu saja"))
_WRONG = frozenset(fold("salah keliru ubah ganti bukan kurang tepat wrong change fix not right"))


def pick(turn: Turning, question: Question, choice: str) -> bool:
    """Take the choice as the answer; say that the flow goes on."""
    if question is q.FIX:
        _ask_again(turn, choice)
        return True
    if question is q.EVIDENCE and not turn.conversation.value("files"):
        turn.leave_open(question.id)
        return True
    if question is q.CONTACT:
        _keep_from_ringing(turn, choice)
    if question is q.CONTACT and choice == "no" and _refuses_only_calls(turn):
        turn.answer({NO_CALLS: Answer("yes", Origin.ASKED, turn.text[:80])})
        return True
    turn.answer({question.id: Answer(choice, Origin.ASKED)})
    if question is q.SUMMARY and choice == "right" and was_told_to_send(turn):
        turn.answer({q.CONSENT.id: Answer("yes", Origin.ASKED, turn.text[:80])})
    if question is q.SAFE and choice == "danger":
        turn.answer({"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)})
        turn.tell("danger.self")
        call_officer(turn, is_danger=True)
    if question is q.SAFE and choice == "yes":
        turn.tell("hint")
    if question is q.PIN_WHOSE:
        place_the_pin(turn, choice)
    return True


def was_told_to_send(turn: Turning) -> bool:
    """Say whether "kirim" was typed for what officers read already: a second yes would keep nothing back."""
    is_typed = turn.said.kind is not Kind.CHOICE and bool(turn.conversation.value("ticket"))
    return is_typed and not agreeing_words().sending.isdisjoint(fold(turn.text[:80]))


def _keep_from_ringing(turn: Turning, choice: str) -> None:
    """Keep in which words a call was refused; who may be called after all takes them back."""
    unrung = "" if choice == "phone" else contact_wish(turn.text).unrung
    if unrung or (choice == "phone" and turn.conversation.knows(UNRUNG)):
        turn.answer({UNRUNG: Answer(unrung, Origin.ASKED, turn.text[:80])})


def _refuses_only_calls(turn: Turning) -> bool:
    """Say whether "jangan telpon" was written, and it was not yet asked whether a chat would do."""
    is_typed = turn.said.kind is not Kind.CHOICE and not turn.conversation.knows(NO_CALLS)
    return is_typed and contact_wish(turn.text, is_asked=True).only_calls


def ask_quoted_again(turn: Turning) -> bool:
    """Ask a question again whose answer the citizen wants to change; the answer stands until they pick another."""
    prompt, _, picked = turn.said.token.partition(":")
    told = turn.conversation.answers.get(prompt)
    if not turn.said.is_quoting or turn.conversation.flow != "report" or told is None or not told.is_known:
        return False
    question = q.QUESTIONS.get(prompt)
    if question is None or question.binding or picked not in question.choices or picked == told.value:
        return False
    before = turn.conversation
    turn.reopen([prompt])
    due = pending(turn)
    if due is None or due.question is not question:
        turn.conversation = before  # the flow has left it behind
        return False
    turn.tell("change", old=in_words(prompt, told, before.language))
    return True


def fix_named_line(turn: Turning, *, is_asked: bool = False) -> bool:
    """Ask a line of the summary again where the message names it: "tujuan", "nomor perekrutnya salah".

    `is_asked` says that it was asked which: a part of its title is enough then, "place" of "Place now". The titles
    are taken in either language: who writes the one may remember the other.
    """
    words = without_fillers(fold(turn.text[:60]))
    named = tuple(word.removesuffix("nya") for word in words if word not in _WRONG)
    titles = {
        line: [fold(option_title(q.FIX.id, line, language)) for language in Language]
        for line in changeable(Ask(turn.conversation, turn.facts))
    }
    meant = [line for line, written in titles.items() if named in written]
    if not meant and is_asked:
        parts = frozenset(word for word in named if word not in _THE_LINE)
        meant = [line for line, written in titles.items() if parts and any(map(parts.issubset, written))]
    if len(meant) != 1:
        return False
    _ask_again(turn, meant[0])
    return True


def _ask_again(turn: Turning, line: str) -> None:
    question = q.QUESTIONS[line]
    turn.reopen((question.id, *question.fits))
    turn.conversation = turn.conversation.without({q.FIX.id, q.SUMMARY.id})


def place_the_pin(turn: Turning, whose: str) -> None:
    """Let the point on the map be where the victim is, where it is said to be theirs."""
    # in danger somebody's own place helps more than none, unless it is another who must be found
    others = turn.conversation.knows("victim_relation") or turn.conversation.value(q.VICTIM.id) not in {"", "self"}
    if whose == "victim" or (whose == "self" and not others):
        turn.answer({q.VICTIM_NOW.id: Answer(turn.conversation.value("pin"), Origin.ASKED, "pin")})
