"""The templates that a provider keeps for us: found by the digest of their content, so that a changed one is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.columns import to_micros
from storage.ids import new_id
from storage.shelf import marks, run


@dataclass(frozen=True, slots=True)
class Kept:
    """A template at the provider; `approval` is the provider's word, "unsubmitted" where it needs none."""

    name: str
    language: str
    digest: str
    sid: str
    approval: str


def put(conn: Connection, kept: Kept, now: datetime) -> None:
    """Remember a template, or where its approval stands now."""
    run(
        conn,
        "INSERT INTO content_template (id, name, language, digest, sid, approval, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET sid = excluded.sid, "
        "approval = excluded.approval",
        (new_id(), kept.name, kept.language, kept.digest, kept.sid, kept.approval, to_micros(now)),
    )


def find(conn: Connection, digests: Sequence[str]) -> dict[str, Kept]:
    """Give the templates that are known, by digest."""
    if not digests:
        return {}
    rows = run(
        conn,
        "SELECT name, language, digest, sid, approval FROM content_template "  # noqa: S608 - only ?
        f"WHERE digest IN ({marks(len(digests))})",
        tuple(digests),
    )
    kept = (Kept(*(cast("str", value) for value in row)) for row in rows)
    return {one.digest: one for one in kept}
