"""What writers say of themselves: that they are the one it happens to, their name, their trade."""

from collections.abc import Iterable

from flows.reading import Found
from flows.understanding.ages import Age, read_ages
from flows.understanding.introduced import WRITER, Introduced, is_an_unknown_word
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.moments import is_weekday
from flows.understanding.naming import MINE, find_names, is_capital, is_contracted, name_after
from flows.understanding.ones_family import ones_family
from flows.understanding.own_names import OTHER_SIDE
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of
from flows.understanding.roles import is_passive
from flows.understanding.words import Words
from flows.understanding.workers_of_mine import WORKERS

_NEAR = 6
_OF_ONESELF = frozenset({"dari", "warga", "asal", "ketua", "kepala", "mau", "ingin", "kadus", "kades"})
_FOR_WORK = frozenset({"diajak", "diajakin", "ditawari", "ditawarin", "dijanjikan", "dijanjiin", "direkrut", "dibujuk"})
_BETWEEN = frozenset({"sudah", "baru", "mau", "lagi", "pernah", "akan", "masih", "sedang", "dulu", "ini"})
_OFTEN = frozenset({"selalu", "sering", "terus", "malah", "juga", "cuma", "dulu", "tiap", "semua", "sendiri", "bakal"})
_TOLD_TO = "disuruh"
_ERRANDS = frozenset({
    *("lapor", "melapor", "tanya", "nanya", "hubungi", "telepon", "kirim", "transfer", "bayar", "tebus", "jemput"),
    *("cek", "chat", "wa", "kesini", "ke", "sama", "ibu", "bapak", "tunggu", "sabar", "cerita", "laporin", "nunggu"),
})  # fmt: skip
_CALLED_SHORT = frozenset({"kk", "kak"})
_PLACES_OF_MINE = frozenset({"desa", "kampung", "kantor", "sekolah", "daerah", "rumah", "kos", "tempat", "dusun"})
_TOGETHER = frozenset({"dengan", "sama", "dan", "bareng", "beserta", "bersama", "and"})
_TWO = 2  # terms
_BEING = frozenset({"sendiri", "ini", "adalah", "masih", "seorang", "cuma", "calon", "salah", "satu", "juga"})
_SURELY_ONESELF = frozenset({"korban", "korbannya"})
_APPLIED = frozenset({"daftar", "mendaftar", "ngelamar", "melamar"})
_TOOK_IT_UP = _APPLIED | {"jual", "tergiur", "terlanjur"}
_PAID = frozenset({"bayar", "setor", "nyetor", "transfer", "dp", "membayar"})
_FOR_IT = frozenset({"magang", "kerja", "berangkat", "bekerja"})
_WILL = frozenset({"mau", "akan", "hendak", "nak", "jadi", "rencana", "rencananya"})
_LEAVING = frozenset({"pergi", "berangkat", "ke", "kerja", "terbang", "magang", "ikut", "ditawari", "ditipu", "jalan"})
_SETTING_OUT = frozenset(
    {"terbang", "berangkat", "pergi", "diterbangkan", "diberangkatkan", "dikirim", "dibawa", "nyebrang"}
)
_OF_A_DAY = frozenset({
    *("besok", "lusa", "nanti", "malam", "pagi", "siang", "sore", "subuh", "hari", "ini", "minggu", "bulan", "depan"),
    *("tanggal", "tgl", "jam", "rencana", "rencananya", "insyaallah"),
})  # fmt: skip
_A_DAY = 5  # terms
_OWNERS = MINE | {"korban"}
_VICTIMS = frozenset({
    *("tkw", "tki", "pmi", "abk", "korban", "anak", "gadis", "siswi", "siswa", "pelajar", "remaja", "perempuan"),
    *("korbannya", "pembantu", "art", "housemaid", "laki"),
})  # fmt: skip
_ELDERS = frozenset({"nenek", "kakek", "ina", "ama", "dae"})
_FOR_PRESS = frozenset({
    *("media", "berita", "deadline", "jumlah", "kasus", "angka", "statistik", "data_kasus"),
})  # fmt: skip
_REPORTS = frozenset({"lapor", "melapor", "melaporkan", "laporan", "warga", "tetangga"})
_PRESS = frozenset({
    "media",
    *("wartawan", "jurnalis", "liputan", "meliput", "redaksi", "humas", "reporter", "journalist", "narasumber"),
})  # fmt: skip
_RESEARCH = frozenset({
    *("skripsi", "tesis", "thesis", "disertasi", "penelitian", "peneliti", "riset", "research", "researcher"),
})  # fmt: skip
_HOMEWORK = "tugas"
_GREETED = frozenset({"kak", "kakak", "bang", "min", "admin", "pak", "bu", "halo", "hai", "tolong", "perkenalkan"})


