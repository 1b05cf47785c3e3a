"""What a message does: it answers, steers, tells, or starts something; in this order."""

import itertools
import re

from flows import questions as q
from flows.account_holders import holder_in
from flows.agreeing import is_not_yet, wants_it_sent
from flows.another_name import puts_the_name_right, takes_another_name, takes_next_step
from flows.answering import answer
from flows.answering_learners import answer_a_learner, hear_a_learner
from flows.asking_in_a_check import answer_in_a_check
from flows.asking_within import answers_of_the_list, turns_into_a_check
from flows.becoming_a_report import NOT_YET, OF_A_NAME, turns_into_a_report
from flows.both_victims import note_both
from flows.calming import calm
from flows.check_endings import TOLD_BESIDE
from flows.checking_a_number import checks_a_number
from flows.choices import Fit
from flows.clearing_a_phone import means_only_the_phone
from flows.comforting import answer_worry, asks_what_is_meant
from flows.commands import Command
from flows.conversation import Answer, Conversation, Origin
from flows.disturbed import comes_back, is_disturbed, put_away
from flows.folding import fold
from flows.hearing import says_little, tells_something
from flows.labels import Intent
from flows.live_words import pass_on
from flows.missing import miss
from flows.noting import tell_noted
from flows.owning_numbers import give_number_away
from flows.picking import ask_quoted_again, pick
from flows.pins_owned import take_the_pins_owner
from flows.putting_right import keep_a_sentence, puts_right
from flows.question import Question
from flows.recruiter_check import TOLD
from flows.report import SAID_AGAIN, SUMMED, is_victim
from flows.resting import menu_choice, start
from flows.running import pending
from flows.said import Kind
from flows.sayings import Saying, confirms_deletion, saying_in
from flows.sending import WHERE, keep_files
from flows.sentences import holds_a_question
from flows.side import SIDE_QUESTIONS, ask_beside, settle
from flows.spots_told import spot_in
from flows.steering import steer
from flows.taking_back import take_back
from flows.thanked_in_a_check import hastens_who_only_asks
from flows.this_number import means_this_number
from flows.turning import LONGEST_STORY, Turning
from flows.volunteering import volunteer
from flows.watching import hear_of_watches
from flows.word_tables import human_words
from flows.worried_in_a_check import hears_worry

_CHOSEN, _STARTED = Fit.CHOSEN, Kind.START  # read on every message, and a member of an enum is read slowly
_LIGHT = frozenset({"menu", "status", "learn"})  # flows that are left as soon as something else is told
_COMMITTING = frozenset(fold("bayar membayar transfer setor kasih serahkan daftar mendaftar berangkat tanda"))
_WITH_A_CASE = frozenset({"report", "check"})
_BESIDE_A_WORRY = frozenset({"victim_relation", "victim_sex", "victim", "contact", "anonymous"})
_PARENTS = re.compile(r"\borang ?tua\w*", re.IGNORECASE)  # "apa sy boleh bicara ke orang tuanya"
_A_SENTENCE = 4  # words
_A_TELLING = 8  # words; so many beside a choice tell more than it
_SOME_DIGITS = 8  # of a receipt's sixteen: enough to see that one was meant


def attend(turn: Turning, before: Conversation) -> bool:
    """Take in the message; say whether a flow should run now."""
    pass_on(turn, before)
    if before.flow != "report" and turn.conversation.flow == "report":
        _begin_with_danger(turn)
        return True
    if turn.reading.is_emergency and before.flow != "report":
        return _go_on_beside_alarm(turn)
    if hear_of_watches(turn):
        return bool(turn.conversation.flow)
    shown = turn.conversation.shown
    side = shown.prompt if shown and shown.prompt in SIDE_QUESTIONS else ""
    if not turn.conversation.flow and not side:
        return start(turn)
    if turn.said.kind is _STARTED:
        return steer(turn, Command.RESTART, None)
    _welcome_back(turn)
    if side:
        return _answer_beside(turn, side)
    if comes_back(turn):
        return True
    is_left = turn.command is None and is_disturbed(turn.text, turn.reading.found, turn.conversation)
    return put_away(turn) if is_left else _answer_or_wait(turn, _asked(turn))


def _begin_with_danger(turn: Turning) -> None:
    # danger was read outside a report: the message is the beginning of one
    if says_little(turn):
        turn.keep_in_mind(turn.text)
    else:
        turn.add_to_story(turn.text)
    tell_noted(turn, volunteer(turn))
    keep_files(turn)


def _go_on_beside_alarm(turn: Turning) -> bool:
    # the alarm and the words went to the ticket of this chat
    if turn.conversation.flow == "check":
        return True
    answer_worry(turn)
    turn.reply_prefaces()
    said = {SAID_AGAIN: turn.conversation.answers[SAID_AGAIN]} if turn.conversation.knows(SAID_AGAIN) else {}
    turn.conversation = turn.conversation.at_rest().with_answers(said)
    return False


