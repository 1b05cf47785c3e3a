"""What is told of the one who is meant: sex and age, and the line in which an officer reads of them."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from flows.reading import Found
from flows.understanding.ages import Age
from flows.understanding.ages_apart import ADDRESSED
from flows.understanding.babies import age_in_words
from flows.understanding.counting import people_counted
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE
from flows.understanding.pattern import Span
from flows.understanding.roles import is_passive
from flows.understanding.somebody_there import WRITTEN_OF_A_SEX, is_taken, sex_of_somebody
from flows.understanding.words import Words

_WOMEN = frozenset(
    {"perempuan", "istri", "ibu", "putri", "bibi", "gadis", "wanita", "daughter", "sister", "wife", "mother"}
)
_MEN = frozenset({"laki", "bujang", "suami", "bapak", "putra", "paman", "son", "brother", "husband", "father"})
_SEX_OF_ONE = frozenset({"perempuan", "laki", "cowok", "cewek", "gadis", "wanita", "putri", "putra"})
_EACH = frozenset({"semua", "semuanya", "rata", "all"})
_SEX_IN_A_WORD = {
    "perempuan": "perempuan", "cewek": "perempuan", "wanita": "perempuan", "female": "perempuan",
    "laki": "laki-laki", "cowok": "laki-laki", "pria": "laki-laki", "male": "laki-laki",
    "janda": "perempuan", "duda": "laki-laki",
}  # fmt: skip
_SEXES = frozenset(_SEX_IN_A_WORD)
_OF_WOMEN = frozenset(
    {"bu", "ibu", "inaq", "baiq", "hj", "hajjah", "mbak", "mba", "bibi", "tante", "nyonya", "umi", "teh"}
)
_OF_MEN = frozenset({"pak", "bapak", "amaq", "mamiq", "lalu", "mas", "bang", "om", "kang", "tuan"})
_OF_ONE = frozenset({"victim_relation", "victim_age", "victim_name"})
_OF_A_PERSON = ("victim_name", "victim_age", "victim_count", "victim_relation", "reporter_name")
_AND_FROM = frozenset({
    *("dua", "kedua", "keduanya", "dari", "asal", "nama", "banyak", "byk", "umur", "usia", "lahir"),
    *("masih", "juga", "anak", "beranak", "kelas", "kls", "smp", "sma", "smk", "sd", "mts"),
    *_EACH,
})  # fmt: skip
_BEFORE_IT = frozenset({"isi", "isinya", "tahun", "orang", "anak", "dua", "kedua", "nama", "yang", "muda", *_EACH})
_BY_SOMEBODY = frozenset({"sama", "dengan", "oleh", "sih", "seorang"})
_SAID_ALONG = ADDRESSED | {"lah", "kok", "ya", "iya", "sih", "orang", "dia", "itu", "orangnya", "korban"}
_SAID_OF_HER = 20  # terms
_GIRLS = frozenset({"girl", "girls", "boy", "boys", "gadis", "cewek", "cowok", "perempuan"})
_GUYS, _THERE, _JUST_BEFORE = frozenset({"guy", "man", "woman", "lady"}), frozenset({"there", "theres", "there's"}), 4
_AGED = frozenset({"umur", "usia", "berusia"})
_WHICH = frozenset(
    {"besar", "kecil", "tua", "muda", "sulung", "bungsu", "tengah", "pertama", "kedua", "ketiga", "satunya"}
)
_SHE, _HE = frozenset({"she", "shes", "her", "hers", "girl", "girls"}), frozenset({"he", "hes", "his", "him", "boy"})
_OTHER_WOMEN = frozenset({"madam", "maam", "mrs", "boss", "woman", "man", "lady", "guy", "called"})
# as they are written: "om", "tante", "mbak" and "pakde" call anybody, "papuq" is a grandmother as well
_SEX_OF_KIN = {
    **dict.fromkeys(("bibi", "bibik", "bulek", "nenek"), "perempuan"), **dict.fromkeys(("paman", "kakek"), "laki-laki"),
}  # fmt: skip
_OR = (["apa"], ["atau"])  # "anak ibu cewek apa cowok"
_OWNERS, _BEING = frozenset({"ibu", "bapak"}), frozenset({"lagi", "sedang", "sudah", "masih", "seorang", "itu", "yang"})
_AGELESS = Found("0", "")
_GROWN_UP = 30  # years; "bu Rina 19 thn" calls whoever reads it
_NEIGHBOURS = frozenset({"tetangga", "warga"})  # "tetangga saya ada bibik"
_TELLING = frozenset(WRITTEN_OF_A_SEX) - {"tkw", "gadis", "wanita", "dara"}
_SPOUSES = {"istri": "perempuan", "suami": "laki-laki"}
_OF_WHOM = {"istri": "laki-laki", "suami": "perempuan"}
_HER_NAME = frozenset({("her", "name"), ("his", "name")})
_ONE = MINE | {"dia", "korban"}
_MANY = frozenset({"banyak", "byk", "semua", "semuanya"})
_GOES_ON = frozenset({"yang", "itu", "ini", "bawa", "lain", "satunya", "dan", "sama"})
_KEPT = frozenset({"ditampung", "dikurung", "disekap", "ditahan", "dikumpulkan", "dikumpulin", "disimpan"})
_DONE_TO_MANY = ("SHELTER", "LOCK", "DEPART", "SEX_WORK", "SEX_PLACE", "HOLD", "CANNOT_OUT", "CANNOT_HOME", "GUESTS")
_PAIR = 2  # terms
_TWO = 2  # terms


def describe(
    mentions: Mentions, found: dict[str, Found], ages: Sequence[Age], kin: Span | None, counted: Span | None
) -> None:
    """Add the age and the sex of the victim to `found`.

    Args:
        mentions: The message.
        found: What was read so far.
        ages: The ages that may be the victim's.
        kin: Where the relative stands whom the message is about.
        counted: Where people are counted.
    """
    words = mentions.words
    if ages:
        found["victim_age"] = Found(ages[0].told, words.said(ages[0].first, ages[0].last))
    told: Sequence[int] = _terms_of_kin(words, kin) if kin else range(0)
    if not kin and ages:
        told = range(max(0, ages[0].first - 3), min(ages[0].last + 2, len(words.terms)))
    elif not kin and counted:
        begins = max(words.clause_begins(counted.first), counted.first - 2 * _TWO)
        told = range(begins, min(counted.last + 2, len(words.terms)))
    if not kin and ages:
        # "there's a girl working in a bar here, she told me she is 15"
        start = max(0, ages[0].first - _SAID_OF_HER)
        girl = next((i for i in range(start, ages[0].first) if _is_a_girl(words, i)), None)
        told = range(girl, girl + 1) if girl is not None else told
        told = _without_spouses(words, told, ages[0].last, found)
    if not told and (all_of := words.places_of(_EACH)):
        told = range(max(0, all_of[0] - 1), min(all_of[0] + 2, len(words.terms)))  # "semua laki2", "laki semua"
    for sex, forms in (("perempuan", _WOMEN), ("laki-laki", _MEN)):
        at = next((i for i in told if words.forms[i] in forms), None)
        if at is not None and "victim_sex" not in found:
            found["victim_sex"] = Found(sex, words.said(at, at + 1))
    relation = found.get("victim_relation")
    if relation is not None and relation.value in _SPOUSES:
        found["victim_sex"] = Found(_SPOUSES[relation.value], relation.words)  # "suami dari Ibu Mariam" tells of her
    told_by = (
        _by_what_they_are(words, told) or sex_said_outright(mentions, found) if "victim_sex" not in found else None
    )
    told_by = told_by or (_by_pronoun(mentions, found) if "victim_sex" not in found else None)
    told_by = told_by or (_by_a_title(words, found) if "victim_sex" not in found else None)
    told_by = told_by or (_of_a_group(mentions) if "victim_sex" not in found else None)
    told_by = told_by or (_by_what_somebody_is(words, found) if "victim_sex" not in found else None)
    if told_by:
        found["victim_sex"] = told_by


def _is_a_girl(words: Words, at: int) -> bool:
    """Read "a girl in a bar" and "there is an Indonesian guy in my room"; "a man took her" tells nobody's sex."""
    raw = words.raw(at).lower()
    is_there = raw in _GUYS and any(one.lower() in _THERE for one in words.raws[max(0, at - _JUST_BEFORE) : at])
    return raw in _GIRLS or is_there


