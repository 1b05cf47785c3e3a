"""Words that take back what was just written: "25 eh salah 26", "senin, ralat, rabu", "17 bukan, 18"."""

from flows.understanding.words import Words

_CUES = frozenset({
    *("eh", "ehh", "salah", "ralat", "koreksi", "keliru", "typo", "maksud", "maksudnya", "maaf", "sori", "sorry"),
    *("mean", "meant", "wrong", "correction", "ding", "deng"),
})  # fmt: skip
_NOT = "bukan"
_RISES, _TO = frozenset({"naik", "ultah", "ulang"}), frozenset({"jadi", "jd", "menjadi", "ke"})
_BESIDE = frozenset({
    *("itu", "ya", "tadi", "harus", "harusnya", "seharusnya", "yang", "benar", "betul", "sudah", "baru", "jadi", "dia"),
    *("umur", "umurnya", "usia", "usianya", "sekarang", "ketik", "tulis", "nulis", "ngetik", "hari", "tanggal", "not"),
    *("ultah", "ulang", "tahun", "genap", "kemarin"),  # "21, eh baru ultah jd 22"
    *("no", "wait", "actually", "tepatnya", "dong", "aduh", "duh", "lupa", "tapi"),
    *("diundur", "mundur", "dimajukan", "dimajuin", "maju", "diganti", "ganti"),
    *("old", "gaji", "bayar", "sebulan", "seminggu", "sehari", "per"),
})  # fmt: skip
_SAID = _CUES | _BESIDE | _TO | _RISES | {_NOT}
_I_MEAN = frozenset({"saya", "aku"})
_MEANING = frozenset({"maksud", "mean", "meant", "salah"})
_BESIDE_IDS = frozenset({"TITLE", "FILLER", "DEPART"})
_MOST, _NEAR = 7, 3  # terms


def may_put_right(words: Words) -> bool:
    """Say whether any word of taking back stands anywhere."""
    return _NOT in words.vocabulary or words.has_any(_CUES | _RISES)


def puts_right(words: Words, first: int, last: int) -> bool:
    """Say whether the terms from `first` to before `last` take back what stands before them for what follows."""
    said = words.forms[first:last]
    if not 0 < len(said) <= _MOST:
        return False
    # "17 bukan, 18" takes 17 back, "18 bukan 17" does not
    is_refused = _NOT in said and words.clauses[first + said.index(_NOT)] != words.clauses[last]
    rises = not _RISES.isdisjoint(said) and not _TO.isdisjoint(said)  # "tebusannya 50 juta, sekarang naik jadi 75 juta"
    if not is_refused and _CUES.isdisjoint(said) and not rises:
        return False
    if _NOT in said and not is_refused and said[0] == _NOT:
        return False
    return all(_goes_with_it(words, at, said) for at in range(first, last))


def is_said_instead(words: Words, at: int) -> bool:
    """Tell "ke malaysia eh bukan, singapura" from "bukan singapura": what stands before the comma is denied."""
    nots = [i for i in range(max(0, at - _NEAR), at) if words.forms[i] == _NOT]
    return bool(nots) and words.clauses[nots[-1]] != words.clauses[at] and words.clause_begins(nots[-1]) < nots[-1]


def _goes_with_it(words: Words, at: int, said: list[str]) -> bool:
    """Tell "25 eh maaf kak 26" from "anak saya 25, maaf saya 40": who is named is another."""
    form = words.forms[at]
    if form in _I_MEAN:
        return not _MEANING.isdisjoint(said)
    ids, is_somebodys = words.terms[at].ids, words.raw(at).lower().endswith("nya")
    return form in _SAID or not (is_somebodys or "NUMBER" in ids or _BESIDE_IDS.isdisjoint(ids))
