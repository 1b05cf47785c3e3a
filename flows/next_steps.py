"""What is wished after a check, said in whatever words: an officer who looks, a report, a watch, or nothing more."""

from collections.abc import Mapping
from functools import cache

from flows.clauses import Clause, clauses_of
from flows.contact_wishes import contact_wish
from flows.folding import fold
from flows.name_wishes import name_wish
from flows.phrases import Words, option_phrases, without_fillers
from flows.sentences import Sentence, asks_at_the_end
from flows.word_tables import folded_set, written_words

REPORT, VERIFY, WATCH, DONE = "report", "verify", "watch", "done"
_CHECK_NEXT = "check_next"
_ORDER = (REPORT, VERIFY, WATCH)  # who wants a report and an officer gets both with the report
_NEAR, _CLOSE = 4, 2  # words
_A_LEAVE = 14  # words; a longer farewell tells something
_BUT_NOT = frozenset(fold("bukan bkn not"))
_LEADS = frozenset(fold("ya yaudah yasudah yowes oke okelah sip baik baiklah iya"))


def step_wished(text: str) -> str:
    """Give the next step that a message wishes, "" for none: "ya udah minta petugas cek aja. boleh telp sy".

    "Sudah cukup" is one only where nothing else is wished.
    """
    clauses = clauses_of(text)
    wished = {_step_of(clause) for clause in clauses}
    step = next((step for step in _ORDER if step in wished), "")
    return step or (DONE if clauses and _takes_leave(text, clauses) else "")


def _step_of(clause: Clause) -> str:
    words = _before_a_contrast(_decided(clause.words))
    if not words or _asks(clause) or _stands_in("refusing", words) or _is_put_off(words):
        return ""
    if _wants_a_report(words):
        return REPORT
    if _wants_an_officer(words) or _wants_it_checked(words):
        return VERIFY
    return WATCH if _stands_in("watching", words) and not _stands_in("others", words) else ""


def _decided(words: Words) -> Words:
    """Leave out "ya udah" at the head, which decides and tells nothing of the past."""
    at = next((at for at, word in enumerate(words) if word not in _LEADS), len(words))
    return words[at + 1 :] if at and words[at : at + 1] == ("sudah",) else words[at:]


def _before_a_contrast(words: Words) -> Words:
    """Leave out what is not meant behind a wish: "minta petugas cek pt nya bkn ada korban"."""
    at = next((at for at, word in enumerate(words) if word in _BUT_NOT and at >= _NEAR - 1), len(words))
    return words[:at]


def _asks(clause: Clause) -> bool:
    return clause.asks or asks_at_the_end(Sentence(clause.words, is_marked=False, written=clause.raw))


def _is_put_off(words: Words) -> bool:
    """Tell "kalo petugas cek ..." and "nanti sy lapor" from "kalo bisa petugas cek" and "kalau gitu lapor aja"."""
    later = [at for at, word in enumerate(words) if word in _listed()["later"]]
    return any(words[at + 1] not in _listed()["possible"] if at + 1 < len(words) else True for at in later)


def _wants_a_report(words: Words) -> bool:
    """Read "sy mau lapor aja", "jadiin laporan deh" and "laporin aja", not "dia mau lapor", "sudah lapor polisi"."""
    known = _listed()
    if _stands_in("others", words) or _stands_in("fearing", words):
        return False
    for at, word in enumerate(words):
        before, after = words[max(0, at - _NEAR) : at], words[at + 1 : at + 1 + _CLOSE]
        if word in known["reports"] and not known["making"].isdisjoint(before[-_CLOSE:]):
            return True
        if word not in known["reporting"] or not known["past"].isdisjoint(before[-_CLOSE:]):
            continue
        decides = not known["wishing"].isdisjoint(before) or not known["deciding"].isdisjoint(after)
        if decides or not set(without_fillers(words)) - known["reporting"]:
            return True
    return False


def _wants_an_officer(words: Words) -> bool:
    """Read "biar petugas yg periksa", "tolong di cek sama petugas" and "minta petugas aja"."""
    known = _listed()
    for at, word in enumerate(words):
        if word not in known["officers"]:
            continue
        around = (*words[max(0, at - _NEAR) : at], *words[at + 1 : at + 1 + _NEAR])
        asked = known["asking"] | known["leaving"]
        ends = not set(without_fillers(words[at + 1 :]))  # "minta petugas aja", not "minta petugas telepon saya"
        if not known["checking"].isdisjoint(around) or (ends and not asked.isdisjoint(words[max(0, at - 2) : at])):
            return True
    return False


def _wants_it_checked(words: Words) -> bool:
    """Read "minta dicek dulu pt nya", not "tolong cek PT Maju Jaya" or "mau cek nama lain"."""
    known = _listed()
    return any(
        word in known["checking"]
        and not known["asking"].isdisjoint(words[max(0, at - _CLOSE) : at])
        and not set(without_fillers(words[at + 1 :])) - known["things"] - known["deciding"]
        for at, word in enumerate(words)
    )


def _takes_leave(text: str, clauses: list[Clause]) -> bool:
    """Say whether "cukup" or "ya udah" stands there, and nothing is asked or wished beside it."""
    meant = option_phrases(_CHECK_NEXT).meaning
    if len(fold(text)) > _A_LEAVE or "?" in text or any(map(_asks, clauses[1:])):
        return False
    wishes = contact_wish(text).way or name_wish(text)
    return not wishes and meant(clauses[0].words) == DONE


def _stands_in(table: str, words: Words) -> bool:
    return not _listed()[table].isdisjoint(words)


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    return {part: folded_set(words) for part, words in written_words()["next_step"].items()}
