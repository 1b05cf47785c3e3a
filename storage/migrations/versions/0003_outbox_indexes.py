"""outbox indexes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CLAIMED = sa.text("status = 'claimed'")
_ASIDE = sa.text("status IN ('dead', 'held')")


def upgrade() -> None:
    """Find claimed rows whose lease ended, and rows set aside, without reading the whole outbox."""
    op.create_index(
        "ix_outbox_lease", "outbox", ["lease_until"], sqlite_where=_CLAIMED, postgresql_where=_CLAIMED
    )
    op.create_index("ix_outbox_aside", "outbox", ["status", "lane"], sqlite_where=_ASIDE, postgresql_where=_ASIDE)


def downgrade() -> None:
    """Never: history is not thrown away."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
