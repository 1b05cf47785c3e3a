"""Who asks after a report that was made: "laporan sy 0418 gmn, kok blm ada yg datang", whatever is told beside it."""

from collections.abc import Sequence

from flows.understanding.mentions import Mentions
from flows.understanding.word import Term

_REPORT = frozenset({"laporan", "laporanku", "laporannya", "pengaduan", "pengaduanku", "aduan"})
_LATEST_START = 6  # terms; "maaf pak mau tanya, laporan saya ..."
_BEFORE_IT = frozenset({"FILLER", "TITLE", "GREET", "CRY", "WISH"})
_SAID_BEFORE = frozenset({
    *("maaf", "mohon", "tolong", "mau", "tanya", "bertanya", "nanya", "soal", "tentang", "lanjutan", "nomor", "no"),
    *("batalkan", "batalin", "cabut", "tutup"),
})  # fmt: skip
_CODES = frozenset({"nomor", "nomer", "no", "kode", "dengan"})
_WHOSE = frozenset({"SELF", "KIN", "CLOSE_KIN"})
_WHICH = frozenset({"yang", "kemarin", "tadi", "semalam", "itu", "lalu", "dulu"})
_ASKED = ("STATUS", "STATUS_SURE", "QMARK", "OPENQ")
_SETTLED = frozenset({
    *("tutup", "ditutup", "cabut", "dicabut", "batal", "batalkan", "batalin", "dibatalkan", "belum", "kapan", "mana"),
    *("diproses", "diteruskan", "lanjutan"),
})  # fmt: skip


def asks_of_ones_report(mentions: Mentions) -> bool:
    """Tell "laporan ibu sy di amman nomor 0362 gmn?" from "laporan dari karang taruna: calo ..."."""
    terms = mentions.words.terms
    at = next((at for at, term in enumerate(terms[:_LATEST_START]) if term.form in _REPORT), None)
    if at is None or not all(map(_may_stand_before, terms[:at])):
        return False
    after = [term for term in terms[at + 1 : at + 4] if term.form not in _CODES]
    if not after or not (_says_which(after[0]) or _is_somebody_of_mine(after)):
        return False
    return mentions.has(*_ASKED) or not mentions.words.vocabulary.isdisjoint(_SETTLED)


def _may_stand_before(term: Term) -> bool:
    return term.form in _SAID_BEFORE or not _BEFORE_IT.isdisjoint(term.ids)


def _is_somebody_of_mine(terms: Sequence[Term]) -> bool:
    """Tell "laporan ibu sy" from "laporan pak, ada tekong"."""
    return "PERSON" in terms[0].ids and len(terms) > 1 and "SELF" in terms[1].ids


def _says_which(term: Term) -> bool:
    return term.form in _WHICH or term.form[0].isdigit() or not _WHOSE.isdisjoint(term.ids)
