"""`tppo check`: what the list says about a recruiter; with --jsonl, one object a line."""

import io
import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

import click

from bot import registry_import
from flows.labels import Language
from flows.matching import Check, Reason, Registry, Verdict, check
from flows.texts import say
from flows.verdicts import verdict_text
from storage.errors import NeedsOperator
from storage.registry_file import UnreadableList, read_registry_file, sample_path
from webhook.settings import SettingsError, read_settings
from webhook.wiring import open_storage

EXAMPLE = """
Example:

\b
    tppo check "PT Rinjalo Abadi resmi gak?"
    printf '{"id":1,"query":"pt rinjalo abadi"}\\n' | tppo check --jsonl --registry list.csv
"""


@click.command(epilog=EXAMPLE)
@click.argument("words", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Read one JSON object {id, query} a line from stdin, answer one a line.")
@click.option(
    "--registry",
    "registry_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The list to look in (CSV or XLSX). Default: the deployment's own here, else the invented sample.",
)
@click.option("--on", "on_day", type=click.DateTime(["%Y-%m-%d"]), help="The day to answer for. Default: today.")
@click.option("--as-of", "as_of_day", type=click.DateTime(["%Y-%m-%d"]), help="The day the list speaks for.")
@click.option(
    "--max-age-days", type=click.IntRange(min=0), help="Refuse to answer from an older list. Default: any age."
)
@click.option("--language", type=click.Choice([one.value for one in Language]), default="id", show_default=True)
@click.option("--timezone", default="Asia/Makassar", show_default=True, envvar="TPPO_TIMEZONE", help="Whose today.")
def check_command(  # noqa: PLR0913 - one parameter an option of the command
    words: tuple[str, ...],
    *,
    jsonl: bool,
    registry_path: Path | None,
    on_day: datetime | None,
    as_of_day: datetime | None,
    max_age_days: int | None,
    language: str,
    timezone: str,
) -> None:
    """Look a recruiter up by WORDS: company name, licence number, phone, or a forwarded poster.

    Exit code 0: listed on that day; 1: any other answer; 2: wrong use or an unreadable list.
    """
    on = on_day.date() if on_day else datetime.now(ZoneInfo(timezone)).date()
    held = _held(on) if words and not (jsonl or registry_path or as_of_day or max_age_days) else None
    as_of = as_of_day.date() if as_of_day else None
    registry = held or _open(registry_path or sample_path(), on, as_of, max_age_days)
    if jsonl:
        answer_lines(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"), sys.stdout, registry, on)
    elif words:
        checked = check(" ".join(words), registry, on=on)
        click.echo(spoken(checked, Language(language)))
        sys.exit(0 if checked.verdict is Verdict.LISTED_AS_OF else 1)
    else:
        raise click.UsageError("Give a name or number, or --jsonl.")


def answer_lines(lines: Iterable[str], out: TextIO, registry: Registry, on: date) -> None:
    """Answer every line as it comes; a line that cannot be read gets an answer with an error, not a crash."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(line, registry, on), ensure_ascii=False) + "\n")
            out.flush()


def answer(line: str, registry: Registry, on: date) -> dict[str, object]:
    """One JSON line in, one answer out."""
    try:
        asked: object = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, **told(check("", registry, on=on)), "error": "not JSON"}
    if not isinstance(asked, dict):
        return {"id": None, **told(check("", registry, on=on)), "error": "not an object"}
    query = asked.get("query")
    error = {} if isinstance(query, str) else {"error": "no query"}
    return {"id": asked.get("id"), **told(check(query if isinstance(query, str) else "", registry, on=on)), **error}


def told(checked: Check) -> dict[str, object]:
    """Give a check as the fields of an answer, names spelled as the list spells them."""
    return {
        "verdict": checked.verdict.value,
        "kind": checked.kind.value,
        "candidates": [match.agency.spelled for match in checked.candidates],
        "confirmed": checked.confirmed.spelled if checked.confirmed else None,
        "phones": list(checked.phones),
        "accounts": list(checked.accounts),
        "scores": [match.score for match in checked.candidates],
        "reasons": [_written(reason) for reason in checked.reasons],
        "as_of": checked.edition.as_of.isoformat(),
        "invented": checked.edition.invented,
    }


def spoken(checked: Check, language: Language = Language.INDONESIAN) -> str:
    """Give a check in the words that a family reads in its chat."""
    text = verdict_text(checked, language)
    told = checked.verdict in {Verdict.SIMILAR_NAME, Verdict.REGISTRY_UNFIT}
    if checked.confirmed or not checked.candidates or told:
        return text
    names = [f"{place}. {match.agency.name}" for place, match in enumerate(checked.candidates, start=1)]
    return "\n".join([text, "", say("verdict.near", language), *names])


def _held(on: date) -> Registry | None:
    """Give the list that holds in the deployment of this folder; none where there is no deployment."""
    try:
        settings = read_settings()
        if not settings.database_url and not (settings.data_dir / "hotline.db").exists():
            return None
        storage = open_storage(settings, owns=False)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    try:
        with storage.database.reader() as conn:
            held = registry_import.load(conn, settings.registry_max_age_days)
    finally:
        storage.database.close()
    return held if held is None or held.edition.as_of <= on else None


def _open(path: Path, on: date, as_of: date | None, max_age_days: int | None) -> Registry:
    """Read and index the list; a file written after the day asked about speaks for that day at the latest."""
    try:
        read = read_registry_file(path)
    except UnreadableList as error:
        raise click.BadParameter(error.why, param_hint="--registry") from error
    day = as_of or min(read.as_of or on, on)
    return Registry.of(read.agencies, read.edition(source=path.name, as_of=day, max_age_days=max_age_days))


def _written(reason: Reason) -> str:
    return f"{reason.why.value}:{reason.word}" if reason.word else reason.why.value
