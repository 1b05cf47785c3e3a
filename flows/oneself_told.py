"""Who says that they are the victim themselves: "korban nya aku", "bukan dia kak, aku sendiri"."""

import itertools
import re
from collections.abc import Mapping

from flows import questions as q
from flows.contact_others import is_somebody
from flows.conversation import Answer, Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.reading import Found
from flows.understanding.everyday import could_be_a_name
from flows.victim_lines import with_pieces
from flows.word_tables import contact_words

_LONGEST = 12  # words; in a longer line these words may stand for anything
_VICTIM = frozenset(fold("korban korbannya victim"))
_BETWEEN = frozenset(fold("nya itu ini ya kak pak bu yang adalah is the sebenarnya sebenernya"))
_ALONE = frozenset(fold("sendiri myself"))
_NOT = frozenset(fold("bukan bkn not"))
_SOMEBODY = frozenset(fold("dia temen teman temenku temanku adik adikku kakak kakakku orang mereka him her friend"))
_AND = frozenset(fold("sama sm ama dan dengan dgn bareng and"))
_NEAR = 4  # words
_LOOKED_AT = 400  # characters
_NAME, _RELATION, _SOMEBODY_ELSE = "victim_name", "victim_relation", "other"
_I = "(?:saya|sy|sya|aku|ak|aq|gue|gw|tiang)"
_NO = "(?:bukan|bkn|bukanlah|bkan)"
_GOES_ON = "tapi|tp|korban|itu|ya|pak|bu|kak|min|yg|yang|melainkan|temen|teman|adik|adek|kakak"
_DONE_TO = r"korban|kena\b|ketipu|tertipu|di(?!hub|tel|wa|chat|kab|tany|sini|sana|catat|tulis)\w{3,}"
_AM = r"(?:i\s*['\u2019]?\s*a?m|i was|me|it\s*['\u2019]?\s*i?s)"
_THE_ONE = r"(?:the |a |me the |one of the )?(?:victims?|one (?:there|in|held|trapped|who))"
_DENIED = re.compile(
    rf"\b{_AM}\s+not\s+{_THE_ONE}\b|"
    r"\b(?:victims?|it)\s*(?:['\u2019]?s| is| are)?(?: not|n'?t) me\b(?! (?:that|who)\b)|"
    r"\bnot me (?:that|who)\s*(?:is|'s|was|are)\s+(?:in|there|held|trapped|locked|stuck|missing|the)\b|"
    rf"\b{_I}\s+(?:ini |tu |itu |kan |mah )?{_NO}\s+(?:ya?n?g )?(?:jadi |jd )?"
    rf"korban(?:nya|ny)?\b(?!\s+(?!{_GOES_ON})\w)|"
    rf"\bkorban(?:nya|ny)?\s+(?:itu |tu )?{_NO}\s+{_I}\b|"
    rf"\b{_NO}\s+{_I}\s+(?:korban|ya?n?g\s+(?:(?:jadi|jd|lagi|lg|masih)\s+)?(?:{_DONE_TO}))",
    re.IGNORECASE,
)
_A_NAME = r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_ITS = (
    r"[Ii]t\s*['\u2019]?\s*i?s|[Tt]hey\s*['\u2019]?\s*a?re|[Vv]ictims?(?: is| are)?|[Kk]orban(?:nya|ny)?|[Tt]api|[Tt]p"
)
_LEADS_TO_A_NAME = re.compile(
    rf"\b(?:{_ITS})[:,]?\s+(?:itu |yaitu |si )?{_A_NAME}(?:\s*(?:and|AND|&|dan|sama|sm)\s+{_A_NAME})?"
)
_PARTS = re.compile(r"[^.!?\n,;]+[.!?]?")
_MY = frozenset({"my"})


def is_oneself(text: str) -> bool:
    """Say whether a message puts the writer in the place of whoever was taken for the victim."""
    words = fold(text[:120])
    selves = contact_words().selves
    if len(words) > _LONGEST or "?" in text or selves.isdisjoint(words):
        return False
    return _names_the_victim(words) or _denies_another(words)


def is_not_oneself(text: str) -> bool:
    """Read "I'm not the victim", "sy bukan korban, korbannya Agus" and "bukan saya yg disekap".

    "saya bukan korban penipuan biasa" and "am I not a victim?" deny nothing of the kind.
    """
    if not _DENIED.search(text[:_LOOKED_AT]):
        return False
    return not any(_DENIED.search(part) and part.rstrip().endswith("?") for part in _PARTS.findall(text[:_LOOKED_AT]))


def named_instead(text: str) -> str:
    """Give "Agus dan Hendra" of "I'm not the victim, its Agus and Hendra", "" where nobody is named."""
    for led in _LEADS_TO_A_NAME.finditer(text[:_LOOKED_AT]):
        names = [one for one in led.groups() if one and all(map(could_be_a_name, fold(one)))]
        if names and len(names) == len([one for one in led.groups() if one]):
            return " dan ".join(names)
    return ""


def another_instead(told: Conversation, found: Mapping[str, Found], text: str) -> dict[str, str]:
    """Give the victim's line, and the name where one stands in the text, of who wrote that they are not the victim."""
    read = {key: found[key].value for key in (_NAME, _RELATION) if key in found}
    name = named_instead(text) or read.get(_NAME, "")
    answers = dict(told.answers) | ({_NAME: Answer(name)} if name else {})
    line = with_pieces(read.get(_RELATION) or told.value(_RELATION), answers) or _SOMEBODY_ELSE
    return {q.VICTIM.id: line} | ({_NAME: name} if name else {})


def _names_the_victim(words: Words) -> bool:
    """Read "korban nya aku" and "saya korbannya", not "saya teman korban" and "saya bukan korban"."""
    selves = contact_words().selves - _MY  # "victim is my sister"
    said = tuple(word for word in words if word not in _BETWEEN)
    for one, other in itertools.pairwise(said):
        is_told = (one in _VICTIM and other in selves) or (one in selves and other in _VICTIM)
        behind = said[said.index(other) + 1 :][:1]
        if behind and behind[0] in _AND:
            return False  # "korbannya sy sm ilham": of two
        if is_told and _NOT.isdisjoint(said[: said.index(one) + 1][-2:]):
            return True
    return False


def _denies_another(words: Words) -> bool:
    """Read "bukan dia kak aku sendiri"; "bukan dia, aku sendiri yang lapor" tells who reports."""
    selves = contact_words().selves
    for at, word in enumerate(words):
        if word not in _NOT or _SOMEBODY.isdisjoint(words[at + 1 : at + 2]):
            continue
        after = words[at + 2 : at + 2 + _NEAR]
        is_alone = any(one in selves and other in _ALONE for one, other in itertools.pairwise(after))
        is_alone = is_alone and not any(map(is_somebody, after))  # "bukan orang lain, adik saya sendiri"
        ends = words[-1] in _ALONE or words[-2:-1] == ("sendiri",) or len(words) > at + 2 + _NEAR
        if is_alone and ends and "lapor" not in words and "yang" not in after:
            return True
    return False
