"""Who takes others along, told outright: "yg bawa ..., Maimunah", "sponsornya Rusni", "a man called Pak Widi"."""

from collections.abc import Iterator

from flows.understanding.ages import read_ages
from flows.understanding.everyday import is_everyday
from flows.understanding.introduced import (
    LINKS,
    OPENING,
    RECRUITER,
    SELVES,
    VICTIM,
    Introduced,
    is_an_unknown_word,
    is_written_as_a_name,
)
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital, name_after
from flows.understanding.own_names import names_of_the_writer
from flows.understanding.places_named import KINDS
from flows.understanding.roles import is_passive, past_where_from
from flows.understanding.self_introduced import self_introductions
from flows.understanding.word import forms_with_nya
from flows.understanding.words import Words

_THAT = frozenset({"itu", "ini", "adalah", "yaitu"})
_WHO_AS_WRITTEN = frozenset({"yang", "Yang", "YANG", "who", "Who", "WHO"})
_WHO, _BY = frozenset({"yang", "who"}), frozenset({"sama", "oleh", "by"})
_STRANGERS = frozenset({"man", "woman", "guy", "lady"})
_CALLED = frozenset({"is", "was", "called", "named", "who", "name"})
_THAT_DOES, _IS = frozenset({"who", "that"}), frozenset({"is", "was", "called", "named"})
_HELPS = frozenset({"helped", "helps", "saved", "rescued", "told", "tells", "reported", "found", "saw", "hid", "hides"})
_LONG_TOLD = 14  # terms
_PERSONA = frozenset({"akun", "akunnya"})
_HIRERS = frozenset({"hr", "hrd", "hrnya", "hrdnya"})
_SAYS_TO_BE = frozenset(
    {"nya", "nama", "namanya", "bernama", "ngaku", "mengaku", "bilang", "itu", "si", "called", "named", "is"}
)
_ACQUAINTANCES = frozenset({
    *("teman", "tetangga", "kenalan", "sahabat", "saudara", "kerabat", "rekan", "sepupu", "om", "tante", "paman"),
    *("bibi", "friend", "neighbour", "neighbor", "cousin", "uncle", "aunt"),
})  # fmt: skip
ADVERBS = frozenset({
    *("sudah", "mau", "pernah", "dulu", "akan", "pertama", "awal", "kemarin", "has", "have", "datang", "juga"),
})  # fmt: skip
HE = frozenset({"dia", "beliau"})
_HIMSELF = (["sendiri"], ["juga"], ["itu"])
PLACED = frozenset({
    *("di", "ke", "dari", "asal", "orang", "dalam", "lewat", "pada", "daerah", "kampung", "desa", "kota", "grup", "pt"),
    *("cv", "lpk", "yayasan", "travel", "kapal", "kafe"),
})  # fmt: skip
_WENT = frozenset({"pergi", "berangkat", "hilang", "kabur", "ditahan", "disekap", "korban"})
_SAYS_WHO = frozenset({"itu", "tu", "ini", "adalah", "yaitu", "ialah", "nama", "namanya", "is", "was"})
_THINGS = frozenset({"DOC", "PHONE"})
_TWO = 2  # terms
_LONGEST_PERSONA = 4  # terms
_JUST_AFTER = 3  # terms between "yang" and what somebody does
_FAR = 9  # terms after "yang ngajak" in which its name may stand


def introductions(mentions: Mentions) -> Iterator[Introduced]:
    """Give every name of which the text itself says whose it is."""
    words = mentions.words
    yield from names_of_the_writer(mentions)
    yield from self_introductions(mentions)
    if not _STRANGERS.isdisjoint(words.written) and not mentions.has("KIN") and not read_ages(words):
        yield from _strangers(words)
    yield from _personas(words)
    if mentions.has("KIN"):
        yield from _kin_of_theirs(mentions)
    if not _HIRERS.isdisjoint(words.written):
        yield from _hirers(mentions)
    yield from _who_went(mentions)
    for lead, after in sorted(_recruiting(mentions), key=lambda told: not _surely_recruits(words, *told)):
        told = _name_before(mentions, lead, after) or _name_further_on(mentions, lead, after)
        if told and told.first >= after and words.forms[lead] in _WHO:
            told = _behind_the_one_taken(words, told)
        if told:
            yield told


