"""Columns as the tables spell them."""

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, text

from storage.columns import Id, UtcTime


def key() -> Column[int]:
    """Give a primary key that our own ids fill."""
    return Column(Id, primary_key=True, autoincrement=False)


def ref(*, index: bool = False, nullable: bool = False) -> Column[int]:
    """Give a column that holds another row's id, or any 64-bit number."""
    return Column(Id, index=index, nullable=nullable)


def moment(*, nullable: bool = False) -> Column[datetime]:
    """Give a column that holds an aware moment."""
    return Column(UtcTime, nullable=nullable)


def sealed(*, nullable: bool = False) -> Column[bytes]:
    """Give a column that holds what storage/cipher.py sealed, or other plain bytes."""
    return Column(LargeBinary, nullable=nullable)


def unique_bytes(*, nullable: bool = False) -> Column[bytes]:
    """Give a column of bytes that no two rows share, such as a keyed hash."""
    return Column(LargeBinary, unique=True, nullable=nullable)


def known(name: str, *columns: str) -> Index:
    """An index that leaves out rows whose first column is empty: most are, and each would cost a write."""
    there = text(f"{columns[0]} IS NOT NULL")
    return Index(name, *columns, sqlite_where=there, postgresql_where=there)