def _without_spouses(words: Words, told: Iterable[int], since: int, found: dict[str, Found]) -> list[int]:
    """Leave out spouses, who tell the sex: "Deni 28 taon, bininya hamil", not "cerita ke istri saya umurnya"."""
    for at in told:
        is_theirs = at >= since and words.forms[at] in _SPOUSES and words.raw(at).lower().endswith("nya")
        if is_theirs and words.clause_begins(at) == at:
            found["victim_sex"] = Found(_OF_WHOM[words.forms[at]], words.said(at, at + 1))
    return [at for at in told if words.forms[at] not in _SPOUSES]


def _by_what_they_are(words: Words, told: Iterable[int]) -> Found | None:
    """Read the sex in "salah satu siswi saya" and "abang saya", whose relation alone does not tell it."""
    at = next((i for i in told if words.raw(i).lower() in WRITTEN_OF_A_SEX), None)
    return None if at is None else Found(WRITTEN_OF_A_SEX[words.raw(at).lower()], words.said(at, at + 1))


def _by_what_somebody_is(words: Words, found: Mapping[str, Found]) -> Found | None:
    """Read the sex of "ada janda di dusun saya namanya Sri" and of an aunt, whom no other word tells as a woman."""
    relation = found.get("victim_relation")
    written = relation.words.partition(" ")[0].lower() if relation and " " not in relation.value else ""
    if relation and written in _SEX_OF_KIN:
        return Found(_SEX_OF_KIN[written], relation.words)
    is_of_kin = relation is not None and relation.value not in _NEIGHBOURS
    told = None if is_of_kin else sex_of_somebody(words)
    if told is None or not (any(key in found for key in _OF_A_PERSON) or is_taken(words, told[1])):
        return None
    return Found(told[0], words.said(told[1], told[1] + 1))


