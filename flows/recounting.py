"""How many are meant, put right in plain words: "anak saya cuma satu", "bukan 22 orang", "apaan 7 orang"."""

import re

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.understanding.counting import count_people
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import read_mentions
from flows.understanding.words import Words, read_words
from flows.word_tables import recounting_words

_LONGEST = 400  # characters
_ONE = "1"
_NEAR = 4  # terms
_AGAIN = frozenset(fold("eh ehh ralat koreksi salah maksudnya maksud ternyata rupanya taunya sebenarnya sebenernya"))
_BESIDE = _AGAIN | frozenset(
    fold("maaf sori sorry pak bu kak min bukan jadi jadinya semua semuanya total totalnya ada yang yg benar bener itu")
    + fold("mereka korbannya saya sy lupa ini tadi ding deng aduh duh barusan")
)
_WHO, _CLAUSE_END = (("yang",), ("yg",)), re.compile(r"[,.;!?\n]")
_MORE = frozenset(fold("lagi lain lainnya tambahan"))
_PLURAL = ("anak-anak", "warga", "orang", "keluarga")


def count_put_right(told: Conversation, text: str) -> str:
    """Give how many there are after all, "" where the line does not put right the number told before."""
    before = told.value("victim_count")
    if not before.isdecimal() or before == _ONE:
        return ""
    words = read_words(text[:_LONGEST])
    if _says_one(words):
        return _ONE
    if bare := _instead_of(words, before):
        return bare
    denied = _denied(words, before)
    if not denied:
        return ""
    rest = count_people(read_mentions(read_words(_without(words, denied))))
    if rest and rest[0].value != before:
        return rest[0].value
    return _ONE if _is_one(told) else ""


def _instead_of(words: Words, number: str) -> str:
    """Give 5 of "eh bukan 6 pak, 5. yg satu sudah dijemput" and "6 salah, jadi 5", "" where no bare number follows."""
    forms, beside = words.forms, recounting_words()["beside"] | _BESIDE
    if number not in forms or recounting_words()["denying"].isdisjoint(forms):
        return ""
    at = forms.index(number)
    begins = words.sentences.index(words.sentences[at])
    near = [i for i, sentence in enumerate(words.sentences) if sentence == words.sentences[begins]]
    numbers = [forms[i] for i in near if forms[i].isdecimal()]
    rest = [forms[i] for i in near if not forms[i].isdecimal()]
    denied = recounting_words()["denying"]
    is_denied = not denied.isdisjoint(forms[max(begins, at - 1) : at] + forms[at + 1 : at + 2])
    is_bare = numbers[:1] == [number] and len(numbers) == len({number, *numbers}) == 2
    return numbers[1] if is_denied and is_bare and (beside | denied).issuperset(rest) and numbers[1] != "0" else ""


def is_counted_anew(text: str, counted: str) -> bool:
    """Read "eh 6 org, satu lagi nyusul" and "ternyata 7 orang"; "eh 2 orang lagi" and "eh 3 yang perempuan" are others.

    Args:
        text: The line.
        counted: The words of the count.
    """
    lead, at, rest = text[:_LONGEST].partition(counted)
    said, after = fold(lead), fold(_CLAUSE_END.split(rest)[0])
    is_again = bool(at) and not _AGAIN.isdisjoint(said) and _BESIDE.issuperset(said)
    goes_on = after[after[:1] in _WHO :]
    is_taken = (
        goes_on[:1] != () and goes_on[0].startswith("di") and goes_on[0].removeprefix("di") in word_set("taking_verbs")
    )
    return is_again and _MORE.isdisjoint(fold(counted)) and (is_taken or _BESIDE.issuperset(after))


def _is_one(told: Conversation) -> bool:
    """Say whether one victim is known by relation or name, so that no number need be told of them."""
    relation = told.value("victim_relation")
    is_somebody = bool(relation) and not relation.startswith(_PLURAL)
    return is_somebody or told.knows("victim_name") or told.value(q.VICTIM.id) == "self"


def _says_one(words: Words) -> bool:
    """Read "anak saya cuma satu", "korbannya 1 orang", "istri saya 1 aja" and "korbannya cuma adik saya"."""
    known = recounting_words()
    for at, form in enumerate(words.forms):
        if (
            form in known["one"]
            and not _is_one_of_them(words, at)
            and _is_of_somebody(words, at)
            and _is_all(words, at)
        ):
            return True
        if form in known["only"] and _is_kin(words, at + 1) and _is_told_of_the_case(words, at):
            return True
    return False


def _is_one_of_them(words: Words, at: int) -> bool:
    """Read "istri salah satu yg mau berangkat"."""
    return words.forms[max(0, at - 1) : at] == ["salah"]


def _is_all(words: Words, at: int) -> bool:
    """Tell "anak saya 1 orang saja" from "anak saya satu bulan", "satu lagi" and "punya anak cuma satu"."""
    known = recounting_words()
    clause = words.clauses[at]
    after = [words.forms[i] for i in range(at + 1, min(at + _NEAR, len(words.forms))) if words.clauses[i] == clause]
    before = [words.forms[i] for i in range(max(0, at - _NEAR), at) if words.clauses[i] == clause]
    if not known["having"].isdisjoint(before):
        return False
    counts = bool(after) and after[0] in known["people"]
    rest = after[1:] if counts else after
    is_only = not known["only"].isdisjoint(before[-1:])
    if rest and rest[0] not in known["only"] | known["beside"] and not (counts or is_only):
        return False
    ends = not rest or rest[0] in known["only"] | known["beside"]
    return ends or (counts and _is_kin(words, at + 2))


def _is_of_somebody(words: Words, at: int) -> bool:
    """Say whether a relative or the victim is told of just before: "adek gw syahrul 1", "korbannya satu"."""
    near = range(max(words.clause_begins(at), at - _NEAR), at)
    return any(_is_kin(words, i) or words.forms[i] in recounting_words()["victims"] for i in near)


def _is_told_of_the_case(words: Words, at: int) -> bool:
    clause = (i for i in range(len(words.forms)) if words.clauses[i] == words.clauses[at])
    return any(words.forms[i] in recounting_words()["victims"] | recounting_words()["reporting"] for i in clause)


def _is_kin(words: Words, at: int) -> bool:
    return at < len(words.terms) and "KIN" in words.terms[at].ids


def _denied(words: Words, number: str) -> range:
    """Give the terms of "bukan 22 orang", "apaan 7 orang" and "kok 5 orang", none where the number is not denied."""
    known, forms = recounting_words(), words.forms
    for at, form in enumerate(forms):
        if form != number or forms[at + 1 : at + 2] == [] or forms[at + 1] not in known["people"]:
            continue
        near = range(max(0, at - 2), at)
        sure = {
            i for i in near if forms[i] == "salah" and i and forms[i - 1] == "tidak"
        }  # "kl gak salah anaknya 2 org"
        before = [forms[i] for i in near if words.clauses[i] == words.clauses[at] and i not in sure]
        after = forms[at + 2] if at + 2 < len(forms) and words.clauses[at + 2] == words.clauses[at] else ""
        if not known["only"].isdisjoint((*before, after)):
            continue  # "bukan cuma 5 orang", "bukan 5 orang saja"
        if not known["denying"].isdisjoint(before) or after in known["denying"]:
            return range(at, at + 2)
    return range(0)


def _without(words: Words, denied: range) -> str:
    """Give the text without the number that was denied."""
    return words.text[: words.spans[denied.start][0]] + words.text[words.spans[denied.stop - 1][1] :]
