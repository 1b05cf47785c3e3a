"""Brings a database to the newest edition of the tables; costs one small query when it is there already."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from storage.errors import NeedsOperator
from storage.tables import Ticket

_FOLDER = Path(__file__).with_name("migrations")
METADATA = Ticket.metadata
"""All tables of storage/tables.py."""

# any number will do that no other program uses on the same database
_PG_LOCK = 5_271_001


@cache
def newest() -> str:
    """Give the number of the newest edition: migrations are numbered 0001, 0002 ... in one line."""
    return max(path.name[:4] for path in (_FOLDER / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def edition(conn: Connection) -> str | None:
    """Tell which edition a database has; none for one without our tables."""
    if not inspect(conn).has_table("alembic_version"):
        return None
    found: str | None = conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def upgrade(engine: Engine) -> bool:
    """Bring the database to the newest edition; true when something had to be done.

    A new database gets its tables at once; a test holds them equal to what the migrations make. Replicas that start
    together wait for each other.

    Raises:
        NeedsOperator: The database was made by a newer hotline than this one.
    """
    with engine.connect() as conn:
        if edition(conn) == newest():
            return False
    with engine.begin() as conn:
        if conn.dialect.name == "postgresql":
            conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PG_LOCK})
        found = edition(conn)
        if found is None:
            create(conn)
        elif found < newest():
            migrate(conn)
        elif found > newest():
            raise NeedsOperator(f"This database has edition {found}, newer than this program ({newest()}). Update it.")
    return True


def create(conn: Connection) -> None:
    """Make every table in an empty database and write down that it has the newest edition."""
    METADATA.create_all(conn)
    # the primary key is named as alembic names its own, or a created database would differ from a migrated one
    conn.execute(
        text(
            "CREATE TABLE alembic_version"
            " (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    conn.execute(text("INSERT INTO alembic_version (version_num) VALUES (:number)"), {"number": newest()})


def migrate(conn: Connection, to: str = "head") -> None:
    """Run the migrations that are missing, with alembic, in the connection's transaction."""
    # imported here: alembic costs more than the rest of a start, and most starts need none of it
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = conn
    command.upgrade(config, to)


def differences(conn: Connection) -> list[str]:
    """Compare the database with the tables as the program knows them; empty when they agree."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - as above
    from alembic.migration import MigrationContext  # noqa: PLC0415

    context = MigrationContext.configure(conn, opts={"compare_type": True})
    return [str(difference) for difference in compare_metadata(context, METADATA)]