def _by_a_title(words: Words, found: Mapping[str, Found]) -> Found | None:
    """Read the sex of "Ibu Saodah" and "Amaq Sahril" in what the victim is called, and of "bu Saknah 44 th"."""
    is_told_of = "victim_relation" in found or "victim_age" in found  # a name alone may be anybody's
    name = found.get("victim_name") if is_told_of else None
    title = name.value.partition(" ")[0].lower().rstrip(".") if name else ""
    age = found.get("victim_age", _AGELESS).value  # a baby's is told in months
    if name and title not in _OF_WOMEN | _OF_MEN and age.isdecimal() and int(age) >= _GROWN_UP:
        title = _title_before(words, name.words)
    if title in word_set("grand_titles") and "anak" in (
        found["victim_relation"].value if "victim_relation" in found else ""
    ):
        return None  # "Pak Burhan" is nobody's child
    sex = "perempuan" if title in _OF_WOMEN else "laki-laki" if title in _OF_MEN else ""
    return Found(sex, name.words) if name and sex else None


def sex_said_outright(mentions: Mentions, found: Mapping[str, Found]) -> Found | None:
    """Read the sex where it is said of somebody told of, or nothing else is said: "cowok", "dia perempuan pak"."""
    words = mentions.words
    is_all = len(set(words.forms) - _SAID_ALONG) == 1
    if not is_all and (own := _of_oneself(words)):
        return own
    if not is_all and not any(key in found for key in _OF_A_PERSON):
        return None
    for at, form in enumerate(words.forms):
        if form in _SEX_IN_A_WORD and (is_all or _describes(mentions, at, found)):
            return Found(_SEX_IN_A_WORD[form], words.said(at, at + 1))
    return None


def _of_oneself(words: Words) -> Found | None:
    """Read "aku cewe kelas 2 smp" and "dia janda anak 2": the sex stands right after the one it is said of."""
    if not words.has_any(_SEXES):
        return None
    for at, form in enumerate(words.forms):
        sex = _SEX_IN_A_WORD.get(form) if at and words.forms[at - 1] in _ONE else None
        if sex is None:
            continue
        begins = words.clause_begins(at)
        head = at - 1 == begins or words.raw(begins).lower() in ADDRESSED
        after = words.forms[at + 1 : at + 2]
        is_so = words.forms[at - 1] == "dia" and after and after[0] not in {*_GOES_ON, words.forms[at]}
        ends = not after or is_so or words.clauses[at + 1] != words.clauses[at] or after[0] in _AND_FROM | ADDRESSED
        if head and ends:
            return Found(sex, words.said(at, at + 1))
    return None


