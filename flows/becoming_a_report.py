"""When a check becomes a report: harm, a journey under way, or somebody who was taken is told of in it."""

from flows import questions as q
from flows.another_name import wants_to_report
from flows.asking_of_a_name import STANDING
from flows.check_endings import told_in
from flows.folding import fold
from flows.impostor import ASKED_IN_A_CHECK
from flows.labels import Intent, Urgency
from flows.learning import asks
from flows.noting import tell_noted
from flows.question import Question
from flows.recruiter_check import NOT_TO_BE_REPORTED
from flows.sentences import holds_a_question
from flows.tellers import signs_told, tells_of_harm
from flows.turning import Turning
from flows.victim_lines import is_of_age
from flows.volunteering import volunteer
from flows.word_tables import spoken_of_words

_RECRUITERS = frozenset({"recruiter", "recruiter_phone", "company"})
OF_A_NAME = _RECRUITERS | {"account"}
"""What is told of a name alone."""
NOT_YET = frozenset(fold("belum blm blom"))
"""Words by which nothing was done so far."""
_A_SENTENCE = 4  # words
_OF_A_JOURNEY = frozenset({"departure", "victim_relation", "port"})  # no name and no answer of a check holds these
_PAID = "fee_paid"
_GAVE_AWAY = frozenset(fold("lunas lunasi melunasi ngelunasin bayar kebayar"))
_BY_NOW = frozenset(fold("sudah sdh udah udh uda dah telanjur terlanjur kadung wah already lunas"))
_OF_A_VICTIM = frozenset({"victim_name", "victim_age"})
_ASKED_TO_CHECK = frozenset(fold("cek ngecek check periksa tanya nanya pastiin mastiin"))
_OF_WHOM = frozenset({q.CHECK_NAME, q.CHECK_EXACT, q.CHECK_WHICH})
_OF_A_PASSAGE = frozenset({"illegal_route", "multiple_victims", "in_transit"})  # signs of people who are moved
_A_TELLING = 8  # words; fewer may be part of a name


def turns_into_a_report(turn: Turning, question: Question) -> bool:
    """Let harm told in the middle of a check make a report of it, with all that was told."""
    names_it = question is q.CHECK_NAME and not OF_A_NAME.isdisjoint(turn.reading.found)  # "suruh tf ke bca 77..."
    harms = turn.reading.intent is Intent.REPORT and tells_of_harm(turn.text, turn.reading) and not names_it
    if not harms and not _tells_on(turn, question) and not wants_to_report(turn.text):
        return False
    turn.begin("report", told_in(turn.conversation))
    turn.note_reading()
    turn.add_to_story(turn.text)
    if not _OF_A_PASSAGE.isdisjoint(sign.name for sign in turn.reading.signals):
        turn.tell("check.is_danger")
    tell_noted(turn, volunteer(turn), is_first=True)
    if question in ASKED_IN_A_CHECK and question.id not in turn.conversation.answers:
        turn.leave_open(question.id)  # it was shown and passed by: the report does not ask it again
    return True


def _tells_on(turn: Turning, question: Question) -> bool:
    """Say whether somebody goes on with a story: instead of a name, or after the check has said all it can."""
    if question is q.CHECK_NEXT and turn.conversation.knows(NOT_TO_BE_REPORTED):
        return False
    if question is q.CHECK_NEXT:
        tells = turn.reading.intent is Intent.REPORT and bool(signs_told(turn.text, turn.reading))
        is_asked = holds_a_question(turn.text)
        return (tells or not _OF_A_JOURNEY.isdisjoint(turn.reading.found)) and not is_asked
    if _tells_of_one_taken(turn) or _tells_of_a_child_away(turn):
        return True
    if question not in _OF_WHOM:
        return _tells_of_a_group(turn)
    return _tells_of_a_passage(turn) or (question is q.CHECK_NAME and _tells_of_somebody(turn))


def _tells_of_a_passage(turn: Turning) -> bool:
    """Tell "kami 9 org mau brgkt jumat, ga usah paspor, lewat jalan tikus" from the name that was asked for."""
    found, signs = turn.reading.found, signs_told(turn.text, turn.reading)
    tells = turn.reading.intent is Intent.REPORT and len(turn.text.split()) >= _A_TELLING
    return tells and OF_A_NAME.isdisjoint(found) and not _OF_A_PASSAGE.isdisjoint(signs) and "?" not in turn.text


def _tells_of_a_group(turn: Turning) -> bool:
    """Tell "ada 4 perempuan mau dikirim lewat bandara kamis ini", whatever the check asks, from "10 org yg daftar"."""
    found, signs = turn.reading.found, signs_told(turn.text, turn.reading)
    is_moved = "in_shelter" in signs or not _OF_A_JOURNEY.isdisjoint(found)
    tells = turn.reading.intent is Intent.REPORT and "multiple_victims" in signs and is_moved
    return tells and "victim_relation" not in found and "?" not in turn.text


def _tells_of_a_child_away(turn: Turning) -> bool:
    """Read "jd anak sy sdh di batam. dia baru 17 taun" of who was only to go, as far as the check knew."""
    found = turn.reading.found
    age = found["victim_age"].value if "victim_age" in found else ""
    is_away = q.VICTIM_NOW.id in found and not _BY_NOW.isdisjoint(fold(turn.text[:200]))
    return is_away and "victim_relation" in found and age.isdecimal() and not is_of_age(age)


def _tells_of_one_taken(turn: Turning) -> bool:
    """Read "sepupu gw Fajri 25 th udah kasih DP 30 juta" as a report, and "adik saya disuruh setor 20 juta" as a check.

    Whoever paid or leaves is told of as one taken is, with a name or an age; where nobody asked for a check, without.
    """
    found, text = turn.reading.found, turn.text
    if "victim_relation" not in found or holds_a_question(text) or turn.conversation.knows(NOT_TO_BE_REPORTED):
        return False
    words = fold(text[:200])
    is_paid = _PAID in signs_told(text, turn.reading) or not _GAVE_AWAY.isdisjoint(words)
    has_paid = q.PAYMENT.id in found and is_paid and not _BY_NOW.isdisjoint(words) and NOT_YET.isdisjoint(words)
    is_described = not _OF_A_VICTIM.isdisjoint(found)
    if has_paid and is_described:
        return True
    leaves = q.DEPARTURE.id in found and (is_described or q.VICTIM_NOW.id in found)
    begun = turn.conversation.value(q.WHAT.id)
    is_unasked = bool(begun) and not asks(begun) and _ASKED_TO_CHECK.isdisjoint(fold(begun[:200])[:_A_SENTENCE])
    return is_unasked and (has_paid or leaves)


def _tells_of_somebody(turn: Turning) -> bool:
    """Tell "temen aku kejebak di kafe" from a name to be checked."""
    reading = turn.reading
    if "victim_relation" not in reading.found or len(turn.text.split()) < _A_SENTENCE:
        return False
    if OF_A_NAME.isdisjoint(reading.found):
        return spoken_of_words().recruiter.isdisjoint(fold(turn.text[:200]))
    # nobody asked for a check: "aku gk tau ini bener apa enggak", then "kakakku mau dibawa tante Evi ke batam"
    goes = reading.urgency is not Urgency.NORMAL or q.DESTINATION.id in reading.found
    tells = reading.intent is Intent.REPORT and goes
    return tells and turn.conversation.knows(q.WHAT.id) and STANDING.isdisjoint(fold(turn.text[:200]))
