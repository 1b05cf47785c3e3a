"""Whether it is asked who reported, or whether anybody did: "fatimah udah lapor blm", "siapa yg nuduh saya"."""

from flows.clauses import clauses_of
from flows.contact_others import is_somebody
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set

_REPORTING = ("lapor", "melapor", "ngelapor", "ngadu", "mengadu")
_ACCUSING = frozenset(fold("nuduh menuduh nuduhin fitnah memfitnah memfitnahkan mfitnah ngaduin cepuin"))
_REPORTED = frozenset(fold("dilaporkan dilaporin dilapor dilaporkn diaduin diadukan terlapor"))
_MINE = frozenset(fold("saya kami aku gue gw kita"))
_ASKED = frozenset({"apa", "apakah"})
_TAGS = frozenset(fold("kan ya tidak belum blm blom kah"))
_SURE_TAGS = frozenset(fold("kan tidak belum blm blom kah atau"))
_NOT_YET = frozenset(fold("belum blm blom"))
_BEFORE_NOW = frozenset(fold("sudah pernah sempat"))
_NO_SUBJECT = frozenset(fold("kemarin kmrn tadi dulu minggu lalu barusan kok kan malah emang memang jadi jd kalau klo"))
_NOT_YET_DONE = frozenset(fold(
    "mau harus bisa boleh perlu cara kalau kalo klo ingin pengen mending wajib buat untuk setelah habis sebelum "
    "gimana bagaimana jangan usah takut malu berani coba"
))  # fmt: skip
_A_REPORT = "laporan"  # "siapa yg baca laporan sy" asks who reads it
_NEAR = 3  # words


def asks_of_reports(text: str) -> bool:
    """Say whether a message asks if anybody reported, or who: what nobody is ever told."""
    words = fold(text[:300])
    if _asks_for_any(words, is_asked="?" in text):
        return True
    return any(_asks_of_one(clause.words, is_asked=clause.asks) for clause in clauses_of(text[:300]))


def _asks_for_any(words: Words, *, is_asked: bool) -> bool:
    """Read "ada yg lapor ke sini kan?" and "siapa namanya yang lapor", not "ada yang mau lapor"."""
    for at in range(len(words) - 1):
        before = words[max(0, at - _NEAR) : at]
        then = words[at + 1 : at + 1 + _NEAR] if "siapa" in before else words[at + 1 : at + 2]
        if words[at] != "yang":
            continue
        if "siapa" in before and not _ACCUSING.isdisjoint(then) and not _MINE.isdisjoint(words[at:]):
            return True  # "mau tau siapa yg nuduh saya"
        if not any(word.startswith(_REPORTING) and not word.startswith(_A_REPORT) for word in then):
            continue
        if "siapa" in before:
            return True  # "siapa namanya yang lapor", "siapa yg kemarin lapor"
        if before[-1:] == ("ada",):
            is_tagged = not _SURE_TAGS.isdisjoint(words[at + 2 : at + 2 + _NEAR]) or words[-1] in _TAGS
            if is_asked or is_tagged or words[-1].endswith("kah") or not _ASKED.isdisjoint(before):
                return True
    return False


def _asks_of_one(words: Words, *, is_asked: bool) -> bool:
    """Read "dia lapor kan", "jadi fatimah udah lapor atau belum" and "nomor ini udah dilaporin blm"."""
    for at, word in enumerate(words):
        is_passive = word in _REPORTED
        if not is_passive and word not in _REPORTING:
            continue
        before, after = words[max(0, at - _NEAR) : at], words[at + 1 : at + 1 + _NEAR]
        if before[-1:] == ("yang",) and words[-1] == "kan":
            return True  # "yg lapor saya bu fatimah kan"
        ends = is_asked and len(without_fillers(words[at + 1 :])) <= _NEAR
        if not (ends or not _SURE_TAGS.isdisjoint(after) or not _ASKED.isdisjoint(words[:1])):
            continue
        if not _NOT_YET_DONE.isdisjoint((*before, *words[:1])) or (not is_passive and not _MINE.isdisjoint(before)):
            continue
        is_done = not _BEFORE_NOW.isdisjoint(before) or not _NOT_YET.isdisjoint(after)
        is_tagged = words[-1] == "kan" or "kan" in after or not _ASKED.isdisjoint(words[:1])
        if is_passive and (is_done or not _MINE.isdisjoint(words)):
            return True
        if (is_done or is_tagged) and _is_of_somebody(before):
            return True
    return False


def _is_of_somebody(before: Words) -> bool:
    """Say whether somebody is named who may have reported: "fatimah udah lapor", not "udah 5 hari lapor kok"."""
    who = [word for word in without_fillers(before) if word not in _BEFORE_NOW | _NO_SUBJECT | _TAGS | _ASKED]
    titled = any(word in word_set("titles") for word in before)
    return titled or any(is_somebody(word) or could_be_a_name(word) for word in who)