def _title_before(words: Words, name: str) -> str:
    """Give the title that stands right before a name: "bu Saknah 44 th", not "bu, Rina 44 th"."""
    start = words.text.find(name)
    at = next((at for at, (first, _) in enumerate(words.spans) if first == start), 0)
    return words.raw(at - 1).lower() if at and words.clauses[at - 1] == words.clauses[at] else ""


def _of_a_group(mentions: Mentions) -> Found | None:
    """Read "isinya cewek2 mau dikirim" and "perempuan banyak ditampung"; "dibawa cewek2" tells who did it."""
    words = mentions.words
    if not words.has_any(_SEXES) or not mentions.has(*_DONE_TO_MANY):
        return None
    for at, form in enumerate(words.forms):
        sex = _SEX_IN_A_WORD.get(form)
        if sex is None:
            continue
        end = at
        while end < len(words.forms) and words.forms[end] == form:
            end += 1
        several = _PAIR if form == "laki" else 1  # "laki laki" is one man
        is_many = end - at > several or (words.forms[end : end + 1] != [] and words.forms[end] in _MANY)
        is_by = at > 0 and (words.forms[at - 1] in _BY_SOMEBODY or is_passive(mentions, at - 1))
        if is_many and words.forms[at - 1 : at] != [form] and not (is_by and words.forms[at - 1] not in _KEPT):
            return Found(sex, words.said(at, end))
    return None


def _by_pronoun(mentions: Mentions, found: Mapping[str, Found]) -> Found | None:
    """Read "her name is Dewi, she's 16", where no other woman and no man is told of."""
    words = mentions.words
    is_told = any(key in found for key in _OF_A_PERSON) or mentions.has("LOCK", "MAID", "CHILD")
    if not is_told or not (words.is_english or _tells_her_name(words)) or mentions.has("RECRUITER", "EMPLOYER"):
        return None
    said = [word.partition("'")[0] for word in (raw.lower().replace("’", "'") for raw in words.raws)]
    hers, his = [word for word in said if word in _SHE], [word for word in said if word in _HE]
    others = not _OTHER_WOMEN.isdisjoint(said)
    if others or bool(hers) is bool(his):
        return None
    return Found("perempuan", hers[0]) if hers else Found("laki-laki", his[0])


def _tells_her_name(words: Words) -> bool:
    if "name" not in words.written:
        return False
    return not _HER_NAME.isdisjoint(itertools.pairwise(raw.lower() for raw in words.raws))


def summary(found: dict[str, Found]) -> Found:
    """Put relation, number, age and name in one line: "adik perempuan, 17 tahun, Rina"."""
    parts = []
    relation = found.get("victim_relation")
    sex = found.get("victim_sex")
    if relation:
        needs_sex = (
            sex
            and sex.value not in relation.value
            and relation.value.removeprefix("seorang ") in {"adik", "anak", "kakak", "teman", "keponakan", "sepupu"}
        )
        parts.append(f"{relation.value} {sex.value}" if needs_sex and sex else relation.value)
    elif sex:
        parts.append(sex.value)
    counted = people_counted(*found["victim_count"]) if "victim_count" in found else ""
    is_beside = counted.startswith("bersama") and not _OF_ONE.isdisjoint(found)
    if counted and not is_beside:
        parts.append(f"{found['victim_count'].value} orang")
    if "victim_age" in found:
        parts.append(age_in_words(found["victim_age"].value))
    if "victim_name" in found:
        parts.append(found["victim_name"].value)
    if is_beside:
        parts.append(counted)
    words = " … ".join(
        dict.fromkeys(
            found[k].words for k in ("victim_relation", "victim_count", "victim_age", "victim_name") if k in found
        )
    )
    return Found(", ".join(parts), words)


