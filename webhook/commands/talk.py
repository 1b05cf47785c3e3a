"""`tppo talk`: the hotline in a terminal, for people; with --jsonl for programs."""

import asyncio
import json
import re
import sys
from collections.abc import Mapping
from datetime import timedelta
from typing import TextIO

import click

from bot.rehearsal import Rehearsal, rehearse
from flows.cleaning import clean_text
from flows.reply import Reply
from flows.said import Attachment, ContactCard, Kind, Location, Said
from storage.ids import new_id
from webhook.commands.talk_live import talk_live

_SPAN = re.compile(
    r"(\d+(?:\.\d+)?)\s*(second|sec|minute|min|hour|day|week|detik|menit|jam|hari|minggu)s?", re.IGNORECASE
)
_SECONDS = {
    **dict.fromkeys(("second", "sec", "detik"), 1),
    **dict.fromkeys(("minute", "min", "menit"), 60),
    **dict.fromkeys(("hour", "jam"), 3600),
    **dict.fromkeys(("day", "hari"), 86_400),
    **dict.fromkeys(("week", "minggu"), 604_800),
}


class BadTurn(click.ClickException):
    """A line of the input is not a turn."""


@click.command()
@click.option("--jsonl", is_flag=True, help="Read one turn a line as JSON on stdin, answer in JSON on stdout.")
def talk(*, jsonl: bool) -> None:
    """Talk to the hotline in this terminal.

    \b
    Examples:
      tppo talk
      echo '{"dialogue": "d1", "type": "text", "text": "halo"}' | tppo talk --jsonl

    Without --jsonl the report is real: it stands in the duty desk of this deployment. With --jsonl each dialogue
    is a new citizen on a fresh database that is thrown away. A citizen who says no more has fallen silent: at the end
    of a dialogue a half-told report is filed as incomplete.
    """  # noqa: D301 - click wants the real \b
    if jsonl:
        asyncio.run(_talk_jsonl(sys.stdin, sys.stdout))
    else:
        asyncio.run(talk_live())


async def _talk_jsonl(source: TextIO, sink: TextIO) -> None:
    dialogue: object = None
    pending: Mapping[str, object] | None = _next_turn(source)
    while pending is not None:
        dialogue = pending.get("dialogue")
        async with rehearse() as rehearsal:
            number = 0
            while pending is not None and pending.get("dialogue") == dialogue:
                number += 1
                replies = await _take(rehearsal, pending)
                texts = [reply.as_plain_text() for reply in replies]
                _write(sink, {"dialogue": dialogue, "turn": number, "replies": texts})
                pending = _next_turn(source)
            await rehearsal.fall_silent()
            _write(sink, await _ending(rehearsal, dialogue))


def _next_turn(source: TextIO) -> Mapping[str, object] | None:
    for line in source:
        if not line.strip():
            continue
        try:
            turn = json.loads(line)
        except ValueError:
            raise BadTurn(
                'A line is not JSON. Each is one object, such as {"dialogue": "d1", "type": "text", "text": "halo"}.'
            ) from None
        if not isinstance(turn, dict):
            raise BadTurn("A line is JSON but not an object.")
        return turn
    return None


async def _take(rehearsal: Rehearsal, turn: Mapping[str, object]) -> list[Reply]:
    if turn.get("type") == "pause":
        return await rehearsal.wait(span_of(str(turn.get("length", ""))))
    return await rehearsal.say(said_of(turn))


def said_of(turn: Mapping[str, object]) -> Said:
    """Make a message of a turn; a type that is not known is a message we cannot read, as on every channel."""
    text = clean_text(str(turn.get("text") or turn.get("caption") or ""))
    match turn.get("type", "text"):
        case "text":
            return Said(text=text)
        case "photo":
            return Said(Kind.PHOTO, text, attachments=(Attachment(Kind.PHOTO, new_id(), "image/jpeg"),))
        case "voice":
            seconds = int(float(str(turn.get("seconds") or 0)))
            return Said(Kind.VOICE, text, attachments=(Attachment(Kind.VOICE, new_id(), "audio/ogg", seconds=seconds),))
        case "location":
            place = Location(_degrees(turn.get("lat")), _degrees(turn.get("lon")), str(turn.get("label") or ""))
            return Said(Kind.LOCATION, text, location=place)
        case "contact":
            phone = str(turn.get("phone") or "")
            return Said(Kind.CONTACT, text, contact=ContactCard(str(turn.get("name") or ""), (phone,) if phone else ()))
        case "sticker":
            return Said(Kind.STICKER)
        case "edit_previous":
            return Said(Kind.EDIT, text)
        case _:
            return Said(Kind.OTHER, text)


def span_of(words: str) -> timedelta:
    """Read a length such as "1 day", "90 minutes" or "2 jam"; without a unit it is minutes."""
    parts = _SPAN.findall(words)
    if parts:
        return timedelta(seconds=sum(float(number) * _SECONDS[unit.lower()] for number, unit in parts))
    try:
        return timedelta(minutes=float(words))
    except ValueError:
        raise BadTurn(f'A pause has a length such as "1 day", not {words[:40]!r}.') from None


async def _ending(rehearsal: Rehearsal, dialogue: object) -> dict[str, object]:
    tickets = [
        {
            "code": ticket.code,
            "kind": ticket.kind,
            "state": ticket.state,
            "incomplete": ticket.is_incomplete,
            "urgency": ticket.urgency,
            "category": ticket.category,
            "signals": list(ticket.signals),
            "facts": ticket.facts,
            "attachments": ticket.attachments,
        }
        for ticket in await rehearsal.tickets()
    ]
    return {"dialogue": dialogue, "tickets": tickets, "alerts": await rehearsal.alerts()}


def _degrees(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return float("nan")


def _write(sink: TextIO, row: Mapping[str, object]) -> None:
    sink.write(json.dumps(row, ensure_ascii=False) + "\n")
    sink.flush()
