"""Whether somebody is said to be at a place now, or only to go there, to have been there, or to be from there."""

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.moved_on import was_moved_into
from flows.understanding.recruiters_homes import is_said_of_who_recruits
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

SURELY, PERHAPS = "surely", "perhaps"
HELD_THERE = ("SHELTER", "LOCK", "HIDE")
_HELD = ("NOW", *HELD_THERE)
_ONLY, _HOME = frozenset({"saja", "aja", "terus"}), frozenset({"rumah", "kos", "mess"})
_POLITE = ("FILLER", "TITLE", "CRY", "HURRY", "GREET", "NOW", "ALREADY", "MANY")
_BEING = frozenset({"ada", "sudah", "kapal", "lagi", "sampai", "tiba", "nyampe"})
_AND = frozenset({
    *("sama", "dan", "dengan", "lagi", "ini", "are", "is", "am", "nya", "kata", "katanya", "kapal", "masih", "tadi"),
})  # fmt: skip
# what these tell of goes on where they work
_ON_THE_SPOT = frozenset({"jukir", "parkir", "resepsionis", "satpam", "security", "porter", "kasir", "roomboy"})
_WORKS = frozenset({"kerja", "bekerja", "works", "working"})
_OFFERS = frozenset({"ada", "dapat", "cari", "nawarin", "ditawari", "ditawarin", "diajak", "tawaran"})
_OVER = frozenset({"dulu", "pernah", "sempat", "kemarin", "waktu"})
_PLANS = frozenset(
    {
        "dibilang",
        "dibilangin",
        "dibilangnya",
        "bilangnya",
        "janjinya",
        "ngakunya",
        "mau",
        "akan",
        "ingin",
        "rencana",
        "nanti",
        "tawaran",
        "lowongan",
        "loker",
        "kalau",
        "bisa",
    }
)
_TO_COME = frozenset({"mau", "akan", "bakal", "ingin", "nanti", "rencana", "rencananya", "hendak", "will"})
# "tempatnya di Gunungsari" tells no more than "di Gunungsari", and no less
_SITES = frozenset({"tempatnya", "letaknya", "tmptnya", "tmpatnya", "tpatnya"})
_WAITING = frozenset({"nunggu", "menunggu"})
_SO_FAR = frozenset({"lagi", "sedang", "masih", "sudah", "disuruh", "sekarang", "ini"})
_WHOEVER = frozenset({"yang", "pembeli", "orangnya"})
_COPULAS, _TONIGHT = frozenset({"is", "are", "am"}), frozenset({"tonight", "today"})
_SCHOOLS = frozenset({"sd", "smp", "sma", "smk", "mts", "man", "kuliah", "sekolah", "mahasiswa", "pesantren"})
_SITE, _WHOSE = "tempat", frozenset({"nya", "saya", "aku", "dia", "kami", "mereka"})
_WINDOW = 14  # terms; a voice note has no commas
_CLOSE = 5  # terms; "calonya tinggal di Praya"
SPANS = frozenset({"hari", "minggu", "bulan", "tahun", "malam"})


def presence(mentions: Mentions, at: int) -> str:
    """Say how sure the words around term `at` tell of being there now, "" for a plan or a recruiter's address."""
    words = mentions.words
    if _is_where_one_is_from(words, at):
        return ""
    clause = words.clause_of(at)
    near = [i for i in clause if at - _WINDOW <= i < at and words.raw(i).lower() not in _SITES]
    before = _without_site(words, near)
    plans = mentions.terms_of("PROMISED", "CHECK_SURE") | {i for i in before if words.terms[i].form in _PLANS}
    held = {i for i in _held(mentions, at, clause) if not _is_to_come(mentions, i)}
    others = mentions.terms_of("RECRUITER", "ORG", "OFFICIAL")
    last_plan = max((i for i in before if i in plans), default=-1)
    if any(i in others for i in before if i >= at - _CLOSE) or is_said_of_who_recruits(mentions, at):
        return ""
    if any(i in held and i > last_plan for i in before):
        return SURELY
    if last_plan < 0 and (_works_there(mentions, before) or _was_brought_in(mentions, before, at)):
        return SURELY
    if last_plan >= 0:
        return ""
    people = mentions.terms_of("SELF", "KIN", "OTHERS", "PERSON", "NUMBER", *_POLITE)
    follows = any(i in held for i in clause if at <= i)
    if not before and _is_planned_before(mentions, at):
        return ""
    # "saya sama 3 teman di kapal Bitung"
    if words.forms[at : at + 1] in (["in"], ["at"]) and words.has_any(_TONIGHT) and words.forms[at - 1] in _COPULAS:
        return SURELY  # "they are in Mataram tonight"
    if all(i in people or words.terms[i].form in _AND | _ON_THE_SPOT for i in before):
        is_now = any(at <= span.first and span.first in clause for span in mentions.of("NOW"))
        return SURELY if is_now else PERHAPS
    if ":" in words.text[words.spans[at - 1][1] : words.spans[at][0]]:
        return PERHAPS
    return PERHAPS if follows and len(before) <= 1 else ""


