"""`tppo place`: which official place a text names; with --jsonl, one object a line."""

import io
import json
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from flows.places import Level, PlaceReading, available, resolve

EXAMPLE = """
Example:

\b
    tppo place "deket pelabuhan lembar"
    printf '{"id":1,"text":"ds. sengkol pujut"}\\n' | tppo place --jsonl
"""


@click.command(epilog=EXAMPLE)
@click.argument("words", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Read one JSON object {id, text} a line from stdin, answer one a line.")
@click.option("--province", default="52", show_default=True, envvar="TPPO_PROVINCE", help="Whose areas to look in.")
def place(words: tuple[str, ...], *, jsonl: bool, province: str) -> None:
    """Find the official place code of WORDS, or say which places it could be.

    Exit code 0: one place; 1: none, or more than one; 2: wrong use.
    """
    if province not in available():
        raise click.BadParameter(f"no areas of {province}; shipped: {', '.join(available())}", param_hint="--province")
    if jsonl:
        answer_lines(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"), sys.stdout, province)
    elif words:
        reading = resolve(" ".join(words), province=province)
        click.echo(spoken(reading))
        sys.exit(0 if reading.code else 1)
    else:
        raise click.UsageError("Give some words, or --jsonl.")


def answer_lines(lines: Iterable[str], out: TextIO, province: str) -> None:
    """Answer every line as it comes; a line that cannot be read gets an answer with an error, not a crash."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(line, province)) + "\n")
            out.flush()


def answer(line: str, province: str) -> dict[str, object]:
    """One JSON line in, one answer out."""
    try:
        asked: object = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "code": None, "name": None, "asked": False, "error": "not JSON"}
    if not isinstance(asked, dict):
        return {"id": None, "code": None, "name": None, "asked": False, "error": "not an object"}
    text = asked.get("text")
    reading = resolve(text, province=province) if isinstance(text, str) else PlaceReading()
    error = {} if isinstance(text, str) else {"error": "no text"}
    return {"id": asked.get("id"), **told(reading), **error}


def told(reading: PlaceReading) -> dict[str, object]:
    """A reading as the fields of an answer."""
    found = reading.place
    return {
        "code": reading.code,
        "name": reading.name,
        "asked": reading.asked,
        "level": found.level.value if found else None,
        "district": found.district if found else None,
        "regency": found.regency if found else None,
        "outside": reading.outside,
        "options": [{"code": option.code, "name": option.full_name} for option in reading.options],
        "words": reading.words,
    }


def spoken(reading: PlaceReading) -> str:
    """A reading as lines for a person."""
    if reading.options:
        return "\n".join(("Yang mana?", *(f"  {option.code}  {option.full_name}" for option in reading.options)))
    if reading.place is None:
        return "Tidak ada tempat yang dikenali."
    if reading.place.level is Level.OUTSIDE:
        return f"Di luar daerah: {reading.place.name}"
    return f"{reading.code or '-'}  {reading.place.full_name}"
