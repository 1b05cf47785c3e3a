"""Where papers are made or something is written down, which is not where somebody is: "paspornya dibuat di Surabaya".

"nomornya ada di catatan tiket" is no place, either.
"""

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.words import Words

_PAPER = "DOC"
_HELD = ("LOCK", "SHELTER", "HIDE", "HOLD")
_OTHERS = (*_HELD, "NOW", "DEPART", "OTHERS", "SELF", "KIN")
_THEN = frozenset({"terus", "lalu", "kemudian", "sekarang", "kerja", "habis", "then"})
_READY = "jadi"
_WRITTEN = frozenset({
    *("nomor", "nomer", "nmr", "norek", "rekening", "kontak", "catatan", "bukti", "buktinya", "struk", "kwitansi"),
    *("chat", "chatnya", "chatan", "number", "account", "contact"),
})  # fmt: skip
_KEPT = frozenset({
    *("ada", "masih", "sudah", "tersimpan", "disimpan", "tertulis", "ditulis", "dicatat", "tercatat", "simpan"),
    *("catat", "is", "saved", "written", "still"),
})  # fmt: skip
_WHOSE = frozenset({"nya", "dia", "saya", "aku", "hp", "wa", "itu", "mereka", "telepon"})
_REACH = 8  # terms; a voice note has no commas
_BETWEEN = 4  # terms; "paspor adik saya sudah jadi"


def tells_of_papers(mentions: Mentions, at: int) -> bool:
    """Say whether the place to which term `at` leads is where a paper is made: "ngurus visa di", "KTP jadi di"."""
    if not mentions.has(_PAPER):
        return False
    words, papers = mentions.words, mentions.terms_of(_PAPER)
    making, others = word_set("making_papers"), mentions.terms_of(*_OTHERS)
    paper = maker = -1
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        form = words.forms[back]
        if words.clauses[back] != words.clauses[at] or form in _THEN or max(paper, maker) > back + _BETWEEN:
            return False
        if back in papers:
            paper = back
        elif form in making or (form == _READY and back == at - 1):
            maker = back
        elif back in others and (maker < 0 or back in mentions.terms_of(*_HELD)):
            return False  # "paspor adik saya jadi di": whose it is may stand there, not who is held
        if paper >= 0 and maker >= 0:
            return True
    return False


def is_written_there(words: Words, at: int) -> bool:
    """Read "nomornya ada di catatan tiket" and "rekeningnya tersimpan di hp lama", of what somebody wrote down."""
    begins = words.clause_begins(at)
    back = at - 1
    while back >= begins and words.forms[back] in _KEPT | _WHOSE:
        back -= 1
    return back >= begins and words.forms[back] in _WRITTEN and not _KEPT.isdisjoint(words.forms[back + 1 : at])
