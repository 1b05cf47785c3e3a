"""Who goes first in the outbox: the smaller number."""

from typing import Final

ALERT_PRIORITY: Final = 0
"""Somebody is waiting to be found."""
OFFICER_REPLY_PRIORITY: Final = 1
"""Answers go before notices and digests."""
CARD_PRIORITY: Final = 2
REPLY_PRIORITY: Final = 3
