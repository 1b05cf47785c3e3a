"""Who is meant: the victim with relation, sex, age and name; the recruiter; the writer."""

import re
from collections.abc import Iterator, Sequence

from flows.reading import Found
from flows.understanding.ages import Age, read_ages
from flows.understanding.apposition import appositions
from flows.understanding.businesses import find_business
from flows.understanding.counting import are_foreigners, count_people
from flows.understanding.describing import describe, summary
from flows.understanding.fellows import fellows
from flows.understanding.firms import terms_of_a_firm
from flows.understanding.introduced import WRITER, Introduced
from flows.understanding.introducing import introductions
from flows.understanding.kinship import find_relation, near_ones
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.names_right import with_real_names
from flows.understanding.naming import MINE, SON_OF, Named, find_names, is_capital, is_of_an_account, name_after
from flows.understanding.oneself import ages_of_others, is_there_with, tells_of_oneself, who_writes
from flows.understanding.own_names import OTHER_SIDE, what_the_writer_is
from flows.understanding.pattern import Span
from flows.understanding.roles import (
    PLACES,
    RECRUITER,
    VICTIM,
    bare_agents,
    goes_along,
    is_a_place,
    is_passive,
    role_of,
)
from flows.understanding.somebody_there import is_cruel_at_home, is_somebody_there
from flows.understanding.victims_named import IS, names_in_a_row, places_of_victims
from flows.understanding.words import Words
from flows.understanding.workers_of_mine import find_worker

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
_NEAR = 6
_TWO = 2  # terms
_SHORT = 2  # letters; "adik saya br 16 th" names nobody
# a firm is named after the others: those names belong to firms_marked
_BROKERS = frozenset(
    {"sponsor", "tekong", "taikong", "calo", "perekrut", "makelar", "broker", "pl", "recruiter", "penyalur"}
)
_ADDRESSES = frozenset({"kak", "kakak", "mbak", "mba", "bang", "mas", "dek", "adik", "ka", "si", "bg"})
_ABOUT_TO = frozenset({"mau", "akan", "sudah", "rencana", "rencananya", "jadi", "besok", "lusa"})
_LEAVES = (["berangkat"], ["diberangkatkan"], ["terbang"], ["diterbangkan"])  # "sy Yuliana, 26 thn, mau berangkat"
_REALLY_CALLED = frozenset({"asli", "aslinya", "lengkap", "lengkapnya"})
_REALLY = frozenset({"aslinya", "lengkapnya"})
_SAYS = frozenset({"kata", "menurut"})
_TKW, _BEING = "tkw", frozenset({"jadi", "sebagai", "mantan", "calon", "seorang"})
_PRONOUNS = frozenset({"her", "his"})
_GROUPS = frozenset({"grup", "group", "channel"})
_PUT_RIGHT = frozenset({"ralat", "koreksi", "keliru"})
_SORRY = frozenset({"eh", "maaf", "pak", "bu", "sori", "sorry", "salah"})
_PUT_RIGHT_BEFORE = 16  # terms
_OF_ANOTHER = frozenset({"victim_relation", "victim_name"})
_TOLD_OF_THEM = frozenset({"victim_sex", "victim_age"})
_OWN_NAME = re.compile(
    r"\b(?:nama (?:saya|sy|aku|q)|perkenalkan(?: nama)?(?: saya)?|my name(?: is)?|saya bernama)\s*(?:adalah|:|,)?\s*$",
)


