"""Who is meant: the victim with relation, sex, age and name; the recruiter; the writer."""

import re
from collections.abc import Iterator

from flows.reading import Found
from flows.understanding.ages import read_ages
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import Named, find_names, name_after
from flows.understanding.pattern import Span
from flows.understanding.places_abroad import values_of
from flows.understanding.roles import RECRUITER, VICTIM, bare_agents, is_passive, role_of

_BY = frozenset(
    {
        "bawa",
        "membawa",
        "mengajak",
        "nawarin",
        "menawarkan",
        "merekrut",
        "diajak",
        "dibawa",
        "ditawari",
        "ditawarin",
        "oleh",
        "sama",
        "direkrut",
        "dijanjikan",
        "sponsornya",
        "ngajak",
        "hubungi",
        "dengan",
        "lewat",
        "dari",
    }
)
_WOMEN = frozenset(
    {"perempuan", "istri", "ibu", "putri", "bibi", "gadis", "wanita", "daughter", "sister", "wife", "mother"}
)
_MEN = frozenset({"laki", "suami", "bapak", "putra", "paman", "son", "brother", "husband", "father"})
_NEAR = 6
_PARENTS = frozenset({"bapak", "ibu", "ayah", "orangtua", "tua", "istri", "suami", "keluarga", "wali", "kakak", "adik"})
_OF_ONESELF = frozenset({"dari", "warga", "asal", "ketua", "kepala", "mau", "ingin", "kadus", "kades"})
_GREETING = 3  # terms in which somebody is addressed
_ADDRESSED = frozenset({"kakak", "adik", "tante", "om", "paman", "bibi", "mbak", "bapak", "ibu"})
_AFTER_ADDRESS = frozenset({"tolong", "mau", "petugas", "admin", "mohon", "ini", "ada", "aku", "bantu", "polisi"})
_ROOF = frozenset(
    {"rumah", "kos", "kosan", "kontrakan", "tempat", "mess", "hp", "handphone", "nomor", "wa", "akun", "rekening"}
)
# a firm is named after the others: those names belong to naming.find_firms
_BROKERS = frozenset(
    {"sponsor", "tekong", "taikong", "calo", "perekrut", "makelar", "broker", "pl", "recruiter", "penyalur"}
)
_MINE = frozenset({"saya", "aku", "kami", "kita"})
_PRESS = frozenset({"wartawan", "jurnalis", "reporter", "journalist"})
_OWN_NAME = re.compile(
    r"\b(?:nama (?:saya|sy|aku|q)|perkenalkan(?: nama)?(?: saya)?|my name is|saya bernama)\s*(?:adalah|:|,)?\s*$",
    re.IGNORECASE,
)
_COUNT_WORDS = {
    "bertiga": "3",
    "berempat": "4",
    "berlima": "5",
    "berenam": "6",
    "bertujuh": "7",
    "berdua": "2",
    "bersepuluh": "10",
}
_NUMBER_WORDS = frozenset({"dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"})
_WANTED = frozenset({"butuh", "dibutuhkan", "cari", "dicari", "lowongan", "kuota", "perlu"})
_COUNTED = frozenset(
    {
        "orang",
        "perempuan",
        "anak",
        "korban",
        "teman",
        "warga",
        "ibu",
        "abk",
        "tki",
        "pekerja",
        "people",
        "pmi",
        "tkw",
        "laki",
    }
)


def read_people(mentions: Mentions) -> dict[str, Found]:
    """Read everybody who is named or described."""
    found: dict[str, Found] = {}
    kin = _relation(mentions)
    found |= _names(mentions, kin[1] if kin else None)
    if kin:
        found["victim_relation"] = kin[0]
    _describe(mentions, found, kin[1] if kin else None)
    count = _count(mentions)
    if count:
        found["victim_count"] = count
    if "victim_relation" in found or "victim_age" in found or "victim_name" in found or "victim_count" in found:
        found["victim"] = _summary(found)
    writer = _writer(mentions)
    if writer:
        found["writer"] = writer
    return found


def _relation(mentions: Mentions) -> tuple[Found, Span] | None:
    """Find the relative or friend the message is about: "adik saya" before "adik", never who did it."""
    words = mentions.words
    values = values_of("KIN")
    best: tuple[bool, int, int, Span, str] | None = None
    for span in mentions.of("KIN"):
        value = values.get(" ".join(t.form for t in words.terms[span.first : span.last]))
        if value is None or span.first in mentions.negated or _is_vocative(mentions, span) or _did_it(mentions, span):
            continue
        if _is_a_title(mentions, span):
            continue
        if [term.form for term in words.terms[span.first : span.last + 1]] == ["anak", "anak"]:
            value = "anak-anak"
        rank = (not _is_mine(mentions, span), 0 if span.last - span.first > 1 else 1, span.first, span, value)
        if best is None or _beats(rank, best):
            best = rank
    if best is None:
        return None
    return Found(best[4], words.said(best[3].first, best[3].last)), best[3]


