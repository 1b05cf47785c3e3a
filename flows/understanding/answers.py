"""A bare answer read in the light of the question that was asked: "Rini", "besok", "batam", "17"."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from flows.reading import Found
from flows.understanding.ages import read_ages
from flows.understanding.ages_answered import read_age_answered
from flows.understanding.businesses import is_only_where
from flows.understanding.counting import counts_everybody
from flows.understanding.days_gone import read_days_gone
from flows.understanding.describing import sex_said_outright
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment, is_weekday
from flows.understanding.money import find_sums
from flows.understanding.names_right import real_one
from flows.understanding.naming import find_names, is_of_an_account, name_after, tells_of_a_holder
from flows.understanding.oneself import own_name
from flows.understanding.places_abroad import is_only_a_goal
from flows.understanding.places_named import first_value
from flows.understanding.recruiter_answered import read_recruiter_answered
from flows.understanding.roles import goes_along, is_a_place, tells_who_recruits
from flows.understanding.word import Term
from flows.understanding.words import Words

_SHORT = 6
_SOMEBODYS_NAME = frozenset({"victim_name", "recruiter", "reporter_name"})
_DIGITS = 2  # of an age
_BESIDE_A_DAY = frozenset({
    *("eh", "maksud", "maksudnya", "maaf", "salah", "ralat", "bukan", "tapi", "jadi", "jadinya", "itu", "ini", "ya"),
    *("hari", "tanggal", "bulan", "jam", "pagi", "siang", "sore", "malam", "subuh", "nanti", "sekitar", "kira", "saya"),
    *("katanya", "kata", "kayaknya", "kalau", "tidak", "berangkat", "berangkatnya", "perginya", "jalan", "jadwal"),
    *("jadwalnya", "depan", "lah", "kok", "on", "at", "the", "maybe", "i", "mean", "sorry", "wita", "wib", "am", "pm"),
    "ternyata",
})  # fmt: skip
_SINCE = frozenset({"sejak", "dari", "sudah", "mulai", "dia", "perginya", "dibawa", "dibawanya", "since"})
_ABOUT_CONTACT = frozenset({
    *("contact", "contact_when", "contact_phone", "contact_wording", "reporter_name", "anonymous", "payment"),
})  # fmt: skip
_ABOUT_THE_RECRUITER = frozenset({"recruiter", "recruiter_phone"})
_ABOUT_THE_CALL = frozenset({"contact_when", "contact_wording"})  # "perempuan" may be who should call
_WITH_A_SEX = frozenset({"victim_relation", "victim_count"})
_NEVER_A_DAY = (_ABOUT_CONTACT - {"payment"}) | {"operation"}
_NO = frozenset({
    *("jangan", "tidak", "not", "no", "bukan", "belum", "tanpa", "without", "never", "dont", "don", "takut", "afraid"),
    *("anonim", "anonymous", "rahasia", "rahasiakan", "rahasiain", "dirahasiakan", "secret", "hide", "hidden"),
    *("sembunyikan", "disembunyikan", "samarkan", "disamarkan", "samaran", "inisial", "ndak", "endek", "ndeq"),
})  # fmt: skip
_SECRET = frozenset({"rahasia", "anonim", "anonymous", "secret", "rahasiakan", "dirahasiakan", "disembunyikan"})
_NEED = frozenset({"usah", "perlu", "need"})
_MATTER = frozenset({"apa", "papa", "bapak", "masalah", "keberatan"})
_AGREES = frozenset({"boleh", "ya", "iya", "oke", "yes", "sure", "silakan"})
_SELVES = frozenset({"saya", "aku", "sendiri", "kami", "pak", "bu", "kak", "me", "myself"})
_OFFERS = frozenset({
    *("offered", "offers", "promised", "loker", "lowongan", "tawaran", "ditawari", "ditawarin"),
    *("dijanjikan", "dijanjiin"),
})  # fmt: skip
_TOLD = frozenset({"bilang", "told"})
_FROM = frozenset({"dari", "from"})
_FROM_WHERE = _FROM | {"asal", "orang", "warga", "asli"}
_WANTS = frozenset({"mau", "akan", "bakal", "ingin"})
_WE = frozenset({"kami", "kita"})
_WHO = frozenset({"yang", "who"})
_A_NUMBER = frozenset({"nomor", "nomer", "no", "nope", "hp", "wa", "telp", "kontak"})
_THE_BOSS = frozenset({"bosnya", "calonya", "tekongnya", "sponsornya", "agennya", "pelakunya", "her", "him"})
"""Whose number it is, whatever was asked: "0878 ... itu hp bosnya"."""
_COUNTED_OF = re.compile(
    r"\b(?:or(?:an)?g|perempuan|cewek|cowok|laki|korban|abk|tki|tkw|pmi|pekerja|warga|girls|women|men|boys|people)\b"
)
_SAYS = frozenset({"kata", "menurut"})  # "kata si sumi": who only says so
_BARE = 3  # terms
_NOT_ONES_NAME = frozenset({"reporter_name", "recruiter", "company", "account", "recruiter_phone", "payment", "salary"})
_NAMES = {
    "recruiter": "recruiter",
    "reporter_name": "reporter_name",
    "victim": "victim_name",
    "victim_name": "victim_name",
    "check_name": "recruiter",
    "check_who": "recruiter",
}


def read_bare_answer(
    mentions: Mentions, moments: Sequence[Moment], asked: str, found: dict[str, Found], *, today: date | datetime
) -> None:
    """Add to `found` what only the question gives away."""
    words = mentions.words
    _read_day(mentions, moments, asked, found)
    if asked == "departure" and "departure" not in found:
        _read_day_gone(mentions, today, found)
    _take_number(asked, found, is_theirs=_is_of_who_recruits(mentions))
    if (
        asked in _ABOUT_THE_RECRUITER
        and "recruiter_phone" in found
        and "dia" in words.forms
        and not mentions.has("KIN")
    ):
        found.pop("victim_now", None)  # "dia skrg di batam nomornya 0812 ...": where the recruiter is
    if asked == "victim" and "victim_relation" not in found and _says_oneself(words):
        found["victim"] = Found("self", words.text[:80])
    if asked in _ABOUT_CONTACT and asked != "payment":
        _forget_bystanders(mentions, asked, found)
    if asked == "anonymous":
        _read_wish(mentions, found)
    if asked == "payment" and "payment" not in found:
        wage = found["salary"].value if "salary" in found else ""
        for money in [money for money in find_sums(words) if money.value != wage][:1]:
            found["payment"] = Found(money.value, words.text[money.start : money.end].strip())
    _read_place(mentions, asked, found)
    read_age_answered(mentions, asked, found)
    _read_name(mentions, asked, found)
    if "victim_name" in found and "victim_sex" not in found and (sex := sex_said_outright(mentions, found)):
        found["victim_sex"] = sex  # "namanya Hendri, laki2"
    if asked in {"recruiter", "check_who"}:
        read_recruiter_answered(mentions, found)


def _says_oneself(words: Words) -> bool:
    """Read "saya. Fikri dari dompu" and "saya sendiri, Dina 22 thn"."""
    first = [term.form for at, term in enumerate(words.terms) if words.clauses[at] == words.clauses[0]]
    return 0 < len(first) <= _BARE and _SELVES.issuperset(first) and first[0] != "sendiri"


def _is_of_who_recruits(mentions: Mentions) -> bool:
    """Say whether a line with a number speaks of somebody who recruits, and not of the writer."""
    words = mentions.words
    if mentions.has("RECRUITER") or not _THE_BOSS.isdisjoint(words.written) or _is_a_titled_ones(words):
        return True
    return words.has_any(_WHO) and words.has_any(word_set("recruiting_verbs")) and not words.has_any(_SELVES)


def _is_a_titled_ones(words: Words) -> bool:
    """Read "nomor hajinya sy punya" and "no pak salim"; "no hp nya" and "no, pak" are of nobody else."""
    titles = word_set("sure_titles")
    raws = [raw.lower() for raw in words.raws]
    for at in range(1, len(raws)):
        if raws[at - 1] not in _A_NUMBER or words.clauses[at - 1] != words.clauses[at]:
            continue
        if raws[at].removesuffix("nya") != raws[at] and raws[at].removesuffix("nya") in titles:
            return True
        if raws[at] in titles and at + 1 < len(raws) and raws[at + 1].isalpha():
            return words.forms[at + 1] not in _SELVES  # "no hp bu saya"
    return False


def _take_number(asked: str, found: dict[str, Found], *, is_theirs: bool) -> None:
    """Let a number be whose it was asked for, however it is described: "ada di hp anak saya, 0859 ..."."""
    if asked in {"contact_phone", "contact"} and "contact" not in found and not is_theirs:
        mine = ("victim_phone",) if "recruiter" in found else ("recruiter_phone", "victim_phone")
        key = next((key for key in mine if key in found), "")
        if key:
            found["contact"] = found.pop(key)
    elif asked == "recruiter_phone" and "recruiter_phone" not in found and "victim_phone" in found:
        found["recruiter_phone"] = found.pop("victim_phone")


def _forget_bystanders(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    """Tell "telpon anak saya saja" and "dia sepupu saya" from who is the victim."""
    is_bare_sex = "victim_sex" in found and _WITH_A_SEX.isdisjoint(found) and asked not in _ABOUT_THE_CALL
    if is_bare_sex:
        return  # "cowok", a line after the age
    if len(mentions.words.terms) <= 2 * _SHORT and not {"victim_name", "victim_age"}.intersection(found):
        count = found.get("victim_count")
        is_of_kin = count is not None and not counts_everybody(count.words) and not _COUNTED_OF.search(count.words)
        counted = is_of_kin and not mentions.words.has_any(_WE)  # "ga sendiri, kami berempat", "total 14 org"
        for key in ("victim", "victim_relation", "victim_sex", *(("victim_count",) if counted else ())):
            found.pop(key, None)


def _read_wish(mentions: Mentions, found: dict[str, Found]) -> None:
    """Take whoever gives their name, asked whether to give it, at their word."""
    forms = [term.form for term in mentions.words.terms]
    # "tidak apa apa" agrees; any other refusal in the answer, of whatever, leaves the name hidden
    if any(form in _NO and not _is_unneeded(mentions.words, at) for at, form in enumerate(forms)):
        return
    # "yang ngurus Mas Tegar" and "rek BCA 22904478 an Zulkarnaen" are not the writer
    is_of_kin = "victim_relation" in found and "victim_name" in found  # "salah satunya mertua saya amaq Ridwan"
    # nor is "si Deni ini 28 taon", of whom it is told how old he is
    is_of_kin = is_of_kin or ("victim_age" in found and "si" in mentions.words.vocabulary)
    name = own_name(mentions.words) if not (is_of_kin or tells_of_a_holder(mentions.words)) else None
    if name:
        recruiter = found.get("recruiter")
        is_same = recruiter is not None and recruiter.value == name[0] and not tells_who_recruits(recruiter.words)
        if is_same and mentions.words.has_any(_SELVES):
            del found["recruiter"]  # "silakan nama saya ditulis, Lalu Suparman"
        if _NOT_ONES_NAME.isdisjoint(found):
            found["reporter_name"] = Found(name[0], mentions.words.said(name[1], name[2]))
    told = found.get("reporter_name")
    if told:
        found["anonymous"] = Found("no", told.words)


def _is_unneeded(words: Words, at: int) -> bool:
    """Tell "tidak apa apa", "tidak usah rahasia" and "no need, my name is ..." from a refusal."""
    forms = [term.form for term in words.terms]
    if not _MATTER.isdisjoint(forms[at + 1 : at + 2]):
        return True
    if forms[at] in _SECRET:
        return at > 0 and forms[at - 1] in _NEED
    if forms[at + 1 : at + 2] and forms[at + 1] in _NEED:
        ends = at + 2 >= len(forms) or words.clauses[at + 2] != words.clauses[at]
        return ends or forms[at + 2] in _SECRET
    return False


def _read_day(mentions: Mentions, moments: Sequence[Moment], asked: str, found: dict[str, Found]) -> None:
    """Take a day for the departure where that was asked, or where it is all that was written."""
    is_free = asked not in _NEVER_A_DAY and _is_only_a_day(mentions, moments)
    if moments and "departure" not in found and (asked == "departure" or is_free):
        day = max(moments, key=lambda moment: moment.rank)
        found["departure"] = Found(str(day), mentions.words.said(day.first, day.last))


def _read_day_gone(mentions: Mentions, today: date | datetime, found: dict[str, Found]) -> None:
    """Read "dari kamis kemarin" and "3 hari yg lalu", where it was asked since when somebody is gone."""
    gone = read_days_gone(mentions.words, today)
    if _is_only_a_day(mentions, gone, and_also=_SINCE):
        found["departure"] = Found(str(gone[0]), mentions.words.said(gone[0].first, gone[0].last))


def _is_only_a_day(mentions: Mentions, moments: Sequence[Moment], *, and_also: frozenset[str] = frozenset()) -> bool:
    """Say whether a day is all that was written: "besok subuh", "eh maksud saya lusa, senin tgl 23 itu"."""
    terms = mentions.words.terms
    if not moments or len(terms) > 2 * _SHORT:
        return False
    dated = {at for moment in moments for at in range(moment.first, moment.last)}
    return all(at in dated or term.form in and_also or _is_beside_a_day(term) for at, term in enumerate(terms))


def _is_beside_a_day(term: Term) -> bool:
    is_said_with_it = not {"FILLER", "TITLE", "DEPART"}.isdisjoint(term.ids)
    return is_said_with_it or term.form in _BESIDE_A_DAY or term.form[0].isdigit() or is_weekday(term.form)


def _read_place(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    if asked in {"victim_now", "victim_spot"} and is_only_where(mentions):
        found.pop("company", None)  # "di senggigi, kafe nya namanya bulan biru" tells where, not for whom
    if asked not in {"destination", "victim_now"} or asked in found:
        return
    elsewhere = _OFFERS | _TOLD | word_set("meeting")
    if asked == "victim_now" and (is_only_a_goal(mentions) or mentions.words.has_any(elsewhere)):
        return
    if asked == "victim_now" and mentions.words.has_any(_WANTS) and not mentions.has("NOW"):
        return  # "katanya mau kerja di Saudi" tells where somebody went, or is to go
    if asked == "victim_now" and "departure" in found and mentions.words.has_any(_FROM | _SAYS):
        return  # "tanggal 10 desember dari denpasar", "brgkt tgl 2 oktober katanya kerja di Thailand"
    named = found.get("destination") or first_value(mentions, "INLAND_PLACE")
    if named:
        found[asked] = named
        if asked == "victim_now" and len(mentions.words.terms) <= _SHORT and not mentions.has("DEPART"):
            # where she is now does not tell where she was to go
            found.pop("destination", None)


def _read_name(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    words = mentions.words
    key = _NAMES.get(asked)
    if not 0 < len(words.terms) <= 2 * _SHORT:
        return
    if "company" in found and key != "victim_name":
        _read_the_firms_man(mentions, key or "", found)
        return
    if (
        not key
        and asked not in {"anonymous", "contact_wording"}
        and not asked.startswith("check")
        and not _SOMEBODYS_NAME.intersection(found)
    ):
        _read_lone_name(mentions, found)
    if key == "recruiter" and key not in found and "victim_name" in found and "victim_age" not in found:
        found[key] = found.pop("victim_name")  # "tetangga namanya Mamad"
    is_holder = "account" in found or tells_of_a_holder(words)
    if not key or key in found or (is_holder and key != "recruiter"):
        return
    names = [
        named
        for named in find_names(words)
        if named.name not in _told_names(found) and not goes_along(mentions, named) and not is_a_place(mentions, named)
    ]
    # "pamannya Sukri"
    begins = int(key == "recruiter" and words.raw(0).endswith("nya") and len(words.terms) > 1)
    begins = begins or int(words.forms[0] in _AGREES and len(words.terms) > 1)  # "boleh, Hasan 19"
    own = own_name(words) if key == "reporter_name" else None  # "nama saya boleh ditulis, Junaidi"
    name = real_one(words, names) if names else own or name_after(words, begins)
    if name and (
        names
        or (ends := _after_laughs(words, name[2])) == len(words.terms)
        or _is_an_age_after(words, ends)
        or (key == "victim_name" and _is_apart_from_an_age(words, name[2], found))
    ):
        if key == "victim_name" and any(s.first == name[1] for s in mentions.of("EMPLOYER")):
            key = "recruiter"  # "mami Lulu"
        found[key] = Found(name[0], words.said(name[1], name[2]))


def _after_laughs(words: Words, at: int) -> int:
    """Give the term behind "wkwk" and a smiley."""
    return next((i for i in range(at, len(words.terms)) if "LAUGH" not in words.terms[i].ids), len(words.terms))


def _is_an_age_after(words: Words, at: int) -> bool:
    """Tell the name in "Lia 17 thn" and "Deni, 27" from a name with more to it."""
    ages = [age for age in read_ages(words) if age.first >= at]
    rest = [term.form for term in words.terms[at:]]
    bare = rest[1:] in ([], ["tahun"]) and rest[0].isdecimal() and len(rest[0]) <= _DIGITS
    return bare or (bool(ages) and ages[0].first <= at + 1 and _ends_or_goes_on(words, ages[-1].last))


def _ends_or_goes_on(words: Words, at: int) -> bool:
    """Say whether nothing follows an age but where somebody is from, or another sentence."""
    if at >= len(words.forms) or words.sentences[at] != words.sentences[at - 1]:
        return True
    return words.forms[at] in _FROM_WHERE


def _is_apart_from_an_age(words: Words, at: int, found: dict[str, Found]) -> bool:
    """Tell the name in "marwan, kira2 30an" and "Wati. umurnya ga tau"."""
    return "victim_age" in found and words.clauses[at] != words.clauses[at - 1]


def _read_the_firms_man(mentions: Mentions, key: str, found: dict[str, Found]) -> None:
    """Read "orang PT Maju Terus, pak Edi": who it was beside the firm's name."""
    if key != "recruiter" or key in found:
        return
    firm = found["company"].words
    titles = word_set("titles")
    for named in find_names(mentions.words):
        titled = named.is_introduced or mentions.words.raw(named.first).lower() in titles
        if titled and named.name not in firm:
            found[key] = Found(named.name, mentions.words.said(named.first, named.last))
            return