def tells_of_oneself(mentions: Mentions, kin: Span | None) -> bool:
    """Say whether the writer describes themselves: "aku 15 thn", "saya ditawari kerja", "sy dgn istri dan anak"."""
    words = mentions.words
    terms = words.terms
    selves = [at for at, term in enumerate(terms) if term.form in MINE]
    if kin is None and any(words.raw(age.first).lower().endswith("ku") for age in read_ages(words)):
        return True
    if not selves:
        return False
    if ones_family(words):
        return True
    for at in selves:
        if _is_done_to_me(mentions, at, kin):
            return True
        head = not at or words.clauses[at] != words.clauses[at - 1] or words.forms[at + 1 : at + 2] == ["ini"]
        head = head or (at == 1 and words.raw(0).lower() in _GREETED)
        if not head or at + 1 >= len(terms):
            continue
        if kin is not None and _is_with(words, at, kin):
            return words.clauses[kin.first] == words.clauses[at]
        if _are_many(words.forms, at) or _is_one_of_them(words, at, kin) or _is_to_go(mentions, at, kin):
            return True
        after = at + 1 + (terms[at + 1].form in _BETWEEN)
        if kin is None and after < len(terms) and terms[after].form in _FOR_WORK and mentions.has("WORK", "JOB"):
            return True
    return kin is None and any(_is_own_age(mentions, age, selves) for age in read_ages(words))


def _is_done_to_me(mentions: Mentions, at: int, kin: Span | None) -> bool:
    """Read "sy dinikahin sama orang sini" and "aku disuruh jualan tisu", whatever relatives are told of beside it."""
    words = mentions.words
    after = at + 1
    while after < len(words.forms) and words.forms[after] in _BETWEEN | _OFTEN:
        after += 1
    if after >= len(words.forms) or words.clauses[after] != words.clauses[at] or _is_owned(mentions, at):
        return False
    if words.forms[after] in word_set("done_to_victims"):
        return after not in mentions.negated
    what = words.forms[after + 1 : after + 1 + _TWO]
    if words.forms[after] != _TOLD_TO or not what or not _ERRANDS.isdisjoint(what):
        return False
    is_kin_told = kin is not None and kin.first > at and words.clauses[kin.first] == words.clauses[at]
    return not is_kin_told and not mentions.covers(after + 1, "KIN")


def _is_owned(mentions: Mentions, at: int) -> bool:
    """Tell the "saya" in "anak saya disuruh" and "desa saya dijual" from who writes."""
    words = mentions.words
    if not at or words.clauses[at - 1] != words.clauses[at]:
        return False
    if words.raw(at - 1).lower() in _CALLED_SHORT:
        return at > 1 and words.raw(at - 2).lower() in _GREETED  # "min kk sy disekap"
    near = [i for i in (at - 1, at - 2) if i >= 0 and words.clauses[i] == words.clauses[at]]  # "temen SMA sy disekap"
    is_theirs = any(mentions.covers(i, "KIN", "PERSON", "EMPLOYER", "OTHERS") for i in near)
    return is_theirs or words.forms[at - 1] in _PLACES_OF_MINE | WORKERS


def is_there_with(words: Words, kin: Span) -> bool:
    """Say whether the writer tells of a relative beside themselves: "saya dgn istri dan anak 2 tahun"."""
    family = ones_family(words)
    if family and family.first < kin.first < family.last:
        return True
    return any(_is_with(words, at, kin) for at, form in enumerate(words.forms[: kin.first]) if form in MINE)


def _is_with(words: Words, at: int, kin: Span) -> bool:
    return words.forms[at + 1 : at + 2] != [] and words.forms[at + 1] in _TOGETHER and at < kin.first <= at + _NEAR


