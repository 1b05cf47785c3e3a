"""How a message in words answers the question that was shown, and what else it tells on the way."""

from flows import questions as q
from flows import victim_lines
from flows.acknowledging import acknowledge, asks_what_nobody_answers
from flows.addresses import tells_of_a_wound
from flows.bystanders import keep_the_other_numbers, tells_of_somebody_beside
from flows.clauses import clauses_of
from flows.contact_limits import spares_a_number
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.hearing import tells_something
from flows.knocking import only_knocks, say_we_are_here
from flows.leaving_open import leave_open_if_again
from flows.no_firm import says_there_is_no_firm
from flows.noting import tell_noted
from flows.others_numbers import OTHERS
from flows.own_place import is_the_writers_place
from flows.passing_by import pass_by_what_nobody_knows
from flows.phrases import option_phrases, without_fillers
from flows.plausible import could_answer, knows_nothing
from flows.question import Expects, Question
from flows.report import SUMMED
from flows.sayings import Saying, saying_in
from flows.sending import WHERE, answer_with_card, answer_with_place, answer_with_sound, is_voice, keep_files
from flows.sentences import sentences_of
from flows.spoken_of import gives_a_name
from flows.spots_told import tells_where
from flows.taking_wishes import take_wishes, wishes_beside
from flows.tellers import speaks_of_oneself
from flows.texts import say
from flows.this_number import take_this_number
from flows.topics import About, about, answers_elsewhere, could_be_a_place, lone_topic
from flows.turning import Turning
from flows.volunteering import THE_VICTIM, has_moved, volunteer
from flows.word_tables import having_words
from flows.written_down import MORE_THAN_ASKED, add_spot, tells_danger, worded

_LONGEST_ANSWER = 500  # characters of one answer; the transcript keeps every word
_A_STORY = 120  # characters from which a text says more than the answer to one question
_A_FEW = 2  # words that are no fillers
_SUBSTANCE = 3  # words from which free text at a choice is worth keeping with the story
_A_CAPTION = 3  # words
_NAMES_ASKED = frozenset({q.RECRUITER, q.VICTIM, q.VICTIM_NAME, q.CHECK_NAME})
_NOTHING = 6  # words; "belum ada yang tau nomornya" and the like are not longer
_NO_NUMBER = 12  # words; "nomornya tidak ada saya sudah hilang hp yang lama"
# these answers name people and times of the contact, not of the case
_NO_NUMBERS = frozenset(
    {q.WHAT, q.VICTIM_NOW, q.VICTIM_SPOT, q.RECRUITER, q.RECRUITER_PHONE, q.DESTINATION}
    | {q.CHECK_EXACT, q.CHECK_WHO, q.CHECK_ACCOUNT, q.CHECK_OFFICE, q.CHECK_ORDER}
)
_NEVER_YES = _NO_NUMBERS | {
    q.VICTIM,
    q.VICTIM_NAME,
    q.VICTIM_AGE,
    q.DEPARTURE,
    q.CONTACT_PHONE,
    q.REPORTER_NAME,
    q.CONTACT_WORDING,
}
_DESCRIBING = frozenset({q.VICTIM_NAME, q.VICTIM_AGE})
_OF_THE_REPORTER = frozenset({"contact", "contact_phone", "anonymous", "reporter_name"})
_READ_AS = {q.CONTACT_PHONE.id: "contact", q.RECRUITER_PHONE.id: "recruiter_phone"}  # whose number is asked for
_ABOUT_CONTACT = frozenset({q.CONTACT_PHONE, q.CONTACT_WHEN, q.CONTACT_WORDING, q.REPORTER_NAME})


def answer(turn: Turning, question: Question) -> bool:
    """Let the message answer the question, whatever its form; say whether it did."""
    pass_by_what_nobody_knows(turn)
    said = turn.said
    kept = keep_files(turn)
    if is_voice(said):
        return answer_with_sound(turn, question)
    if said.location:
        return answer_with_place(turn, question, said.location)
    if said.contact:
        return answer_with_card(turn, question)
    if question is q.CONTACT_PHONE and take_this_number(turn):
        return True
    if tells_something(said):
        if only_knocks(turn, question):
            say_we_are_here(turn)
            return False
        return _answer_with_words(turn, question)
    if kept and question is q.CHECK_NAME:
        turn.answer({question.id: Answer(say("value.poster", turn.conversation.language), Origin.ASKED)})
        return True
    return False


