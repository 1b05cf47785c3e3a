"""What in a message is worth understanding, together with what it continues."""

from collections.abc import Iterable
from types import MappingProxyType

from flows import questions as q
from flows.accused import with_who_did_it
from flows.both_victims import with_ages_apart
from flows.bystanders import points_back, spares_only_that, with_bystanders, without_owners
from flows.children_beside import without_children
from flows.choices import NO_CHOICE, Choice, Fit, choose, leave_to_be_named
from flows.clauses import clauses_of
from flows.commands import Command, command_in
from flows.contact_limits import spares_a_number
from flows.contact_wishes import NO_CONTACT_WISH, without_numbers
from flows.conversation import Answer, Conversation, Shown
from flows.false_alarms import asks_to_forget, is_calm, is_last_step, is_only_an_answer, wants_peace
from flows.folding import fold
from flows.former_victims import without_former_victims
from flows.forms_told import NO_FORM, with_form
from flows.held import is_held, tells_of_a_move
from flows.journeys import left_before, promised_for_work
from flows.labels import Intent, Urgency
from flows.name_wishes import is_leave, without_leave
from flows.no_alarm import still_holding
from flows.not_paid import without_wages
from flows.numbers import meant_by_a_number
from flows.others_numbers import OTHERS
from flows.phrases import without_fillers
from flows.reading import Reading
from flows.relations_put_right import without_kin_beside
from flows.running import pending
from flows.said import Kind, Said
from flows.sayings import Saying, saying_in
from flows.several_numbers import owners_of_numbers
from flows.showing import option_titles
from flows.spoken_of import is_lone_age, meant_by_a_name
from flows.strangers import is_for_another
from flows.turning import Turning
from flows.understanding import understand
from flows.understanding.local_numbers import with_numbers_abroad
from flows.understanding.money import find_accounts
from flows.understanding.numbers_owned import gives_ones_own
from flows.victim_lines import is_of_age
from flows.wishes import PHONES, wishes_in, with_wishes
from flows.word_tables import name_words, plea_words

_CHOSEN, _PRESSED = Fit.CHOSEN, Kind.CHOICE  # names of the module: a member of an enum is read far slower
_NAMED = {q.RECRUITER.id: "recruiter", q.VICTIM.id: "victim_name"}
_SUMS = frozenset({q.PAYMENT.id, "salary"})
_A_FRAGMENT, _A_SHORT_STORY = 12, 25  # words; longer ones say enough by themselves
_A_CALL = 3  # words
_WHO = frozenset({"victim", "victim_name", "victim_age"})
_IN_DANGER = f"{q.SAFE.id}:danger"
# while these are asked the story is still being told, one line after the other
_TELLING = frozenset({q.SAFE.id, q.WHAT.id, q.VICTIM.id, q.VICTIM_NAME.id, q.VICTIM_NOW.id, q.VICTIM_SPOT.id})


def hear(turn: Turning) -> None:
    """Find out what the message is: a choice, a command, or words to be read in the light of what was asked."""
    turn.choice = choice = _choice(turn)
    is_chosen = choice.fit is _CHOSEN
    if turn.said.token == _IN_DANGER and not is_chosen:
        turn.reading = Reading(urgency=Urgency.EMERGENCY)  # however old the button is
    if turn.conversation.shown and is_chosen and choice.is_whole:
        return  # listed words, every one of them known: nothing else can stand in them
    turn.command = command_in(turn.text)
    if turn.said.kind is _PRESSED or not turn.text or (turn.conversation.shown and turn.command):
        return
    turn.reading = still_holding(turn, _read(turn))
    if is_for_another(turn, with_heard(turn)):
        turn.reading = Reading(turn.text, turn.reading.language)
    _weigh(turn)
    if (
        not turn.choice.is_whole
        and not is_last_step(turn)
        and (turn.reading.is_emergency or _gives_anothers_number(turn) or _refuses_a_report(turn))
    ):
        turn.choice = NO_CHOICE
    if not turn.command and not turn.reading.is_emergency and wants_peace(turn.text):
        turn.command = Command.STOP
    if turn.command:
        turn.reading = turn.reading._replace(urgency=Urgency.NORMAL)