def _told_names(found: dict[str, Found]) -> set[str]:
    return {found[key].value for key in _SOMEBODYS_NAME if key in found}


def _read_lone_name(mentions: Mentions, found: dict[str, Found]) -> None:
    """Take "namanya Rahmat, umur 23" for the victim's where nothing says whose it is."""
    words = mentions.words
    introduced = [named for named in find_names(words) if named.is_introduced and not is_of_an_account(words, named)]
    introduced = [named for named in introduced if words.forms[max(0, named.lead - 1)] not in _SAYS]
    if introduced:
        named = real_one(words, introduced)
        # a story's "Pak" and "Haji" is more often who takes others along
        title = mentions.words.raw(named.first).lower()
        is_grand = title in word_set("grand_titles") and "victim_age" not in found
        # "yg datang ke rumah si Herman"
        comes = title == "si" or words.raw(named.lead).lower() == "si"
        is_doing = comes and any(term.form == "yang" for term in words.terms[: named.lead])
        does = _who_does_it(words, named.lead)
        key = "recruiter" if is_grand or is_doing or does else "victim_name"
        found[key] = Found(named.name, mentions.words.said(named.first, named.last))


def _who_does_it(words: Words, at: int) -> bool:
    """Read "yg koordinir di grup fb namanya Septi"."""
    begins = words.clause_begins(at)
    who = (i for i in range(begins, at - 1) if words.forms[i] in _WHO)
    return any(words.forms[i + 1] in word_set("recruiting_verbs") for i in who)
