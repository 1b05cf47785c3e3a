"""The recruiter check as a dialogue: a name, what the list says of it, a few questions, and what to do next."""

import re
from dataclasses import dataclass
from datetime import date

from flows import questions as q
from flows.ask import Ask
from flows.asking_of_a_name import names_one
from flows.conversation import Conversation, Origin
from flows.facts import Facts
from flows.impostor import questions_left
from flows.labels import Language
from flows.matching import Agency, Check, Verdict, check
from flows.question import Question
from flows.sending import SOUND
from flows.texts import say
from flows.verdicts import has_no_name, is_a_person, is_grave

TOLD = "check_verdict"
"""The key under which the verdict stands that was told: its code, and in `words` what was asked."""
NOT_TO_BE_REPORTED = "no_report"
"""The key of who said in a check that they do not want to report: what they tell on makes no report of it."""
WARNED_DAYS = 14
"""Days within which who leaves must hear not to."""
_SOON_DAYS = 2
_MARKED = re.compile(r"\bpt\b", re.IGNORECASE)
_UNREAD = frozenset({f"value.{kind}" for kind in ("voice", "poster")})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the list says of what was asked; `checked` is none where there is no list or nothing to read."""

    asked: str
    checked: Check | None = None
    is_unread: bool = False
    """A picture or a voice note holds the name: a person looks."""

    @property
    def code(self) -> str:
        """The verdict's code, as kept with the ticket."""
        if self.checked is None or (self.is_unread and has_no_name(self.checked)):
            return Verdict.REGISTRY_UNFIT.value
        return self.checked.verdict.value

    @property
    def needs_a_person(self) -> bool:
        """True where no list can answer this."""
        return self.checked is None or self.is_unread or self.checked.needs_a_person


def recruiter_check(ask: Ask) -> str:
    """Guide a family through a check; ends "closed", "verify", "report", "watch" or "done"."""
    if ask.facts.checks_closed and TOLD not in ask.conversation.answers:
        return "closed"
    if not _names_a_company(ask):
        if ask.conversation.value("check_enough") and ask.known(q.CHECK_NAME) is None:
            return "done"
        ask(q.CHECK_NAME)
    judged = judge(ask.conversation, ask.facts)
    if not judged.is_unread and q.CHECK_EXACT.id not in ask.conversation.answers and judged.checked:
        _ask_for_the_company(ask, judged.checked)
    if judged.needs_a_person:
        if q.CHECK_WHO.id not in ask.conversation.answers:
            ask(q.CHECK_ABOUT)
        return "verify"
    choices = offered(judged)
    if choices:
        ask(q.CHECK_WHICH, choices=choices)
    for question in questions_left(ask.conversation, is_grave=is_grave(Verdict(judged.code))):
        ask(question, variant="check" if question in {q.DESTINATION, q.DOCUMENTS} else "")
    return _what_next(ask, judged)


def judge(conversation: Conversation, facts: Facts) -> Judged:
    """Look up what was asked in the words in which it was asked, never in a shorter reading of them."""
    texts = _asked(conversation)
    is_unread = _is_unread(conversation)
    if facts.registry is None:
        return Judged(texts[0] if texts else "", is_unread=is_unread)
    on = facts.local_now.date()
    best: Judged | None = None
    for text in texts or [""]:
        checked = check(text, facts.registry, on=on)
        if not has_no_name(checked):
            return Judged(text, checked, is_unread=is_unread)
        best = best or Judged(text, checked, is_unread=is_unread)
    return best or Judged("")


def came_of_a_check(conversation: Conversation) -> bool:
    """Say whether a check was told its verdict; in a report of harm a line of the list may have been told instead."""
    told = conversation.answers.get(TOLD)
    return told is not None and told.origin is Origin.READ


def began_with_a_person(conversation: Conversation, facts: Facts) -> bool:
    """Say whether a person was asked about first, and the company only named by them."""
    if facts.registry is None or not conversation.knows(q.CHECK_EXACT.id):
        return False
    told = conversation.value(q.CHECK_NAME.id) or conversation.value(q.WHAT.id)
    return is_a_person(check(told, facts.registry, on=facts.local_now.date()))