def _weigh(turn: Turning) -> None:
    """Take the urgency out of what only sounds like danger, and put it into "mobilnya sdh dtg" of who is held."""
    if is_held(turn.conversation) and tells_of_a_move(turn.text):
        turn.reading = turn.reading._replace(urgency=Urgency.EMERGENCY)
        return
    if turn.reading.is_emergency and is_calm(turn):
        met = tuple(sign for sign in turn.reading.signals if sign.is_met)  # the word that alarmed says nothing then
        turn.reading = turn.reading._replace(urgency=Urgency.HIGH, signals=met)
    if is_only_an_answer(turn) or asks_to_forget(turn):
        turn.reading = turn.reading._replace(urgency=Urgency.NORMAL)


def _gives_anothers_number(turn: Turning) -> bool:
    """Tell "no wa si deni 0878 ...", who recruits, from the writer's leave to be written to."""
    shown, found = turn.conversation.shown, turn.reading.found
    is_asked = shown is not None and shown.prompt == q.CONTACT.id
    theirs = "recruiter_phone" in found or "victim_phone" in found
    return is_asked and theirs and q.CONTACT.id not in found and not turn.wishes.contact.way


def _refuses_a_report(turn: Turning) -> bool:
    """Tell "tidak, saya tidak ingin membuat laporan" from who is not safe."""
    shown = turn.conversation.shown
    is_asked = shown is not None and shown.prompt == q.SAFE.id and turn.choice.fit is _CHOSEN
    return is_asked and saying_in(turn.text) is Saying.NO_REPORT


def with_heard(turn: Turning) -> str:
    """Give the words of the message behind the fragments that were kept in mind."""
    return f"{turn.conversation.value('heard')}\n{turn.text}".strip()


def read_alone(turn: Turning) -> Reading:
    """Read the message without the fragments before it."""
    return _understood(turn, turn.text, asked=None)


def tells_something(said: Said) -> bool:
    """Say whether the words hold more than signs and smileys."""
    return any(char.isalnum() for char in said.text)


def says_little(turn: Turning) -> bool:
    """Say whether the words only make sense with others: "pak tolong", "anak saya"."""
    reading = turn.reading
    if not set(without_fillers(fold(turn.text[:200]))) - plea_words():
        return True
    return not reading.found and not reading.signals and len(turn.text.split()) <= _A_CALL


def _choice(turn: Turning) -> Choice:
    shown = turn.conversation.shown or _due(turn)
    if shown is None:
        return Choice(Fit.NONE)
    if turn.said.kind is _PRESSED:
        prompt, _, picked = turn.said.token.partition(":")
        fits = prompt == shown.prompt and picked in shown.options
        return Choice(Fit.CHOSEN, picked) if fits else Choice(Fit.NONE)
    if not turn.text or len(turn.text) > 200:
        return Choice(Fit.NONE)
    titles = option_titles(shown.prompt, shown.options, turn.conversation.language)
    chosen = choose(turn.text, q.QUESTIONS[shown.prompt], shown.options, titles)
    is_of_a_name = shown.prompt == q.ANONYMOUS.id and turn.conversation.knows(q.REPORTER_NAME.id)
    return chosen if chosen.id or not is_of_a_name else leave_to_be_named(turn.text, shown.options)


def _due(turn: Turning) -> Shown | None:
    """Give the question that a flow stands at although it was not shown again, after a pause or a stop."""
    due = pending(turn) if turn.conversation.flow else None
    return Shown(due.question.id, due.choices) if due else None


def _read(turn: Turning) -> Reading:
    conversation, shown = turn.conversation, turn.conversation.shown
    # once an officer was called for the fragments, the rest is read by itself
    heard = conversation.value("heard") if conversation.value("urgency") != Urgency.EMERGENCY else ""
    text = f"{heard}\n{turn.text}" if heard else turn.text
    asked = shown.prompt if shown else ""
    if conversation.flow == "report":
        asked = meant_by_a_name(turn.text, conversation, asked) or asked
    if conversation.flow == "report" and is_lone_age(turn.text, conversation, asked):
        asked = q.VICTIM.id
        turn.choice = NO_CHOICE
    turn.wishes = wishes_in(turn.text, asked)
    reading = with_wishes(_understood(turn, text, asked=asked or None), turn.wishes, turn.text)
    reading = _named(turn, _owned(turn, _sparing(turn, reading), asked))
    reading = promised_for_work(conversation, reading, turn.text)
    reading = left_before(conversation, reading, turn.text, turn.facts.local_now.date())
    reading = _with_story(turn, reading) if _continues(turn, reading) else with_form(turn, reading)
    reading = with_who_did_it(conversation, reading, turn.text)
    reading = with_ages_apart(without_wages(reading, turn.text), turn.text, conversation)
    reading = without_former_victims(reading, turn.text, conversation, turn.facts.local_now)
    return without_kin_beside(without_children(reading, turn.text, conversation), turn.text, conversation, asked)


