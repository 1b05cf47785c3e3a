"""What a message starts when no flow runs: the flow it asks for, or an addition to the ticket of this chat."""

from flows import questions as q
from flows.adding import add_to
from flows.after_filing import hears_a_cry, tells_more_of_it
from flows.asked_back import asked_back
from flows.asking_after import asks_after_somebody, tells_of_silence
from flows.asking_of_a_name import LISTED, STANDING, asks_of_a_name, asks_to_check
from flows.asking_of_money import only_asks_of_money_back
from flows.calming import calm
from flows.choices import Fit, choose
from flows.comforting import OF_A_REPORT, answer_worry
from flows.commands import Command
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.hearing import read_alone, says_little, tells_something, with_heard
from flows.journeys import has_left
from flows.labels import Intent, Urgency
from flows.learning import asks, topic_of
from flows.next_steps import VERIFY, step_wished
from flows.noting import tell_noted
from flows.orders import is_an_order
from flows.phrases import without_fillers, without_particles
from flows.receipts import receipts_in
from flows.said import Kind
from flows.salam import greets_with_salam
from flows.sending import as_pin, is_voice, keep_files
from flows.showing import option_titles
from flows.side import ask_beside
from flows.steering import steer
from flows.tellers import tells_of_harm, was_deceived
from flows.texts import say
from flows.ticket import TicketView
from flows.turning import Turning
from flows.volunteering import volunteer
from flows.word_tables import plea_words, preface_words
from flows.worries import is_afraid

_FLOW_OF = {
    Intent.CHECK_RECRUITER: "check",
    Intent.STATUS: "status",
    Intent.EDUCATION: "learn",
    Intent.HUMAN: "human",
    Intent.GREETING: "menu",
}
_COMMAND_FLOW = {Command.MENU: "menu", Command.HUMAN: "human", Command.STATUS: "status", Command.RESTART: "report"}
_NO_ADDITION = frozenset({Intent.CHECK_RECRUITER, Intent.STATUS, Intent.HUMAN, Intent.EDUCATION})
_SAYS_LITTLE = frozenset({"job", "payment", "salary", "writer", "contact", "reporter_name", "anonymous"})
_A_WISH = 12  # words
_OF_THE_CASE = frozenset({
    *("departure", "recruiter", "recruiter_phone", "account", "destination", "transit", "port", "documents", "visa"),
})  # fmt: skip
_OF_A_STATUS = frozenset(fold("status tiket kode kabar kabarnya proses diproses report ticket code"))
_TO_WISH = frozenset(fold("mau ingin pengen pengin hendak minat tertarik want would"))
_TO_REPORT = frozenset(fold("lapor melapor ngelapor melaporkan laporkan laporin ngelaporin report"))
_OF_A_JOURNEY = frozenset({"destination", "job", "company", "recruiter"})
_GOING = frozenset(fold("ikut berangkat diajak ditawari ditawarin disuruh dibawa sudah"))
_OF_ANY_JOURNEY = frozenset({"abroad"})  # "kerja di jepang prosesnya gimana" asks and tells nothing
_ASKED_FIRST = frozenset({
    *("jail", "number_sold", "secret", "police_fear", "say_110", "whose_number", "embassy_where"),
    *("no_110", "why_110", "money_how", "readers", "visit", "delete", "register", "contact_them", "dinas", "go_there"),
})  # fmt: skip
_A_TELLING = 6  # words from which a text that names nothing we know is still taken for a story


def start(turn: Turning) -> bool:
    """Start what the message asks for; say whether a flow should run now."""
    if turn.said.kind is Kind.START:
        turn.begin("menu")
        return True
    chosen = menu_choice(turn)
    if chosen:
        turn.begin(chosen)
        return True
    if turn.said.kind is Kind.CHOICE:
        turn.tell("stale")
        turn.begin("menu")
        return True
    if turn.command:
        return _obey(turn, turn.command)
    if greets_with_salam(turn.text):
        turn.tell("salam")
    calmed = calm(turn)
    if calmed is not None:
        return calmed
    open_ticket = turn.facts.open_ticket
    if open_ticket and hears_a_cry(turn, open_ticket):
        return False
    if open_ticket is None and (said := _said_to_no_case(turn)):
        turn.say_and_rest(said)
        return False
    if open_ticket and turn.worry:
        return add_to(turn, open_ticket)
    return _take_in(turn, open_ticket)


def _said_to_no_case(turn: Turning) -> str:
    """Name what answers a message that tells no case and wants nothing else, "" where it may."""
    if only_asks_of_money_back(turn):
        return "worry_money_check"
    return "rest.no_contact" if _only_wants_peace(turn) else ""


