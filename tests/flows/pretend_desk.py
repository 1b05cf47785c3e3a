"""A hotline of one conversation without a database: turns are taken, their events make tickets in memory."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.adding import completed, told_again
from flows.conversation import Conversation, dump, load
from flows.events import (
    Added,
    Checked,
    Draft,
    Event,
    Filed,
    Joined,
    NewsRead,
    OfficerCalled,
    RepliesRead,
    TracesDeleted,
    Updated,
    Watched,
    WatchesEnded,
    Withdrawn,
    WrongReceipt,
)
from flows.facts import Facts, WatchedName
from flows.labels import Category, Urgency
from flows.receipts import receipts_in
from flows.said import Said
from flows.side import is_half_told
from flows.ticket import State, TicketKind, TicketView
from flows.turn import Turn, fall_silent, take_turn
from tests.flows.conftest import EVENING
from tests.flows.invented_list import invented_list

WITA = ZoneInfo("Asia/Makassar")
_SILENCE = timedelta(minutes=30)
_FREE_TRIES = 5


@dataclass
class Standing:
    """A ticket as it stands: what the citizen's chat knows of it, and what the duty queue holds."""

    view: TicketView
    draft: Draft
    alarms: int = 0


class PretendDesk:
    """Takes turns and remembers, saving and reloading the conversation between every two messages."""

    def __init__(self) -> None:
        self.state = dump(Conversation())
        self.now: datetime = EVENING
        self.tickets: dict[str, Standing] = {}
        self.receipts: dict[str, str] = {}
        self.mine: list[str] = []
        self.wrong_receipts = 0
        self.watched: list[str] = []
        self._told_at = EVENING

    @property
    def conversation(self) -> Conversation:
        """The conversation as it was saved."""
        return load(self.state)

    def hear(self, said: Said) -> Turn:
        """Take one message in."""
        self.now += timedelta(seconds=20)
        self._told_at = self.now
        return self._settle(take_turn(self.conversation, said, self.facts(said)))

    def wait(self, span: timedelta) -> Turn:
        """Let time pass; a half-told report is filed where it is long enough."""
        self.now += span
        if self.now - self._told_at < _SILENCE or not is_half_told(self.conversation):
            return Turn(self.conversation)
        return self._settle(fall_silent(self.conversation, self.facts(Said())))

    def act(self, what: dict[str, Any]) -> None:
        """Let an officer move the newest ticket, or answer it."""
        standing = self.tickets[self.mine[0]]
        view = standing.view
        if "state" in what:
            view = replace(view, state=State(what["state"]), confirmed_at=view.confirmed_at or self.now)
        view = replace(
            view, is_breached=bool(what.get("breached", False)), referred_to=what.get("to", view.referred_to)
        )
        if "reply" in what:
            view = replace(view, unread=(*view.unread, what["reply"]))
        standing.view = view

    def file_elsewhere(self, receipt: str) -> None:
        """Let a ticket exist that somebody filed by another channel."""
        code = f"ZZZ-{len(self.tickets) + 1:03}"
        view = TicketView(900, code, TicketKind.REPORT, State.CONFIRMED, EVENING, EVENING)
        self.tickets[code] = Standing(view, Draft())
        self.receipts[receipt] = code

    def facts(self, said: Said) -> Facts:
        """Give the facts of the next turn."""
        number = sum(code.startswith("AAA") for code in self.tickets) + 1
        closed = self.wrong_receipts >= _FREE_TRIES
        known = {r: self.tickets[self.receipts[r]].view for r in receipts_in(said.text) if r in self.receipts}
        return Facts(
            now=self.now,
            zone=WITA,
            code=f"AAA-{number:03}",
            receipt=f"{number:04}222233334444",
            channel="terminal",
            tickets=tuple(self.tickets[code].view for code in self.mine),
            by_receipt={} if closed else known,
            receipts_closed=closed,
            registry=invented_list(),
            watched=tuple(map(WatchedName, self.watched)),
        )

    def _settle(self, turn: Turn) -> Turn:
        for event in turn.events:
            self._apply(event)
        self.state = dump(turn.conversation)
        return turn

    def _apply(self, event: Event) -> None:  # noqa: C901 - one flat table of events
        match event:
            case Filed(kind, code, receipt, draft, is_incomplete):
                view = TicketView(
                    len(self.tickets) + 1, code, kind, State.NEW, self.now, is_incomplete=is_incomplete,
                    may_contact=draft.may_contact,
                )  # fmt: skip
                self.tickets[code] = Standing(view, draft)
                self.mine.insert(0, code)
                self._note_receipt(receipt, code)
            case Updated(code, draft, is_finished, receipt):
                standing = self.tickets[code]
                standing.draft = draft
                unfinished = standing.view.is_incomplete and not is_finished
                is_call = standing.view.kind is TicketKind.CALL
                kind = TicketKind.REPORT if is_call else standing.view.kind
                standing.view = replace(
                    standing.view, kind=kind, is_incomplete=unfinished, may_contact=draft.may_contact
                )
                self._note_receipt(receipt, code)
            case OfficerCalled(code, is_danger):
                standing = self.tickets[code]
                standing.alarms += 1
                if is_danger:
                    standing.draft = replace(standing.draft, urgency=Urgency.EMERGENCY)
            case Joined(code):
                self.mine = [code, *(known for known in self.mine if known != code)]
            case RepliesRead(code):
                self.tickets[code].view = replace(self.tickets[code].view, unread=())
            case WrongReceipt():
                self.wrong_receipts += 1
            case Added():
                self._complete(event)
            case Watched(name):
                self.watched.append(name)
            case WatchesEnded():
                self.watched.clear()
            case Withdrawn() | TracesDeleted() | Checked() | NewsRead():
                pass

    def _complete(self, event: Added) -> None:
        """Let a ticket know what was told after it was filed, as `bot.known_facts` shows it to officers."""
        standing = self.tickets[event.code]
        draft = standing.draft
        told, is_new = event.told, standing.view.state is State.NEW
        raised = is_new and (draft.urgency, told.urgency) == (Urgency.NORMAL, Urgency.HIGH)
        standing.draft = replace(
            draft,
            facts=completed(draft.facts, told.facts),
            urgency=told.urgency if raised else draft.urgency,
            category=told.category if draft.category is Category.NONE else draft.category,
            area_code=draft.area_code or told.area_code,
            departure_at=told.departure_at or draft.departure_at,
            reporter=told_again(draft.reporter, told.reporter),
            may_contact=draft.may_contact if event.may_contact is None else event.may_contact,
            is_anonymous=draft.is_anonymous if event.is_anonymous is None else event.is_anonymous,
        )

    def _note_receipt(self, receipt: str, code: str) -> None:
        if receipt:
            self.receipts[receipt] = code


