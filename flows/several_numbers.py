"""Several numbers in one message, each theirs who is named beside it: "Rini 0878..., agennya bu Yanti 0812..."."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from flows.conversation import Conversation
from flows.folding import fold
from flows.numbers import meant_by_a_number
from flows.reading import Found
from flows.understanding.phones import Phone, find_phones
from flows.word_tables import number_words

_NEAR = 70  # characters before a number in which its owner is looked for
_TOLD_AFTER = re.compile(r"\W{0,2}(?:itu|ini|nomor|nomer|nmr|no|punya|milik|hp|wa|yg|yang)\b", re.IGNORECASE)
_ENDS = re.compile(r"[,.;\n]|\s(?:dan|sama|trus|terus|and)\s", re.IGNORECASE)
_STOP = re.compile(r"[.;!?\n]\s")


class Numbered(NamedTuple):
    """A number with what stands before and after it, and whether it takes the place of the one before."""

    phone: Phone
    before: str
    after: str
    puts_right: bool


def owners_of_numbers(
    text: str, told: Conversation, asked: str, read: Mapping[str, Found], *, but: Collection[str] = ()
) -> dict[str, Found]:
    """Give every number of a message under the key of its owner; nothing where there are not two or more.

    Args:
        text: The message.
        told: What was told before, and the names of this message.
        asked: Id of the question that was shown.
        read: What was read in the message by itself, for the numbers of which nothing beside them tells more.
        but: Numbers whose owner is known, who is beside the case.
    """
    account = "".join(filter(str.isdigit, read["account"].value)) if "account" in read else ""
    phones = [phone for phone in find_phones(text) if phone.number[3:] not in account]
    if len(phones) < 2:
        return {}
    keys = {found.value: key for key, found in read.items()}
    owned: dict[str, Found] = {}
    key = ""
    for one in numbered(text, phones):
        written = text[one.phone.start : one.phone.end]
        if one.phone.number in but:
            key = ""
            continue
        found = Found(one.phone.number, written)
        if one.puts_right and key:
            owned[key] = found
            continue
        line = f"{one.before} {written} {one.after}"
        key = meant_by_a_number(line, told, asked) or keys.get(one.phone.number, "")
        if key:
            owned.setdefault(key, found)
    return owned


def numbered(text: str, phones: list[Phone]) -> Iterator[Numbered]:
    """Cut a message into its numbers, each with the words that are its own."""
    since = 0
    for phone, following in zip_longest(phones, phones[1:]):
        before = text[since : phone.start]
        until = following.start if following else len(text)
        rest = text[phone.end : until]
        ends = _ENDS.search(rest)
        after = rest[: ends.start() if ends else len(rest)] if _TOLD_AFTER.match(rest) else ""
        is_again = since > 0 and not number_words().corrected.isdisjoint(fold(before))
        yield Numbered(phone, _STOP.split(before[-_NEAR:])[-1], after, is_again)
        since = phone.end + len(after)
