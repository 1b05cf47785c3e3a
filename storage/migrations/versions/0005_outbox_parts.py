"""outbox parts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Give every part of a long message its provider's id and its own fate."""
    op.create_table(
        "outbox_part",
        sa.Column("outbox_id", _ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("provider_message_id", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("outbox_id", "place"),
    )
    op.create_index("ix_outbox_part_provider_message_id", "outbox_part", ["provider_message_id"])


def downgrade() -> None:
    """Never: history is not thrown away."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
