"""A name told in the middle of a check: instead of a choice among near names, or as the next thing to be checked."""

from flows import questions as q
from flows.check_endings import TOLD_BESIDE
from flows.checking_a_number import asks_for_a_number
from flows.choices import Fit
from flows.clauses import clauses_of
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.hearing import tells_something
from flows.impostor import flags_of
from flows.labels import Intent
from flows.matching.names import read_listed_name
from flows.next_steps import step_wished
from flows.noting import tell_noted
from flows.phrases import option_phrases, without_fillers
from flows.question import Question
from flows.recruiter_check import NOT_TO_BE_REPORTED, TOLD, judge, name_to_watch
from flows.said import Kind
from flows.sayings import Saying, saying_in
from flows.sentences import holds_a_question, sentences_of
from flows.turning import Turning
from flows.volunteering import volunteer
from flows.word_tables import to_report_words

_LONGEST = 500  # characters
_LONGEST_NAME = 6  # words
_LONGEST_STEP = 40  # characters
_OF_A_CASE = frozenset({"recruiter_phone", "account", "payment", "documents", "departure", "salary", "victim_name"})
_KEPT = _OF_A_CASE | {
    *("recruiter", "destination", "victim", "victim_relation", "victim_age", "victim_sex", "job", "visa", "port"),
    *("reporter_name", "contact", "contact_phone", "anonymous", TOLD_BESIDE),
}
"""What was told of the journey stays told, whatever name is looked up next."""
_ONLY_ASKED = frozenset({Saying.NO_CASE, Saying.NO_REPORT, Saying.JOKING})
_STEPS = frozenset({"report", "verify", "watch"})
_REPORTED = frozenset(fold("dilaporin dilaporkan dilapor dilaporkn laporin laporkan reported"))
_MAY = frozenset(fold("bisa boleh can"))
_OF_US = frozenset(fold(
    "polisi polsek polres polda siapa takut jangan kalau sudah udah saya aku kami nanti cara gimana dimana kemana "
    "balik berapa police who how"
))  # fmt: skip


def takes_another_name(turn: Turning, question: Question) -> bool:
    """Let the message name what is checked from here on; say whether it did."""
    if turn.said.kind not in {Kind.TEXT, Kind.EDIT} or not tells_something(turn.said):
        return False
    if question is q.CHECK_WHICH and _is_a_name(turn):
        _look_up_instead(turn, Answer(turn.text[:_LONGEST], Origin.ASKED))
        return True
    if question is q.CHECK_WHICH and turn.choice.fit is Fit.NONE and _was_missed(turn):
        turn.leave_open(question.id)  # who chooses none of them twice means none of them
        tell_noted(turn, volunteer(turn))
        if not turn.prefaces:
            turn.tell("noted")
        return True
    if question is q.CHECK_EXACT or not _is_next_check(turn):
        return False
    kept = {key: answer for key, answer in turn.conversation.answers.items() if key in _KEPT}
    turn.begin("check", {**kept, q.CHECK_NAME.id: Answer(turn.text[:_LONGEST], Origin.ASKED)})
    return True


def puts_the_name_right(turn: Turning, question: Question) -> bool:
    """Take the name of "bukan semuanya. eh maaf sy salah tulis, namanya PT ..." for the one that is looked up."""
    company = turn.reading.found.get("company")
    if question is not q.CHECK_WHICH or turn.choice.is_whole or company is None:
        return False
    _look_up_instead(turn, Answer(company.value, Origin.ASKED, turn.text[:_LONGEST]))
    return True


def _look_up_instead(turn: Turning, name: Answer) -> None:
    turn.conversation = turn.conversation.without({q.CHECK_EXACT.id}).with_answers({q.CHECK_EXACT.id: name})


def takes_next_step(turn: Turning) -> bool:
    """Let "jadikan laporan", "minta petugas cek" or "pantau" end the questions early; say whether it did."""
    words = fold(turn.text) if len(turn.text) <= _LONGEST_STEP else ()
    step = option_phrases(q.CHECK_NEXT.id).meaning(words) if words else ""
    reports = wants_to_report(turn.text) or _asks_to_report_this(turn) or _tells_on(turn)
    step = step or ("report" if reports else _step_beside(turn))
    if TOLD not in turn.conversation.answers or step not in _STEPS or q.CHECK_NEXT.id in turn.conversation.answers:
        return False
    judged = judge(turn.conversation, turn.facts)
    if step == "watch" and not name_to_watch(turn.conversation, judged):
        return False
    volunteer(turn)
    if _asks_to_report_this(turn):
        turn.tell("check.reported")
    open_ones = [key for key in (q.CHECK_EXACT.id, q.CHECK_WHICH.id) if key not in turn.conversation.answers]
    turn.answer({question_id: Answer(origin=Origin.SKIPPED) for question_id in open_ones})
    turn.answer({"check_enough": Answer("yes", Origin.READ), q.CHECK_NEXT.id: Answer(step, Origin.ASKED)})
    return True


def _asks_to_report_this(turn: Turning) -> bool:
    """Read "bisa dilaporin kan ini?" of whom the check was about, once it has said what it found."""
    shown = turn.conversation.shown
    if shown is None or shown.prompt != q.CHECK_NEXT.id:
        return False
    said = (sentence.words for sentence in sentences_of(turn.text[:_LONGEST]))
    return any(
        not any(map(frozenset(words).isdisjoint, (_REPORTED, _MAY))) and _OF_US.isdisjoint(words) for words in said
    )


def _step_beside(turn: Turning) -> str:
    """Give the step that is wished beside other words, "" where they name what is to be checked next."""
    step = "" if _is_next_check(turn) else step_wished(turn.text)
    return "" if step == "report" and saying_in(turn.text) in _ONLY_ASKED else step


def _tells_on(turn: Turning) -> bool:
    """Say whether somebody who was warned tells on, instead of choosing what to do: "ini nomor dia 0818 ..."."""
    shown = turn.conversation.shown
    if shown is None or shown.prompt != q.CHECK_NEXT.id or holds_a_question(turn.text):
        return False  # "trus ijazah anak sy gmn cara ambilnya"
    if asks_for_a_number(turn.text):
        return False  # "haji mukti tu orang baik pak. no nya 0818 ... coba cek"
    if saying_in(turn.text) in _ONLY_ASKED or turn.conversation.knows(NOT_TO_BE_REPORTED):
        return False  # "belum bayar kok, cuma mau tau aja"
    return not _OF_A_CASE.isdisjoint(turn.reading.found) and bool(flags_of(turn.conversation))


def wants_to_report(text: str) -> bool:
    """Say whether the writer says, beside whatever else, that they report: "jadi ga bener ya? yaudah sy lapor"."""
    verbs, beside = to_report_words()
    return any(
        not clause.asks
        and not verbs.isdisjoint(clause.words)
        and all(word in verbs | beside or not without_fillers((word,)) for word in clause.words)
        for clause in clauses_of(text)
    )


def _was_missed(turn: Turning) -> bool:
    return turn.conversation.shown is not None and turn.conversation.shown.misses > 0


def _is_a_name(turn: Turning) -> bool:
    found = turn.reading.found
    return "company" in found or (not found and len(turn.text.split()) <= _LONGEST_NAME)


def _is_next_check(turn: Turning) -> bool:
    told = turn.conversation.answers.get(TOLD)
    company = turn.reading.found.get("company")
    if told is None or company is None or turn.reading.intent is not Intent.CHECK_RECRUITER:
        return False
    return read_listed_name(company.value).joined not in read_listed_name(told.words).joined