def _who_went(mentions: Mentions) -> Iterator[Introduced]:
    """Read "yg pergi Jamil" and "yang hilang itu Rina"; "yg pergi sama Jamil" tells of another."""
    words = mentions.words
    for at in words.places_of(_WHO):
        after = at + _TWO
        if after >= len(words.forms) or words.forms[at + 1] not in _WENT:
            continue
        after += words.forms[after] in LINKS
        is_one = is_capital(words, after) and words.raw(after).lower() not in word_set("titles")
        named = name_after(words, after, introduced=True) if is_one and not _is_a_place(mentions, after) else None
        if named and words.clauses[after] == words.clauses[at]:
            yield Introduced(VICTIM, named[0], at, named[1], named[2])


def _strangers(words: Words) -> Iterator[Introduced]:
    """Read "the woman is called Ibu Rahma" and "some guy Pak Widi is taking her"."""
    for at, raw in enumerate(words.raws):
        if at and raw[0].isupper() and _is_titled(words, at):
            continue  # "Pak Cik Man"
        after = _who_is_told(words, at + 1) if raw.lower() in _STRANGERS else at + 1
        while after < len(words.raws) and words.raw(after).lower() in _CALLED:
            after += 1
        if (
            raw.lower() not in _STRANGERS
            or not is_capital(words, after)
            or words.sentences[after] != words.sentences[at]
        ):
            continue
        if words.clauses[after] != words.clauses[at] and words.raw(after - 1).lower() not in _IS:
            continue
        named = name_after(words, after, introduced=True)
        if named:
            yield Introduced(RECRUITER, named[0], at, named[1], named[2])


def _is_titled(words: Words, at: int) -> bool:
    """Say whether a title stands before a word, which may be understood as two."""
    before = at - 1 - (words.spans[at] == words.spans[at - 1])
    return before >= 0 and words.raw(before).lower() in word_set("titles")


def _who_is_told(words: Words, at: int) -> int:
    """Give the term of "is" in "the guy who got her here and runs the place is Pak Dodo", `at` for nothing of the kind.

    "the guy who helped her is Pak Dodo" is no recruiter.
    """
    if words.raws[at : at + 1] == [] or words.raw(at).lower() not in _THAT_DOES:
        return at
    end = min(at + _LONG_TOLD, len(words.raws) - 1)
    for place in range(at + 1, end):
        if words.sentences[place] != words.sentences[at] or words.raw(place).lower() in _HELPS:
            return at
        if words.raw(place).lower() in _IS and is_capital(words, place + 1):
            return place
    return at


def _personas(words: Words) -> Iterator[Introduced]:
    """Read "kenal dari akun tele namanya Koko Steven": as whom somebody writes, and no more is known of them."""
    for at in words.places_of(_PERSONA):
        after = at + 1
        while after < len(words.forms) and (words.forms[after] == "nama" or words.forms[after] in word_set("online")):
            after += 1
        last = after  # "Mami Loker Dubai": whatever is written large
        while last - after < _LONGEST_PERSONA and is_capital(words, last) and words.clauses[last] == words.clauses[at]:
            last += 1
        if last > after:
            yield Introduced(RECRUITER, words.said(after, last), at, after, last)


def _hirers(mentions: Mentions) -> Iterator[Introduced]:
    """Read "HR nya namanya Vincent" and "hrd ngaku Miss Karen"; "2 hr Budi hilang" counts days."""
    words = mentions.words
    for at in (at for at, raw in enumerate(words.raws) if raw.lower() in _HIRERS):
        after = at + 1
        while after < len(words.forms) and words.forms[after] in _SAYS_TO_BE:
            after += 1
        is_told = after > at + 1 or words.raw(at).lower() != "hr"
        if after == len(words.forms) or not is_told or _is_a_place(mentions, after):
            continue
        if not is_written_as_a_name(words, after):
            continue
        named = name_after(words, after, introduced=is_capital(words, after))
        firm = word_set("firm_words") | word_set("firm_ends")
        if named and words.clauses[after] == words.clauses[at] and firm.isdisjoint(named[0].lower().split()):
            yield Introduced(RECRUITER, named[0], at, named[1], named[2])