def read_people(mentions: Mentions) -> dict[str, Found]:
    """Read everybody who is named or described."""
    found: dict[str, Found] = {}
    apposed = tuple(appositions(mentions)) if mentions.has("KIN") else ()
    introduced = tuple(introductions(mentions))
    doers = [one.kin.first for one in apposed if one.told.key == RECRUITER]
    doers += [
        at for one in introduced if one.key == RECRUITER for at in (one.lead, *_said_of_them(mentions.words, one))
    ]
    kin = find_relation(mentions, but=frozenset(doers)) or find_worker(mentions)
    count = count_people(mentions)
    told = (*introduced, *(one.told for one in apposed))
    names = _names(mentions, kin[1] if kin else None, count[1] if count else None, told)
    found |= with_real_names(mentions.words, names)
    if VICTIM in found:
        found[VICTIM] = found[VICTIM]._replace(value=_without_address(found[VICTIM].value))
    if kin:
        found["victim_relation"] = kin[0]
    elif other := next(filter(None, (_what_they_are(mentions.words, one) for one in introduced)), None):
        found["victim_relation"] = other
    elif told_as := what_the_writer_is(mentions.words):
        found["victim_relation"] = Found(told_as[0], mentions.words.said(told_as[1], told_as[2]))
    if count and not are_foreigners(mentions.words, count[1]):
        found["victim_count"] = count[0]
    is_of_kin = kin is not None or "victim_relation" in found
    is_oneself = tells_of_oneself(mentions, kin[1] if kin else None) or (not kin and _gives_own_age(mentions, told))
    is_oneself = is_oneself and not (kin is None and is_of_kin)  # "saya papuqnya Rohan, umur saya 67"
    ages = ages_of_others(mentions, introduced) if is_of_kin and not is_oneself else read_ages(mentions.words)
    ages = [age for age in ages if not _is_the_recruiters(age, told)]
    describe(mentions, found, ages, kin[1] if kin else None, count[1] if count else None)
    if is_oneself:
        is_beside = kin is not None and is_there_with(mentions.words, kin[1])
        is_a_child = kin is not None and "anak" in kin[0].value  # "saya ini anak laki laki"
        others = _OF_ANOTHER | (_TOLD_OF_THEM if is_beside else {"victim_sex"} if kin and not is_a_child else set())
        found = {key: told for key, told in found.items() if key not in others}
        found["victim"] = Found("self", mentions.words.text[:80])
    elif "victim_relation" in found or "victim_age" in found or "victim_name" in found or "victim_count" in found:
        found["victim"] = summary(found)
    if "victim" in found and (a_woman := _who_is_a_tkw(mentions.words, kin[1] if kin else None)):
        found.setdefault("victim_sex", a_woman)
    writer = who_writes(mentions)
    if writer:
        found["writer"] = writer
    return found


def _said_of_them(words: Words, told: Introduced) -> tuple[int, ...]:
    """Give where it is said who they are right after a name: "agennya bu Ecin tetangga sy sendiri"."""
    goes_on = told.last < len(words.forms) and words.sentences[told.last] == words.sentences[told.last - 1]
    return (told.last,) if goes_on and told.last > told.lead else ()


def _what_they_are(words: Words, told: Introduced) -> Found | None:
    """Read "saya bapaknya Iwan": Iwan is the writer's child."""
    is_writers = told.key == VICTIM and told.lead > 0 and words.forms[told.lead - 1] in MINE
    other = OTHER_SIDE.get(words.forms[told.lead].removesuffix("nya")) if is_writers else None
    return Found(other, words.said(told.lead, told.last)) if other else None


def _who_is_a_tkw(words: Words, kin: Span | None) -> Found | None:
    """Read "sy tkw di Riyadh" and "bibi jadi tkw": the word is of women only; "calo tkw" is of nobody told of."""
    at = words.forms.index(_TKW) if _TKW in words.vocabulary else 0
    if not at or words.forms[at - 1] not in MINE | _BEING or (kin and not kin.first < at <= kin.last + _NEAR):
        return None
    return Found("perempuan", words.said(at, at + 1))


def _gives_own_age(mentions: Mentions, told: Sequence[Introduced]) -> bool:
    """Read "namaku Bulan, umur 22, disuruh nemenin tamu": it happens to whoever tells their own age beside it."""
    own = [one.last for one in told if one.key == WRITER]
    ages = [age for age in read_ages(mentions.words) if age.first in own]
    harms = word_set("done_to_victims") | {"disuruh"}
    after = mentions.words.forms[ages[0].last :] if ages else []
    leaves = [form for form in after[: _TWO + 1] if form not in _ABOUT_TO][:1]
    return not harms.isdisjoint(after) or leaves in _LEAVES


def _is_the_recruiters(age: Age, told: Sequence[Introduced]) -> bool:
    """Read "agennya namanya Rudi, umur 40", of whom nobody asks how old they are."""
    return any(one.key == RECRUITER and 0 <= age.first - one.last <= 1 for one in told)


