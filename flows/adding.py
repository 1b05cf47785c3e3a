"""What is told of a ticket that was filed before: its words, the facts read in them, wishes about contact and name."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from flows import questions as q
from flows import victim_lines
from flows.acknowledging import asks_what_nobody_answers
from flows.addresses_put_right import line_of_an_address, parts_told, with_parts
from flows.advised import advise_after_filing
from flows.comforting import answer_worry
from flows.confiding import is_only_to_know
from flows.contact_limits import with_later
from flows.conversation import Answer, Conversation, Origin
from flows.correcting import put_right_in
from flows.departures import tells_the_journey
from flows.draft import draft_of
from flows.events import Added
from flows.folding import fold
from flows.labels import Intent, Urgency
from flows.listed_right import Item, as_corrected, found_in, items_in
from flows.next_steps import REPORT, step_wished
from flows.noting import tell_noted
from flows.oneself_told import another_instead, is_not_oneself, is_oneself
from flows.others_numbers import OTHERS, numbers_of_others, with_more_of_others
from flows.phrases import Words
from flows.reading import Found
from flows.report import NO_CALLS
from flows.said import Kind
from flows.sending import keep_files
from flows.sums import asked_again, beside_what_is_known
from flows.ticket import TicketKind, TicketView
from flows.told_of_whom import THE_ONE_HARMED
from flows.turning import Turning
from flows.victims_put_right import NAME, Renamed, as_answers, victim_told_later, words_of_a_name
from flows.volunteering import has_moved, volunteer

_LONGEST = 160  # characters; who names somebody who may know writes little else
_OF_ANOTHER = ("victim_relation", "victim_name", "victim_sex")
_NOT_ME = frozenset(itertools.product(fold("bukan bkn not"), ("saya", "aku", "me")))
_SELF = "self"
_OF_THE_CASE = (q.RECRUITER_PHONE.id, "victim_phone")
_WAYS = {"chat": True, "phone": True, "no": False}
_NAMED = {"hide": True, "name": False}


def add_to(turn: Turning, ticket: TicketView) -> bool:
    """Take a message of somebody whose talk rests for an addition to their ticket; say whether a flow should run."""
    if turn.reading.intent is Intent.GREETING and turn.said.kind is Kind.TEXT and not turn.worry:
        turn.say_and_rest("rest.here")
        return False
    keep_files(turn)
    if turn.said.location and not turn.said.location.is_on_earth:
        turn.say_and_rest("refused.location")
        return False
    if turn.prefaces and any(file.refusal for file in turn.said.attachments) and not turn.text:
        turn.reply_prefaces()
        return False
    turn.prefaces.clear()
    worry = answer_worry(turn)
    told = _as_a_first_line(turn, ticket)
    added = _added(told, ticket.code)
    turn.events.append(added)
    tell_noted(told, _worth_repeating(told.conversation))
    if worry and turn.prefaces and not told.prefaces and not turn.said.attachments:
        turn.reply_prefaces()  # a question that tells nothing is answered, and no more
        turn.conversation = turn.conversation.at_rest()
        return False
    turn.prefaces += told.prefaces
    if not turn.prefaces and not turn.said.attachments and asks_what_nobody_answers(turn):
        turn.say_and_rest("asked")
        return False
    turn.say_and_rest("check_reported" if _reports_the_check(turn, ticket) else _closing(added), code=ticket.code)
    return False


def _reports_the_check(turn: Turning, ticket: TicketView) -> bool:
    """Read "yaudah saya laporkan aja" of somebody whose check officers have: nothing of it need be told again."""
    return ticket.kind is TicketKind.VERIFICATION and step_wished(turn.text) == REPORT


def add_beside_alarm(turn: Turning, ticket: TicketView) -> None:
    """Let a message of danger complete a ticket; what was read in it is said back, the call for help before it."""
    told = _as_a_first_line(turn, ticket)
    turn.events.append(_added(told, ticket.code))
    advise_after_filing(turn)
    tell_noted(told, _worth_repeating(told.conversation))
    turn.prefaces += told.prefaces


def add_quietly(turn: Turning, ticket: TicketView) -> None:
    """Let a cry complete a ticket; what is said to it is said elsewhere."""
    turn.events.append(_added(_as_a_first_line(turn, ticket), ticket.code))


def _worth_repeating(told: Conversation) -> set[str]:
    """Give what is said back: a day of something else than the journey may not stand on the ticket at all."""
    day = told.answers.get(q.DEPARTURE.id)
    is_other = day is not None and day.origin is not Origin.CORRECTED
    return set(told.answers) - ({q.DEPARTURE.id} if is_other else set())


def _closing(added: Added) -> str:
    if added.may_contact is False:
        return "added_silent"
    return "added_nameless" if added.is_anonymous else "added"


def completed(known: Mapping[str, Answer], told: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give the facts of a ticket with those that were told after it was filed.

    A fact that was not known is filled; a correction, another day of the journey and a new place of who was moved
    hold instead of what was known, which stays beside them.
    """
    facts, told = _with_numbers_given_away(known, told)
    who = told.get(q.VICTIM.id)
    if who is not None and who.value == "self" and who.origin is Origin.CORRECTED:
        facts.pop("victim_relation", None)  # "korban nya aku" of who was taken for a friend
    if who is not None and who.was == _SELF and who.origin is Origin.CORRECTED:
        told = _of_another(facts, told)
    told = _of_the_writer(facts, told)
    for key, later in told.items():
        before = facts.get(key)
        old = before.value if before is not None and before.is_known else ""
        if key == q.PAYMENT.id and old and (both := beside_what_is_known(old, later.value)):
            facts[key] = later._replace(value=both, was=old)
            continue
        if old and (later.value == old or later.origin is not Origin.CORRECTED):
            continue
        if key == NAME and later.was and words_of_a_name(later.was).isdisjoint(words_of_a_name(old)):
            continue  # "Laek diganti Herman", where the one known is not Laek
        whole = with_parts(old, later.words) if old and key == q.VICTIM_NOW.id else ""  # "bukan gang 3 tp gang 5"
        facts[key] = later._replace(value=whole or later.value, was=old)
        victim = facts.get(q.VICTIM.id)
        if old and key.startswith("victim_") and victim is not None and victim.value != "self":
            # the victim's line holds their name and age as well
            line = victim_lines.put_right(victim.value, key, old, later.value, facts)
            facts[q.VICTIM.id] = victim._replace(value=line)
    return facts