def _only_wants_peace(turn: Turning) -> bool:
    """Read "jgn hubungi aku lagi" of somebody about whom nothing is kept, as after a deletion."""
    wishes, reading = turn.wishes, turn.reading
    told = reading.found.keys() - {"contact", "anonymous"}
    return wishes.contact.way == "no" and not told and not reading.signals and len(turn.text.split()) <= _A_WISH


def menu_choice(turn: Turning) -> str:
    """Give the flow that the message names as the menu does, "" for none."""
    token, _, choice = turn.said.token.partition(":")
    if token == q.MENU.id and choice in q.MENU.choices:
        return choice
    if not turn.text or len(turn.text) > 60 or asked_back(turn.text, turn.reading):
        return ""  # "ini robot apa orang sih?" asks and wants no officer
    titles = option_titles(q.MENU.id, q.MENU.choices, turn.conversation.language)
    match = choose(turn.text, q.MENU, q.MENU.choices, titles)
    return match.id if match.fit is Fit.CHOSEN else ""


def _obey(turn: Turning, command: Command) -> bool:
    match command:
        case Command.DELETE:
            ask_beside(turn, q.DELETE)
        case Command.WITHDRAW if turn.facts.tickets:
            ask_beside(turn, q.WITHDRAW)
        case Command.WITHDRAW:
            turn.say_and_rest("withdraw.nothing")
        case Command.THANKS:
            turn.say_and_rest("rest.thanks")
        case Command.ENOUGH | Command.STOP:
            turn.say_and_rest("stop.nothing")
        case Command.INDONESIAN | Command.ENGLISH:
            steer(turn, command, None)
            turn.begin("menu")
            return True
        case _:
            turn.begin(_COMMAND_FLOW.get(command, "menu"))
            return True
    return False


def _take_in(turn: Turning, open_ticket: TicketView | None) -> bool:
    intent = _intent_of(turn)
    if _announces_a_question(turn.text):
        turn.tell("ask_away")
        turn.begin("menu")
        return True
    receipts = receipts_in(turn.text)
    if any(receipt in turn.facts.by_receipt for receipt in receipts) or (
        receipts and len(turn.text.split()) <= _A_TELLING
    ):
        turn.begin("status", {q.RECEIPT.id: Answer(turn.text, Origin.ASKED)})
        return True
    if open_ticket and _reminds_of_the_check(turn):
        return add_to(turn, open_ticket)
    if asks_to_check(turn.text, turn.reading) or asks_of_a_name(turn.said, turn.reading, turn.facts):
        return _begin_a_check(turn)
    goes_on = turn.call is not None and _tells(turn)
    is_added = intent not in _NO_ADDITION or tells_more_of_it(turn, intent)
    if open_ticket and not goes_on and is_added:
        return add_to(turn, open_ticket)
    if turn.said.forwarded and (turn.said.attachments or intent is not Intent.REPORT):
        return _begin_a_check(turn)
    if intent is Intent.CHECK_RECRUITER:
        return _begin_a_check(turn)
    tells = intent is Intent.GREETING and bool(turn.reading.found.keys() - _SAYS_LITTLE)
    asks_on = intent is Intent.STATUS and open_ticket is not None
    if intent in _FLOW_OF and (asks_on or not _has_signs(turn)) and not tells:
        _begin_what_is_asked(turn, intent)
        return True
    if open_ticket and intent is Intent.EDUCATION and not goes_on:
        return add_to(turn, open_ticket)  # "kalau selasa sy ga dateng ke bandara gmn" asks on and begins nothing
    return _begin_a_story(turn)


def _begin_what_is_asked(turn: Turning, intent: Intent) -> None:
    topic = topic_of(turn.text) if intent is Intent.EDUCATION else ""
    if intent is Intent.EDUCATION and turn.worry in _ASKED_FIRST:
        answer_worry(turn)
    elif intent is Intent.EDUCATION and not topic and asks(turn.text):
        turn.tell("miss.lesson")
    if intent is Intent.STATUS and turn.worry in OF_A_REPORT:
        turn.tell("sorry_to_wait")
    turn.begin(_FLOW_OF[intent], {q.LEARN.id: Answer(topic, Origin.ASKED)} if topic else None)
    if intent is Intent.GREETING and q.REPORTER_NAME.id in turn.reading.found:
        turn.keep_in_mind(turn.text)  # "malam kak saya Wawan": the name is told once


