"""What alembic runs: the migrations, in the connection and transaction that storage/migrate.py hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString

from storage.columns import UtcTime
from storage.migrate import METADATA


def _spelled(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Spell our column types in plain SQLAlchemy, so that old migrations outlive changes of our code."""
    del autogen
    if kind == "type" and isinstance(item, UtcTime):
        return "sa.BigInteger()"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


def _run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        compare_type=True,
        render_as_batch=True,
        render_item=_spelled,
        transactional_ddl=True,
    )
    context.run_migrations()


_run()