def leaves_soon(conversation: Conversation, facts: Facts, *, within: int = _SOON_DAYS) -> bool:
    """Say whether the journey that was told of begins within these days; within two there is no time for a check."""
    try:
        leaves = date.fromisoformat(conversation.value(q.DEPARTURE.id)[:10])
    except ValueError:
        return False
    return 0 <= (leaves - facts.local_now.date()).days <= within


def offered(judged: Judged) -> tuple[str, ...]:
    """Give the choices among near names, none where the verdict is another."""
    checked = judged.checked
    if checked is None or checked.verdict is not Verdict.SIMILAR_NAME:
        return ()
    return (*(str(number) for number in range(1, len(checked.candidates) + 1)), "none")


def chosen(conversation: Conversation, judged: Judged) -> Agency | None:
    """Give the near name that was picked, if one was."""
    number = conversation.value(q.CHECK_WHICH.id)
    if not number.isdecimal() or judged.checked is None or not 0 < int(number) <= len(judged.checked.candidates):
        return None
    return judged.checked.candidates[int(number) - 1].agency


def name_to_watch(conversation: Conversation, judged: Judged) -> str:
    """Give the company name that a watch would be for, "" where none was told."""
    picked = chosen(conversation, judged)
    if picked:
        return picked.name
    checked = judged.checked
    if checked is None or has_no_name(checked) or checked.verdict is Verdict.NOT_A_P3MI:
        return ""
    if checked.confirmed:
        return checked.confirmed.name
    return f"PT {checked.asked_name.title()}" if _MARKED.search(judged.asked) else checked.asked_name


def knows_no_name(conversation: Conversation) -> bool:
    """Say whether no name was known where it was asked: "gak tau pt nya"."""
    return q.CHECK_NAME.id in conversation.answers and not conversation.knows(q.CHECK_NAME.id)


def _names_a_company(ask: Ask) -> bool:
    """Say whether the first message already names one that can be looked up, also where nobody else read a name."""
    judged = judge(ask.conversation, ask.facts)
    if judged.checked is None or has_no_name(judged.checked):
        return False
    has_mark = bool(_MARKED.search(judged.asked)) and len(judged.checked.asked_name.split()) > 1
    return bool(judged.checked.candidates) or has_mark or names_one(judged.asked, judged.checked)


def _ask_for_the_company(ask: Ask, checked: Check) -> None:
    if is_a_person(checked):
        ask(q.CHECK_EXACT, variant="person")
    elif has_no_name(checked) and not knows_no_name(ask.conversation):
        ask(q.CHECK_EXACT, variant="number" if checked.phones or checked.accounts else "")


def _what_next(ask: Ask, judged: Judged) -> str:
    can_watch = bool(name_to_watch(ask.conversation, judged))
    choices = tuple(choice for choice in q.CHECK_NEXT.choices if choice != "watch" or can_watch)
    wanted = ask(q.CHECK_NEXT, choices=choices).value
    if wanted == "watch" and ask(q.WATCH_CONSENT).value != "yes":
        return "done"
    return wanted


def _asked(conversation: Conversation) -> list[str]:
    """Give the texts that may hold the name, the surest first: a story for which the name was asked holds none."""
    keys: tuple[Question, ...] = (q.CHECK_EXACT, q.CHECK_NAME)
    if not knows_no_name(conversation):
        keys = (*keys, q.WHAT)
    told = [conversation.answers[one.id] for one in keys if conversation.knows(one.id)]
    return [answer.value for answer in told if not _is_a_mark(answer.value) and answer.origin is not Origin.READ]


def _is_unread(conversation: Conversation) -> bool:
    sent = conversation.value("files") or conversation.value(SOUND)
    return _is_a_mark(conversation.value(q.CHECK_NAME.id)) or bool(sent)


def _is_a_mark(value: str) -> bool:
    return any(value == say(key, language) for key in _UNREAD for language in Language)