def _welcome_back(turn: Turning) -> None:
    if turn.conversation.value("silent"):
        turn.conversation = turn.conversation.without({"silent"})
        if not is_victim(turn.conversation):
            turn.conversation = turn.conversation.without({SUMMED})
        if not turn.reading.is_emergency:
            turn.tell("back.after_silence")  # else what is said to danger says so


def _asked(turn: Turning) -> Question:
    """Give the question that the message may answer: the one last shown, else the one that is due."""
    shown = turn.conversation.shown
    if shown and shown.prompt in q.QUESTIONS:
        return q.QUESTIONS[shown.prompt]
    due = pending(turn)
    return due.question if due else q.WHAT


def _answer_beside(turn: Turning, side: str) -> bool:
    if turn.choice.fit is Fit.CHOSEN:
        return settle(turn, side, turn.choice.id)
    if side == q.DELETE.id and (turn.command is Command.DELETE or confirms_deletion(turn.text)):
        return settle(turn, side, "yes")  # "ya hapus semuanya", where it was asked whether to
    if side == q.DELETE.id and means_only_the_phone(turn.text):
        turn.tell("worry_delete_phone")
        return settle(turn, side, "no")
    turn.show_nothing()
    going = _answer(turn, _asked(turn)) if turn.conversation.flow else start(turn)
    is_asking = bool(turn.worry) or holds_a_question(turn.text)
    if side == q.DELETE.id and is_asking and turn.replies and turn.conversation.shown is None:
        ask_beside(turn, q.DELETE)  # "siapa yg liat?" is answered, and "1" then still answers whether to delete
    return going


def _answer_or_wait(turn: Turning, question: Question) -> bool:
    """Let a last step wait for who says "blm" to it; else take the answer."""
    if not question.agrees or turn.said.kind is Kind.CHOICE or not is_not_yet(turn.text):
        return _answer(turn, question)
    turn.tell("summary.not_yet_read" if turn.conversation.value("ticket") else "summary.not_yet")
    return True


def _answer(turn: Turning, question: Question) -> bool:
    if turn.choice.fit is _CHOSEN:
        if puts_the_name_right(turn, question):
            return True
        if not turn.choice.is_whole and turn.conversation.flow in {"report", "check"}:
            _take_beside_choice(turn, question)
        return pick(turn, question, turn.choice.id)
    if turn.said.kind is Kind.CHOICE:
        if not turn.reading.is_emergency and not ask_quoted_again(turn):
            turn.tell("stale")
        return True
    command = turn.command or _command_in_other_words(turn, question)
    if command:
        return steer(turn, command, question)
    if turn.conversation.flow == "check" and takes_next_step(turn):
        return True
    # where choices are shown, a number that is none of them is no number of the menu
    chosen = menu_choice(turn) if turn.conversation.flow != "report" and not question.choices else ""
    if chosen:
        turn.begin(chosen)
        return True
    calmed = calm(turn)
    if calmed is not None:
        return calmed
    return _take_content(turn, question)


def _take_beside_choice(turn: Turning, question: Question) -> None:
    """Take what stands beside a choice in the same message: "aman. korbannya dua orang, Sari 20 th sama Ida 17 th"."""
    turn.note_reading()
    volunteer(turn, but=question.id)
    if saying_in(turn.text) is Saying.WHO_REPORTED:
        turn.tell("not_told")
    is_worried = bool(answer_worry(turn))
    tells = bool(turn.reading.found or turn.reading.signals) or len(turn.text.split()) >= _A_TELLING
    if is_worried or (tells and not question.binding):
        keep_a_sentence(turn)
    if turn.conversation.flow == "check":
        answer_in_a_check(turn)
        hastens_who_only_asks(turn, saying_in(turn.text))  # "blm bayar, masih nanya2 aja"
        _keep_what_is_told(turn)


def _take_content(turn: Turning, question: Question) -> bool:
    if turn.conversation.flow in {"report", "check"}:
        turn.note_reading()
        note_both(turn)
        take_the_pins_owner(turn)
    if turn.conversation.flow == "check" and (answer_in_a_check(turn) or checks_a_number(turn, question)):
        _keep_what_is_told(turn)
        return True
    if _becomes_another(turn, question) or take_back(turn) or _only_worries(turn) or give_number_away(turn):
        return True
    if turn.conversation.flow == "check":
        _keep_what_is_told(turn)
    if question is q.CHECK_NEXT and _has_waited(turn):
        turn.tell("check.not_yet")
        return True
    if puts_right(turn, question):
        return True
    if turn.conversation.flow in _LIGHT and not _may_be_a_receipt(turn):
        return _leave(turn)
    if turn.said.kind is Kind.EDIT and turn.conversation.flow == "report":
        turn.add_to_story(turn.text)
        turn.tell("kept.edit")
        return True
    if answer(turn, question) or turn.prefaces:
        return True
    return miss(turn, question)


