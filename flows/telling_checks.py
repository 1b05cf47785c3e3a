"""What a check says on its way: the verdict once a name, the findings before the choice of what to do."""

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin
from flows.events import Checked
from flows.facts import Facts
from flows.impostor import asks_no_money, claim_of, flags_of, has_told_little
from flows.labels import Language
from flows.matching import Verdict
from flows.matching.marks import Mark, marks_in, name_mark
from flows.question import Question
from flows.recruiter_check import (
    TOLD,
    WARNED_DAYS,
    Judged,
    began_with_a_person,
    chosen,
    judge,
    knows_no_name,
    leaves_soon,
)
from flows.reply import Reply
from flows.texts import say
from flows.turning import Turning
from flows.verdicts import chosen_text, full_day, has_no_name, is_grave, names_several, source_line, verdict_text

_WARNS = frozenset({"doubt", "serious", "serious_listed"})
_MOST_REASONS = 4
_LONGEST_PLACE = 40
_MOST_CHARACTERS = 640  # with the question behind it no more than a verdict
_PICKED, _LISTED = "check_picked", "check_listed"


def tell_before(turn: Turning, question: Question) -> None:
    """Say what is due before this question of the check is asked."""
    if question is q.CHECK_NAME:
        return
    judged = judge(turn.conversation, turn.facts)
    tell_verdict(turn, judged)
    picked = chosen(turn.conversation, judged)
    if picked and judged.checked and turn.conversation.value(_PICKED) != picked.name:
        turn.answer({_PICKED: Answer(picked.name, Origin.READ)})
        turn.reply(Reply(chosen_text(picked, judged.checked, turn.conversation.language)))
    if question is q.CHECK_NEXT and turn.conversation.shown and turn.conversation.shown.prompt != q.CHECK_NEXT.id:
        turn.prefaces.append(findings(turn, judged))


def tell_verdict(turn: Turning, judged: Judged) -> None:
    """Say what the list says, once for each thing asked, and let it be counted."""
    told = turn.conversation.answers.get(TOLD)
    if told is not None and told.words == judged.asked[:200]:
        return
    checked = judged.checked
    is_asked_for = q.CHECK_EXACT.id not in turn.conversation.answers and not knows_no_name(turn.conversation)
    if checked and has_no_name(checked) and is_asked_for and not judged.is_unread:
        return  # the question for the name says why
    turn.conversation = turn.conversation.without({TOLD, _PICKED, _LISTED} | ({q.CHECK_WHICH.id} if told else set()))
    turn.answer({TOLD: Answer(judged.code, Origin.READ, judged.asked[:200])})
    if checked and checked.confirmed:
        turn.answer({_LISTED: Answer(checked.confirmed.name, Origin.READ)})
    turn.reply(Reply(_verdict(turn, judged)))
    turn.events.append(Checked(judged.code, _marks(turn, judged)))


def tell_in_a_line(turn: Turning, judged: Judged) -> None:
    """Say in a line what the list says, in a report that goes on; it is counted, and stands on the ticket."""
    if judged.checked is None:
        return
    language, edition = turn.conversation.language, judged.checked.edition
    reason = list_reason(turn, judged)
    turn.tell(
        "check.within", name=judged.asked[:_LONGEST_PLACE], reason=reason, as_of=full_day(edition.as_of, language)
    )
    if edition.invented:
        turn.prefaces.append(source_line(edition, language))
    turn.answer({TOLD: Answer(judged.code, Origin.VOLUNTEERED, judged.asked[:200])})
    turn.events.append(Checked(judged.code, _marks(turn, judged)))


def findings(turn: Turning, judged: Judged) -> str:
    """Give the worse of what the list says and what the answers show, with the reasons."""
    conversation, language = turn.conversation, turn.conversation.language
    flags, claim = flags_of(conversation), claim_of(conversation)
    reasons = [say(f"flag.{flag.text}", language) for flag in flags]
    verdict = Verdict(judged.code)
    if verdict is not Verdict.LISTED_AS_OF:
        reasons.insert(0, list_reason(turn, judged))
    if began_with_a_person(conversation, turn.facts):
        reasons.insert(0, say("finding.person", language))
    heavy = is_grave(verdict) or any(flag.is_heavy for flag in flags) or (claim is not None and claim.is_heavy)
    soon = leaves_soon(conversation, turn.facts)
    level = "serious" if heavy else "doubt" if reasons or claim or soon else "quiet"
    if level == "serious" and verdict is Verdict.LISTED_AS_OF:
        level = "serious_listed"
    if level == "quiet" and has_told_little(conversation):
        level = "few"
    advice = _advice(conversation, turn.facts) if level in _WARNS else ""
    last = []
    if claim:
        values = {
            "place": _as_told(conversation.answers[q.DESTINATION.id], language),
            "day": full_day(claim.day, language),
        }
        last.append(say(f"closure.{claim.text}", language, source=claim.source_in(language), **values))
    if soon:
        last.append(say("finding.leaves_soon", language))
    return _within_reach(say(f"finding.{level}{advice}", language), reasons[:_MOST_REASONS], last)


def _advice(conversation: Conversation, facts: Facts) -> str:
    """Name the advice that fits who leaves in days, or of whom no money was asked: "do not pay" alone says nothing."""
    if leaves_soon(conversation, facts, within=WARNED_DAYS):
        return "_leaving"
    return "_free" if asks_no_money(conversation) else ""


def list_reason(turn: Turning, judged: Judged) -> str:
    """Give in one sentence what the list says of what was asked."""
    kind = _of_the_list(judged, Verdict(judged.code))
    if kind == Verdict.SIMILAR_NAME and turn.conversation.value(q.CHECK_WHICH.id) == "none":
        kind = Verdict.NOT_FOUND  # none of those that are like it was meant
    return say(f"finding.list_{kind}", turn.conversation.language)


def _of_the_list(judged: Judged, verdict: Verdict) -> str:
    if judged.checked is not None and has_no_name(judged.checked):
        return "no_name"
    several = judged.checked is not None and verdict is Verdict.SIMILAR_NAME and names_several(judged.checked)
    return "several" if several else verdict.value


def _within_reach(first: str, reasons: list[str], last: list[str]) -> str:
    """Leave out the lightest reasons of what is too long to be read aloud."""
    while reasons and len(first) + sum(len(line) + 3 for line in (*reasons, *last)) > _MOST_CHARACTERS:
        reasons = reasons[:-1]
    return "\n".join([first, *(f"- {line}" for line in (*reasons, *last))])


def _as_told(place: Answer, language: Language) -> str:
    """Name a country; what is kept is Indonesian, so who writes English reads their own words."""
    own = place.words if language is Language.ENGLISH and 0 < len(place.words) <= _LONGEST_PLACE else place.value
    return own[:_LONGEST_PLACE]


def _marks(turn: Turning, judged: Judged) -> frozenset[Mark]:
    """Give what was asked for; the name as the list spells it where it is sure which company is meant."""
    registry, checked = turn.facts.registry, judged.checked
    found = marks_in(judged.asked, registry)
    if checked is None or checked.confirmed is None:
        return found
    others = frozenset(mark for mark in found if mark[0] in {"phone", "account"})
    return others | name_mark(checked.confirmed.spelled, registry)


def _verdict(turn: Turning, judged: Judged) -> str:
    language = turn.conversation.language
    if judged.checked is None:
        return say("verdict.no_list", language)
    if judged.is_unread and has_no_name(judged.checked):
        return say("verdict.unread", language)
    text = verdict_text(judged.checked, language)
    if judged.is_unread:
        return "\n\n".join([text, say("verdict.also_picture", language)])
    return text