def _terms_of_kin(words: Words, kin: Span) -> range:
    """Give the terms that may tell the sex of a relative: "cucu laki", but not "cucunya dibawa pamannya"."""
    forms, end = words.forms, kin.last
    if _is_led_by_a_sex(words, kin):
        return range(kin.first - 1, kin.last)
    owned = not _OWNERS.isdisjoint(forms[end : end + 1]) and forms[end + 2 : end + 3] not in _OR
    if owned and not _SEX_OF_ONE.isdisjoint(forms[end + 1 : end + 2]):
        return range(end + 1, end + 2)  # "anak ibu laki2"
    while end < min(kin.last + _TWO, len(forms)) and forms[end] in _SEX_OF_ONE | MINE:
        end += 1
    what = end + (forms[end : end + 1] != [] and forms[end] in _BEING)
    if what < len(forms) and words.clauses[what] == words.clauses[kin.first] and words.raw(what).lower() in _TELLING:
        return range(kin.first, what + 1)  # "sepupu saya mahasiswi", "adik saya lagi hamil"
    if forms[end : end + 1] == ["yang"] and not _SEX_OF_ONE.isdisjoint(forms[end + 1 : end + 2]):
        end += _TWO  # "anak sy yg cewek"
    apart = _sex_apart(words, end) if end < len(words.forms) and words.has_any(_SEX_OF_ONE) else None
    return range(kin.first, end) if apart is None else range(apart, apart + 1)


def _is_led_by_a_sex(words: Words, kin: Span) -> bool:
    """Read "laki cucu tiang itu", a line that says nothing else."""
    at = kin.first - 1
    if at < 0 or words.forms[at] not in _SEX_OF_ONE or at != words.clause_begins(at):
        return False
    rest = words.forms[kin.last :] if words.clauses[kin.last - 1] == words.clauses[-1] else ["more"]
    return _SAID_ALONG.union(MINE).issuperset(rest)


def _describes(mentions: Mentions, at: int, found: Mapping[str, Found]) -> bool:
    """Tell the sex in "Ahmad Fauzan 20 tahun laki laki" from "yg bawa laki gendut" and "diajak perempuan"."""
    words = mentions.words
    clause = words.clauses[at]
    first = next((i + 1 for i in range(at - 1, -1, -1) if words.clauses[i] != clause), 0)
    said = words.forms[first:at]
    if not word_set("taking_verbs").isdisjoint(said) or not _BY_SOMEBODY.isdisjoint(said):
        return False
    if said[:1] == ["yang"] and not _WHICH.isdisjoint(said[1:2]) and _is_of_the_other(words, first, found):
        return False
    if mentions.covers(at, "RECRUITER", "EMPLOYER") or any(is_passive(mentions, i) for i in range(first, at)):
        return False
    end = at + 1
    while end < len(words.forms) and words.forms[end] == words.forms[at]:
        end += 1  # "laki laki"
    goes_on = end < len(words.forms) and words.clauses[end] == clause and not _ends_a_bracket(words, end - 1)
    if goes_on and words.forms[end] not in _AND_FROM and not words.forms[end].isdecimal():
        return False
    if not said:
        return True
    before, name = words.forms[at - 1], found.get("victim_name")
    if before in _BEFORE_IT or before.isdecimal() or (name and words.raw(at - 1) in name.words):
        return True
    # "anak saya laki2", "temen sekelas aku cewek"
    of_kin = before in MINE and any(mentions.covers(i, "KIN") for i in range(max(first, at - 3), at - 1))
    return of_kin or words.raw(at - 1)[0].isupper() or not words.terms[at - 1].ids


def _is_of_the_other(words: Words, first: int, found: Mapping[str, Found]) -> bool:
    """Read "yang kecil perempuan 7 tahun", of another than "yang besar namanya Fikri umur 10", who is told of."""
    last = next((at for at in range(first, len(words.forms)) if words.clauses[at] != words.clauses[first]), None)
    clause = words.said(first, len(words.forms) if last is None else last)
    told = [found[key].words for key in ("victim_name", "victim_age") if key in found]
    return bool(told) and not any(said in clause for said in told)


def _ends_a_bracket(words: Words, at: int) -> bool:
    end = words.spans[at][1]
    return words.text[end : end + 1] == ")"


def _sex_apart(words: Words, after: int) -> int | None:
    """Give where a clause begins with a sex that says nothing else: "keponakan sy sendiri, laki2, umur 15"."""
    for at in range(after, len(words.forms)):
        if words.sentences[at] != words.sentences[after - 1] or words.clauses[at] - words.clauses[after - 1] > _TWO:
            return None
        if words.forms[at] in _SEX_OF_ONE and words.clauses[at] != words.clauses[at - 1]:
            end = at + 1 + (words.forms[at + 1 : at + 2] == [words.forms[at]])
            is_alone = end >= len(words.forms) or words.clauses[end] != words.clauses[at]
            aged = not is_alone and (words.forms[end] in _AGED or words.forms[end].isdecimal())
            return at if is_alone or aged else None
    return None
