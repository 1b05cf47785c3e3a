"""Golden dialogues as files: what a citizen did, what came back, and what stood on the tickets at the end."""

import itertools
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.cleaning import clean_text
from flows.said import Attachment, ContactCard, Kind, Location, Said

FOLDER = Path(__file__).parents[1] / "transcripts"
_FILE_NUMBERS = itertools.count(1)
_OUTPUT = ("replies", "events")


@dataclass
class Dialogue:
    """One golden dialogue. A turn is a table: what was done, then `replies` and `events` as expected."""

    name: str
    title: str
    turns: list[dict[str, Any]]
    tickets: list[dict[str, Any]] = field(default_factory=list)

    @property
    def needs_others(self) -> bool:
        """True where an officer acts or a ticket came from another channel."""
        return any("officer" in turn or "elsewhere" in turn for turn in self.turns)

    @property
    def checks(self) -> bool:
        """True where a recruiter is checked or a name watched."""
        events = [event for turn in self.turns for event in turn.get("events", [])]
        return any(event.startswith(("checked", "watch", "news")) for event in events)


def read_all() -> list[Dialogue]:
    """Read every golden dialogue."""
    return [_read(path) for path in sorted(FOLDER.glob("*.toml"))]


def write(dialogue: Dialogue) -> None:
    """Write a dialogue with its expectations."""
    lines = [f"title = {_text(dialogue.title)}"]
    for turn in dialogue.turns:
        lines += ["", "[[turn]]", *(f"{key} = {_value(value)}" for key, value in turn.items())]
    for ticket in dialogue.tickets:
        lines += ["", "[[ticket]]", *(f"{key} = {_value(value)}" for key, value in ticket.items() if key != "facts")]
        lines += ["[ticket.facts]", *(f"{key} = {_value(value)}" for key, value in ticket["facts"].items())]
    (FOLDER / f"{dialogue.name}.toml").write_text("\n".join(lines) + "\n", "utf-8")


def said_in(turn: Mapping[str, Any]) -> Said:
    """Make the message of a turn; every file has a number of its own."""
    text = clean_text(str(turn.get("text", "")) * int(turn.get("repeat", 1)))
    forwarded = bool(turn.get("forwarded"))
    if "press" in turn:
        return Said(Kind.CHOICE, token=str(turn["press"]))
    if "voice" in turn:
        note = Attachment(
            Kind.VOICE, next(_FILE_NUMBERS), "audio/ogg", seconds=int(turn["voice"]), refusal=turn.get("refusal", "")
        )
        return Said(Kind.VOICE, text, attachments=(note,))
    if "photo" in turn:
        picture = Attachment(Kind.PHOTO, next(_FILE_NUMBERS), "image/jpeg", refusal=str(turn.get("refusal", "")))
        return Said(Kind.PHOTO, clean_text(turn["photo"]), attachments=(picture,), forwarded=forwarded)
    if "pin" in turn:
        return Said(Kind.LOCATION, location=Location(*turn["pin"], label=str(turn.get("label", ""))))
    if "card" in turn:
        return Said(Kind.CONTACT, contact=ContactCard(turn["card"][0], tuple(turn["card"][1:])))
    kind = next((kind for kind in (Kind.STICKER, Kind.START, Kind.EDIT, Kind.OTHER) if turn.get(kind.value)), Kind.TEXT)
    return Said(kind, text, forwarded=forwarded)


def done_in(turn: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a turn does, without what is expected of it."""
    return {key: value for key, value in turn.items() if key not in _OUTPUT}


def _read(path: Path) -> Dialogue:
    raw = tomllib.loads(path.read_text("utf-8"))
    return Dialogue(path.stem, raw["title"], raw["turn"], raw.get("ticket", []))


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Sequence):
        items = [_value(item) for item in value]
        return f"[\n{''.join(f'{item},{chr(10)}' for item in items)}]" if len(items) > 1 else f"[{', '.join(items)}]"
    return json.dumps(value)


def _text(text: str) -> str:
    if "\n" not in text:
        return json.dumps(text, ensure_ascii=False)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""\n{escaped}"""'