def _is_one_of_them(words: Words, at: int, kin: Span | None) -> bool:
    """Read "saya ini anak laki laki umur 15", "saya calon tkw" and "sy yg mau brgkt", of nobody else."""
    after = at + 1
    while after < len(words.forms) and words.forms[after] in _BEING | _GREETED:  # "saya sendiri bang yg mau jalan"
        after += 1
    if after >= len(words.forms):
        return False
    if words.forms[at + 1 : at + 3] == ["salah", "satunya"] or words.raw(after).lower() == "satunya":
        return True  # "kita 11 orang, sy salah satunya"
    if words.forms[after] in _SURELY_ONESELF and _OWNERS.isdisjoint(words.forms[after + 1 : after + 4]):
        return True  # "sy sendiri juga korban"
    if kin is not None and kin.first != after:
        return False
    if words.forms[after] == "yang":
        return words.forms[after + 1 : after + 2] != [] and words.forms[after + 1] in _WILL | _LEAVING
    is_theirs = words.raw(after).lower().endswith("nya")  # "saya anaknya Ibu Nuraini"
    return words.forms[after] in _VICTIMS and not is_theirs and _OWNERS.isdisjoint(words.forms[after + 1 : after + 4])


def _is_to_go(mentions: Mentions, at: int, kin: Span | None) -> bool:
    """Read "tiang mau pergi ke Malaysia" and "saya lusa terbang ke jeju": who is about to go tells of themselves."""
    forms = mentions.words.forms
    if kin is None and (after := _after_a_day(forms, at + 1)) > at + 1:
        after += forms[after : after + 1] != [] and forms[after] in _WILL
        goes = forms[after : after + 1] != [] and forms[after] in _SETTING_OUT
        return goes and mentions.has("COUNTRY", "CITY")
    will = forms[at + 1 : at + 2] != [] and forms[at + 1] in _WILL
    paid = at + 1 + (forms[at + 1 : at + 2] == ["sudah"])
    if kin is None and forms[paid : paid + 1] != [] and forms[paid] in _PAID:
        return not _FOR_IT.isdisjoint(forms[paid:])  # "sy udah bayar 38 juta buat magang ke jepang"
    if kin is None and forms[at + 1 : at + 2] != [] and forms[at + 1] in _TOOK_IT_UP:
        is_to_go = forms[at + 1] in _APPLIED and mentions.has("COUNTRY", "CITY")
        return is_to_go or mentions.has("WORK", "JOB", "ORGAN", "PROMISED")  # "sy daftar jual ginjal"
    leaves = forms[at + 2 : at + 3] != [] and (forms[at + 2] in _LEAVING or is_passive(mentions, at + 2))
    return kin is None and will and leaves and mentions.has("COUNTRY", "CITY")


def _after_a_day(forms: list[str], at: int) -> int:
    """Give the term after "lusa", "besok pagi", "minggu depan" and "tgl 5", `at` for none."""
    end = at
    while end < min(at + _A_DAY, len(forms)) and (
        forms[end] in _OF_A_DAY or is_weekday(forms[end]) or (end > at and forms[end].isdecimal())
    ):
        end += 1
    return end


def _are_many(forms: list[str], at: int) -> bool:
    """Read "kami 12 orang", of people who are there together and report nobody else."""
    many = forms[at] == "kami" and forms[at + 1].isdecimal() and forms[at + 2 : at + 3] == ["orang"]
    return many and _REPORTS.isdisjoint(forms)


def ages_of_others(mentions: Mentions, introduced: Iterable[Introduced]) -> list[Age]:
    """Give the ages that are not the writer's: 16 in "nama saya Siti, 33 tahun, keponakan saya 16 tahun"."""
    words = mentions.words
    ages = list(read_ages(words))
    if not ages or not words.has_any(MINE):
        return ages
    named = [one.last for one in introduced if one.key == WRITER]
    return [age for age in ages if not (_is_told_of_me(words, age) or any(age.first == last for last in named))]


