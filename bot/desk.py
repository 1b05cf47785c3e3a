"""What officers do with a ticket: confirm, answer, note, move, amend, refer, close, reopen.

Each act is one transaction: the ticket row, its history, the audit, and for an answer the transcript and the outbox.
The page, the duty group and the duty phones all come through here, so a ticket has one history whoever acted where.

Two officers at once: a form carries what its officer saw (`seen`, see bot/desk_page.py). If another officer acted
since, the act is refused and nothing is changed. A citizen who wrote meanwhile refuses only what would end their
waiting unread, closing and settling; it must not keep an officer from taking a ticket whose citizen is typing.
"""

from collections.abc import Callable
from typing import Final, cast

from sqlalchemy import Connection

from bot import desk_acts, duty_updates, sms_notice
from bot.bell import Bell
from bot.desk_hand import (
    DoneBefore,
    Hand,
    MoveNotAllowed,
    NothingSaid,
    check_seen,
    take_hold,
)
from bot.desk_store import DeskStore
from bot.rules import Rules
from flows.cleaning import clean_text
from flows.labels import Category, Language, Urgency
from flows.matching import Verdict
from flows.ticket import Outcome, State
from flows.verdicts import officer_verdict
from storage import desk_ticket, inbox
from storage.batch import Batch, flush
from storage.officers import OfficerRow

MOST_TEXT: Final = 4000
_BY_HAND: Final = frozenset({State.IN_PROGRESS, State.WAITING_REPORTER})