def _kin_of_theirs(mentions: Mentions) -> Iterator[Introduced]:
    """Read "bibinya itu Saodah", a line that tells who an aunt spoken of before is, and of nobody who is taken."""
    words = mentions.words
    if not words.has_any(_THAT):
        return
    last = len(words.forms)
    for at, form in enumerate(words.forms[:-2]):
        if form not in _ACQUAINTANCES or not words.raw(at).lower().endswith("nya") or words.forms[at + 1] not in _THAT:
            continue
        named = name_after(words, at + 2, introduced=is_capital(words, at + 2))
        ends = named and (named[2] == last or words.clauses[named[2]] != words.clauses[at])
        is_lone = at == words.clause_begins(at) and not any(is_passive(mentions, i) for i in range(at, last))
        if named and ends and is_lone and is_written_as_a_name(words, at + 2):
            yield Introduced(RECRUITER, named[0], at, named[1], named[2])


def _recruiting(mentions: Mentions) -> Iterator[tuple[int, int]]:
    """Give where somebody is told of as the one who recruits, and the term after it."""
    words = mentions.words
    nouns, taking = forms_with_nya("recruiters"), word_set("taking_verbs")
    for at, form in enumerate(words.forms):
        if form in nouns:
            yield at, at + 1
        elif form in _BY and at and is_passive(mentions, at - 1) and _is_an_acquaintance(words, at + 1):
            yield at, at + 1  # "diajak sama temennya si Rian"
        elif form.startswith("di") and form[2:] in taking and _is_their_kin(words, at + 1):
            yield at, at + 1  # "dibawa pamannya Sapri"
        elif (form in _WHO or words.raws[at] in _WHO_AS_WRITTEN) and (end := _after_the_deed(words, at)):
            yield at, end


def _surely_recruits(words: Words, lead: int, after: int) -> bool:
    """Tell who recruits from who shelters, drives or is an agent elsewhere: "yg nampung Ko Aheng, yg rekrut Fandi"."""
    return after - lead > 1 and words.forms[after - 1] not in word_set("helping_verbs")


def _after_the_deed(words: Words, who: int) -> int:
    """Give the term after what somebody does to recruit: "yang sudah ngajak", "yg datang jemput"; 0 for others."""
    end = who + 1
    while end < min(who + _JUST_AFTER, len(words.forms)) and words.forms[end] in ADVERBS | LINKS:
        end += 1
    return end + 1 if end < len(words.forms) and words.forms[end] in word_set("recruiting_verbs") else 0


def where_it_is_done(words: Words, at: int) -> int:
    """Give the term after which somebody named before term `at` recruits: "..., dia sendiri yg jemput", 0 for never."""
    if not words.has_any(HE):
        return 0
    for place in range(at, len(words.forms)):
        who = place + 1
        who += words.forms[who : who + 1] in _HIMSELF
        if words.forms[place] in HE and words.forms[who : who + 1] == ["yang"] and (end := _after_the_deed(words, who)):
            return end
    return 0


def _is_their_kin(words: Words, at: int) -> bool:
    is_theirs = at + 1 < len(words.forms) and words.raw(at).lower().endswith("nya") and is_capital(words, at + 1)
    return is_theirs and _is_an_acquaintance(words, at)


def _is_an_acquaintance(words: Words, at: int) -> bool:
    """Tell "yg ngajak temennya Ilham", who is called so, from "yg bawa adik saya Rini", who was taken."""
    return words.forms[at : at + 1] != [] and words.forms[at].removesuffix("nya") in _ACQUAINTANCES


def _name_before(mentions: Mentions, lead: int, after: int) -> Introduced | None:
    """Read "mba Yeyen yg bawa", "teguh ini yg ngurus" and "Suharman itu yg punya lpk, dia yg datang ngajak"."""
    words = mentions.words
    end = lead - (lead > 1 and words.forms[lead - 1] in LINKS)
    begins = words.clause_begins(lead - 1) if lead else 0
    if begins and words.forms[begins] in HE:
        end, begins = _who_was_told_of(mentions, begins)
    while begins < end and (words.forms[begins] in OPENING | {"si"} or words.raw(begins).lower() == "si"):
        begins += 1
    is_small = end < lead and end - begins == 1 and is_an_unknown_word(words, begins)
    named = name_after(words, begins, introduced=is_capital(words, begins)) if begins < end else None
    is_name = (
        named
        and past_where_from(words, named[2]) == end
        and words.forms[begins] != "nama"
        and (is_small or is_written_as_a_name(words, begins))
    )
    if named and is_name and not _is_a_place(mentions, begins):
        return Introduced(RECRUITER, named[0], begins, begins, after)
    return None


