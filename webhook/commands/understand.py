"""`tppo understand`: how the hotline reads a message, stage by stage, or one JSON object a line."""

import json
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from flows.reading import Reading
from flows.understanding import understand as read
from flows.understanding.explain import explain

_ZONE = ZoneInfo("Asia/Makassar")


@click.command(epilog='Example:  tppo understand "pak tlg anak sy d kamboja gk boleh kluar"')
@click.argument("text", nargs=-1)
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} a line on stdin, write labels and facts a line.')
@click.option("--now", metavar="ISO", help="The citizen's clock, such as 2026-11-24T20:00 (default: now in WITA).")
def understand(text: tuple[str, ...], *, jsonl: bool, now: str | None) -> None:
    """Show how a message is read: its words, signs, labels and facts, and what each rests on."""
    try:
        clock = datetime.fromisoformat(now) if now else datetime.now(_ZONE)
    except ValueError as error:
        raise click.BadParameter("not an ISO date and time", param_hint="--now") from error
    if jsonl:
        _stream(clock)
        return
    message = " ".join(text) if text else sys.stdin.read()
    for line in explain(message, today=clock):
        click.echo(line)


def _stream(clock: datetime) -> None:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr] # a text stream at run time
    out = sys.stdout
    for line in sys.stdin:
        if line.strip():
            out.write(json.dumps(_answer(line, clock), ensure_ascii=False).encode("utf-8", "replace").decode() + "\n")
            out.flush()


def _answer(line: str, clock: datetime) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except ValueError:
        return {"id": None, "error": "not JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"id": asked.get("id") if isinstance(asked, dict) else None, "error": 'no "text"'}
    return {"id": asked.get("id"), **_told(read(asked["text"], today=clock))}


def _told(reading: Reading) -> dict[str, object]:
    return {
        "intent": reading.intent.value,
        "category": reading.category.value,
        "urgency": reading.urgency.value,
        "signals": [signal.name for signal in reading.signals],
        "facts": {key: item.value for key, item in reading.found.items()},
    }