def _named(turn: Turning, reading: Reading) -> Reading:
    """Read the name that is given together with the wish to be named: "tulis aja nama sy, Amaq Wulan"."""
    if turn.wishes.name != "name" or q.REPORTER_NAME.id in reading.found:
        return reading
    # the name stands beside the wish; a number and whose it is stand in a clause of their own
    clauses = [clause for clause in clauses_of(turn.text) if not clause.has_number]
    # nor does it stand where something is refused: "pakai nama Sri tp jgn kasih tau keluarga"
    text = ", ".join(clause.raw for clause in clauses if name_words().refusing.isdisjoint(clause.words))
    given = _understood(turn, text, asked=q.ANONYMOUS.id).found.get(q.REPORTER_NAME.id)
    given = None if given and is_leave(given.value) else given
    bare = "" if given else without_leave(text) or _name_in(clause.raw for clause in clauses)
    if bare:
        given = _understood(turn, bare, asked=q.REPORTER_NAME.id).found.get(q.REPORTER_NAME.id)
    if given is None:
        return reading
    # "nama Khairul umur 23, boleh ditulis" was read as of the one the talk is of
    others = {key: found for key, found in reading.found.items() if found.value != given.value}
    return reading._replace(found=MappingProxyType({**others, q.REPORTER_NAME.id: given}))


def _name_in(clauses: Iterable[str]) -> str:
    """Give the "rizal" of "pake nama gpp rizal, tp jgn smpe dedi tau. dia tau rumah sy"."""
    using = (clause for clause in clauses if not name_words().names.isdisjoint(fold(clause)))
    return next(filter(None, map(without_leave, using)), "")


def _whole_story(turn: Turning) -> Reading:
    """Read the message as the next line of all that was told."""
    return _understood(turn, f"{turn.conversation.value('what')}\n{turn.text}", asked=None)


def _sparing(turn: Turning, reading: Reading) -> Reading:
    """Take no number for the writer's that must not be called: "jgn telpon nomor yg dipakai yuli 0822 ..."."""
    own = reading.found.get("contact")
    if own is None or "victim_phone" in reading.found or not spares_a_number(clauses_of(turn.text)):
        return reading
    others = {key: found for key, found in reading.found.items() if key != "contact"}
    return reading._replace(found=MappingProxyType({**others, "victim_phone": own}))


def _owned(turn: Turning, reading: Reading, asked: str) -> Reading:
    """Give a number to whoever the talk is of, where its own line does not say whose it is."""
    text = with_numbers_abroad(turn.text, _places_told(turn.conversation))
    read = [key for key in PHONES if key in reading.found]
    if not read and not points_back(text):
        return reading
    reading, theirs = with_bystanders(text, turn.conversation, asked, reading, is_sent=bool(turn.facts.tickets))
    if theirs and spares_only_that(text) and turn.wishes.contact.way not in {"chat", "phone"}:
        turn.wishes = turn.wishes._replace(contact=NO_CONTACT_WISH)
    elif theirs and ("contact" not in reading.found or reading.found["contact"].value in theirs):
        turn.wishes = turn.wishes._replace(contact=without_numbers(turn.wishes.contact, text))
    read = [key for key in PHONES if key in reading.found]
    named = {who: reading.found[key].value for who, key in _NAMED.items() if key in reading.found}
    told = turn.conversation.with_answers({_NAMED[who]: Answer(name) for who, name in named.items()})
    owned = owners_of_numbers(text, told, asked, reading.found, but=theirs)
    if not owned:
        if theirs or not read:
            return reading
        return _owned_alone(text, reading, told, asked, next(iter(named), "")) if len(read) == 1 else reading
    others = {key: found for key, found in reading.found.items() if key not in read or found.value in theirs}
    return reading._replace(found=MappingProxyType({**owned, **others}))