def _who_was_told_of(mentions: Mentions, at: int) -> tuple[int, int]:
    """Give where the name may end and begin of whom the clause before tells: "bu Farida yg punya rumah, dia ..."."""
    words = mentions.words
    end = begins = words.clause_begins(at - 1)
    while end < at and words.forms[end] not in LINKS | _WHO:
        end += 1
    is_taken = end + 1 < at and is_passive(mentions, end + 1)  # "Rina yang dibawa, dia ..."
    named = next((i for i in range(begins, end) if words.spans[i] != words.spans[begins]), end)
    if end == at and named < end and words.raw(begins).lower().endswith("nya") and is_capital(words, named):
        return at, named  # "cowoknya Rangga, dia yg bawa"
    return (end, begins) if end < at and not is_taken else (begins, begins)


def _name_further_on(mentions: Mentions, lead: int, after: int) -> Introduced | None:
    """Read "sponsornya Rusni", "yg bawa mandor dari sana, Mas Karyo"; the name right after kin is theirs."""
    words = mentions.words
    titles = word_set("titles")
    kin = (span for span in mentions.of("KIN") if span.first != after or not _is_an_acquaintance(words, after))
    ends = {span.last for span in kin}
    passed = False
    for at in range(after, min(after + _FAR, len(words.forms))):
        if words.sentences[at] != words.sentences[lead]:
            return None
        goes_on = words.clauses[at] == words.clauses[at - 1]
        of_kin = goes_on and words.raw(at).lower() not in titles
        of_kin = of_kin and (at in ends or (at - 1 in ends and words.forms[at - 1] in SELVES))
        # "orang Lombok Timur", "PT Sinar Jaya": what is written large goes on with the first word of it
        passed = of_kin or words.forms[at - 1] in PLACED or (passed and goes_on and is_capital(words, at - 1))
        passed = passed or _is_a_place(mentions, at)
        if _is_inside_another(words, lead, at):
            return None
        named = name_after(words, at) if is_written_as_a_name(words, at) and not passed else None
        if named:
            return Introduced(RECRUITER, named[0], lead, named[1], named[2])
    return None


def _is_inside_another(words: Words, lead: int, at: int) -> bool:
    """Tell "paspornya sama Endah" behind "dibawa calo," from "yg bawa mandor dari sana, Mas Karyo"."""
    begins = words.clause_begins(at)
    is_a_thing = words.raw(begins).islower() and words.raw(begins).endswith("ne") and is_everyday(words.raw(begins))
    return begins > lead and (is_a_thing or not _THINGS.isdisjoint(words.terms[begins].ids))


def _behind_the_one_taken(words: Words, told: Introduced) -> Introduced:
    """Give Kak Mela of "yg ngerekrut wulan itu kak mela", where the first name is of whom it is done to.

    "yg ngajak pak Amir itu orangnya galak" names nobody else.
    """
    end = next((i for i in range(told.last, len(words.forms)) if words.clauses[i] != words.clauses[told.last - 1]), 0)
    end = end or len(words.forms)
    for at in range(told.last, min(told.last + _JUST_AFTER, end)):
        is_link = words.forms[at] in _SAYS_WHO or words.raw(at).lower() in _SAYS_WHO
        is_titled = at == told.last and words.raw(at).lower() in word_set("titles")
        if not (is_link or is_titled):
            continue
        begins = at if is_titled else at + 1
        while begins < end and (words.forms[begins] in _SAYS_WHO | {"si", "ya"}):
            begins += 1
        named = name_after(words, begins, introduced=is_capital(words, begins)) if begins < end else None
        is_small = is_titled and words.is_small  # "yg ngajak wulan kak mela"
        if named and (
            is_small or is_written_as_a_name(words, begins) or is_an_unknown_word(words, begins, begins=False)
        ):
            return Introduced(RECRUITER, named[0], told.lead, told.first, named[2])
    return told


def _is_a_place(mentions: Mentions, at: int) -> bool:
    return mentions.covers(at, *KINDS)
