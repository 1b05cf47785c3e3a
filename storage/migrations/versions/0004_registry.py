"""registry."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WATCHED = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """Make room for editions of the list, and for what is remembered around checks."""
    op.create_table(
        "registry_edition",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("as_of", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.Column("agencies", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "registry_event",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name_key", "day", "kind"),
    )
    op.create_table(
        "watch",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("contact_id", _ID, nullable=False),
        sa.Column("identity_id", _ID, nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("name_enc", sa.LargeBinary(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("has_news", sa.Boolean(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("contact_id", "lookup"),
    )
    op.create_index("ix_watch_open", "watch", ["contact_id"], sqlite_where=_WATCHED, postgresql_where=_WATCHED)
    op.create_table(
        "check_count",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "verdict"),
    )
    op.create_table(
        "ticket_link",
        sa.Column("ticket_id", _ID, autoincrement=False, nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", "lookup"),
    )
    op.create_index("ix_ticket_link_lookup", "ticket_link", ["lookup"])


def downgrade() -> None:
    """Never: history is not thrown away."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