def _answer_with_words(turn: Turning, question: Question) -> bool:
    if wishes_beside(turn, question):
        return take_wishes(turn, question)
    elsewhere = answers_elsewhere(turn.text, turn.conversation) if turn.conversation.flow == "report" else {}
    elsewhere = {key: told for key, told in elsewhere.items() if key != "visa" or key not in turn.reading.found}
    if elsewhere:
        turn.answer(elsewhere)
        volunteer(turn)
        acknowledge(turn)
        leave_open_if_again(turn, question)
        return True
    match question.expects:
        case Expects.TEXT:
            return _answer_text(turn, question)
        case Expects.FILES:
            tell_noted(turn, volunteer(turn))
            _keep_with_story(turn)
            turn.leave_open(question.id)
            return True
        case Expects.CHOICE:
            return _tell_beside_choice(turn, question)


def _tell_beside_choice(turn: Turning, question: Question) -> bool:
    """Take what is told instead of a choice: kept, and the question is left in peace where it may be."""
    new = _take_in(turn, about(turn.text, turn.reading)) if turn.conversation.flow == "report" else volunteer(turn)
    kept = bool(new) if question.binding else _keep_with_story(turn)
    if question.agrees and _OF_THE_REPORTER.isdisjoint(new) and _tells_more(turn):
        turn.add_to_story(turn.text)  # at the end people remember more; only the yes waits
        kept = True
    if question.binding and not kept and asks_what_nobody_answers(turn):
        kept = _keep_with_story(turn)
    if question is q.SAFE and kept:
        # who tells on while asked whether it is safe has answered in a way; the question never comes twice
        turn.leave_open(q.SAFE.id)
    if new:
        tell_noted(turn, new)
    if new and question is q.CHECK_WHICH:
        turn.count_miss()  # who tells on twice chooses none of them
    if kept:
        acknowledge(turn)
        leave_open_if_again(turn, question, has_news=bool(new))
    return kept or bool(new) or turn.conversation.knows(question.id)


def _tells_more(turn: Turning) -> bool:
    """Tell "bayu demam", behind a last step, from "oke kak"."""
    words = turn.text.split()
    says = len(words) >= _SUBSTANCE or len(without_fillers(fold(turn.text[:200]))) >= _A_FEW
    return says or bool(turn.reading.signals)


def _answer_text(turn: Turning, question: Question) -> bool:
    if _is_another_number(turn.text, question) and "victim_age" not in turn.reading.found:
        return False
    if _says_it_was_told(turn, question) or _tells_the_wage_alone(turn, question):
        return True
    found = about(turn.text, turn.reading)
    plain = option_phrases("yes_no").meaning(fold(turn.text[:40])) if question in _NEVER_YES else ""
    if plain == "yes":
        # who was shown the summary says that it is right, whatever was asked after a correction
        return turn.conversation.knows(SUMMED) and _leave_not_known(turn, question)
    if question is not q.WHAT and (plain == "no" or _has_nothing(turn, question, found) or knows_nothing(turn.text)):
        return _leave_not_known(turn, question)
    if question is not q.WHAT and _begins_not_knowing(turn, question):
        tell_noted(turn, volunteer(turn))
        _keep_with_story(turn)
        turn.leave_open(question.id, Origin.UNKNOWN)
        return True
    if question is q.CHECK_EXACT and "company" not in turn.reading.found and says_there_is_no_firm(turn.text):
        tell_noted(turn, volunteer(turn))
        return _leave_not_known(turn, question)
    before, again = turn.conversation, turn.is_reopened(question.id, *question.fits)
    if not again and not _may_answer(turn, question, found):
        return _tell_beside_text(turn, question, found)
    _take_beside(turn, question, again=again)
    if not _answered_by_a_fit(turn, question):
        turn.answer({question.id: worded(turn, question)})
    _settle_beside(turn, question, before=before if again else None)
    if turn.conversation.flow == "report" and question is not q.WHAT and len(turn.text.split()) >= MORE_THAN_ASKED:
        turn.add_to_story(turn.text)
    return True


def _settle_beside(turn: Turning, question: Question, *, before: Conversation | None) -> None:
    """Settle what hangs on an answer; where its line was told anew, let go of what stood in it `before`."""
    if before is not None and question is q.VICTIM:
        _keep_who_it_is(turn, before)
    if question is q.VICTIM_SPOT:
        add_spot(turn)
    turn.conversation = turn.conversation.without(key for key in question.fits if turn.is_reopened(key))


