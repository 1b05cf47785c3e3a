"""The report: what is asked, in which order, and what is left out when it is already known or cannot matter."""

import re
from collections.abc import Mapping
from functools import cache

from flows import questions as q
from flows.ask import Ask, NotYetAnswered
from flows.at_sea import says_aboard, was_aboard
from flows.contact_limits import guards_the_writer
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.labels import Category, Urgency
from flows.question import Question
from flows.spots_told import tells_a_house
from flows.turning import signs_of
from flows.understanding.lexicon import word_set
from flows.victim_lines import has_several
from flows.word_tables import spoken_of_words, topic_words

SAID_AGAIN = "said_again"  # how often it was repeated that an officer is called
SILENCE = "silence"  # who must not learn of the report, in the writer's words
SPARED = "not_to_call"  # whose phone must be left alone, in the writer's words
UNRUNG = "unrung"  # that the writer must not be rung, in their words
SUMMED = "summed"  # how the lines of the summary read when it was last shown
HIDDEN = "hidden"  # the writer had to put the phone away, and has not written since
WAITED = "waited"  # it was said how to send, and nothing reads otherwise since
ADVISED = "advised"  # the advice in danger that was read out in this talk
NO_110 = "no_110"  # 110 is no help to the writer: they cannot call it, or asked why they should
NO_CALLS = "no_calls"
"""The key under which it is kept that no more than a call was refused: to be written to is asked by itself."""
PUT_OFF = "put_off"
"""The key of the questions that somebody passed by who told on: each is asked once more when all is told."""
_A_PLACE_NAME = 4  # words; a longer answer says more than the name of a town
_A_TOWN = 2  # words
_UNASKED = frozenset({Origin.VOLUNTEERED, Origin.CORRECTED})  # a town put right is no more exact than before
_AT = re.compile(r"^(?:di|in|at)\s+", re.IGNORECASE)
_A_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EMERGENCY = Urgency.EMERGENCY
_SETTLED = frozenset(
    {Category.ORGAN_SALE, Category.SURROGACY, Category.SEXUAL_EXPLOITATION, Category.FISHING_VESSEL}
)  # forms that need no journey
_AT_WORK = frozenset({Category.FORCED_SCAM, Category.DOMESTIC_WORK})  # what these ask is known only to who is there
_OF_FORM: Mapping[str, Question] = {form.value: question for form, question in q.FORM_QUESTIONS.items()}
_AGE_OF_A_CHILD = q.FORM_QUESTIONS[Category.CHILD]  # any victim's age fits it
_OF_THE_REPORTER = frozenset({q.CONTACT, q.CONTACT_PHONE, q.ANONYMOUS, q.REPORTER_NAME})  # asked as their answers lead
_AT_SEA = frozenset(fold(
    "laut lautan perairan samudra samudera kapal kapalnya melaut berlayar sea ocean ship boat aboard arafura natuna"
    " pasifik pacific hindia atlantik atlantic"
))  # fmt: skip
_ASHORE = frozenset(fold("dekat pinggir tepi depan pelabuhan dermaga mess mes kos penampungan rumah near beside"))
_BEFORE_SEA = frozenset({"departing", "departing_soon", "departing_later", "escaped", "in_shelter"})
_AT_HOME = frozenset(fold("rumah kos kost kontrakan home bale balen"))
_OF_OTHERS = spoken_of_words().bosses | frozenset(fold("agen calo sponsor tekong penampungan mess orang suami istri"))
_HOLDING = frozenset(
    {"locked_up", "threat", "violence", "hiding", "forced_labour", "forced_scam", "sexual_violence", "sold"}
)  # signs of somebody who may be watched wherever they are
_ON_THE_WAY = frozenset({"departing_soon", "departing_later", "in_transit"})


def report(ask: Ask) -> str:
    """Guide a citizen through a report; give how it ended: "quiet", "sent" or "discarded"."""
    if ask.conversation.value("safe") == "no":
        return "quiet"
    is_urgent = is_in_danger(ask.conversation)
    if is_urgent:
        _ask_for_help_first(ask)
    elif ask(q.SAFE).value == "no":
        return "quiet"
    ask(q.WHAT)
    _ask_what_happened(ask, is_urgent=is_urgent)
    _ask_about_the_reporter(ask, is_urgent=is_urgent)
    _ask_what_is_reopened(ask)
    if ask(q.SUMMARY).value == "change":
        ask(q.FIX, choices=changeable(ask))
    _ask_what_was_put_off(ask)
    shown = ask.conversation.shown
    if is_read_already(ask.conversation) and not (shown and shown.prompt == q.CONSENT.id):
        return "sent"
    consent = ask(q.CONSENT, variant="early" if ask.conversation.value("ticket") else "")
    return "sent" if consent.value == "yes" else "discarded"


