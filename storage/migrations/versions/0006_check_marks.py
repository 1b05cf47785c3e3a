"""check marks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count checks of a name, phone or account under its keyed hash; who asked stands nowhere."""
    op.create_table(
        "check_mark",
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lookup", "day", "verdict"),
    )
    op.create_index("ix_check_mark_day", "check_mark", ["day"])


def downgrade() -> None:
    """Never: history is not thrown away."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