def _intent_of(turn: Turning) -> Intent:
    """Give what a message is meant for: a report where a case is told or feared, whatever it sounds like."""
    intent = turn.reading.intent
    if _tells_of_a_case(turn) or _wishes_to_report(turn) or _tells_of_a_journey(turn):
        return Intent.REPORT
    if asks_after_somebody(turn.text, turn.reading) or _misses_somebody(turn):
        return Intent.REPORT
    if intent is Intent.CHECK_RECRUITER and not asks(turn.text) and _tells_what_happens(turn):
        return Intent.REPORT
    if intent is not Intent.EDUCATION:
        return intent
    if is_afraid(turn.worry, turn.text):
        return Intent.REPORT  # "udah ttd surat hutang, bisa dipenjara gk" reads no lesson
    return Intent.OTHER if _complains(turn.text) else intent


def _tells_what_happens(turn: Turning) -> bool:
    """Tell "ditipu PT Maju, gaji 0 rupiah, paspor disandera" and "adik sy di riyadh, agennya PT ..." from a question.

    No licence matters once somebody is there, and whoever was called is waiting for the story.
    """
    reading = turn.reading
    if turn.call is not None or tells_of_harm(turn.text, reading):
        return True
    if turn.conversation.value("heard") and read_alone(turn).intent is Intent.REPORT:
        return True  # what was kept in mind made it sound like a check
    if not STANDING.isdisjoint(fold(turn.text[:200])):
        return False
    if was_deceived(turn.text, reading):
        return True
    is_there = "victim_now" in reading.found or has_left(reading, turn.facts.local_now.date())
    return is_there and "victim_relation" in reading.found


def _complains(text: str) -> bool:
    """Tell "percuma lapor, KBRI jg ga balas" from who wants something to read."""
    return not asks(text) and not topic_of(text) and not _TO_REPORT.isdisjoint(fold(text[:200]))


def _tells_of_a_case(turn: Turning) -> bool:
    """Tell "berangkatnya tanggal 9" from who asks how far the report has come."""
    words = fold(turn.text[:200])
    asks_on = any(word in _OF_A_STATUS or word.startswith("lapor") for word in words) or asks(turn.text)
    is_status = turn.reading.intent is Intent.STATUS and not asks_on
    return is_status and not _OF_THE_CASE.isdisjoint(turn.reading.found)


def _wishes_to_report(turn: Turning) -> bool:
    """Tell "yg mau sy lapor polisi soalnya" from who asks how far the report has come."""
    if turn.reading.intent is not Intent.STATUS or asks(turn.text):
        return False
    words = fold(turn.text[:200])
    wishes = [at for at, word in enumerate(words) if word in _TO_WISH]
    wished = any(not _TO_REPORT.isdisjoint(words[at + 1 : at + 3]) for at in wishes)
    return wished and _OF_A_STATUS.isdisjoint(words)


def _tells_of_a_journey(turn: Turning) -> bool:
    """Tell "ikut program magang ke Jerman" from who wants to read about working abroad."""
    reading, words = turn.reading, frozenset(fold(with_heard(turn)[-200:]))
    goes = not reading.found.keys().isdisjoint(_OF_A_JOURNEY) and not _GOING.isdisjoint(words)
    return reading.intent is Intent.EDUCATION and goes and _TO_WISH.isdisjoint(words) and not asks(turn.text)


def _has_signs(turn: Turning) -> bool:
    signs = {sign.name for sign in turn.reading.signals}
    asking = preface_words()[0]
    words = fold(turn.text[:200])
    asks_on = asks(turn.text) or not asking.isdisjoint(words[:_A_TELLING])  # "mau tanya2 soal kerja di luar negeri"
    # "sy lulusan sma mau kerja ke hongkong yg resmi"
    asks_on |= turn.reading.intent is Intent.EDUCATION and not _TO_WISH.isdisjoint(words)
    return bool(signs - _OF_ANY_JOURNEY if asks_on else signs)


def _reminds_of_the_check(turn: Turning) -> bool:
    """Read "kan sy td minta petugas cek pt nya" of who asked for an officer before, and names nothing new."""
    return step_wished(turn.text) == VERIFY and LISTED.isdisjoint(turn.reading.found)


def _begin_a_check(turn: Turning) -> bool:
    said = turn.said
    turn.begin("check")
    turn.note_reading()
    volunteer(turn)
    answer_worry(turn)
    keep_files(turn)
    told = said.text or (say("value.poster", turn.conversation.language) if said.attachments else "")
    if told:
        turn.answer({"what": Answer(told, Origin.VOLUNTEERED)})
    if said.attachments and q.CHECK_NAME.id not in turn.conversation.answers:
        turn.answer({q.CHECK_NAME.id: Answer(say("value.poster", turn.conversation.language), Origin.VOLUNTEERED)})
    return True


