"""In whose name an account is, where it is told beside its number: "bca 2310098871 an lalu suhardi"."""

import re

from flows.conversation import Answer, Origin
from flows.turning import Turning
from flows.victims_put_right import name_in

ACCOUNT_HOLDER = "account_holder"
"""The key under which a ticket holds in whose name the account is."""
_IN_THE_NAME_OF = r"(?:an|a\.n\.?|a/n|atas nama)[\s.:]+"
_HOLDER = re.compile(rf"\b{_IN_THE_NAME_OF}(?P<first>[^\s,.]+)", re.IGNORECASE)
_NAMED = re.compile(rf"\d[\d .-]{{6,}}\s*,?\s*{_IN_THE_NAME_OF}(?P<name>[^\W\d]+(?: [^\W\d]+){{0,2}})", re.IGNORECASE)
_NAMED_AT_A_BANK = re.compile(
    r"\b(?P<bank>bri|bca|bni|btn|bsi|mandiri|dana|ovo|gopay|seabank|jago|bank ntb)(?:nya)?\s*,?\s*"
    rf"{_IN_THE_NAME_OF}(?P<name>[^\W\d]+(?: [^\W\d]+){{0,2}})",
    re.IGNORECASE,
)
_SHORT = 3  # letters
_NOBLE = frozenset({"lalu", "baiq", "haji", "hj", "h", "raden", "dende"})
_OF_A_FIRM = frozenset({"pt", "cv", "ud", "pt.", "cv."})


def holder_in(text: str) -> str:
    """Give `company` or `person` where a text says in whose name an account is, "" where it does not."""
    told = _HOLDER.search(text)
    if told is None:
        return ""
    return "company" if told["first"].lower() in _OF_A_FIRM else "person"


def holder_of_an_account(text: str) -> str:
    """Give the name that stands behind an account number: Melani Putri of "bri 4471 0100 223 an melani putri".

    A firm's is given as it stands; what follows the name ("minta tf", "itu") is left out.
    """
    told = _NAMED.search(text)
    return _whole_name(told["name"]) if told else ""


def holder_at_a_bank(text: str) -> str:
    """Give the name and bank of "rekening bca atas nama sri wahyuni", whose number is not told: Sri Wahyuni (BCA)."""
    told = _NAMED_AT_A_BANK.search(text)
    name = _whole_name(told["name"]) if told else ""
    return f"{name} ({told['bank'].upper()})" if told and name else ""


def _whole_name(told: str) -> str:
    raws = told.split()
    if raws[0].lower() in _OF_A_FIRM:
        return told
    titled = raws[0].lower() in _NOBLE and len(raws) > 1
    name = name_in(raws[titled:], [raw.lower() for raw in raws[titled:]])
    return f"{raws[0].capitalize()} {name}" if titled and name else name


def note_holder(turn: Turning) -> None:
    """Keep in whose name an account is, with its bank where the number was not told."""
    has_number = "account" in turn.reading.found
    holder = holder_of_an_account(turn.text) if has_number else ""
    if not has_number and not turn.conversation.knows(ACCOUNT_HOLDER):
        holder = holder_at_a_bank(turn.text)
    if holder:
        turn.answer({ACCOUNT_HOLDER: Answer(holder, Origin.VOLUNTEERED, holder)})


def holders_named(text: str) -> frozenset[str]:
    """Give the words of the names in which accounts are: Rusdi and Hartono of "BRI 0561 0102 7714 an Rusdi Hartono"."""
    names = (told["name"] for told in _NAMED.finditer(text) if told["name"].partition(" ")[0].lower() not in _OF_A_FIRM)
    return frozenset(
        word.lower() for name in names for word in name.split() if len(word) > _SHORT and word[0].isupper()
    )