def _names(
    mentions: Mentions, kin: Span | None, counted: Span | None, introduced: Sequence[Introduced]
) -> dict[str, Found]:
    words = mentions.words
    place = find_business(mentions)
    of_a_place = terms_of_a_firm(mentions) | frozenset(range(place.first, place.last) if place else ())
    found, told = _introduced(words, [one for one in introduced if one.first not in of_a_place])
    told |= of_a_place | fellows(mentions)
    sure = frozenset(found)
    for key, at in _places_of_names(mentions, kin, counted):
        at = at - _TWO if at >= _TWO and words.raw(at - 1) in SON_OF else at  # noqa: PLW2901 - "Sahnan bin Mahrup"
        row = names_in_a_row(words, at) if key == VICTIM else None
        near = row or name_after(words, at, introduced=key == VICTIM and _is_surely_named(mentions, at))
        if near and mentions.covers(near[2] - 1, *PLACES) and near[2] - near[1] > 1:
            continue  # "kakak kaku lalo ko Taiwan"
        if near and key not in found and at not in told and _is_written_as_a_name(mentions, at):
            found[key] = Found(near[0], words.said(near[1], near[2]))
    for named in find_names(words):
        if named.first in told or _is_next_to_ones_own(words, named) or is_a_place(mentions, named):
            continue
        row = names_in_a_row(words, named.first)
        if row and named.is_introduced:
            found.setdefault(VICTIM, Found(row[0], words.said(row[1], row[2])))
            continue
        key = _whose(mentions, named)
        # "sopir kami Pak Amir ditipu agen"
        is_the_victims = VICTIM in found and not named.is_introduced and named.name == found[VICTIM].value
        if is_the_victims if key == RECRUITER else is_of_an_account(words, named):
            continue
        if key == VICTIM and kin is not None and named.first == kin.last and not named.is_introduced:
            continue  # "istri Pak Ahmad" names the husband
        put_right = key == RECRUITER and key not in sure and _was_put_right(words, named.lead)
        put_right = put_right or words.raw(named.lead).lower() in _REALLY
        if key and (key not in found or put_right):
            found[key] = Found(named.name, words.said(named.first, named.last))
    return found


def _without_address(name: str) -> str:
    """Leave out how somebody is addressed: "Kak Salmah" is Salmah, "Baiq Rini" her whole name."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in _ADDRESSES else name


def _introduced(words: Words, introduced: Sequence[Introduced]) -> tuple[dict[str, Found], frozenset[int]]:
    """Give the names of which the text says whose they are, and the terms at which those names stand."""
    found: dict[str, Found] = {}
    told: set[int] = set()
    for one in introduced:
        if one.first in told and one.key not in found:
            continue  # whose it is was told already
        if one.key not in found or _was_put_right(words, one.lead):
            found[one.key] = Found(one.name, words.said(one.lead, one.last))
        told.update(range(one.first, one.last))
    return found, frozenset(told)


def _is_next_to_ones_own(words: Words, named: Named) -> bool:
    """Tell "jangan sebut nama saya, Nurjanah itu ..." from the writer's name."""
    between = words.forms[named.lead + 1 : named.first]
    return words.clauses[named.lead] != words.clauses[named.first] and not MINE.isdisjoint(between)


def _is_surely_named(mentions: Mentions, at: int) -> bool:
    """Tell the name in "adik saya Bunga" from "adik saya Malaysia": written large, and no place or day."""
    words = mentions.words
    if not is_capital(words, at) or words.sentences[at] != words.sentences[at - 1]:
        return False
    return not mentions.covers(at, *PLACES)


def _was_put_right(words: Words, at: int) -> bool:
    """Tell "yang bawa Pak Rahman, eh bukan pak, yang ngajak Bu Lestari": the later name holds."""
    for place in range(max(0, at - _PUT_RIGHT_BEFORE), at):
        form = words.terms[place].form
        if form in _PUT_RIGHT:
            return True
        if form == "bukan" and any(t.form in _SORRY for t in (*words.terms[max(0, place - 2) : place + 3],)):
            return True
    return False


def _places_of_names(mentions: Mentions, kin: Span | None, counted: Span | None) -> Iterator[tuple[str, int]]:
    """Give where a name may stand without "namanya": "adik saya Rini", "sponsor Lalu Darmawan", "diajak Yusril"."""
    words = mentions.words
    terms = words.terms
    for at in places_of_victims(mentions, kin, counted):
        yield VICTIM, at
    for span in mentions.of("RECRUITER"):
        named = words.forms[span.last : span.last + 2]
        if named and terms[span.first].form in _BROKERS:
            on_behalf = named == ["a", "n"]  # "perekrut a.n. Sahdan"
            yield RECRUITER, span.last + (2 if on_behalf else terms[span.last].form in IS)  # "recruiter is Kevin Lim"
        elif named[:1] == ["an"]:
            yield RECRUITER, span.last + 1  # "ketua rombongan an. Sahdan"
    for at in bare_agents(mentions):
        yield RECRUITER, at


def _is_written_as_a_name(mentions: Mentions, at: int) -> bool:
    raw = mentions.words.raw(at)
    follows = mentions.words.terms[at + 1 : at + 2]
    if (
        raw.islower()
        and len(raw) > _SHORT
        and follows
        and (follows[0].form in {"umur", "usia"} or follows[0].form.isdigit())
    ):
        return not mentions.words.terms[at].ids  # "adik saya rini umur 19"
    if raw in word_set("names_that_are_words"):
        return is_capital(mentions.words, at + 1)  # "lestari wulandari umur 22"
    return raw.lower() in word_set("titles") or is_capital(mentions.words, at)


