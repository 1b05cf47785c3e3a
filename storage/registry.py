"""The list of placement companies as it is kept: every edition, the one that holds now, and the dated events."""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from sqlalchemy import Connection

from flows.matching import Agency, Edition, Event, EventKind, Registry, Status
from flows.matching.names import read_listed_name
from storage.columns import from_micros
from storage.ids import new_id
from storage.shelf import Shelf, run
from storage.tables import RegistryEdition, RegistryEvent

EDITIONS = Shelf(RegistryEdition)
_EVENTS = Shelf(RegistryEvent, "(name_key, day, kind) DO UPDATE SET source = excluded.source")
_HEAD = "id, state, source, as_of, rows, checksum, imported_by, imported_at, invented"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One import, without its rows."""

    id: int
    state: str
    source: str
    as_of: date
    rows: int
    checksum: str
    imported_by: str
    imported_at: datetime
    invented: bool

    def as_edition(self, max_age_days: int | None = None) -> Edition:
        """Give it as the check knows it."""
        return Edition(self.source, self.as_of, self.rows, self.checksum, self.invented, max_age_days)


@dataclass(frozen=True, slots=True)
class Act:
    """A dated act upon a licence as it was recorded; one under a name that is not listed changes nothing."""

    name: str
    event: Event
    is_listed: bool


def add_draft(conn: Connection, edition: Edition, agencies: Sequence[Agency], *, by: str, now: datetime) -> int:
    """Keep an edition that nobody has agreed to yet, in place of an earlier draft; give its id."""
    run(conn, "DELETE FROM registry_edition WHERE state = 'draft'")
    edition_id = new_id()
    row = {
        "id": edition_id,
        "state": "draft",
        "source": edition.source,
        "as_of": edition.as_of.isoformat(),
        "rows": len(agencies),
        "checksum": edition.checksum,
        "imported_by": by,
        "imported_at": now,
        "invented": edition.invented,
        "agencies": pack(agencies),
    }
    EDITIONS.insert(conn, [row])
    return edition_id


def make_current(conn: Connection, edition_id: int) -> bool:
    """Let an edition hold from now on; false where there is no such draft any more."""
    found = run(conn, "SELECT 1 FROM registry_edition WHERE id = ? AND state = 'draft'", (edition_id,)).first()
    if found is None:
        return False
    run(conn, "UPDATE registry_edition SET state = 'past' WHERE state = 'current'")
    run(conn, "UPDATE registry_edition SET state = 'current' WHERE id = ?", (edition_id,))
    return True


def editions(conn: Connection) -> list[EditionRow]:
    """Give every edition that holds or held, newest first."""
    rows = run(conn, f"SELECT {_HEAD} FROM registry_edition WHERE state <> 'draft' ORDER BY id DESC")  # noqa: S608 - our own names
    return [_head(row) for row in rows]


def edition(conn: Connection, state: str) -> EditionRow | None:
    """Give the newest edition in a state: current or draft."""
    row = run(conn, f"SELECT {_HEAD} FROM registry_edition WHERE state = ? ORDER BY id DESC LIMIT 1", (state,)).first()  # noqa: S608 - our own names
    return None if row is None else _head(row)


def agencies_of(conn: Connection, edition_id: int) -> tuple[Agency, ...]:
    """Give the rows of one edition as they were imported, each with the events recorded about its name."""
    row = run(conn, "SELECT agencies FROM registry_edition WHERE id = ?", (edition_id,)).one()
    acts = events(conn)
    return tuple(with_events(unpack(bytes(cast("bytes", row[0]))), acts))


def with_events(agencies: Iterable[Agency], acts: dict[str, list[Event]]) -> Iterable[Agency]:
    """Give rows the events recorded under their names."""
    for agency in agencies:
        mine = acts.get(strict_key(agency.spelled)) if acts else None
        yield replace(agency, events=tuple(sorted((*agency.events, *mine)))) if mine else agency


def record_event(conn: Connection, name: str, event: Event, *, by: str, now: datetime) -> None:
    """Keep a dated act upon a licence; the same act again only renews its source."""
    row = {
        "id": new_id(),
        "name_key": strict_key(name),
        "name": name,
        "day": event.on.isoformat(),
        "kind": event.kind.value,
        "source": event.source,
        "recorded_by": by,
        "recorded_at": now,
    }
    _EVENTS.insert(conn, [row])


def strict_key(name: str) -> str:
    """Give the key that only the same letters share: a near twin must not inherit a suspension."""
    return read_listed_name(name).exact[0]


def events(conn: Connection) -> dict[str, list[Event]]:
    """Give every recorded event by the key of its name."""
    found: dict[str, list[Event]] = {}
    for key, day, kind, source in run(conn, "SELECT name_key, day, kind, source FROM registry_event ORDER BY day"):
        act = Event(date.fromisoformat(str(day)), EventKind(str(kind)), str(source))
        found.setdefault(str(key), []).append(act)
    return found


def acts(conn: Connection) -> list[Act]:
    """Give every recorded event, the newest first, and whether the list that holds has such a name."""
    told = run(conn, "SELECT name_key, name, day, kind, source FROM registry_event ORDER BY day DESC, id DESC").all()
    known = _listed_keys(conn) if told else frozenset()
    return [
        Act(str(name), Event(date.fromisoformat(str(day)), EventKind(str(kind)), str(source)), str(key) in known)
        for key, name, day, kind, source in told
    ]


def is_listed(conn: Connection, name: str) -> bool:
    """Say whether the list that holds has this very name: an act upon any other changes nothing."""
    return strict_key(name) in _listed_keys(conn)


def _listed_keys(conn: Connection) -> frozenset[str]:
    row = run(conn, "SELECT agencies FROM registry_edition WHERE state = 'current'").first()
    rows = unpack(bytes(cast("bytes", row[0]))) if row else ()
    return frozenset(strict_key(agency.spelled) for agency in rows)


def stamp(conn: Connection) -> tuple[int, int]:
    """Give a value that changes with the current edition and with every new event."""
    edition_id = run(conn, "SELECT max(id) FROM registry_edition WHERE state = 'current'").one()[0]
    event_id = run(conn, "SELECT max(id) FROM registry_event").one()[0]
    return cast("int | None", edition_id) or 0, cast("int | None", event_id) or 0


def load(conn: Connection, max_age_days: int | None) -> Registry | None:
    """Give the current list ready to be asked; none where nothing was imported. A long one takes seconds."""
    head = edition(conn, "current")
    if head is None:
        return None
    return Registry.of(agencies_of(conn, head.id), head.as_edition(max_age_days))


def pack(agencies: Iterable[Agency]) -> bytes:
    """Write rows as compressed JSON."""
    rows = [
        [a.name, a.as_listed, a.licence_no, a.status.value, _iso(a.valid_until), a.phone, a.address,
         [[act.on.isoformat(), act.kind.value, act.source] for act in a.events]]
        for a in agencies
    ]  # fmt: skip
    return gzip.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)


def unpack(packed: bytes) -> tuple[Agency, ...]:
    """Read back what `pack` wrote."""
    return tuple(
        Agency(
            name,
            as_listed,
            licence_no,
            Status(status),
            date.fromisoformat(until) if until else None,
            phone,
            address,
            tuple(Event(date.fromisoformat(day), EventKind(kind), source) for day, kind, source in acts),
        )
        for name, as_listed, licence_no, status, until, phone, address, acts in json.loads(gzip.decompress(packed))
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _head(row: Sequence[object]) -> EditionRow:
    edition_id, state, source, as_of, rows, checksum, by, at, invented = row
    return EditionRow(
        cast("int", edition_id),
        str(state),
        str(source),
        date.fromisoformat(str(as_of)),
        cast("int", rows),
        str(checksum),
        str(by),
        from_micros(cast("int", at)),
        bool(invented),
    )
