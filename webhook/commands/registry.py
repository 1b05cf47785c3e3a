"""`tppo registry`: import a list of placement companies, show the one that holds, compare, record a dated act."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click
from sqlalchemy import Connection

from bot import registry_import
from bot.registry_import import DraftIsGone, ListShrank, Preview
from flows.matching import Event, EventKind
from storage import audit
from storage import registry as rows
from storage.errors import NeedsOperator
from storage.registry_file import Difference, RegistryFile, UnreadableList, read_registry_file
from webhook.settings import Settings, SettingsError, read_settings
from webhook.wiring import Storage, open_storage

_BY = "command"
_SHOWN = 20  # names of each kind; the rest is counted
_NOT_REPLACED, _UNREADABLE, _SHRANK = 1, 2, 3
_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def registry() -> None:
    """Look after the list of licensed placement companies (P3MI) that recruiter checks answer from."""


@registry.command("import")
@click.argument("file", type=_FILE)
@click.option("--source", default="", help="Where the list comes from, as citizens will read it. Default: file name.")
@click.option("--as-of", type=_DAY, help="The day the list speaks for, where the file does not say.")
@click.option("--yes", is_flag=True, help="Replace without asking.")
@click.option("--force", is_flag=True, help="Replace although more than a tenth of the names would be lost.")
def import_command(file: Path, *, source: str, as_of: datetime | None, yes: bool, force: bool) -> None:
    """Read FILE (CSV or XLSX), show what was understood and what changes, ask, and let it hold.

    Exit code 0: it holds now; 1: not replaced; 2: unreadable; 3: it shrank by more than a tenth.

    \b
    Example:
      tppo registry import p3mi.xlsx --source "daftar P3MI KP2MI" --as-of 2026-11-01
    """  # noqa: D301 - click wants the real character
    with _deployment() as (settings, storage):
        on, now = _today(settings), datetime.now(UTC)
        with click.progressbar(length=2, label="Reading and comparing", file=sys.stderr) as bar:
            read = _read(file)
            bar.update(1)
            day = as_of.date() if as_of else None
            named = source or file.name
            # a running hotline writes meanwhile: comparing stands outside the transaction
            with storage.database.reader() as conn:
                difference = registry_import.compare(conn, read.agencies, on)
            edition = registry_import.edition_of(read, source=named, on=on, as_of=day)
            with storage.database.engine.begin() as conn:
                draft = rows.add_draft(conn, edition, read.agencies, by=_BY, now=now)
            preview = Preview(draft, read, edition.as_of, difference)
            bar.update(1)
        _tell(preview, named)
        if _shrank(preview) and not force:
            click.echo(
                "Refused: more than a tenth of the names would be lost. If that is right, say --force.", err=True
            )
            sys.exit(_SHRANK)
        if not yes and not click.confirm("Let this list hold from now on?"):
            click.echo("Not replaced.")
            sys.exit(_NOT_REPLACED)
        _agree(storage, preview, force=force)
    click.echo(f"This list holds now: {len(read.agencies)} names as of {preview.as_of.isoformat()}.")


@registry.command("show")
def show_command() -> None:
    """Show the list that holds, its age, and the editions before it.

    \b
    Example:
      tppo registry show
    """  # noqa: D301 - click wants the real character
    with _deployment() as (settings, storage), storage.database.reader() as conn:
        known, acts = rows.editions(conn), rows.events(conn)
        on = _today(settings)
    if not known:
        click.echo("No list yet; the first start imports an invented one. Import yours: tppo registry import FILE")
        return
    for one in known:
        mark = "*" if one.state == "current" else " "
        kind = "invented, " if one.invented else ""
        age = (on - one.as_of).days
        click.echo(
            f"{mark} {one.as_of.isoformat()}  {one.rows:>6} names  {kind}{age} days old  {one.source}  "
            f"(by {one.imported_by}, {one.imported_at:%Y-%m-%d %H:%M} UTC, {one.checksum[:12]})"
        )
    click.echo(f"{sum(map(len, acts.values()))} recorded acts on licences.")
    current = known[0]
    if not current.invented and (on - current.as_of).days > settings.registry_max_age_days:
        click.echo(f"Too old to answer (limit {settings.registry_max_age_days} days): import a newer list.")


@registry.command("diff")
@click.argument("file", type=_FILE)
def diff_command(file: Path) -> None:
    """Compare FILE with the list that holds; changes nothing. Exit code 3: it shrank by more than a tenth.

    \b
    Example:
      tppo registry diff p3mi-december.csv
    """  # noqa: D301 - click wants the real character
    with _deployment() as (settings, storage):
        read = _read(file)
        with storage.database.reader() as conn:
            difference = registry_import.compare(conn, read.agencies, _today(settings))
    _tell_understood(read)
    _tell_difference(difference)
    if difference is not None and difference.is_suspicious:
        sys.exit(_SHRANK)


@registry.command("event")
@click.argument("name")
@click.option("--kind", type=click.Choice([kind.value for kind in EventKind]), required=True)
@click.option("--on", "day", type=_DAY, required=True, help="The day of the act.")
@click.option("--source", required=True, help="The letter or news it rests on.")
def event_command(name: str, *, kind: str, day: datetime, source: str) -> None:
    """Record that a licence was suspended, lifted, revoked or reinstated; it outlives every import.

    \b
    Example:
      tppo registry event "PT Rinjalo Abadi" --kind suspended --on 2026-11-03 --source "surat Disnaker 12/2026"
    """  # noqa: D301 - click wants the real character
    now = datetime.now(UTC)
    with _deployment() as (_, storage):

        def record(conn: Connection) -> None:
            rows.record_event(conn, name, Event(day.date(), EventKind(kind), source), by=_BY, now=now)
            audit.append(conn, storage.cipher, [audit.entry(_BY, "registry.event", "registry", kind, now)])

        with storage.database.engine.begin() as conn:
            record(conn)
        with storage.database.reader() as conn:
            is_listed = rows.is_listed(conn, name)
    if not is_listed:
        click.echo("Mind: no row of the list that holds has exactly this name, so the act changes no answer.", err=True)
    click.echo("Recorded. A running hotline knows it within half a minute.")


@contextmanager
def _deployment() -> Iterator[tuple[Settings, Storage]]:
    try:
        settings = read_settings()
        storage = open_storage(settings, owns=False)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    try:
        yield settings, storage
    finally:
        storage.database.close()


def _today(settings: Settings) -> date:
    return datetime.now(settings.rules().zone).date()


def _read(file: Path) -> RegistryFile:
    try:
        return read_registry_file(file)
    except UnreadableList as error:
        click.echo(f"Not a list that can be read: {error.why}.", err=True)
        sys.exit(_UNREADABLE)


def _agree(storage: Storage, preview: Preview, *, force: bool) -> None:
    now = datetime.now(UTC)
    try:
        with storage.database.engine.begin() as conn:
            registry_import.agree(conn, storage.cipher, preview.edition_id, by=_BY, now=now, force=force)
    except DraftIsGone:
        raise click.ClickException("Somebody else imported meanwhile. Run it again.") from None
    except ListShrank:
        click.echo("Refused: more than a tenth of the names would be lost.", err=True)
        sys.exit(_SHRANK)


def _shrank(preview: Preview) -> bool:
    return preview.difference is not None and preview.difference.is_suspicious


def _tell(preview: Preview, source: str) -> None:
    click.echo(f"Source: {source}, as of {preview.as_of.isoformat()}")
    _tell_understood(preview.read)
    _tell_difference(preview.difference)


def _tell_understood(read: RegistryFile) -> None:
    understood = read.understood
    click.echo(f"Header in row {understood.header_row}; {understood.rows} rows, {len(read.agencies)} kept.")
    for heading, meaning in understood.columns.items():
        click.echo(f"  {heading}: {meaning}")
    click.echo(f"Duplicates {understood.duplicates}, skipped {understood.skipped}.")
    if understood.unread:
        click.echo(f"Columns not read: {', '.join(understood.unread)}")
    for status, count in understood.unreadable_statuses.items():
        click.echo(f"Status not understood, never taken for valid: {status!r}, {count} rows")
    for problem in understood.problems[:_SHOWN]:
        click.echo(f"  row {problem.row}, {problem.column}: {problem.what}")
    if len(understood.problems) > _SHOWN:
        click.echo(f"  and {len(understood.problems) - _SHOWN} more problems")


def _tell_difference(difference: Difference | None) -> None:
    if difference is None:
        click.echo("Nothing real to compare with: this is the first list.")
        return
    _tell_names("New", difference.new)
    _tell_names("Gone", difference.gone)
    changed = tuple(f"{one.name}: {one.before.value} -> {one.after.value}" for one in difference.status_changed)
    _tell_names("Status changed", changed)
    if difference.is_suspicious:
        click.echo(f"It lost {difference.shrank_by:.0%} of its rows.")


def _tell_names(what: str, names: tuple[str, ...]) -> None:
    click.echo(f"{what}: {len(names)}")
    for name in names[:_SHOWN]:
        click.echo(f"  {name}")
    if len(names) > _SHOWN:
        click.echo(f"  and {len(names) - _SHOWN} more")
