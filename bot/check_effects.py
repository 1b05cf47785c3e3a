"""What checks leave behind: counts, watches, a signal where one sender asks for one name again and again, links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from bot.linking import marks_of
from bot.priorities import ALERT_PRIORITY
from bot.rules import Rules
from flows.conversation import Answer
from flows.events import Checked, NewsRead, Watched, WatchesEnded
from flows.matching import Registry, Verdict, check
from storage import check_marks, checks, links, watches
from storage.batch import Batch, flush
from storage.contacts import Sender
from storage.ids import new_id
from storage.watches import WatchRow

CheckEvent = Checked | Watched | WatchesEnded | NewsRead
_PROBING = 5  # checks of one name by one sender within a day, from which the desk is told


@dataclass(slots=True)
class CheckEffects:
    """The checks and links of one group of messages, written when everything else of it is."""

    events: list[tuple[CheckEvent, Sender]] = field(default_factory=list)
    facts: list[tuple[int, Mapping[str, Answer]]] = field(default_factory=list)

    def note_ticket(self, ticket_id: int, facts: Mapping[str, Answer]) -> None:
        """Remember what a ticket carries."""
        self.facts.append((ticket_id, facts))

    def write(self, conn: Connection, batch: Batch, rules: Rules, registry: Registry | None) -> None:
        """Write it all; `batch` gives the cipher and the moment."""
        for ticket_id, facts in self.facts:
            links.put(conn, batch.cipher, ticket_id, sorted(marks_of(facts, registry)))
        probed = Batch(batch.cipher, batch.now)
        for event, sender in self.events:
            match event:
                case Checked():
                    if _count(conn, batch, event, sender, batch.now.astimezone(rules.zone).date()):
                        _tell_desk(probed)
                case Watched(name):
                    standing = standing_of(name, registry, batch, rules)
                    row = WatchRow(0, sender.contact_id, sender.identity_id, name, standing, has_news=False)
                    watches.keep(conn, batch.cipher, row, batch.now)
                case WatchesEnded():
                    watches.end(conn, sender.contact_id, batch.now)
                case NewsRead():
                    watches.note_read(conn, sender.contact_id)
        if probed.outbox:
            flush(conn, probed)


def _count(conn: Connection, batch: Batch, event: Checked, sender: Sender, day: date) -> bool:
    """Count a check without its asker; say whether they have now asked so often that the desk should know."""
    checks.count(conn, day, event.verdict)
    asked = checks.note_asked(conn, batch.cipher, sender.contact_id, event.marks, batch.now)
    # who asks again and again counts once a day: nobody can make a name look wanted
    first = [mark for mark, times in asked.items() if times == 1]
    check_marks.count(conn, batch.cipher, first, day, event.verdict)
    return _PROBING in asked.values()


def standing_of(name: str, registry: Registry | None, batch: Batch, rules: Rules) -> str:
    """Say how a name stands on the list today, as a watch remembers it."""
    if registry is None:
        return Verdict.REGISTRY_UNFIT.value
    return check(name, registry, on=batch.now.astimezone(rules.zone).date()).verdict.value


def _tell_desk(batch: Batch) -> None:
    # that somebody asks again and again, not who and not for whom
    signal = new_id()
    batch.add_outbox(
        lane="desk",
        purpose="alert",
        ordering_key="duty:desk",
        dedupe_key=f"probe:{signal}",
        body={"kind": "probe"},
        priority=ALERT_PRIORITY,
    )
    batch.add_audit("hotline", "check.probed", "checks", f"{_PROBING} of one name in a day")
