"""In whose name an account is, where it is told beside its number: "bca 2310098871 an lalu suhardi"."""

import re

_HOLDER = re.compile(r"\b(?:an|a\.n\.?|a/n|atas nama)[\s.:]+(?P<first>[^\s,.]+)", re.IGNORECASE)
_OF_A_FIRM = frozenset({"pt", "cv", "ud", "pt.", "cv."})


def holder_in(text: str) -> str:
    """Give `company` or `person` where a text says in whose name an account is, "" where it does not."""
    told = _HOLDER.search(text)
    if told is None:
        return ""
    return "company" if told["first"].lower() in _OF_A_FIRM else "person"
