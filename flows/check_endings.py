"""How a check ends: an officer verifies, a report begins with all that was told, a watch is kept, or nothing more."""

from collections.abc import Mapping
from dataclasses import replace

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin
from flows.draft import draft_of
from flows.events import Filed, Watched
from flows.impostor import claim_of, flags_of
from flows.labels import Urgency
from flows.learning import asks
from flows.receipts import spaced
from flows.recruiter_check import NOT_TO_BE_REPORTED, WARNED_DAYS, judge, leaves_soon, name_to_watch
from flows.reply import Reply
from flows.telling_checks import findings, tell_verdict
from flows.ticket import TicketKind
from flows.turning import Turning

# answers that steer the check and say nothing of the case
_STEERING = frozenset(
    {q.CHECK_NEXT.id, q.CHECK_WHICH.id, q.WATCH_CONSENT.id, "check_enough", "ticket", NOT_TO_BE_REPORTED}
)


_LONGEST_NAME = 8  # words
TOLD_BESIDE = "told_beside"
"""The key of the lines that tell of a case in the middle of a check: the story of a report that may come of it."""
_A_SENTENCE = 6  # words
_A_STORY = 12  # words; "cek PT itu resmi?" asks and tells nothing, so the report still asks what happened


def end_check(turn: Turning, how: str) -> bool:
    """Act on the end of a check; say whether another flow should run now."""
    match how:
        case "closed":
            turn.say_and_rest("check.too_many")
        case "report":
            turn.begin("report", told_in(turn.conversation))
            return True
        case "watch":
            _watch(turn)
        case "verify":
            _verify(turn)
        case _:
            turn.say_and_rest("check.done")
    return False


def told_in(conversation: Conversation) -> Mapping[str, Answer]:
    """Give what a check was told, as a report keeps it: nothing has to be said again."""
    told = {key: answer for key, answer in conversation.answers.items() if key not in _STEERING}
    what = told.get(q.WHAT.id)
    story = told.pop(TOLD_BESIDE, None)
    if what is not None and not _is_a_story(what.value, named_apart=q.CHECK_NAME.id in told):
        told.setdefault(q.CHECK_NAME.id, told.pop(q.WHAT.id))
    if story is not None:
        begun = told[q.WHAT.id].value if q.WHAT.id in told else ""
        whole = f"{begun}\n{story.value}".strip()
        key = q.WHAT.id if len(whole.split()) >= _A_STORY else "heard"
        told[key] = Answer(whole, Origin.VOLUNTEERED)
    named = (told.get(q.CHECK_EXACT.id), told.get(q.CHECK_NAME.id))
    exact = next((answer for answer in named if answer is not None and answer.is_known), None)
    if exact is not None and not conversation.knows("company") and _is_a_name(exact.value):
        told.setdefault(q.RECRUITER.id, Answer(exact.value, Origin.VOLUNTEERED, exact.words))
    return told


def _is_a_story(text: str, *, named_apart: bool) -> bool:
    """Tell "saya ditawari kerja di taiwan, diminta 35 juta dulu", before the name, from "cek PT itu resmi?"."""
    many = len(text.split())
    return many >= _A_STORY or (named_apart and many >= _A_SENTENCE and not asks(text))


def _is_a_name(value: str) -> bool:
    """Tell "pak Landa" from "kak nanya, umroh tapi disuruh kerja itu boleh ya?"."""
    return "?" not in value and len(value.split()) <= _LONGEST_NAME


def _verify(turn: Turning) -> None:
    facts = turn.facts
    judged = judge(turn.conversation, facts)
    tell_verdict(turn, judged)
    warns = claim_of(turn.conversation) or flags_of(turn.conversation)
    if warns and not turn.conversation.knows(q.CHECK_NEXT.id):
        turn.reply(Reply(findings(turn, judged)))
    # who asks for an answer wants to be answered here
    draft = draft_of(_for_the_officer(turn.conversation), facts, may_contact=True)
    if leaves_soon(turn.conversation, facts) and draft.urgency is Urgency.NORMAL:
        draft = replace(draft, urgency=Urgency.HIGH)
    turn.events.append(Filed(TicketKind.VERIFICATION, facts.code, facts.receipt, draft))
    key = "check.filed_leaving" if leaves_soon(turn.conversation, facts, within=WARNED_DAYS) else "check.filed"
    turn.say_and_rest(key, code=facts.code, receipt=spaced(facts.receipt))


def _for_the_officer(conversation: Conversation) -> Conversation:
    """Give the check as its officer reads it: with the lines told beside its questions, and a name that was given."""
    if conversation.knows(q.REPORTER_NAME.id) and q.ANONYMOUS.id not in conversation.answers:
        conversation = conversation.with_answers({q.ANONYMOUS.id: Answer("name", Origin.READ)})  # nobody asked for it
    beside = conversation.answers.get(TOLD_BESIDE)
    if beside is None:
        return conversation
    whole = f"{conversation.value(q.WHAT.id)}\n{beside.value}".strip()
    return conversation.with_answers({q.WHAT.id: Answer(whole, Origin.VOLUNTEERED)})


def _watch(turn: Turning) -> None:
    judged = judge(turn.conversation, turn.facts)
    name = name_to_watch(turn.conversation, judged)
    turn.events.append(Watched(name))
    turn.say_and_rest("watch.kept", name=name[:60])