def _is_a_title(mentions: Mentions, span: Span) -> bool:
    """Tell "tante Mirna" and "anak buah" from "tante saya"."""
    words = mentions.words
    if span.last >= len(words.terms):
        return False
    follows = words.raw(span.last)
    if words.terms[span.last].form == "buah":
        return True
    named = follows[0].isupper() and not follows.isupper() and not words.terms[span.last].ids
    return named and words.raw(span.first).lower() in word_set("titles")


def _did_it(mentions: Mentions, span: Span) -> bool:
    """Tell "dijual teman", "sama om saya" and the writer's own "saya ibunya" from who is meant."""
    terms = mentions.words.terms
    if _takes_others(mentions, span):
        return True
    if not span.first:
        return False
    before = terms[span.first - 1].form
    if before == "dari" and span.first > 1 and terms[span.first - 2].form in _PARENTS:
        return False
    if before in {"majikan", "sama", "dengan", "oleh", "dari"} or is_passive(mentions, span.first - 1):
        return True
    if before in _ROOF or terms[span.first].form == before == "anak":
        return True  # "rumah tante Lastri", "hp teman", "anak-anak"
    if span.last < len(terms) and terms[span.last].form == "korban":
        return True  # "saya Nuraini, kakak korban"
    says_who = mentions.words.raw(span.last - 1).lower().endswith("nya") or (
        span.last < len(terms) and terms[span.last].form in {"dari", "korban"}
    )
    return before in _MINE | {"ini", "niki"} and says_who


def _takes_others(mentions: Mentions, span: Span) -> bool:
    """Tell "kakak saya yang bawa menantu saya": the kin is the one who does it."""
    terms = mentions.words.terms
    after = span.last + (span.last < len(terms) and terms[span.last].form in _MINE)
    return [term.form for term in terms[after : after + 1]] == ["yang"] and any(
        term.form in word_set("taking_verbs") for term in terms[after + 1 : after + 5]
    )


def _is_mine(mentions: Mentions, span: Span) -> bool:
    terms = mentions.words.terms
    if any(terms[at].form in _MINE for at in (span.last - 1, span.last) if at < len(terms)):
        return True
    return mentions.words.raw(span.last - 1).lower().endswith(("ku", "q"))


def _beats(rank: tuple[bool, int, int, Span, str], best: tuple[bool, int, int, Span, str]) -> bool:
    # a longer reading of the same words wins ("adik perempuan" over "adik"); otherwise the earlier person
    same_place = abs(rank[2] - best[2]) <= 1
    if same_place:
        return rank[1] < best[1]
    return rank[0] < best[0] if rank[0] != best[0] else rank[2] < best[2]


def _is_vocative(mentions: Mentions, span: Span) -> bool:
    """Tell "kak tolong" and "om, tante petugas" from "kakak saya"."""
    words = mentions.words
    if span.first >= _GREETING or words.terms[span.first].form not in _ADDRESSED or _is_mine(mentions, span):
        return False
    if span.last >= len(words.terms):
        return False
    follows = words.terms[span.last].form
    return follows in _AFTER_ADDRESS or words.clauses[span.last] != words.clauses[span.first]


def _names(mentions: Mentions, kin: Span | None) -> dict[str, Found]:
    found: dict[str, Found] = {}
    words = mentions.words
    for key, at in _places_of_names(mentions, kin):
        near = name_after(words, at)
        if near and key not in found and _is_written_as_a_name(mentions, at):
            found[key] = Found(near[0], words.said(near[1], near[2]))
    for named in find_names(words):
        key = _whose(mentions, named)
        if key == VICTIM and kin is not None and named.first == kin.last:
            # "istri Pak Ahmad" names the husband
            continue
        if key and key not in found:
            found[key] = Found(named.name, words.said(named.first, named.last))
    return found


def _near_ones(mentions: Mentions) -> frozenset[int]:
    near = (span for span in mentions.of("KIN") if span.first not in mentions.negated and not _did_it(mentions, span))
    return frozenset(at for span in near for at in range(span.first, span.last))


def _places_of_names(mentions: Mentions, kin: Span | None) -> Iterator[tuple[str, int]]:
    """Give where a name may stand without "namanya": "adik saya Rini", "sponsor Lalu Darmawan", "diajak Yusril"."""
    terms = mentions.words.terms
    if kin is not None and kin.last < len(terms):
        after = kin.last + (terms[kin.last].form in _MINE)
        if [term.form in _MINE for term in terms[kin.last : kin.last + 2]] == [False, True]:
            after = kin.last + 2  # "temen sekantor saya Bagas"
        is_mine = any(terms[i].form in _MINE for i in (kin.first - 1, kin.last - 1, after - 1) if i >= 0)
        if is_mine and after < len(terms):
            yield VICTIM, after
    for span in mentions.of("RECRUITER"):
        if span.last < len(terms) and terms[span.first].form in _BROKERS:
            yield RECRUITER, span.last
    for at in bare_agents(mentions):
        yield RECRUITER, at
    own = _introduces_oneself(mentions)
    if own is not None:
        yield "reporter_name", own


