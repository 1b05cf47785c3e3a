"""What changed between two lists: who is gone, who is new, whose status is another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flows.matching.names import read_listed_name
from flows.matching.status import status_on
from flows.matching.values import Agency, Status


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One company whose computed status differs between two lists."""

    name: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Difference:
    """Two lists compared by name; `shrank_by` is the lost share of rows, 0 where the list grew."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    status_changed: tuple[StatusChange, ...]
    shrank_by: float

    @property
    def is_suspicious(self) -> bool:
        """True where more than a tenth of the rows is lost: half a file, or the wrong one."""
        return self.shrank_by > 0.1


def diff(old: Iterable[Agency], new: Iterable[Agency], *, on: date) -> Difference:
    """Compare two lists as they stand on one day."""
    old_rows, new_rows = tuple(old), tuple(new)
    before, after = _by_name(old_rows), _by_name(new_rows)
    changed = []
    for key, rows in after.items():
        if key in before:
            was, now = _status(before[key], on), _status(rows, on)
            if was is not now:
                changed.append(StatusChange(rows[0].name, was, now))
    return Difference(
        gone=tuple(rows[0].name for key, rows in before.items() if key not in after),
        new=tuple(rows[0].name for key, rows in after.items() if key not in before),
        status_changed=tuple(changed),
        shrank_by=max(0.0, 1 - len(new_rows) / len(old_rows)) if old_rows else 0.0,
    )


def _by_name(rows: Iterable[Agency]) -> Mapping[str, list[Agency]]:
    found: dict[str, list[Agency]] = {}
    for row in rows:
        found.setdefault(read_listed_name(row.name).exact[0], []).append(row)
    return found


def _status(rows: Iterable[Agency], on: date) -> Status:
    """Of rows with one name the graver status counts."""
    return max((status_on(row, on, as_of=on) for row in rows), key=lambda status: status.gravity)
