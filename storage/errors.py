"""What storage can refuse, as classes whose names are the sentence; none ever carries what people wrote."""

from typing import Final


class StorageError(Exception):
    """The base of everything that storage raises on its own."""


class NeedsOperator(StorageError):  # noqa: N818 - the name is the sentence
    """The set-up is wrong in a way that a person must mend; the text says how."""


class CannotOpen(StorageError):  # noqa: N818 - the name is the sentence
    """A sealed value was changed, moved to another place, or sealed with a key that is not here."""

    def __init__(self, place: str) -> None:
        super().__init__(f"sealed value in {place} does not open")
        self.place = place


class QueueFull(StorageError):  # noqa: N818 - the name is the sentence
    """More work waits for the writer than it may hold; the sender should try again later."""


class WriterStopped(StorageError):  # noqa: N818 - the name is the sentence
    """The writer takes no more work."""


class CommitUncertain(StorageError):  # noqa: N818 - the name is the sentence
    """The connection broke while committing: it may be written or not. Ask again; what came in twice is noticed."""


class CannotBegin(StorageError):  # noqa: N818 - the name is the sentence
    """The database gives no transaction now: it is away, or another process has held it for too long. Try later."""


NOT_SURELY_KEPT: Final = (QueueFull, CannotBegin, CommitUncertain, WriterStopped)
"""What the writer raises where it cannot say that something was kept: whoever brought it has to bring it again."""