def _whose(mentions: Mentions, named: Named) -> str:
    words = mentions.words
    before = words.text[: words.spans[named.first][0]]
    if _OWN_NAME.search(before[-60:].lower()):
        return "reporter_name"
    if words.raw(named.lead).lower() == "an" and named.lead and words.raw(named.lead - 1)[-1].isdigit():
        return ""  # "rekening 4471 0092 an Sulastri"
    if (
        named.is_introduced
        and not _does_it(mentions, named)
        and any(0 <= age.first - named.last <= _TWO for age in read_ages(words))
    ):
        return VICTIM  # "namanya Zulkifli dia umur 26"
    if goes_along(mentions, named) or _is_somebody_elses(words, named) or is_cruel_at_home(words, named):
        return ""
    if _stands_alone_with_an_age(words, named) or is_somebody_there(mentions, named):
        return VICTIM
    if named.is_introduced and _is_by_somebody(mentions, named.lead - 1):
        return RECRUITER  # "dibuatin KTP sama sekdes, namanya pak Bahrun"
    role = role_of(mentions, named, near_ones(mentions))
    if role:
        return role
    if any(age.first == named.last or _is_told_with(words, named, age) for age in read_ages(words)):
        return VICTIM
    return _by_pronoun(words, named) or _by_company(mentions, named)


def _stands_alone_with_an_age(words: Words, named: Named) -> bool:
    """Read "... tidak digaji. Baiq Sumarni 27 thn", with which a sentence begins: nobody did what is told before."""
    begins = not named.first or words.sentences[named.first - 1] != words.sentences[named.first]
    return begins and not named.is_introduced and any(age.first == named.last for age in read_ages(words))


def _does_it(mentions: Mentions, named: Named) -> bool:
    """Tell "yg jual cowoknya sendiri namanya Arif, umurnya 22" from "yg bawa adik saya namanya Siti umur 15"."""
    words = mentions.words
    begins = words.clause_begins(named.lead)
    does = words.forms[begins] == "yang" and words.forms[begins + 1] in word_set("agent_verbs")
    return does and near_ones(mentions).isdisjoint(range(begins, named.lead))


def _by_pronoun(words: Words, named: Named) -> str:
    """Tell "there is a maid upstairs, her name is Hilmiah" from "his name is Pak Edo, he recruited her"."""
    if not named.is_introduced or not named.lead or words.raw(named.lead - 1).lower() not in _PRONOUNS:
        return ""
    return RECRUITER if words.has_any(word_set("recruiting_verbs")) else VICTIM


def _by_company(mentions: Mentions, named: Named) -> str:
    """Say whether a name stands beside those who recruit, or where only they are spoken of."""
    words = mentions.words
    after = [
        s for name in ("RECRUITER", "EMPLOYER") for s in mentions.of(name) if named.first <= s.first < named.last + 2
    ]
    near = {words.terms[i].form for i in range(max(0, named.first - _NEAR), named.first)}
    if after or not _BY.isdisjoint(near):
        return RECRUITER
    if words.raw(named.first).lower() in word_set("titles") and mentions.has("RECRUITER", "PROMISED", "MIGRANT"):
        return RECRUITER
    told = (span for kind in ("RECRUITER", "CHECK", "CHECK_SURE", "PROMISED") for span in mentions.of(kind))
    # "nama aslinya Siti" looks up no licence
    told = (span for span in told if words.raw(span.first).lower() not in _REALLY_CALLED)
    return RECRUITER if any(not named.lead <= span.first < named.first for span in told) else ""


def _is_somebody_elses(words: Words, named: Named) -> bool:
    """Tell who only says so, and a group, from who is meant: "kata mak Odah", "di grup tele Mama Bahagia"."""
    before = words.forms[max(0, named.lead - _TWO) : named.lead]
    return not _SAYS.isdisjoint(before[-1:]) or (not named.is_introduced and not _GROUPS.isdisjoint(before))


def _is_told_with(words: Words, named: Named, age: Age) -> bool:
    """Read "she is 16 and from Sumba, her name is Melinda"."""
    is_about = words.raw(age.last - 1).lower().endswith("an")  # "umur 30an, namanya Gunawan" is a stranger's
    return named.is_introduced and not is_about and words.sentences[age.first] == words.sentences[named.lead]


def _is_by_somebody(mentions: Mentions, at: int) -> bool:
    """Say whether term `at` is who did it, no relative: "dibuatin KTP palsu sama sekdes"."""
    words = mentions.words
    by = next((i for i in range(at, max(0, at - _NEAR), -1) if words.forms[i - 1] in {"sama", "oleh", "dengan"}), 0)
    if by < _TWO or any(by <= s.first <= at for s in mentions.of("KIN")):
        return False
    return any(is_passive(mentions, i) and words.sentences[i] == words.sentences[at] for i in range(by - 1))
