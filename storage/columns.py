"""Column types that both databases share."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Integer
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# 64 bits on both: on SQLite an INTEGER PRIMARY KEY is the row id itself, a BIGINT one costs a second index
Id = BigInteger().with_variant(Integer, "sqlite")


def to_micros(at: datetime) -> int:
    """Give an aware moment as whole microseconds since 1970, the way it lies in the database."""
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Give the aware UTC moment that `to_micros` made."""
    return _EPOCH + timedelta(microseconds=micros)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, kept as whole microseconds since 1970 so that order and arithmetic agree everywhere."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn an aware datetime into microseconds."""
        del dialect
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Turn microseconds back into an aware UTC datetime."""
        del dialect
        return None if value is None else from_micros(value)