@cache
def asked_of_a_report() -> tuple[Question, ...]:
    """Give the questions whose answers make the summary, in its order."""
    forms = tuple(q.FORM_QUESTIONS.values())
    told = (q.WHAT, q.VICTIM, q.VICTIM_NOW, q.RECRUITER, q.RECRUITER_PHONE, q.DESTINATION, q.DEPARTURE)
    return (*told, q.DOCUMENTS, q.PAYMENT, *forms, q.CONTACT, q.CONTACT_PHONE, q.ANONYMOUS, q.REPORTER_NAME)


def changeable(ask: Ask) -> tuple[str, ...]:
    """Name the lines of the summary that can be put right."""
    return tuple(question.id for question in asked_of_a_report() if _has_a_line(ask, question))


def _has_a_line(ask: Ask, question: Question) -> bool:
    answer = ask.known(question)
    if question is _AGE_OF_A_CHILD and ask.conversation.value("category") != Category.CHILD:
        return False
    return answer is not None and answer.is_known and not is_kept_back(ask.conversation, question)


def is_kept_back(told: Conversation, question: Question) -> bool:
    """Say whether an answer goes to nobody: a name that was told, and was then wished to be left out."""
    return question is q.REPORTER_NAME and told.value(q.ANONYMOUS.id) == "hide"


def is_in_danger(told: Conversation) -> bool:
    """Say whether danger was read in anything told so far."""
    return told.value("urgency") == _EMERGENCY or told.value("safe") == "danger"


def is_read_already(told: Conversation) -> bool:
    """Say whether officers read all that is told by somebody who is in danger: no list and no consent delays them."""
    return is_victim(told) and is_in_danger(told) and bool(told.value("ticket"))


def is_victim(told: Conversation) -> bool:
    """Say whether it is the writer to whom it happens."""
    return told.value(q.VICTIM.id) == "self"


def is_worth_the_end(told: Conversation, question: Question) -> bool:
    """Say whether what somebody passed by while telling on is asked once more.

    How to reach them is, in danger where the victim is, and whether a name that was told may be used.
    """
    may_be_named = question is q.ANONYMOUS and told.knows(q.REPORTER_NAME.id)
    is_asked = question is q.CONTACT or may_be_named or (question is q.VICTIM_NOW and is_in_danger(told))
    return is_asked and told.flow == "report"


def is_put_off(told: Conversation, question: Question) -> bool:
    """Say whether the question waits until all is told."""
    return question.id in told.value(PUT_OFF).split()


def _ask_for_help_first(ask: Ask) -> None:
    # in danger the place comes before the story, and a way to reach the reporter before any paper
    ask(q.WHAT, variant="urgent")
    _ask_where(ask, is_urgent=True)
    if not is_put_off(ask.conversation, q.CONTACT) and _ask_for_leave(ask).value == "phone":
        ask(q.CONTACT_PHONE)


def _ask_what_happened(ask: Ask, *, is_urgent: bool) -> None:
    victim = ask(q.VICTIM)
    if victim.value != "nobody":
        _ask_who_exactly(ask, victim, is_urgent=is_urgent)
        _ask_where(ask, is_urgent=is_urgent)
    ask(q.RECRUITER)
    ask(q.RECRUITER_PHONE)
    if _is_on_the_way(ask) if is_urgent else _has_a_journey(ask):
        ask(q.DESTINATION)
        ask(q.DEPARTURE)
    if not is_urgent:
        ask(q.DOCUMENTS)
        ask(q.PAYMENT)
        _ask_of_the_form(ask)
        ask(q.EVIDENCE)


def _ask_about_the_reporter(ask: Ask, *, is_urgent: bool) -> None:
    contact = _ask_for_leave(ask)
    if contact.value == "phone":
        ask(q.CONTACT_PHONE)
    if contact.value in {"chat", "phone"}:
        is_watched = _may_be_watched(ask.conversation)
        if is_watched or not is_urgent:
            ask(q.CONTACT_WHEN)
        if is_watched:
            ask(q.CONTACT_WORDING)
    choices, variant, values = _asked_as(ask, q.ANONYMOUS)
    if ask(q.ANONYMOUS, choices=choices, variant=variant, values=values).value == "name":
        ask(q.REPORTER_NAME)


def _ask_what_is_reopened(ask: Ask) -> None:
    """Ask the line of the summary that is to be changed, also where the flow would not have asked it by itself."""
    for question in asked_of_a_report():
        answer = ask.conversation.answers.get(question.id)
        if answer is not None and answer.origin is Origin.REOPENED and question not in _OF_THE_REPORTER:
            ask(question)


def _may_be_watched(told: Conversation) -> bool:
    """Say whether somebody else may read along: the writer is held there, or said how not to be reached."""
    is_held = is_victim(told) and not _is_at_home_and_free(told)
    return is_held or told.knows(NO_CALLS) or told.knows(UNRUNG) or guards_the_writer(told.value(q.CONTACT_WHEN.id))


