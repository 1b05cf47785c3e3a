"""Keeps cards at duty places true: whatever changes a ticket, wherever, promises a new look of its card."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from bot.duty_news import News, moment_of, news_of
from bot.duty_places import PHONES, Target, targets
from bot.priorities import ALERT_PRIORITY, CARD_PRIORITY
from bot.rules import Rules
from storage import outbox, tickets
from storage.batch import Batch
from storage.ids import new_id

EDITED: Final = frozenset({"telegram"})
"""Places whose cards can be edited where they stand; phones on WhatsApp are told in a new message what matters."""


def note(conn: Connection, batch: Batch, changed: Mapping[int, str], rules: Rules) -> None:
    """Promise a new look of these tickets' cards (code by id), once for all changes that have not been shown yet."""
    fresh = {row["id"] for row in batch.tickets}
    _tell_phones(conn, batch, {key: code for key, code in changed.items() if key not in fresh}, rules)
    for lane in EDITED.intersection(rules.places):
        for ticket_id, code in changed.items():
            if ticket_id in fresh or outbox.waits(conn, lane, "card", ticket_id):
                continue
            batch.add_outbox(
                lane=lane,
                purpose="card",
                ordering_key=f"duty:{lane}:{ticket_id}",
                dedupe_key=f"card:{ticket_id}:{lane}:{new_id()}",
                body={"code": code, "edit": True},
                ticket_id=ticket_id,
                priority=CARD_PRIORITY,
            )


def _tell_phones(conn: Connection, batch: Batch, changed: Mapping[int, str], rules: Rules) -> None:
    """Promise the phones a short word on what is new; what an alert of this moment shows is not said twice."""
    phones = [place for place in targets(rules) if place.lane == PHONES]
    looked_at = [ticket_id for ticket_id in changed if ticket_id in batch.ticket_updates]
    if not phones or not looked_at:
        return
    shown = {row["ticket_id"] for row in batch.outbox if row["lane"] == PHONES and row["purpose"] in {"card", "alert"}}
    for ticket_id, before in tickets.by_ids(conn, looked_at).items():
        news = news_of(before, batch.ticket_updates[ticket_id])
        if news is not None and ticket_id not in shown:
            for place in phones:
                _tell(conn, batch, (ticket_id, changed[ticket_id]), news, place)


def _tell(conn: Connection, batch: Batch, ticket: tuple[int, str], news: News, place: Target) -> None:
    ticket_id, code = ticket
    key, due_at = moment_of(news, ticket_id, place.key, batch.now, further=False)
    if news is News.MORE and outbox.is_known(conn, key):
        key, due_at = moment_of(news, ticket_id, place.key, batch.now, further=True)
    if outbox.is_known(conn, key):
        return
    batch.add_outbox(
        lane=place.lane,
        purpose="card",
        ordering_key=f"duty:{place.key}:{ticket_id}",
        dedupe_key=key,
        body={"code": code, "news": news.value, **place.where},
        ticket_id=ticket_id,
        priority=ALERT_PRIORITY if news is News.EMERGENCY else CARD_PRIORITY,
        due_at=due_at,
    )
