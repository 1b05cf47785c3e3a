"""Who works for the writer and is told of: "karyawan toko saya si Deni", "sopir kami", not "saya karyawan toko"."""

from flows.reading import Found
from flows.understanding.kin_doing import did_it
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE
from flows.understanding.pattern import Span
from flows.understanding.words import Words

WORKERS = frozenset({
    *("karyawan", "karyawati", "pegawai", "pembantu", "sopir", "supir", "asisten", "bawahan", "karyawanku"),
    *("pegawaiku", "pembantuku", "sopirku", "art"),
})  # fmt: skip
"""Who works for whoever names them as theirs: "karyawan saya disekap" tells nothing of the writer."""
_STAFF = frozenset({
    *("staff", "employee", "employees", "worker", "workers", "crew", "crewman", "crewmen", "deckhand", "deckhands"),
    *("trainee", "trainees", "apprentice", "apprentices", "waiter", "waiters", "waitress", "gardener", "bartender"),
    *("cleaner", "cleaners", "housekeeper", "housekeepers", "cook", "cooks", "chef", "chefs", "maid", "maids", "nanny"),
    *("driver", "drivers", "receptionist", "receptionists", "barista", "therapist", "therapists", "housemaid"),
    *("cashier", "gardeners", "waitresses", "bartenders", "guide", "guides", "labourer", "labourers"),
})  # fmt: skip
_FORMER, _OUR = (
    frozenset({"old", "ex", "former", "best", "own", "young", "male", "female", "dive", "boat", "kitchen", "bar"}),
    frozenset({"my", "our"}),
)
_ENGLISH_DEEDS, _A_NAME = frozenset({"recruited", "hired", "sent", "drove", "sold", "introduced", "says"}), 3  # terms
_MEN_OF = ["anak", "buah"]
_BEING = MINE | {"jadi", "sebagai", "kerja", "seorang", "rumah", "cari", "butuh", "nyari", "lowongan"}
_OF_OTHERS = ("EMPLOYER", "RECRUITER", "KIN", "OFFICIAL")


def find_worker(mentions: Mentions) -> tuple[Found, Span] | None:
    """Give what the one is who works for the writer, and where that stands; None where no such person is told of."""
    words = mentions.words
    if not words.written.isdisjoint(_STAFF) and (staff := _of_my_staff(mentions)):
        return staff
    if not (words.has_any(WORKERS) or "buah" in words.vocabulary):
        return None
    for at, form in enumerate(words.forms):
        is_man_of = words.forms[at : at + 2] == _MEN_OF
        if not (form in WORKERS or is_man_of) or (at and _goes_before(mentions, at)):
            continue
        end = at + 1 + is_man_of
        last = end if _is_mine(mentions, at, end) else end + 1
        span = Span(at, last)
        if not _is_mine(mentions, at, last) or mentions.covers(last - 1, *_OF_OTHERS) or did_it(mentions, span):
            continue
        if words.forms[last : last + 2][-1:] == ["sendiri"]:
            continue  # "yg ngajak karyawan saya sendiri"
        return Found("anak buah" if is_man_of else form.removesuffix("ku"), words.said(at, last)), span
    return None


def _of_my_staff(mentions: Mentions) -> tuple[Found, Span] | None:
    """Read "one of my old staff" and "my former employee"; "I was staff there" and "their staff" are others."""
    words = mentions.words
    raws = [raw.lower() for raw in words.raws]
    for at, raw in enumerate(raws):
        first = at
        while first and raws[first - 1] in _FORMER:
            first -= 1
        is_ours = raw in _STAFF and first > 0 and raws[first - 1] in _OUR
        if is_ours and not mentions.covers(at, "RECRUITER", "OFFICIAL") and not _takes_others(words, at + 1):
            return Found("karyawan", words.said(first - 1, at + 1)), Span(first - 1, at + 1)
    return None


def _takes_others(words: Words, at: int) -> bool:
    """Tell "one of our drivers, Pak Man, recruited two girls" from "my cook Sahrul was recruited"."""
    end = at
    while end < min(at + _A_NAME, len(words.forms)) and words.raw(end)[0].isupper():
        end += 1
    does = words.raws[end : end + 1] != [] and words.raw(end).lower() in word_set("agent_verbs") | _ENGLISH_DEEDS
    return does and words.sentences[end] == words.sentences[at - 1]


def _goes_before(mentions: Mentions, at: int) -> bool:
    """Tell "saya karyawan toko" and "rumah karyawan saya" from "ini karyawan toko saya"."""
    words = mentions.words
    return words.clauses[at - 1] == words.clauses[at] and words.forms[at - 1] in _BEING


def _is_mine(mentions: Mentions, first: int, end: int) -> bool:
    words = mentions.words
    if end == first + 1 and words.raw(first).lower().endswith("ku"):
        return True
    return end < len(words.forms) and words.clauses[end] == words.clauses[first] and words.forms[end] in MINE
