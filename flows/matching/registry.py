"""A list of placement companies ready to be asked: its edition and its index."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.matching.index import Index, build_index
from flows.matching.values import Agency, Edition


@dataclass(frozen=True, slots=True)
class Registry:
    """One edition of the list with its rows made searchable; build it once an edition, not once a query."""

    edition: Edition
    index: Index

    @classmethod
    def of(cls, agencies: Iterable[Agency], edition: Edition) -> "Registry":
        """Index the rows of one edition."""
        return cls(edition=edition, index=build_index(agencies))

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Every row, in the order of the list."""
        return self.index.agencies