def _is_told_of_me(words: Words, age: Age) -> bool:
    """Read "saya 33 tahun" and "umur saya 33", where "saya" belongs to no relative."""
    inside = words.forms[age.first : age.last]
    if inside[1:2] and inside[1] in MINE:
        return True
    me = age.first - 1
    return me >= 0 and words.forms[me] in MINE and (not me or words.clauses[me - 1] != words.clauses[me])


def who_writes(mentions: Mentions) -> Found | None:
    """Tell who writes, where the message says so itself."""
    for span in mentions.of("STUDY"):
        first = mentions.words.terms[span.first].form
        if first in _RESEARCH or first == _HOMEWORK:
            return Found("peneliti", mentions.words.said(span.first, span.last))
        if first in _PRESS or (first == "minta" and mentions.words.has_any(_FOR_PRESS)):
            return Found("wartawan", mentions.words.said(span.first, span.last))
    for span in mentions.of("SUSPECT_ASKS"):
        return Found("mungkin terlapor", mentions.words.said(span.first, span.last))
    return None


def own_name(words: Words) -> tuple[str, int, int] | None:
    """Give the name that somebody gives as their own, with its terms: "boleh, saya Fatmah", "Maryam nama saya"."""
    terms = words.terms
    for at, term in enumerate(terms):
        if term.form not in MINE or (at and words.forms[at - 1] in values_of("KIN")):
            continue
        after = name_after(words, at + 1, introduced=True) if at + 1 < len(terms) else None
        if after and (_is_written_as_a_name(words, at + 1) or _is_all_there_is(words, at)):
            return after
        begins = words.clause_begins(at)
        if at - begins > 1 and terms[at - 1].form == "nama":
            begins += terms[begins].form in _ELDERS and at - begins > _TWO  # "nenek Maryam nama saya"
            before = name_after(words, begins, introduced=True)
            if before and before[2] == at - 1:
                return before
    named = [named for named in find_names(words) if named.is_introduced or len(terms) <= _NEAR]
    if named:
        return named[0].name, named[0].first, named[0].last
    if not terms:
        return None
    colons = (at for at in range(1, len(terms)) if ":" in words.text[words.spans[at - 1][1] : words.spans[at][0]])
    for clause in (*colons, words.clause_begins(-1)):
        begins = clause + (clause + 1 < len(terms) and is_contracted(words.raw(clause).lower()))  # "it's Gemma"
        last = name_after(words, begins, introduced=True) if _is_written_as_a_name(words, begins) else None
        if last and (last[2] == len(terms) or terms[last[2]].form in _OF_ONESELF or _is_set_apart(words, last[2])):
            return last
    return None


def _is_set_apart(words: Words, at: int) -> bool:
    """Say whether a clause ends before term `at`: "pake namaku gpp: Laras. telp aja"."""
    return words.clauses[at - 1] != words.clauses[at]


def _is_written_as_a_name(words: Words, at: int) -> bool:
    return is_capital(words, at) or words.raw(at).lower() in word_set("sure_titles") | _ELDERS


def _is_all_there_is(words: Words, at: int) -> bool:
    """Read "sy iwan, nama boleh dipake", a clause that says nothing else; "sy takut" is a word that is known."""
    ends = at + _TWO == len(words.forms) or words.clauses[at + _TWO] != words.clauses[at]
    begins = not at or words.clauses[at - 1] != words.clauses[at]
    return begins and ends and is_an_unknown_word(words, at + 1, begins=False)


def _is_own_age(mentions: Mentions, age: Age, selves: list[int]) -> bool:
    words = mentions.words
    before = [at for at in selves if at < age.first and words.sentences[at] == words.sentences[age.first]]
    if not before or age.first - before[-1] > _NEAR:
        return any(at == age.first + 1 for at in selves)  # "umur saya 16"
    at = before[-1]
    if words.raw(at + 1).lower().endswith("nya") and words.forms[at + 1].removesuffix("nya") in OTHER_SIDE:
        return False  # "sy ibunya Rina umur 17"
    between = range(at + 1, age.first)
    named = any(s.first in between for kind in ("KIN", "PERSON", "OTHERS", "CHILD") for s in mentions.of(kind))
    begins = not at or words.clauses[at] != words.clauses[at - 1] or words.terms[at - 1].form in _GREETED
    return begins and not named
