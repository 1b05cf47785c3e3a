"""In whose name an account is, where it is told beside its number: "bca 2310098871 an lalu suhardi"."""

import re

_IN_THE_NAME_OF = r"(?:an|a\.n\.?|a/n|atas nama)[\s.:]+"
_HOLDER = re.compile(rf"\b{_IN_THE_NAME_OF}(?P<first>[^\s,.]+)", re.IGNORECASE)
_NAMED = re.compile(rf"\d[\d .-]{{6,}}\s*,?\s*{_IN_THE_NAME_OF}(?P<name>[^\W\d]+(?: [^\W\d]+){{0,2}})", re.IGNORECASE)
_SHORT = 3  # letters
_OF_A_FIRM = frozenset({"pt", "cv", "ud", "pt.", "cv."})


def holder_in(text: str) -> str:
    """Give `company` or `person` where a text says in whose name an account is, "" where it does not."""
    told = _HOLDER.search(text)
    if told is None:
        return ""
    return "company" if told["first"].lower() in _OF_A_FIRM else "person"


def holders_named(text: str) -> frozenset[str]:
    """Give the words of the names in which accounts are: Rusdi and Hartono of "BRI 0561 0102 7714 an Rusdi Hartono"."""
    names = (told["name"] for told in _NAMED.finditer(text) if told["name"].partition(" ")[0].lower() not in _OF_A_FIRM)
    return frozenset(
        word.lower() for name in names for word in name.split() if len(word) > _SHORT and word[0].isupper()
    )
