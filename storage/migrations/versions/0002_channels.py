"""channels."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make room for what WhatsApp and Telegram need."""
    op.add_column("identity", sa.Column("window_until", sa.BigInteger(), nullable=True))
    op.add_column("inbox", sa.Column("provider_message_id", sa.String(), nullable=True))
    op.add_column("media", sa.Column("fetch_state", sa.String(), nullable=False, server_default="stored"))
    op.add_column("media", sa.Column("source_enc", sa.LargeBinary(), nullable=True))
    op.add_column("outbox", sa.Column("delivery", sa.String(), nullable=True))
    op.add_column("outbox", sa.Column("delivery_error", sa.String(), nullable=True))
    op.create_table(
        "delivery_report",
        sa.Column("provider_message_id", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("delivery_error", sa.String(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("provider_message_id"),
    )
    op.create_table(
        "officer_link",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("officer_id", _ID, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("address_enc", sa.LargeBinary(), nullable=False),
        sa.Column("linked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("lookup"),
    )
    op.create_index("ix_officer_link_officer_id", "officer_link", ["officer_id"])
    op.create_table(
        "one_time_link",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_table(
        "duty_post",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _ID, nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("provider_message_id", sa.String(), nullable=True),
        sa.Column("thread_id", sa.String(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ticket_id", "lane", "place"),
    )
    op.create_index("ix_duty_post_message", "duty_post", ["lane", "place", "provider_message_id"])
    op.create_index("ix_duty_post_thread", "duty_post", ["lane", "place", "thread_id"])
    op.create_table(
        "content_template",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sid", sa.String(), nullable=False),
        sa.Column("approval", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )


def downgrade() -> None:
    """Never: history is not thrown away."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