def _only_worries(turn: Turning) -> bool:
    """Answer what a message asks about the case; say whether nothing else stands in it, neither a fact nor danger.

    What was asked or begged is kept with the story, so that an officer reads it.
    """
    if turn.conversation.flow not in _WITH_A_CASE or not answer_worry(turn):
        return False
    if asks_what_is_meant(turn) and not turn.reading.is_emergency:
        return True  # "buat apa pura2 jd kurir" names no work
    if turn.reading.is_emergency or turn.reading.found.keys() - _BESIDE_A_WORRY or _answers_beside(turn):
        return False
    volunteer(turn)
    if turn.conversation.flow == "report":
        turn.add_to_story(turn.text)
    return True


def _answers_beside(turn: Turning) -> bool:
    """Say whether what was asked is answered beside a worry: "dekat Kuantan. kbri bayar ndak", "no ini dah. knp"."""
    asked = _asked(turn)
    return (asked in WHERE and spot_in(turn.text) != "") or (asked is q.CONTACT_PHONE and means_this_number(turn.text))


def _command_in_other_words(turn: Turning, question: Question) -> Command | None:
    if _wants_a_human(turn):
        return Command.HUMAN
    tells = turn.reading.found or turn.reading.is_emergency or turn.wishes.contact.way or turn.wishes.name
    sends = turn.conversation.flow == "report" and not question.binding and not tells and wants_it_sent(turn.text)
    return Command.ENOUGH if sends else None


def _wants_a_human(turn: Turning) -> bool:
    """Read "kak sy mau bicara sama orang bukan mesin" in the middle of a report."""
    words = frozenset(fold(_PARENTS.sub("", turn.text[:200])))
    asks_for = turn.reading.intent is Intent.HUMAN and not any(map(words.isdisjoint, human_words().values()))
    return asks_for and turn.conversation.flow in _WITH_A_CASE and not turn.reading.found and not turn.reading.signals


def _becomes_another(turn: Turning, question: Question) -> bool:
    """Let a report turn into a check, a check into a report or into the check of another name."""
    match turn.conversation.flow:
        case "report":
            return turns_into_a_check(turn) or answers_of_the_list(turn)
        case "check":
            return (
                turns_into_a_report(turn, question) or takes_another_name(turn, question) or hears_worry(turn, question)
            )
        case _:
            return False


def _has_waited(turn: Turning) -> bool:
    """Say whether a family that was warned only says that it paid nothing yet: "sy bayarnya blm", "belum bayar kok"."""
    words = [word.removesuffix("nya") for word in fold(turn.text[:80])]
    pairs = [{one, other} for one, other in itertools.pairwise(words)]
    not_yet = any(pair & NOT_YET and pair & _COMMITTING for pair in pairs)
    return not_yet and turn.reading.found.keys() <= OF_A_NAME and "?" not in turn.text


def _keep_what_is_told(turn: Turning) -> None:
    """Keep a line that tells of a case, and not of a name alone, for the report that may come of the check."""
    holder = holder_in(turn.text) if "account" in turn.reading.found else ""
    if holder and q.CHECK_ACCOUNT.id not in turn.conversation.answers:
        turn.answer({q.CHECK_ACCOUNT.id: Answer(holder, Origin.VOLUNTEERED, turn.text[:80])})
    asks_on = TOLD in turn.conversation.answers and holds_a_question(turn.text)
    tells = asks_on or not turn.reading.found.keys() <= OF_A_NAME or bool(turn.reading.signals)
    if not tells or len(turn.text.split()) < _A_SENTENCE:
        return
    told = f"{turn.conversation.value(TOLD_BESIDE)}\n{turn.text}".strip()
    turn.answer({TOLD_BESIDE: Answer(told[:LONGEST_STORY], Origin.READ)})


def _may_be_a_receipt(turn: Turning) -> bool:
    digits = sum(char.isdigit() for char in turn.text)
    return turn.conversation.flow == "status" and digits >= _SOME_DIGITS


def _leave(turn: Turning) -> bool:
    """Let what is sent instead of a choice or a receipt start what it asks for; what asks for nothing is a miss."""
    if turn.choice.fit is Fit.GUESSED:
        turn.answer({"menu_guess": Answer(turn.choice.id, Origin.READ)})
        return True
    before = turn.conversation
    question = _asked(turn)
    if before.flow == "learn" and answer_a_learner(turn):
        return True
    if turn.choice.fit is Fit.OUT_OF_RANGE:
        return miss(turn, question)
    if before.flow == "learn" and hear_a_learner(turn):
        return True
    turn.conversation = before._replace(flow="", shown=None)
    going = start(turn)
    if turn.conversation.flow != "menu":
        if before.flow == turn.conversation.flow == "status":
            turn.tell("miss.receipt")
        return going
    heard = turn.conversation.answers
    turn.conversation = before.with_answers(
        {key: heard[key] for key in (("heard", "files") if before.flow == "menu" else ("files",)) if key in heard}
    )
    if before.flow == "menu" and before.value("heard") and tells_something(turn.said) and not turn.said.attachments:
        turn.prefaces.clear()
        turn.tell("miss.again")
        turn.count_miss()
        return True
    again = before.shown is not None and before.shown.misses > 0
    if not turn.said.attachments and (again or before.flow != "menu" or not tells_something(turn.said)):
        turn.prefaces.clear()
        return miss(turn, question)
    turn.count_miss()
    return going