class Desk:
    """The acts. Every method takes the officer, the ticket's code, and `seen` ("" where nothing was shown).

    All raise NoSuchTicket, OfficerWasFaster and MoveNotAllowed of bot/desk_hand.py beside what they name.
    """

    def __init__(
        self, store: DeskStore, bell: Bell, rules: Rules, *, before: Callable[[Connection], None] | None = None
    ) -> None:
        self._store = store
        self._bell = bell
        self._rules = rules
        self._before = before

    def once(self, channel: str, provider_id: str) -> "Desk":
        """Give a desk for one event of a channel: its act and the note that it came are one transaction.

        A second copy of the event then raises DoneBefore and changes nothing.
        """

        def note(conn: Connection) -> None:
            if not inbox.record(conn, self._store.cipher, channel, provider_id, {}, now=self._store.clock()):
                raise DoneBefore

        return Desk(self._store, self._bell, self._rules, before=note)

    async def confirm(self, officer: OfficerRow, code: str, seen: str = "") -> None:
        """Take a new ticket: from now on it counts as forwarded, and the ladder stops."""
        await self._act(officer, code, seen, desk_acts.confirm)

    async def reply(self, officer: OfficerRow, code: str, text: str, *, seen: str = "", wait: bool = False) -> None:
        """Answer the citizen; an unconfirmed ticket is confirmed with it. `wait` leaves the ticket waiting for them.

        Raises:
            NothingSaid: The text is empty.
            NobodyToAnswer: No chat speaks for this ticket.
        """
        said = _words(text)
        await self._act(officer, code, seen, lambda hand: desk_acts.reply(hand, said, wait=wait))

    async def verdict(  # noqa: PLR0913 - one argument a field of the form
        self, officer: OfficerRow, code: str, verdict: Verdict, *, name: str, text: str = "", seen: str = ""
    ) -> None:
        """Answer what an officer found out about a recruiter, in reviewed words and the asker's language.

        Raises:
            NothingSaid: No name was given.
            NobodyToAnswer: No chat speaks for this ticket.
        """
        about, more, on = _words(name), _cut(text), self._store.clock().astimezone(self._rules.zone).date()

        def answer(hand: Hand) -> None:
            target = desk_ticket.reply_target(hand.conn, hand.ticket.id)
            language = Language(target.language) if target else Language.INDONESIAN
            said = officer_verdict(verdict, about, on, language)
            desk_acts.reply(hand, "\n\n".join(part for part in (said, more) if part), wait=False)
            hand.audit("ticket.verdict", verdict.value)

        await self._act(officer, code, seen, answer)

    async def note(self, officer: OfficerRow, code: str, text: str) -> None:
        """Leave a note that no citizen sees; notes never stand in each other's way.

        Raises:
            NothingSaid: The text is empty.
        """
        said = _words(text)
        await self._act(officer, code, "", lambda hand: hand.record("note", why=said))

    async def move(self, officer: OfficerRow, code: str, to: State, *, why: str = "", seen: str = "") -> None:
        """Move a ticket by hand; confirming, referring and closing have their own acts."""
        if to not in _BY_HAND:
            raise MoveNotAllowed
        await self._act(officer, code, seen, lambda hand: desk_acts.move(hand, to, _cut(why)))

    async def take(self, officer: OfficerRow, code: str, *, seen: str = "") -> None:
        """Take a confirmed ticket over from whoever held it."""
        await self._act(officer, code, seen, desk_acts.take)

    async def settle(self, officer: OfficerRow, code: str, *, seen: str = "") -> None:
        """Say that the citizen's newest words need no answer.

        Raises:
            CitizenWrote: Words came that this officer has not seen.
        """
        await self._act(officer, code, seen, desk_acts.settle, also_citizen=True)

    async def resend(self, officer: OfficerRow, code: str, outbox_id: int) -> None:
        """Try a message that could not be delivered once more; one that was delivered meanwhile is left alone.

        Raises:
            NothingSaid: No message of this ticket waits for that.
        """
        await self._act(officer, code, "", lambda hand: desk_acts.resend(hand, outbox_id))

    async def refer(self, officer: OfficerRow, code: str, agency: str, *, why: str = "", seen: str = "") -> None:
        """Hand a ticket on to an agency, also from one agency to another.

        Raises:
            NothingSaid: No agency was named.
        """
        if not agency:
            raise NothingSaid
        await self._act(officer, code, seen, lambda hand: desk_acts.refer(hand, agency, _cut(why)))

    async def amend(  # noqa: PLR0913 - one argument a field of the form
        self,
        officer: OfficerRow,
        code: str,
        *,
        urgency: Urgency,
        category: Category,
        area_code: str | None,
        why: str = "",
        seen: str = "",
    ) -> None:
        """Correct what the hotline read: urgency, category, district.

        Raises:
            NothingSaid: Nothing would change.
        """
        wanted = {"urgency": urgency.value, "category": category.value, "area_code": area_code}
        await self._act(officer, code, seen, lambda hand: desk_acts.amend(hand, wanted, _cut(why), self._rules))

    async def close(self, officer: OfficerRow, code: str, outcome: Outcome, *, why: str = "", seen: str = "") -> None:
        """Close a ticket with its outcome.

        Raises:
            CitizenWrote: Words came that this officer has not seen.
        """
        await self._act(officer, code, seen, lambda hand: desk_acts.close(hand, outcome, _cut(why)), also_citizen=True)

    async def reopen(self, officer: OfficerRow, code: str, *, why: str, seen: str = "") -> None:
        """Open a closed ticket again.

        Raises:
            NothingSaid: No reason was given.
        """
        reason = _words(why)
        await self._act(officer, code, seen, lambda hand: desk_acts.reopen(hand, reason))

    async def _act(
        self, officer: OfficerRow, code: str, seen: str, work: Callable[[Hand], None], *, also_citizen: bool = False
    ) -> None:
        now = self._store.clock()

        def transact(conn: Connection) -> None:
            if self._before is not None:
                self._before(conn)
            hand = take_hold(conn, Batch(self._store.cipher, now), code, officer)
            check_seen(hand, seen, also_citizen=also_citizen)
            work(hand)
            for row in hand.batch.outbox:
                sms_notice.watch(hand.batch, cast("int", row["id"]), self._rules)
            duty_updates.note(conn, hand.batch, {hand.ticket.id: hand.ticket.code}, self._rules)
            flush(conn, hand.batch)

        await self._store.write(transact)
        self._bell.ring()


def _cut(text: str) -> str:
    return clean_text(text).strip()[:MOST_TEXT]


def _words(text: str) -> str:
    said = _cut(text)
    if not said:
        raise NothingSaid
    return said
