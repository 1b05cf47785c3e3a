"""What officers write from their own phones: TERIMA, BALAS, CATAT, TUTUP, DAFTAR, LIHAT, and what each of them does.

A command is written in capitals, or stands alone. A small "catat ..." under a quoted card could be a note as well as
the first word of an answer to the citizen; a note that reaches a citizen cannot be taken back, so that is asked about.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flows.ticket import Outcome

_CODE: Final = re.compile(r"(?<![\w-])([2-9A-HJKMNP-Z]{3})[- ]?([2-9A-HJKMNP-Z]{3})(?![\w-])", re.IGNORECASE)
_DASHED: Final = re.compile(r"(?<![\w-])([2-9A-HJKMNP-Z]{3})-([2-9A-HJKMNP-Z]{3})(?![\w-])", re.IGNORECASE)
_LINK: Final = re.compile(r"(/?TAUT(?:KAN)?\s+)?((?:[0-9A-Z]{4}[- ]?){2}[0-9A-Z]{4})", re.IGNORECASE)


class Word(StrEnum):
    """A command."""

    ACCEPT = "terima"
    REPLY = "balas"
    NOTE = "catat"
    CLOSE = "tutup"
    LIST = "daftar"
    SHOW = "lihat"


class Unclear(StrEnum):
    """Why a message is no order: the key of what explains it."""

    NOTHING = "nothing"
    NO_CODE = "no_code"
    TWO_CODES = "two_codes"
    SMALL_LETTERS = "small_letters"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True)
class Order:
    """A command with the ticket it is about and the words it carries."""

    word: Word
    code: str = ""
    text: str = ""


OUTCOMES: Final = {
    "selamat": Outcome.VICTIM_SAFE,
    "diserahkan": Outcome.HANDED_OVER,
    "dicegah": Outcome.PREVENTED,
    "terjawab": Outcome.ANSWERED,
    "bukan": Outcome.NOT_TPPO,
    "diam": Outcome.NO_REPLY,
    "sama": Outcome.DUPLICATE,
    "ditarik": Outcome.WITHDRAWN,
}
"""The one word after TUTUP that says how it ended."""


def read_order(text: str, quoted_code: str = "") -> Order | Unclear:
    """Read what an officer wrote.

    Args:
        text: The message.
        quoted_code: The ticket of the card that it quotes; "" where it quotes none.
    """
    first, rest = _first_word(text.strip())
    word = _word(first)
    if word is None:
        # words under a card, without a command, are for its citizen
        return Order(Word.REPLY, quoted_code, text.strip()) if quoted_code and text.strip() else Unclear.NOTHING
    code, said = _code_in_front(rest.strip())
    if code and quoted_code and code != quoted_code:
        return Unclear.TWO_CODES
    if said and not code and (word is Word.ACCEPT or not first.isupper()):
        # "Terima kasih, Bu" takes no ticket
        return Unclear.SMALL_LETTERS if quoted_code else Unclear.NOTHING
    return _complete(word, code or quoted_code, said)


def link_code_in(text: str, *, is_known_phone: bool) -> str:
    """Give the one-time code that ties a phone to an officer; an unknown phone must write TAUTKAN before it."""
    match = _LINK.fullmatch(text.strip())
    if match is None:
        return ""
    # three words of four letters look like a code, but every code holds a digit
    is_meant = bool(match[1]) or (is_known_phone and any(char.isdigit() for char in match[2]))
    return match[2] if is_meant else ""


def outcome_of(text: str) -> tuple[Outcome, str] | None:
    """Read how a ticket ended from the first word, the rest as the reason; none where that word is no ending."""
    first, _, why = text.partition(" ")
    outcome = OUTCOMES.get(first.strip(".,:").casefold())
    return None if outcome is None else (outcome, why.strip())


def _first_word(text: str) -> tuple[str, str]:
    words = text.split(maxsplit=1)
    return (words[0] if words else "", words[1] if len(words) > 1 else "")


def _word(first: str) -> Word | None:
    plain = first.strip(".,:;!").casefold()
    return Word(plain) if plain in set(Word) else None


def _code_in_front(rest: str) -> tuple[str, str]:
    match = _DASHED.match(rest) or _alone(rest)
    if match is None:
        return "", rest
    return f"{match[1]}-{match[2]}".upper(), rest[match.end() :].strip(" :\n")


def _alone(rest: str) -> "re.Match[str] | None":
    # "K7M2QX" without its dash counts only where it holds a digit: "PETANI" is a word
    match = _CODE.match(rest)
    return match if match is not None and any(char.isdigit() for char in match[0]) else None


def _complete(word: Word, code: str, said: str) -> Order | Unclear:
    if word is Word.LIST:
        return Order(Word.LIST)
    if word is Word.SHOW and not code:
        return Order(Word.LIST)
    if not code:
        return Unclear.NO_CODE
    if word in {Word.REPLY, Word.NOTE} and not said:
        return Unclear.NO_WORDS
    return Order(word, code, said)