def _keep_who_it_is(turn: Turning, before: Conversation) -> None:
    """Keep the age and the name where the line of the victim is told anew without them: "laila cucu saya"."""
    pieces = {key: found for key, found in turn.reading.found.items() if key in victim_lines.PIECES}
    if turn.conversation.value(q.VICTIM.id) not in q.VICTIM.choices:
        turn.answer({key: Answer(found.value, Origin.VOLUNTEERED, found.words) for key, found in pieces.items()})
    told = turn.conversation.with_answers(victim_lines.kept_from_before(before, turn.conversation))
    line = told.answers.get(q.VICTIM.id)
    if line is not None and line.is_known and line.value not in q.VICTIM.choices:
        told = told.with_answers({q.VICTIM.id: line._replace(value=victim_lines.with_pieces(line.value, told.answers))})
    turn.conversation = told


def _tells_the_wage_alone(turn: Turning, question: Question) -> bool:
    """Take "gaji 10 jt" where payments were asked for: what was paid is left open, so that it may still be told."""
    found = turn.reading.found
    if question is not q.PAYMENT or "salary" not in found or q.PAYMENT.id in found or turn.is_reopened(question.id):
        return False
    tell_noted(turn, volunteer(turn))
    _keep_with_story(turn)
    turn.leave_open(question.id)
    return True


def _leave_not_known(turn: Turning, question: Question) -> bool:
    if turn.conversation.flow == "report" and len(turn.text.split()) > _NOTHING:
        turn.add_to_story(turn.text)
    turn.leave_open(question.id, Origin.UNKNOWN)
    return True


def _begins_not_knowing(turn: Turning, question: Question) -> bool:
    """Read "ndak tau sy pak. terakhir dia telpon nangis ...": what follows is told beside the question."""
    said = sentences_of(turn.text)
    is_answered = not {question.id, *question.fits}.isdisjoint(turn.reading.found)
    return len(said) > 1 and knows_nothing(said[0].written) and not is_answered


def _is_another_number(text: str, question: Question) -> bool:
    # a choice of an earlier question, most likely
    return question in _NO_NUMBERS and text.strip(" .").isdecimal() and len(text) <= 3


def _may_answer(turn: Turning, question: Question, found: About) -> bool:
    if turn.said.attachments and (question in _ABOUT_CONTACT or _only_says_what_is_in_it(turn, question)):
        return False  # the caption of a picture
    if OTHERS in turn.reading.found and _READ_AS.get(question.id, OTHERS) not in turn.reading.found:
        return False  # "yg minta tebusan nomornya +95 ..."
    spares = question is q.CONTACT_PHONE and spares_a_number(clauses_of(turn.text))  # "jgn telpon nomor yuli 0822 ..."
    if spares or tells_of_somebody_beside(turn, question):
        return False
    where = question in WHERE
    if where and is_the_writers_place(turn.conversation, turn.text, is_asked=True):
        return False
    if where and tells_where(turn.text, turn.reading.found):
        return True
    fits = found.fits(question, turn.conversation) and could_answer(question, turn.text, turn.reading)
    return fits and (not where or could_be_a_place(turn.text, turn.reading, found, turn.facts.province))


def _only_says_what_is_in_it(turn: Turning, question: Question) -> bool:
    """Tell the caption "struk transfer" from one that answers, like "ini visanya, visa turis"."""
    found = turn.reading.found
    if question in _NAMES_ASKED:
        return False  # who is in it
    return len(turn.text.split()) <= _A_CAPTION and {question.id, *question.fits}.isdisjoint(found)


def _says_it_was_told(turn: Turning, question: Question) -> bool:
    """Leave the question in peace where "kan sudah saya bilang tadi" stands before whatever else."""
    if question is q.WHAT or saying_in(turn.text) is not Saying.TOLD_ALREADY:
        return False
    volunteer(turn)
    if turn.conversation.flow == "report":
        turn.add_to_story(turn.text)
    turn.tell("sorry_told")
    if question.id not in turn.conversation.answers:
        turn.leave_open(question.id)
    return True


def _tell_beside_text(turn: Turning, question: Question, found: About) -> bool:
    """Keep an answer to another question; ask again once, then leave the question open."""
    new = _take_in(turn, found)
    if turn.conversation.flow == "report" and (not new or len(turn.text.split()) >= _SUBSTANCE):
        turn.add_to_story(turn.text)
    tell_noted(turn, new)
    acknowledge(turn)
    leave_open_if_again(turn, question, has_news=bool(new))
    return True