def _is_where_one_is_from(words: Words, at: int) -> bool:
    """Read "kelas 3 sma di woha" and "she is from a village called Pringgarata, in Lombok"."""
    if at and words.forms[at - 1] in _SCHOOLS:
        return True
    if words.raw(at).lower() != "in":
        return False
    begins = words.clause_begins(at)
    earlier = words.clause_begins(begins - 1) if begins else 0
    return begins == at and "from" in words.raws[earlier:begins]


def _without_site(words: Words, before: list[int]) -> list[int]:
    """Leave out the "tempat kerja saya" of "tempat kerja saya di Kluang", which tells no more than "saya di Kluang"."""
    last = len(before)
    last -= last > 0 and words.forms[before[last - 1]] in _WHOSE
    last -= last > 0 and words.forms[before[last - 1]] in _WORKS
    return before[: last - 1] if last and words.forms[before[last - 1]] == _SITE else before


def _is_planned_before(mentions: Mentions, at: int) -> bool:
    """Say whether the sentence so far is of an offer or a plan: "ditawarin kerja di Bali, di Seminyak"."""
    words, offering = mentions.words, word_set("offering") | word_set("meeting")
    begins = words.sentences.index(words.sentences[at])
    return any(words.forms[i] in offering or _is_to_come(mentions, i) for i in range(begins, at))


def _held(mentions: Mentions, at: int, clause: range) -> set[int]:
    """Give the terms that tell of staying or being kept somewhere."""
    terms = mentions.words.terms
    staying = word_set("staying")
    held = {*mentions.terms_of(*_HELD), *(i for i in clause if terms[i].form in staying)}
    before = terms[at - 1].form if at else ""
    # "sudah dua minggu di jakarta", "ada di", "kapalnya di laut"
    earlier = terms[at - 2].form if at > 1 else ""
    is_to_leave = before == "kapal" and any(span.first in clause for span in mentions.of("SOON"))
    is_there = before in _BEING and earlier not in SPANS | {"tidak", "belum"} and not is_to_leave
    if before in SPANS or is_there or (before in _ONLY and earlier in _HOME):
        held.add(at - 1)
    if awaits_there(mentions, at):
        held.add(at - 1)
    if any(at <= span.first <= at + 1 for span in mentions.of("SHELTER")) and before == "kata":
        held.add(at - 1)
    return held


def awaits_there(mentions: Mentions, at: int) -> bool:
    """Tell "adik lagi nunggu di mess" from "dia nunggu di parkiran", which is mostly said of whom somebody fears."""
    words = mentions.words
    is_at = 0 < at < len(words.forms) and words.clauses[at] == words.clauses[at - 1]
    if not is_at or words.forms[at - 1] not in _WAITING or words.forms[at + 1 : at + 2] == ["rumah"]:
        return False
    before = range(words.clause_begins(at), at - 1)
    own, others = (
        mentions.terms_of("SELF", "KIN", "NUMBER", "YOUNG"),
        mentions.terms_of("OTHERS", "RECRUITER", "EMPLOYER"),
    )
    who = [i for i in before if i in own or i in others or words.forms[i] in _WHOEVER]
    if not who:
        return all(words.forms[i] in _SO_FAR for i in before)
    return who[-1] in own and words.forms[who[-1] - 1 : who[-1]] != ["ada"]


def _is_to_come(mentions: Mentions, at: int) -> bool:
    """Say whether staying is only planned: "nanti saya tinggal di", "mau ditampung di", not "mau pulang ditahan di"."""
    words = mentions.words
    if words.forms[at] not in word_set("staying") and not mentions.covers(at, *HELD_THERE):
        return False
    who = mentions.terms_of("SELF", "KIN", "OTHERS", "PERSON")
    before = at - 1 - (at - 1 in who)
    return before >= 0 and words.clauses[before] == words.clauses[at] and words.forms[before] in _TO_COME


def _was_brought_in(mentions: Mentions, before: list[int], at: int) -> bool:
    return was_moved_into(mentions, at) or _was_taken_there(mentions, before)


def _was_taken_there(mentions: Mentions, before: list[int]) -> bool:
    """Read "dibawa ke kafe remang2 di Labuhan Badas": who was taken to a house is in it, as far as anybody knows."""
    forms, houses = mentions.words.forms, word_set("place_nouns")
    return any(
        forms[i] == "ke" and i > 0 and is_passive(mentions, i - 1) and forms[i + 1] in houses for i in before[:-1]
    )


def _works_there(mentions: Mentions, before: list[int]) -> bool:
    """Tell "saya kerja di rumah orang kaya di Mataram" from an offer and from what is over."""
    forms = {mentions.words.terms[i].form for i in before}
    terms = mentions.words.terms
    trades = mentions.terms_of("JOB", "MAID") if "jadi" in forms else frozenset[int]()
    has_become = any(terms[i].form == "jadi" and i + 1 in trades for i in before)  # "adik saya jadi pembantu di Praya"
    if (_WORKS.isdisjoint(forms) and not has_become) or not _OVER.isdisjoint(forms):
        return False
    if any(terms[i].form in _WORKS and i and terms[i - 1].form in _OFFERS for i in before):
        return False  # "bilang ada kerja di riyadh"
    return not mentions.terms_of("SELF", "KIN", "OTHERS", "PERSON").isdisjoint(before)