def _introduces_oneself(mentions: Mentions) -> int | None:
    """Give the term at which the writer's own name stands: "saya Abdul dari Dompu", "perkenalkan saya Joko"."""
    words = mentions.words
    at = next((i for i in range(min(_GREETING, len(words.terms))) if words.terms[i].form in _MINE), None)
    if at is None or at + 1 >= len(words.terms) or words.sentences[at] != words.sentences[0]:
        return None
    raw = words.raw(at + 1)
    if not raw[0].isupper() or raw.isupper() or words.terms[at + 1].ids:
        return None
    after = name_after(words, at + 1)
    follows = words.terms[after[2]].form if after and after[2] < len(words.terms) else ""
    return at + 1 if follows in _OF_ONESELF else None


def _is_written_as_a_name(mentions: Mentions, at: int) -> bool:
    raw = mentions.words.raw(at)
    follows = mentions.words.terms[at + 1 : at + 2]
    if raw.islower() and follows and (follows[0].form in {"umur", "usia"} or follows[0].form.isdigit()):
        return not mentions.words.terms[at].ids  # "adik saya rini umur 19"
    return raw.lower() in word_set("titles") or (raw[0].isupper() and not raw.isupper())


def _whose(mentions: Mentions, named: Named) -> str:
    words = mentions.words
    before = words.text[: words.spans[named.first][0]]
    if _OWN_NAME.search(before[-60:]):
        return "reporter_name"
    if words.raw(named.lead).lower() == "an" and named.lead and words.raw(named.lead - 1)[-1].isdigit():
        return ""  # whose account it is
    role = role_of(mentions, named, _near_ones(mentions))
    if role:
        return role
    if any(age.first == named.last for age in read_ages(words)):
        return VICTIM
    after = [
        s for name in ("RECRUITER", "EMPLOYER") for s in mentions.of(name) if named.first <= s.first < named.last + 2
    ]
    near = {words.terms[i].form for i in range(max(0, named.first - _NEAR), named.first)}
    if after or not _BY.isdisjoint(near):
        return RECRUITER
    if words.raw(named.first).lower() in word_set("titles") and mentions.has("RECRUITER", "PROMISED", "MIGRANT"):
        return RECRUITER
    return RECRUITER if mentions.has("RECRUITER", "CHECK", "CHECK_SURE", "PROMISED") else ""


def _describe(mentions: Mentions, found: dict[str, Found], kin: Span | None) -> None:
    words = mentions.words
    ages = read_ages(words)
    if ages:
        found["victim_age"] = Found(str(ages[0].years), words.said(ages[0].first, ages[0].last))
    told = range(kin.first, min(kin.last + 2, len(words.terms))) if kin else range(0)
    if not kin and ages:
        told = range(max(0, ages[0].first - 3), min(ages[0].last + 2, len(words.terms)))
    for sex, forms in (("perempuan", _WOMEN), ("laki-laki", _MEN)):
        at = next((i for i in told if words.terms[i].form in forms), None)
        if at is not None and "victim_sex" not in found:
            found["victim_sex"] = Found(sex, words.said(at, at + 1))


def _count(mentions: Mentions) -> Found | None:
    terms = mentions.words.terms
    kin = values_of("KIN")
    for at, term in enumerate(terms):
        if term.form in _COUNT_WORDS:
            return Found(_COUNT_WORDS[term.form], mentions.words.said(at, at + 1))
        after = terms[at + 1].form if at + 1 < len(terms) else ""
        if after in _NUMBER_WORDS and at + 2 < len(terms):
            after = terms[at + 2].form  # "3 (tiga) warga"
        if at and terms[at - 1].form in _WANTED:
            continue
        if term.form.isdigit() and len(term.form) <= 3 and int(term.form) > 1 and (after in _COUNTED or after in kin):
            return Found(term.form, mentions.words.said(at, at + 2))
        if term.form == "ber" and after.isdigit():
            return Found(after, mentions.words.said(at, at + 2))
    return None


def _summary(found: dict[str, Found]) -> Found:
    parts = []
    relation = found.get("victim_relation")
    sex = found.get("victim_sex")
    if relation:
        needs_sex = (
            sex
            and sex.value not in relation.value
            and relation.value in {"adik", "anak", "kakak", "teman", "keponakan", "sepupu"}
        )
        parts.append(f"{relation.value} {sex.value}" if needs_sex and sex else relation.value)
    elif sex:
        parts.append(sex.value)
    if "victim_count" in found:
        parts.append(f"{found['victim_count'].value} orang")
    if "victim_age" in found:
        parts.append(f"{found['victim_age'].value} tahun")
    if "victim_name" in found:
        parts.append(found["victim_name"].value)
    words = " … ".join(
        dict.fromkeys(
            found[k].words for k in ("victim_relation", "victim_count", "victim_age", "victim_name") if k in found
        )
    )
    return Found(", ".join(parts), words)


def _writer(mentions: Mentions) -> Found | None:
    """Tell who writes, where the message says so itself."""
    for span in mentions.of("STUDY"):
        if mentions.words.terms[span.first].form in _PRESS:
            return Found("wartawan", mentions.words.said(span.first, span.last))
    for span in mentions.of("SUSPECT_ASKS"):
        return Found("mungkin terlapor", mentions.words.said(span.first, span.last))
    return None
