"""The way in: a group of messages becomes turns and rows in one transaction, each message exactly once."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection

from bot import arriving, duty_updates, erasing, silence
from bot.codes import new_code, new_receipt
from bot.echoes import Echoes
from bot.effects import Effects
from bot.inbound import Inbound, Taken
from bot.knowing import Known, know
from bot.letters import reply_body, said_body, told_body
from bot.priorities import REPLY_PRIORITY
from bot.rules import Rules
from bot.talks import Talks
from flows import conversation as conversations_of_flows
from flows.cleaning import clean_text
from flows.conversation import Conversation
from flows.events import Added, Draft, Filed, OfficerCalled, RepliesRead
from flows.facts import Facts
from flows.labels import Language, Urgency
from flows.matching import Registry
from flows.reply import Reply
from flows.side import is_half_told
from flows.texts import say
from flows.ticket import TicketKind
from flows.turn import Turn, take_turn
from storage import batch as batches
from storage import (
    contacts,
    desk_tries,
    inbox,
    second_addresses,
    tickets,
    touched,
    traces,
    watches,
)
from storage.batch import Batch
from storage.cipher import Cipher
from storage.contacts import Sender
from storage.ids import new_id

log = logging.getLogger(__name__)


class Intake:
    """Takes in groups of messages; given to the writer as its `on_group`.

    Args:
        cipher: Seals what is kept.
        rules: The settings that the conversation and the duty queue obey.
        clock: Gives the moment, aware and in UTC.
        registry: Gives the list of companies that holds, if there is one.
    """

    def __init__(
        self,
        cipher: Cipher,
        rules: Rules,
        clock: Callable[[], datetime],
        *,
        registry: Callable[[], Registry | None] = lambda: None,
    ) -> None:
        self._cipher = cipher
        self._rules = rules
        self._clock = clock
        self._registry = registry
        self._promise = rules.promise
        self._echoes = Echoes()
        self._talks = Talks(cipher)
        self._code, self._receipt = new_code(), new_receipt()

    def __call__(self, conn: Connection, group: list[Inbound]) -> list[Taken]:
        """Take in a group; one result a message, in order."""
        now = self._clock()
        group = [_cleaned(message) for message in group]
        ids = [new_id() for _ in group]
        senders = self._senders(conn, group, now)
        new, albums = self._keep(conn, group, ids, senders, now)
        known = know(conn, self._cipher, self._talks, [(group[place], senders[place]) for place in new], now)
        known.albums = albums
        effects = Effects(Batch(self._cipher, now), self._rules)
        effects.tickets = {ticket.code: ticket for held in known.tickets.values() for ticket in held}
        effects.tickets |= {ticket.code: ticket for ticket in known.by_receipt.values()}
        fresh = sorted(new)
        arriving.open_lines(conn, [group[place] for place in fresh], [senders[place] for place in fresh], now)
        taken = [
            self._take(group[place], ids[place], senders[place], known, effects)
            if place in new
            else Taken(senders[place].contact_id, senders[place].identity_id, is_duplicate=True)
            for place in range(len(group))
        ]
        duty_updates.note(conn, effects.batch, effects.changed, self._rules)
        batches.flush(conn, effects.batch)
        if effects.batch.events:
            touched.note(conn, "desk")  # whatever happened to a ticket, the desk shows it at once
        self._finish(conn, effects, max(ids), now)
        for place in fresh:
            if group[place].opts_out:
                tickets.silence_contact(conn, senders[place].contact_id)
        return taken

    def _senders(self, conn: Connection, group: list[Inbound], now: datetime) -> list[Sender]:
        ties = [(message.channel, message.address, message.also) for message in group if message.also]
        second_addresses.tie(conn, self._cipher, ties, now)
        lookups = [contacts.lookup_of(self._cipher, message.channel, message.address) for message in group]
        wanted = [(message.channel, lookup, message.address) for message, lookup in zip(group, lookups, strict=True)]
        found = contacts.find_or_make(conn, self._cipher, wanted, now)
        return [found[lookup] for lookup in lookups]

    def _keep(
        self, conn: Connection, group: list[Inbound], ids: list[int], senders: list[Sender], now: datetime
    ) -> tuple[set[int], set[tuple[str, str]]]:
        """Write the messages to the inbox; give the places in the group of those that are new, and the new albums."""
        rows = [
            arriving.inbox_row(self._cipher, inbox_id, message, sender)
            for inbox_id, message, sender in zip(ids, group, senders, strict=True)
        ]
        albums = arriving.album_rows(self._cipher, group, senders, now)
        written = inbox.take_in(conn, [*rows, *albums.values()])
        begun = {album for album, row in albums.items() if row["id"] in written}
        new = {place for place, inbox_id in enumerate(ids) if inbox_id in written}
        return new, arriving.begun_albums(conn, group, begun)

    def _take(self, message: Inbound, inbox_id: int, sender: Sender, known: Known, effects: Effects) -> Taken:
        contact_id = sender.contact_id
        arriving.answer_tap(effects.batch, message, sender)
        is_echo = self._echoes.is_one_too_many(contact_id, message, effects.batch.now)
        if is_echo or not arriving.takes_turn(message, known.albums):
            self._keep_words(message, contact_id, known.last_ticket.get(contact_id), effects)
            return Taken(contact_id, sender.identity_id)
        state, version = known.states.get(contact_id) or (_begun(message, sender), 0)
        facts = self._facts(contact_id, message.channel, known, effects.batch.now)
        parked = False
        try:
            turn = take_turn(state, message.said, facts)
        except Exception as error:  # noqa: BLE001 - a flow that fails must lose nothing: the message is parked
            # not log.exception: its traceback may quote what a citizen wrote
            log.error("message parked", extra={"inbox": inbox_id, "error": type(error).__name__})  # noqa: TRY400
            effects.batch.park(inbox_id, type(error).__name__)
            turn, parked = _parked(state, facts), True
        if turn.events:  # few messages file anything: until one may have, the code and the receipt stay fresh
            self._code, self._receipt = new_code(), new_receipt()
        known.states[contact_id] = (turn.conversation, version + 1)
        effects.languages[contact_id] = turn.conversation.language
        if turn.conversation.language != sender.language:
            effects.new_languages.add(contact_id)
        dumped = conversations_of_flows.dump(turn.conversation)
        sealed = effects.batch.save_conversation(contact_id, dumped, version + 1)
        self._talks.keep(contact_id, sealed, turn.conversation)
        self._note_silence(contact_id, state, turn, effects)
        for event in turn.events:
            effects.apply(event, sender, message.channel)
            if isinstance(event, RepliesRead):
                known.note_read(contact_id, event.code)
            if isinstance(event, Filed):
                known.tickets.setdefault(contact_id, []).insert(0, effects.tickets[event.code])
        ticket_id = known.last_ticket[contact_id] = _ticket_of(turn, effects)
        self._keep_words(message, contact_id, ticket_id, effects, _told_later(turn))
        replies = self._answer(message, inbox_id, sender, turn.replies, ticket_id, effects.batch)
        return Taken(contact_id, sender.identity_id, is_parked=parked, replies=replies)

    def _facts(self, contact_id: int, channel: str, known: Known, now: datetime) -> Facts:
        return Facts(
            now=now,
            zone=self._rules.zone,
            code=self._code,
            receipt=self._receipt,
            channel=channel,
            province=self._rules.province,
            tickets=tuple(known.tickets.get(contact_id, ())),
            by_receipt={} if contact_id in known.closed else known.by_receipt,
            receipts_closed=contact_id in known.closed,
            promise=self._promise,
            registry=self._registry(),
            checks_closed=contact_id in known.checked_out,
            watched=known.watched.get(contact_id, ()),
        )

    def _note_silence(self, contact_id: int, before: Conversation, turn: Turn, effects: Effects) -> None:
        was, now = is_half_told(before), is_half_told(turn.conversation)
        if was is now:
            return  # a timer that fires while its citizen still writes moves itself on
        if now:
            silence.start(effects.batch, contact_id, self._rules)
        else:
            effects.batch.cancel_timer(silence.timer_key(contact_id))

    @staticmethod
    def _keep_words(
        message: Inbound,
        contact_id: int,
        ticket_id: int | None,
        effects: Effects,
        told_later: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        """Write the message into the transcript, with its files and with what it tells of a ticket filed before."""
        batch = effects.batch
        body = {**said_body(message.said), **told_later}
        message_id = batch.add_message(contact_id, "citizen", str(message.said.kind), body, ticket_id=ticket_id)
        for file in message.said.attachments:
            batch.media.append(arriving.media_row(file, contact_id, ticket_id, message_id, message, batch))

    @staticmethod
    def _answer(  # noqa: PLR0913, PLR0917 - what is answered, to whom, with what
        message: Inbound, inbox_id: int, sender: Sender, replies: Sequence[Reply], ticket_id: int | None, batch: Batch
    ) -> tuple[int, ...]:
        """Promise the replies and write them into the transcript; give their ids."""
        contact_id = sender.contact_id
        sent: list[int] = []
        for place, reply in enumerate(replies):
            body = reply_body(reply)
            outbox_id = batch.add_outbox(
                lane=message.channel,
                purpose="reply",
                ordering_key=f"to:{sender.identity_id}",
                dedupe_key=f"reply:{inbox_id}:{place}",
                body=body,
                contact_id=contact_id,
                identity_id=sender.identity_id,
                ticket_id=ticket_id,
                priority=REPLY_PRIORITY,
            )
            batch.add_message(contact_id, "hotline", "text", body, ticket_id=ticket_id, outbox_id=outbox_id)
            sent.append(outbox_id)
        return tuple(sent)

    def _finish(self, conn: Connection, effects: Effects, newest_id: int, now: datetime) -> None:
        effects.checks.write(conn, effects.batch, self._rules, self._registry())
        traces.mark_replies_read(conn, effects.read_replies, now)
        for contact_id in effects.new_languages:
            # what is said later, by a timer or an officer's act, is said in the language of the talk
            contacts.set_language(conn, contact_id, str(effects.languages[contact_id]))
        for contact_id in effects.traces:
            language = effects.languages.get(contact_id, Language.INDONESIAN)
            erasing.promise(conn, self._cipher, contact_id, newest_id, str(language), now)
            traces.erase(conn, contact_id, newest_id)
            watches.forget(conn, contact_id)
        for contact_id in effects.wrong_receipts:
            desk_tries.note(conn, f"receipt:{contact_id}", now)


def _ticket_of(turn: Turn, effects: Effects) -> int | None:
    """Name the ticket that this turn's messages belong to; a new one takes them over by itself."""
    codes = [event.code for event in turn.events if isinstance(event, (Added, OfficerCalled, Filed))]
    code = turn.conversation.value("ticket") or (codes[0] if codes else "")
    return effects.tickets[code].id if code in effects.tickets else None


def _told_later(turn: Turn) -> Mapping[str, object]:
    return next((told_body(event.told) for event in turn.events if isinstance(event, Added)), {})


def _begun(message: Inbound, sender: Sender) -> Conversation:
    return Conversation(language=message.language or Language(sender.language))


def _parked(state: Conversation, facts: Facts) -> Turn:
    draft = Draft(urgency=Urgency.HIGH)
    events = (Filed(TicketKind.CALL, facts.code, "", draft, is_incomplete=True), OfficerCalled(facts.code))
    return Turn(state, (Reply(say("parked", state.language)),), events)


def _cleaned(message: Inbound) -> Inbound:
    # most channels clean what they parse; here it is made certain for all of them, before anything is kept or read
    text = clean_text(message.said.text)
    return message if text == message.said.text else replace(message, said=replace(message.said, text=text))