def _is_at_home_and_free(told: Conversation) -> bool:
    """Tell who is "di rumah sendiri" and was taken in from who is "di rumah majikan" or hides at home."""
    now = fold(told.value(q.VICTIM_NOW.id))
    is_at_home = now != () and len(now) <= _A_PLACE_NAME and not _AT_HOME.isdisjoint(now) and _OF_OTHERS.isdisjoint(now)
    return is_at_home and not is_in_danger(told) and _HOLDING.isdisjoint(name for name, _ in signs_of(told))


def _ask_for_leave(ask: Ask) -> Answer:
    choices, variant, values = _asked_as(ask, q.CONTACT)
    return ask(q.CONTACT, choices=choices, variant=variant, values=values)


def _asked_as(ask: Ask, question: Question) -> tuple[tuple[str, ...], str, Mapping[str, str]]:
    """Give the choices, the wording and what fills it, by what was told before.

    Who refused calls is offered none, and a name that was told is asked of as one.
    """
    name = ask.conversation.value(q.REPORTER_NAME.id)
    if question is q.CONTACT and ask.conversation.knows(NO_CALLS):
        return ("chat", "no"), "no_calls", {}
    if question is q.ANONYMOUS and name:
        return question.choices, "named", {"name": name}
    return question.choices, "", {}


def _ask_what_was_put_off(ask: Ask) -> None:
    for question in (q.VICTIM_NOW, q.CONTACT, q.ANONYMOUS):
        if is_put_off(ask.conversation, question) and not ask.conversation.knows(question.id):
            raise NotYetAnswered(question, *_asked_as(ask, question))


def _ask_who_exactly(ask: Ask, victim: Answer, *, is_urgent: bool) -> None:
    # who was asked who it is could say name and age already; several people have several names
    if victim.origin is not Origin.VOLUNTEERED or has_several(ask.conversation):
        return
    if victim.value != "self":
        ask(q.VICTIM_NAME)
    elif not is_urgent:
        ask(q.VICTIM_AGE)


def _ask_where(ask: Ask, *, is_urgent: bool) -> None:
    # a pin is not taken for the victim's place until the citizen has said so
    if "pin" in ask.conversation.answers:
        ask(q.PIN_WHOSE)
    where = ask.known(q.VICTIM_NOW) or ask(q.VICTIM_NOW, variant=asked_at_sea(ask.conversation) or _whose_place(ask))
    variant = asked_at_sea(ask.conversation)
    if variant and ask.conversation.knows(q.SHIP.id):
        return  # the ship was told, and whereabouts
    is_short = len(where.value.split()) <= _A_PLACE_NAME and not tells_a_house(where.value)
    if is_urgent and where.origin in _UNASKED and is_short:
        variant = variant or ("near" if _names_a_building(where.value) else "")
        ask(q.VICTIM_SPOT, variant=variant, values={"place": _AT.sub("", where.value)})


def asked_at_sea(told: Conversation) -> str:
    """Give the wording of where somebody is who is on a ship: its name and the last port, not streets and shops."""
    here = frozenset(fold(told.value(q.VICTIM_NOW.id)))
    if here:
        is_aboard = not here.isdisjoint(_AT_SEA) and here.isdisjoint(_ASHORE)
    else:
        is_fishing = told.value("category") == Category.FISHING_VESSEL or says_aboard(told.value(q.WHAT.id))
        is_over = was_aboard(told.value(q.WHAT.id))
        is_aboard = is_fishing and not is_over and not any(name in _BEFORE_SEA for name, _ in signs_of(told))
    return ("port" if told.knows(q.SHIP.id) else "sea") if is_aboard else ""


def _names_a_building(where: str) -> bool:
    words = fold(where)
    buildings = topic_words()[q.VICTIM_NOW.id].anywhere | word_set("place_nouns") - {"port"}
    return len(words) > _A_TOWN and any(word in buildings or word.removesuffix("nya") in buildings for word in words)


def _whose_place(ask: Ask) -> str:
    victim = ask.known(q.VICTIM)
    if victim is None or not victim.is_known or victim.value == ask.conversation.value("victim_age"):
        return "unknown"  # an age alone may be the writer's own
    return "self" if victim.value == "self" else ""


def _is_on_the_way(ask: Ask) -> bool:
    return any(name in ask.conversation.value("signals") for name in _ON_THE_WAY)


def _has_a_journey(ask: Ask) -> bool:
    return ask.conversation.value("category") not in _SETTLED or ask.conversation.knows("destination")


def _ask_of_the_form(ask: Ask) -> Answer | None:
    form = ask.conversation.value("category")
    if form in _AT_WORK and _is_still_to_go(ask):
        form = Category.NON_PROCEDURAL_MIGRANT_WORK
    if form == Category.CHILD and q.VICTIM_NAME.id in ask.conversation.answers:
        return None  # their age was asked with their name
    question = _OF_FORM.get(form)
    return ask(question) if question else None


def _is_still_to_go(ask: Ask) -> bool:
    if "departing" in ask.conversation.value("signals"):
        return True
    departure = ask.conversation.value("departure")[:10]
    return bool(_A_DATE.fullmatch(departure)) and departure >= ask.facts.local_now.date().isoformat()