def _take_in(turn: Turning, found: About) -> list[str]:
    """Take what is told of other questions; give their ids."""
    new = volunteer(turn)
    topic = lone_topic(turn.text, found)
    asked = turn.conversation.shown.prompt if turn.conversation.shown else ""
    if topic == q.VICTIM_NOW.id and asked == q.SAFE.id and turn.conversation.value(q.VICTIM.id) != "self":
        return new  # "aman, saya di rumah" is where the writer is
    if topic in q.QUESTIONS and not could_answer(q.QUESTIONS[topic], turn.text, turn.reading):
        return new
    if topic == q.VICTIM_NOW.id and is_the_writers_place(turn.conversation, turn.text):
        return new
    if topic == q.VICTIM_NOW.id and not could_be_a_place(turn.text, turn.reading, found, turn.facts.province):
        return new
    if topic and topic in q.QUESTIONS and topic not in new and _may_be_told(turn, topic):
        card = turn.conversation.value("card") if topic == q.RECRUITER.id else ""
        if card:  # "itu yang bawa" points at the card sent before
            return [*new, *_take_card(turn, card)]
        turn.answer({topic: Answer(turn.text.strip()[:_LONGEST_ANSWER], Origin.VOLUNTEERED, turn.text[:80])})
        new.append(topic)
    return new


def _take_card(turn: Turning, card: str) -> list[str]:
    name, _, phones = card.partition(", ")
    told = {q.RECRUITER.id: name, q.RECRUITER_PHONE.id: phones}
    turn.answer({key: Answer(value, Origin.VOLUNTEERED, "card") for key, value in told.items() if value})
    return [key for key, value in told.items() if value]


def _may_be_told(turn: Turning, topic: str) -> bool:
    # what was only read between the lines gives way to what is said outright
    told = turn.conversation.answers.get(topic)
    if told is None or not told.is_known:
        return True
    # what stands under a picture tells what is in it, and "kerjanya di pabrik roti" is no move
    moves = not turn.said.attachments and has_moved(turn.text)
    return moves and topic == q.VICTIM_NOW.id and told.origin is Origin.VOLUNTEERED


def _keep_with_story(turn: Turning) -> bool:
    says_enough = len(turn.text.split()) >= _SUBSTANCE or gives_a_name(fold(turn.text[:80])) or tells_danger(turn)
    says_enough = says_enough or tells_of_a_wound(fold(turn.text[:80]))
    if turn.conversation.flow != "report" or not says_enough:
        return False
    turn.add_to_story(turn.text)
    return True


def _has_nothing(turn: Turning, question: Question, found: About) -> bool:
    first, _, rest = turn.text[:80].partition(",")
    asks_a_number = question is q.RECRUITER_PHONE and not found.has_figures
    if len(fold(rest)) > 1 and not asks_a_number:
        return False  # "ga tau, laut Pasifik katanya"
    words = fold(first + " " + rest)
    nots, haves = having_words()
    return (
        len(words) <= (_NO_NUMBER if asks_a_number else _NOTHING)
        and not found.read
        and not found.has_signs
        and bool(nots.intersection(words))
        and bool(haves.intersection(words))
    )


def _answered_by_a_fit(turn: Turning, question: Question) -> bool:
    # "PT Sinar Rinjani, 0812..." answers who recruited although no person is named; a bare number its number
    if question is q.CHECK_NAME:
        return False  # a name is looked up in the words in which it was typed
    if question is q.VICTIM and "victim_relation" not in turn.reading.found and speaks_of_oneself(turn.text):
        return False  # "me 29" tells who it is as well
    short = len(turn.text) <= _A_STORY
    return (
        short and question.id not in turn.reading.found and any(turn.conversation.knows(key) for key in question.fits)
    )


def _take_beside(turn: Turning, question: Question, *, again: bool) -> None:
    if question not in _ABOUT_CONTACT and not again:
        _volunteer_beside(turn, question)
    elif question is q.CONTACT_PHONE:
        keep_the_other_numbers(turn)


def _volunteer_beside(turn: Turning, question: Question) -> None:
    asked = "" if question in _DESCRIBING else question.id  # these make the line of the victim longer
    asked = q.VICTIM_NOW.id if question is q.VICTIM_SPOT else asked
    volunteer(turn, but=THE_VICTIM if question is q.RECRUITER and len(turn.text) <= _A_STORY else asked)