def _owned_alone(text: str, reading: Reading, told: Conversation, asked: str, named: str) -> Reading:
    """Give the one number of a message to its owner."""
    begins = told.flow != "check" and (reading.intent is Intent.REPORT or reading.is_emergency)
    if told.flow != "report" and not begins:
        return reading
    read = next(key for key in PHONES if key in reading.found)
    if read == "contact" and gives_ones_own(text):
        return reading  # "by whatsapp yes, +31 ... Not calling Putri"
    whose = meant_by_a_number(_without_accounts(text), told, asked, named)
    if not whose or whose == read or (whose == "contact" and spares_a_number(clauses_of(text))):
        return reading
    others = {key: found for key, found in reading.found.items() if key != read}
    return reading._replace(found=MappingProxyType({**others, whose: reading.found[read]}))


def _without_accounts(text: str) -> str:
    """Leave out the digits of bank accounts: "no bu rukmini 0813 .... sy dibayar lewat rek mandiri 161 ..."."""
    for account in reversed(find_accounts(text)):
        text = text[: account.start] + text[account.end :]
    return text


def _understood(turn: Turning, text: str, *, asked: str | None) -> Reading:
    conversation = turn.conversation
    places = _places_told(conversation)
    return understand(text, today=turn.facts.local_now, language=conversation.language, asked=asked, places=places)


def _places_told(told: Conversation) -> tuple[str, str]:
    """Give where the victim is and is to go, as far as it was told."""
    return told.value(q.VICTIM_NOW.id), told.value(q.DESTINATION.id)


def _continues(turn: Turning, reading: Reading) -> bool:
    conversation, shown = turn.conversation, turn.conversation.shown
    return (
        conversation.flow == "report"
        and shown is not None
        and shown.prompt in _TELLING
        and not reading.is_emergency
        and "writer" not in reading.found
        and not _only_says_who(reading)
        and conversation.value("urgency") != Urgency.EMERGENCY
        and not _is_a_number(turn.text)
        and len(turn.text.split()) <= _A_FRAGMENT
        and 0 < len(conversation.value("what").split()) <= _A_SHORT_STORY
    )


def _only_says_who(reading: Reading) -> bool:
    """Say whether a line is but a name or a grown-up's age, beside which a story is no graver than by itself."""
    age = reading.found.get("victim_age")
    is_grown = age is None or is_of_age(age.value)
    return is_grown and bool(reading.found) and _WHO.issuperset(reading.found) and not reading.signals


def _is_a_number(text: str) -> bool:
    # of a choice, most likely of an earlier question; two digits may be somebody's age
    return len(text) == 1 and text.isdecimal()


def _with_story(turn: Turning, alone: Reading) -> Reading:
    """Read the message as the next line of the story; the worse urgency and every sign count."""
    conversation = turn.conversation
    whole = _whole_story(turn)
    # whether a sum was paid or is a wage is told in its own line as well
    owned = {alone.found[key].value for key in (*PHONES, *_SUMS) if key in alone.found}
    # whose a number is was found beside it, line by line
    has_a_number = not alone.found.keys().isdisjoint(PHONES)
    known = {
        *conversation.answers,
        *(PHONES if has_a_number or OTHERS in alone.found or conversation.knows(OTHERS) else ()),
    }
    new = {k: found for k, found in whole.found.items() if k not in known and found.value not in owned}
    if OTHERS in alone.found:
        new = without_owners(new, alone.found[OTHERS].value)
    if "victim_name" in new and new["victim_name"].value == conversation.value(q.RECRUITER.id):
        del new["victim_name"]  # whoever recruits is told of in the story too
    recruiter, named = new.get("recruiter"), alone.found.get("victim_name")
    mine = dict(alone.found)
    if recruiter and named and recruiter.value == named.value:
        del mine["victim_name"]  # the story tells whose name it is
    return alone._replace(
        category=alone.category if alone.category not in NO_FORM else whole.category,
        urgency=min(alone.urgency, whole.urgency, key=lambda urgency: urgency.rank),
        signals=whole.signals,
        found=MappingProxyType({**new, **mine}),
    )