def _begin_a_story(turn: Turning) -> bool:
    said, told = turn.said, _tells(turn) or is_afraid(turn.worry, turn.text)
    words = fold(said.text[:200])
    pleads = len(words) < _A_TELLING and not plea_words().isdisjoint(words)
    if not tells_something(said) or not (told or pleads):
        return _begin_without_words(turn)
    turn.begin("report")
    turn.note_reading()
    if pleads and not told:
        turn.keep_in_mind(said.text)
    if says_little(turn) or not told:
        keep_files(turn)  # "mau ngelapor": there is nothing in it to keep
        if turn.worry in _ASKED_FIRST:
            answer_worry(turn)  # "sy takut ke polisi pak"
        return True
    turn.add_to_story(said.text)
    tell_noted(turn, volunteer(turn), is_first=turn.worry not in OF_A_REPORT)  # who complains is not thanked
    answer_worry(turn)
    keep_files(turn)
    return True


def _tells(turn: Turning) -> bool:
    """Say whether the message tells something of a case, be it only that there is one."""
    reading = turn.reading
    told = _misses_somebody(turn) or (
        (reading.intent is Intent.REPORT and not _sounds_only_so(turn))
        or bool(reading.found.keys() - _SAYS_LITTLE)
        or bool(reading.signals)
        or (len(turn.text.split()) >= _A_TELLING and not _is_a_remark(turn))
    )
    return told and not ((not reading.found and not reading.signals and _only_asks(turn)) or _orders(turn))


def _misses_somebody(turn: Turning) -> bool:
    """Tell "sdah lama tdk telpn", of one who is away, from who asks how far their report has come."""
    return turn.reading.intent in {Intent.STATUS, Intent.OTHER} and tells_of_silence(turn.text)


def _sounds_only_so(turn: Turning) -> bool:
    """Say whether two fragments sound like a report that neither is: "maaf cuma coba2", then "dapat dari spanduk"."""
    reading = turn.reading
    if reading.found or reading.signals or not turn.conversation.value("heard"):
        return False
    return read_alone(turn).intent is Intent.OTHER


def _is_a_remark(turn: Turning) -> bool:
    """Tell "udah makan blm bot" and "motor gw ditilang kmrn" from a story: nothing of ours was read in it."""
    reading = turn.reading
    nothing = not reading.found and not reading.signals and reading.urgency is Urgency.NORMAL
    return nothing and (reading.intent is Intent.OTHER or _sounds_only_so(turn))


def _orders(turn: Turning) -> bool:
    """Say whether the message goes on with an order that was meant for somebody else."""
    return is_an_order(with_heard(turn), turn.reading)


def _only_asks(turn: Turning) -> bool:
    """Say whether a text only asks something in which nothing of ours was read: "halo gofood ya? pesanan saya mana"."""
    return turn.reading.intent is Intent.OTHER and "?" in turn.text


def _only_calls(text: str) -> bool:
    """Tell "p", "min" and "bang", by which people see whether somebody is there, from what was not understood."""
    words = fold(text[:40])
    return not without_particles(words) or all(len(word) == 1 and word.isalpha() for word in words)


def _announces_a_question(text: str) -> bool:
    """Tell "kak mau tanya dong", after which the question comes."""
    words, (asking, leave) = frozenset(without_fillers(fold(text[:60]))), preface_words()
    return not words.isdisjoint(asking) and words <= asking | leave


def _begin_without_words(turn: Turning) -> bool:
    said = turn.said
    if is_voice(said):
        turn.begin(
            "report", {"what": Answer(say("value.voice", turn.conversation.language), Origin.VOLUNTEERED, "voice")}
        )
        turn.tell("kept.voice")
        return True
    if said.location and said.location.is_on_earth:
        turn.begin("report", {"pin": Answer(as_pin(said.location), Origin.VOLUNTEERED, "pin")})
        turn.tell("kept.location")
        return True
    if said.contact:
        card = ", ".join(part for part in (said.contact.name, *said.contact.phones) if part)
        turn.begin("check", {q.CHECK_NAME.id: Answer(card, Origin.ASKED, "card")})
        turn.tell("kept.card")
        return True
    turn.begin("menu")
    keep_files(turn)
    if said.location:
        turn.tell("refused.location")
    elif turn.worry in _ASKED_FIRST:
        answer_worry(turn)
    elif tells_something(said) and not _only_calls(said.text):
        turn.keep_in_mind(said.text)
        turn.tell("miss.menu")
    return True