def _of_another(facts: Mapping[str, Answer], told: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Let the line of "I'm not the victim" hold what is known of the victim; leave it out where it says nothing new."""
    known = facts.get(q.VICTIM.id)
    if known is None or known.value != _SELF:
        return {key: later for key, later in told.items() if key != q.VICTIM.id}
    pieces = {**facts, **told}
    relation = pieces["victim_relation"].value if "victim_relation" in pieces else ""
    line = victim_lines.with_pieces(relation, pieces) or told[q.VICTIM.id].value
    return {**told, q.VICTIM.id: told[q.VICTIM.id]._replace(value=line)}


def _of_the_writer(known: Mapping[str, Answer], told: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Leave out who is named beside a writer who said "me": "my sister nurul can tell" makes no other victim."""
    who, relation = known.get(q.VICTIM.id), told.get("victim_relation")
    if who is None or who.value != "self" or relation is None or relation.origin is Origin.CORRECTED:
        return told
    return {key: later for key, later in told.items() if key not in (*_OF_ANOTHER, q.VICTIM.id)}


def told_again(known: Mapping[str, str], later: Mapping[str, str]) -> dict[str, str]:
    """Give what reporters told of themselves, the newest wish first; what they refused before still holds."""
    told = {**known, **later}
    if "when" in later:
        told["when"] = with_later(known.get("when", ""), later["when"])
    return told


def _with_numbers_given_away(
    known: Mapping[str, Answer], told: Mapping[str, Answer]
) -> tuple[dict[str, Answer], Mapping[str, Answer]]:
    """Take the numbers out that are told later as somebody else's: "yg +95 itu nomor penculiknya, bukan no adik sy"."""
    facts, others = dict(known), told.get(OTHERS)
    if others is None:
        return facts, told
    value = others.value
    relation = frozenset(fold(facts["victim_relation"].value)) if "victim_relation" in facts else frozenset()
    for number, owner in numbers_of_others(value):
        for key in _OF_THE_CASE:
            whole = facts[key].value if key in facts else ""
            is_victims = key != q.RECRUITER_PHONE.id and not relation.isdisjoint(fold(owner))
            if whole.startswith(number) and not is_victims:
                value = value.replace(f"{number} ", f"{whole} ")
                del facts[key]
    before = facts[OTHERS].value if OTHERS in facts else ""
    kept = Answer(with_more_of_others(before, value), Origin.CORRECTED, others.words)
    return facts, {**told, OTHERS: kept}


def _as_a_first_line(turn: Turning, ticket: TicketView) -> Turning:
    """Read the message as the first line of a report; who may be contacted and refuses calls is written to."""
    nothing = Conversation(flow="report", language=turn.conversation.language)
    alone = Turning(nothing, turn.said, turn.facts, turn.reading, wishes=turn.wishes)
    alone.note_reading()
    if items := items_in(turn, least=1):
        alone.reading = alone.reading._replace(found=MappingProxyType(found_in(items)))
    volunteer(alone)
    alone.conversation = alone.conversation.with_answers(as_corrected(alone.conversation, items, turn.text[:80]))
    alone.conversation = alone.conversation.with_answers(_put_right(turn, alone.conversation))
    alone.conversation = alone.conversation.with_answers(_asked_again(turn))
    if is_oneself(turn.text):
        alone.conversation = alone.conversation.without(_OF_ANOTHER).with_answers(
            {q.VICTIM.id: Answer("self", Origin.CORRECTED, turn.text[:80])}
        )
        alone.tell("victim_is_you")
    elif is_not_oneself(turn.text):
        another = another_instead(alone.conversation, turn.reading.found, turn.text)
        alone.conversation = alone.conversation.with_answers(
            {key: Answer(new, Origin.CORRECTED, turn.text[:80], "self") for key, new in another.items()}
        )
        alone.tell("victim_is_other")
    if renamed := _name_told_later(turn.text, items):
        alone.conversation = alone.conversation.with_answers(as_answers(renamed, Answer(), turn.text[:80]))
    words = fold(turn.text[:_LONGEST])
    if _puts_another_in(words) and any(map(alone.conversation.knows, _OF_ANOTHER)):
        alone.conversation = alone.conversation.with_answers(
            _corrected(alone.conversation, (*_OF_ANOTHER, q.VICTIM.id))
        )
    elif is_only_to_know(words) and not any(sign.is_met for sign in turn.reading.signals):
        alone.conversation = alone.conversation.without((*_OF_ANOTHER, q.VICTIM.id))
    if alone.conversation.knows(NO_CALLS) and ticket.may_contact:
        alone.answer({q.CONTACT.id: Answer("chat", Origin.VOLUNTEERED, turn.text[:80])})
    return alone


def _asked_again(turn: Turning) -> dict[str, Answer]:
    """Give a sum that is asked now, after the report: "minta 10 juta lg"."""
    found = turn.reading.found.get(q.PAYMENT.id)
    more = asked_again(found, turn.text) if found is not None else ""
    return {q.PAYMENT.id: Answer(more, Origin.VOLUNTEERED, turn.text[:80])} if more else {}


def _name_told_later(text: str, items: Sequence[Item]) -> Renamed | None:
    """Give the victim's name told in a line of its own: "korban 9 org, perekrutnya H. Salim" tells none."""
    texts = [item.written for item in items if q.RECRUITER.id not in item.found] if items else [text]
    return next(filter(None, map(victim_told_later, texts)), None)


def _puts_another_in(words: Words) -> bool:
    """Read "korbannya adik saya bukan saya": another is the victim than was told."""
    is_of_the_victim = not THE_ONE_HARMED.isdisjoint(words)
    return is_of_the_victim or not _NOT_ME.isdisjoint(itertools.pairwise(words))


def _corrected(told: Conversation, keys: Iterable[str]) -> dict[str, Answer]:
    return {key: told.answers[key]._replace(origin=Origin.CORRECTED) for key in keys if told.knows(key)}


def _added(alone: Turning, code: str) -> Added:
    told = alone.conversation
    draft = draft_of(told, alone.facts)
    facts = {key: answer for key, answer in draft.facts.items() if answer.is_known}
    # "ndak ada diminta uang" answers something and names no danger: by itself it says little of how urgent this is
    urgency = draft.urgency if draft.signals else Urgency.NORMAL
    return Added(
        code,
        replace(draft, facts=facts, urgency=urgency),
        may_contact=_WAYS.get(told.value(q.CONTACT.id)),
        is_anonymous=_NAMED.get(told.value(q.ANONYMOUS.id)),
    )


def _put_right(turn: Turning, told: Conversation) -> dict[str, Answer]:
    right = {
        key: Answer(found.value, Origin.CORRECTED, found.words)
        for key, found in put_right_in(turn).items()
        if told.knows(key) and key != q.VICTIM.id
    }
    day = told.answers.get(q.DEPARTURE.id)
    if day is not None and tells_the_journey(told, Found(day.value, day.words), turn.text):
        right[q.DEPARTURE.id] = day._replace(origin=Origin.CORRECTED)
    if line := line_of_an_address(turn.text):
        right[q.VICTIM_NOW.id] = Answer(parts_told(line), Origin.CORRECTED, line)
    if has_moved(turn.text) and told.knows(q.VICTIM_NOW.id):
        right[q.VICTIM_NOW.id] = told.answers[q.VICTIM_NOW.id]._replace(origin=Origin.CORRECTED)
    return right
