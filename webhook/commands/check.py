"""`tppo check`: what the list says about a recruiter; with --jsonl, one object a line."""

import io
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

import click

from flows.matching import Check, Reason, Registry, Verdict, Why, check
from storage.registry_file import UnreadableList, read_registry_file, sample_path

EXAMPLE = """
Example:

\b
    tppo check "PT Rinjalo Abadi resmi gak?"
    printf '{"id":1,"query":"pt rinjalo abadi"}\\n' | tppo check --jsonl --registry list.csv
"""
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
_SAID: Mapping[Verdict, str] = {
    Verdict.LISTED_AS_OF: "{name} ada di daftar per {as_of}.",
    Verdict.SUSPENDED: "{name} ada di daftar, tetapi izinnya sedang dibekukan menurut daftar per {as_of}.",
    Verdict.REVOKED: "Izin {name} sudah dicabut menurut daftar per {as_of}.",
    Verdict.EXPIRED: "{name} ada di daftar, tetapi masa izinnya sudah lewat menurut daftar per {as_of}.",
    Verdict.SIMILAR_NAME: "Nama persis seperti itu tidak ada di daftar per {as_of}. Yang mirip:",
    Verdict.NOT_FOUND: "Tidak ada di daftar yang kami punya (per {as_of}).",
    Verdict.NOT_A_P3MI: "Yang boleh memberangkatkan pekerja hanya perusahaan penempatan (PT) yang ada di daftar.",
    Verdict.REGISTRY_UNFIT: "Daftar ini belum bisa menjawab. Petugas perlu memeriksanya.",
}
_LIMIT: Mapping[Verdict, str] = {
    Verdict.LISTED_AS_OF: (
        "Ini belum membuktikan orang yang menghubungi Anda bekerja di sana. Tanyakan lowongannya ke Disnaker."
    ),
    Verdict.NOT_FOUND: (
        "Tidak ada di daftar belum tentu menipu. Jangan bayar dulu; tanyakan nomor SIP3MI-nya atau tanya Disnaker."
    ),
    Verdict.SIMILAR_NAME: "Beda satu kata bisa beda perusahaan. Cocokkan dengan surat atau nomor SIP3MI.",
}
_DEFAULT_LIMIT = "Jangan bayar dulu sebelum ditanyakan ke Disnaker atau BP3MI."


@click.command(epilog=EXAMPLE)
@click.argument("words", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Read one JSON object {id, query} a line from stdin, answer one a line.")
@click.option(
    "--registry",
    "registry_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The list to look in (CSV or XLSX). Default: the invented sample.",
)
@click.option("--on", "on_day", type=click.DateTime(["%Y-%m-%d"]), help="The day to answer for. Default: today.")
@click.option("--as-of", "as_of_day", type=click.DateTime(["%Y-%m-%d"]), help="The day the list speaks for.")
@click.option(
    "--max-age-days", type=click.IntRange(min=0), help="Refuse to answer from an older list. Default: any age."
)
@click.option("--timezone", default="Asia/Makassar", show_default=True, envvar="TPPO_TIMEZONE", help="Whose today.")
def check_command(  # noqa: PLR0913 - one parameter an option of the command
    words: tuple[str, ...],
    *,
    jsonl: bool,
    registry_path: Path | None,
    on_day: datetime | None,
    as_of_day: datetime | None,
    max_age_days: int | None,
    timezone: str,
) -> None:
    """Look a recruiter up by WORDS: company name, licence number, phone, or a forwarded poster.

    Exit code 0: listed on that day; 1: any other answer; 2: wrong use or an unreadable list.
    """
    on = on_day.date() if on_day else datetime.now(ZoneInfo(timezone)).date()
    registry = _open(registry_path or sample_path(), on, as_of_day.date() if as_of_day else None, max_age_days)
    if jsonl:
        answer_lines(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"), sys.stdout, registry, on)
    elif words:
        checked = check(" ".join(words), registry, on=on)
        click.echo(spoken(checked))
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


def spoken(checked: Check) -> str:
    """Give a check as the lines that a person reads."""
    edition = checked.edition
    nearest = checked.confirmed or (checked.candidates[0].agency if checked.candidates else None)
    name = nearest.name if nearest else checked.asked_name
    lines = [_SAID[checked.verdict].format(name=name, as_of=_day(edition.as_of))]
    if any(reason.why is Why.SAME_NAME_TWICE for reason in checked.reasons):
        lines.append("Nama yang sama tercatat dua kali dengan keadaan berbeda; petugas perlu memeriksanya.")
    if checked.confirmed is None and checked.candidates:
        if checked.verdict is not Verdict.SIMILAR_NAME:
            lines.append("Nama di daftar yang mirip:")
        lines += [f"  {place}. {match.agency.name}" for place, match in enumerate(checked.candidates, start=1)]
    lines.append(_LIMIT.get(checked.verdict, _DEFAULT_LIMIT))
    if edition.invented:
        lines.append("Daftar ini rekaan, hanya untuk mencoba. Jangan dipakai untuk keputusan nyata.")
    else:
        lines.append(f"Sumber: {edition.source}, {edition.rows} nama.")
    return "\n".join(lines)


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


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
