"""A bare answer read in the light of the question that was asked: "Rini", "besok", "kamboja"."""

from collections.abc import Sequence

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment
from flows.understanding.naming import name_after

_SHORT = 6
_NAMES = {
    "recruiter": "recruiter",
    "reporter_name": "reporter_name",
    "victim": "victim_name",
    "check_name": "recruiter",
}


def read_bare_answer(mentions: Mentions, moments: Sequence[Moment], asked: str, found: dict[str, Found]) -> None:
    """Add to `found` what only the question gives away."""
    words = mentions.words
    if asked == "departure" and "departure" not in found and moments:
        found["departure"] = Found(str(moments[0]), words.said(moments[0].first, moments[0].last))
    if asked in {"contact_phone", "contact"} and "recruiter_phone" in found:
        found["contact"] = found.pop("recruiter_phone")
    if asked == "victim_now" and "destination" in found and "victim_now" not in found:
        found["victim_now"] = found["destination"]
    key = _NAMES.get(asked)
    if key and key not in found and 0 < len(words.terms) <= _SHORT:
        name = name_after(words, 0)
        if name and name[2] == len(words.terms):
            found[key] = Found(name[0], words.said(name[1], name[2]))
