"""Bringing a new list in: read, compared with the one that holds, refused where it shrank, and believed only then."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from flows.matching import Agency, Edition, Registry
from storage import audit, registry
from storage.cipher import Cipher
from storage.registry_file import Difference, RegistryFile, diff, read_registry_file, sample_path

FIRST_START = "first start"
_KEPT_AT_LEAST = 0.9  # of the rows; fewer are half a file, or the wrong one


class ListShrank(Exception):  # noqa: N818 - the name is the sentence
    """More than a tenth of the rows would be lost; only an explicit word may replace the list with this."""


class DraftIsGone(Exception):  # noqa: N818 - the name is the sentence
    """Another import came between the preview and the agreement."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would change. `difference` is none for the first list, and where only an invented one stood."""

    edition_id: int
    read: RegistryFile
    as_of: date
    difference: Difference | None


def prepare(  # noqa: PLR0913 - one argument a thing to know
    conn: Connection, read: RegistryFile, *, source: str, on: date, by: str, now: datetime, as_of: date | None = None
) -> Preview:
    """Keep a list as a draft and say what it would change. A file without a date speaks for `on`."""
    edition = edition_of(read, source=source, on=on, as_of=as_of)
    edition_id = registry.add_draft(conn, edition, read.agencies, by=by, now=now)
    return Preview(edition_id, read, edition.as_of, compare(conn, read.agencies, on))


def edition_of(read: RegistryFile, *, source: str, on: date, as_of: date | None = None) -> Edition:
    """Describe a file as the edition that it would be; none speaks for a day that has not come."""
    return Edition(source, as_of or min(read.as_of or on, on), len(read.agencies), read.checksum, read.invented)


def compare(conn: Connection, agencies: tuple[Agency, ...], on: date) -> Difference | None:
    """Compare rows with the list that holds; none where there is no real one to compare with."""
    current = registry.edition(conn, "current")
    if current is None or current.invented:
        return None
    rows = tuple(registry.with_events(agencies, registry.events(conn)))
    return diff(registry.agencies_of(conn, current.id), rows, on=on)


def agree(  # noqa: PLR0913 - one argument a thing to know
    conn: Connection, cipher: Cipher, edition_id: int, *, by: str, now: datetime, force: bool = False
) -> None:
    """Let the draft hold from now on, with its row in the audit.

    Raises:
        DraftIsGone: It was replaced or taken meanwhile.
        ListShrank: It lost more than a tenth of the rows, and nobody said `force`.
    """
    draft, current = registry.edition(conn, "draft"), registry.edition(conn, "current")
    if draft is None or draft.id != edition_id:
        raise DraftIsGone
    is_real = current is not None and not current.invented
    if is_real and current is not None and draft.rows < _KEPT_AT_LEAST * current.rows and not force:
        raise ListShrank
    registry.make_current(conn, edition_id)
    detail = f"{draft.rows} rows as of {draft.as_of.isoformat()}" + (", forced" if force else "")
    audit.append(conn, cipher, [audit.entry(by, "registry.imported", f"registry:{edition_id}", detail, now)])


def ensure_a_list(conn: Connection, cipher: Cipher, *, on: date, now: datetime) -> None:
    """Import the invented sample where no list was ever imported, so that the check works on the first day."""
    if registry.edition(conn, "current") is not None:
        return
    read = replace(read_registry_file(sample_path()), invented=True)
    preview = prepare(conn, read, source="daftar rekaan", on=on, by=FIRST_START, now=now)
    agree(conn, cipher, preview.edition_id, by=FIRST_START, now=now)


def load(conn: Connection, max_age_days: int) -> Registry | None:
    """Give the list that holds; an invented one does not age, it says on every answer what it is."""
    head = registry.edition(conn, "current")
    return registry.load(conn, None if head is None or head.invented else max_age_days)