def talk(*lines: str) -> tuple[PretendDesk, str]:
    """Say these lines to a new desk; give it with all that it answered to the last."""
    desk, heard = PretendDesk(), ""
    for line in lines:
        heard = "\n".join(reply.text for reply in desk.hear(Said(text=line)).replies)
    return desk, heard


def told(*lines: str) -> PretendDesk:
    """Give a new desk to which these lines were said."""
    return talk(*lines)[0]


def tell(desk: PretendDesk, *lines: str) -> str:
    """Say these lines to a desk as well; give all that it answered to them."""
    return "\n".join(reply.text for line in lines for reply in desk.hear(Said(text=line)).replies)


def in_words(event: Event) -> str:
    """Write an event as a line of a transcript."""
    match event:
        case Filed(kind, code, receipt, draft, is_incomplete):
            marks = ["receipt"] * bool(receipt) + ["incomplete"] * is_incomplete
            return " ".join(["filed", kind.value, code, draft.urgency.value, *marks])
        case Updated(code, _, is_finished, _):
            return f"updated {code}" + " finished" * is_finished
        case OfficerCalled(code, is_danger):
            return f"called {code}" + " danger" * is_danger
        case WrongReceipt() | TracesDeleted():
            return {"WrongReceipt": "wrong receipt", "TracesDeleted": "traces deleted"}[type(event).__name__]
        case Checked(verdict, _):
            return f"checked {verdict}"
        case Watched() | WatchesEnded() | NewsRead():
            names = {"Watched": "watched", "WatchesEnded": "watches ended", "NewsRead": "news read"}
            return names[type(event).__name__]
        case Added(code) | Withdrawn(code) | Joined(code) | RepliesRead(code):
            return f"{type(event).__name__.lower()} {code}"


def as_table(standing: Standing) -> dict[str, Any]:
    """Write a ticket as a table of a transcript."""
    view, draft = standing.view, standing.draft
    return {
        "code": view.code,
        "kind": view.kind.value,
        "urgency": draft.urgency.value,
        "category": draft.category.value,
        "incomplete": view.is_incomplete,
        "anonymous": draft.is_anonymous,
        "may_contact": draft.may_contact,
        "names_official": draft.names_official,
        "area": draft.area_code or "",
        "signals": [signal.name for signal in draft.signals],
        "reporter": [f"{key}: {value}" for key, value in draft.reporter.items()],
        "alarms": standing.alarms,
        "facts": {
            key: answer.value + (f" (was: {answer.was})" if answer.was else "")
            for key, answer in draft.facts.items()
            if answer.value
        },
    }
