"""Which choice of a check's question a line means in its own words: "atas nama dia sendiri", "ga ada kantornya"."""

import re
from collections.abc import Callable, Mapping

from flows.folding import fold
from flows.phrases import Words, without_fillers

_NOT = frozenset(fold("tidak tdk ga gak gk nggak ngga ndak ndk nda belum blm bukan bkn no not never endek"))
_BETWEEN = frozenset(fold("ada punya keliatan kelihatan pernah jelas have has a any there is an"))
_OFFICE = frozenset({"kantor", "kantornya", "kantorny", "kntr", "kntrnya", "ruko", "rukonya", "office"})
_AFTER_OFFICE = frozenset(fold("nya katanya juga jg itu memang emang setahu sebenarnya"))
_HOME = re.compile(
    r"\b(?:di |d )?(?:rumah(?:nya|e| dia)|rumah (?:sponsor|calo|pak|bu|haji|h)\w*)\b"
    r".{0,12}?\b(?:aja|saja|doang|aj|ae|terus|only)\b"
    r"|\b(?:cuma|cuman|cm|hanya|just|only) (?:di |d )?rumah",
    re.IGNORECASE,
)
_IN_A_TOWN = re.compile(
    r"\bk(?:antor|ntr)\w*(?: (?:nya|ada|katanya|ktnya))* (?:di|d|in) (?!rumah|sini|mana|hp)\w{3,}"
    r"|\b(?:di|d|in) (?!rumah|sini|mana|hp)\w{3,} k(?:antor|ntr)nya\b",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?P<before>\w+ )?(?:(?:\b(?:an|a\.n\.?|a/n|atas ?nama)[\s.:]+)|"
    r"\b(?:rek|rekening|norek|no rek)(?:nya)? (?:milik |punya )?)"
    r"(?P<first>[^\W\d]+)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"\b(?:an|a\.n\.?|a/n|atas ?nama)[\s.:]", re.IGNORECASE)
_OF_A_FIRM = frozenset({"pt", "cv", "ud", "perusahaan", "perusahaannya", "kantor", "kantornya", "company"})
_OF_SOMEBODY = frozenset(fold(
    "dia pribadi perorangan orang sponsor sponsornya calo calonya tekong agen agennya pak bu bapak ibu haji h hj istri "
    "istrinya suami suaminya anak anaknya adik adiknya teman temannya tetangga sendiri dianya orangnya"
))  # fmt: skip
_MINE = frozenset(fold("saya aku sy gue kami siapa apa mana berapa"))
_BROKERS = frozenset(fold("sponsor sponsornya calo calonya tekong tekongnya makelar makelarnya broker perantara"))
_SEEN = frozenset(fold(
    "ada lihat liat tanya nanya pernah sama sekali dikasih dikasi kasih kasi ditunjukin ditunjukkan nunjukin dilihatin "
    "diliatin surat suratnya kesana ke dinas disnaker sempat sempet punya"
))  # fmt: skip
_FIRST = re.compile(r"^[^.!?,;\n]+")
_LONGEST = 40  # words


def meant_in_a_check(text: str, question_id: str) -> str:
    """Give the choice that a line means where this question of a check was asked, "" for none."""
    read = _READ.get(question_id)
    if read is None:
        return ""
    words = fold(text)
    return read(text, words) if len(words) <= _LONGEST else ""


def _whose_account(text: str, _: Words) -> str:
    """Read "atas nama dia sendiri herman efendi" and "ke rek pak haji", not "dari rekening saya"."""
    for told in _HOLDER.finditer(text[:300]):
        first, before = told["first"].lower(), (told["before"] or "").strip().lower()
        is_denied = before in _NOT or bool(_NOT.intersection(fold(before)))
        if first in _OF_A_FIRM:
            if not is_denied:
                return "company"
            return "person"
        is_named = bool(_NAMING.search(told[0])) or first in _OF_SOMEBODY
        if is_named and not is_denied and first not in _MINE and _MINE.isdisjoint(fold(first)):
            return "person"
    return ""


def _has_an_office(text: str, words: Words) -> str:
    """Read "ndak ada kantor kak di rumahnya aja" and "kantornya di mataram", not "ga tau kantornya di mana"."""
    for at, word in enumerate(words):
        if word not in _OFFICE:
            continue
        back = at
        while back and words[back - 1] in _BETWEEN:
            back -= 1
        if back and words[back - 1] in _NOT and "pernah" not in words[back:at]:
            return "no"
        ahead = at + 1
        while words[ahead : ahead + 1] and words[ahead] in _AFTER_OFFICE:
            ahead += 1
        if words[ahead : ahead + 1] and words[ahead] in _NOT and words[ahead + 1 : ahead + 2] in (("ada",), ("jelas",)):
            return "no" if words[ahead + 2 : ahead + 3] != ("yang",) else ""
    if _IN_A_TOWN.search(text):
        return "yes"
    return "no" if _HOME.search(text) else ""


def _saw_an_order(text: str, _: Words) -> str:
    """Read "belum kak. ini penipuan kan??" by its first clause, not "belum tau" and "belum berangkat"."""
    first = _FIRST.match(text.strip())
    words = without_fillers(fold(first[0])) if first else ()
    if not words or not _SEEN.issuperset(words[1:]):
        return ""
    if words[0] in _NOT:
        return "no"
    return "yes" if words[0] == "sudah" and _NOT.isdisjoint(fold(text)) else ""


def _who_called(_: str, words: Words) -> str:
    """Read "sponsornya herman. dia bilang dari pt itu", who only says so, not "bukan calo"."""
    sponsors = [at for at, word in enumerate(words) if word in _BROKERS]
    return "broker" if sponsors and all(_NOT.isdisjoint(words[max(0, at - 2) : at]) for at in sponsors) else ""


_READ: Mapping[str, Callable[[str, Words], str]] = {
    "check_who": _who_called,
    "check_account": _whose_account,
    "check_office": _has_an_office,
    "check_order": _saw_an_order,
}
