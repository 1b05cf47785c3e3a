"""Fresh codes and receipts: random, so that neither tells how many reports there are."""

import secrets

from flows.receipts import DIGITS

# without 0 O 1 I L, which are misread aloud and on cracked screens; 30^6 codes
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_code() -> str:
    """Make a ticket code such as "K7M-4QX"; it looks like nothing and sorts like nothing."""
    # 64 bits over 30^6 codes: no code is more likely than another by more than one in ten thousand million
    number = secrets.randbits(64)
    letters = ""
    for _ in range(6):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{letters[:3]}-{letters[3:]}"


def new_receipt() -> str:
    """Make a receipt: sixteen digits, about 53 bits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
