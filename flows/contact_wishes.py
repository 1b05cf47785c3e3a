"""How writers wish to be reached, wherever they say it: "telp aja", "jangan call, wa malam aja", "reach me on ..."."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from flows.clauses import Clause, clauses_of
from flows.confiding import may_know
from flows.contact_asked import may_hang, with_plain_ways
from flows.contact_hours import hours_apart, hours_beside, tells_when_it_is_held
from flows.contact_limits import (
    begs_silence,
    confided_in,
    limits_in,
    refuses_a_visit,
    refuses_an_hour_behind,
    silence_in,
    spared_in,
    spares_a_phone,
)
from flows.contact_others import is_of_another, tells_of_another_number
from flows.contact_ways import (
    BY,
    Said,
    all_ways,
    cannot,
    is_only,
    is_refusal,
    is_the_only_one,
    only_writes,
    reads_answers,
    says_this_number,
    ways_said,
)
from flows.folding import fold
from flows.kept_from import may_keep
from flows.phrases import Words, without_fillers
from flows.word_tables import ContactWords, contact_words

_NEAR = 3  # words between a way and what shows that it is wished
_FAILS = 2  # words; "chat aja ga dibales", "telp aja ga bisa"
_A_CONDITION = 3  # words; "kalau mau nanya lagi" may stand before the way
_LONGEST_ANSWER = 10  # words; a longer answer tells something beside its wish
_A_PLACE = 4  # words; "lewat sini boleh"
_THIS_NUMBER = 4  # words; "ke nomer hp ini"
_PLEASE = "ya"
_CONTACTS = frozenset({"kontak", "kontaknya", "kontakku", "komunikasi", "komunikasinya", "hubunginya"})
_APART = frozenset({"mau", "atau", "ato", "or", "maupun"})
_REFUSED_IN_ENGLISH = frozenset({("do", "not"), ("don", "t"), ("rather", "not"), ("prefer", "not"), ("not", "to")})
_DROPPED = frozenset({"deh", "ah", "lah", "dah", "dong"})
_WILLING = frozenset({"mau", "siap", "bersedia", "ingin", "rela", "pengen"})
_ASKING = frozenset(itertools.product(("aman", "boleh", "bisa", "safe"), ("tidak",)))


class ContactWish(NamedTuple):
    """A wish about contact: "chat", "phone", "no" or "" for none, the hours, and whether a number here is the writer's.

    `only_calls` says that no more than a call was refused, `unrung` in which words a call was, `on_this_number` that
    calls may come to the number of this chat; `silence` names who must not learn of the report, `confided` who may,
    `spared` whose phone must be left alone.
    """

    way: str = ""
    when: str = ""
    has_own_number: bool = False
    only_calls: bool = False
    unrung: str = ""
    on_this_number: bool = False
    silence: str = ""
    spared: str = ""
    confided: frozenset[str] = frozenset()


NO_CONTACT_WISH = ContactWish()


def contact_wish(text: str, *, is_asked: bool = False) -> ContactWish:
    """Read what a message wishes about contact; `is_asked` takes bare answers such as "wa" and "boleh" as well."""
    says_nothing = not is_asked and _says_nothing_of_it(fold(text[:1200]))
    clauses = () if says_nothing else with_plain_ways(clauses_of(text))
    if not clauses:
        return NO_CONTACT_WISH
    wish = _wish_of(clauses, is_asked=is_asked)
    return wish._replace(silence=silence_in(clauses), confided=confided_in(clauses), spared=spared_in(clauses))


def without_numbers(wish: ContactWish, text: str) -> ContactWish:
    """Give what a message wishes beside the clauses with numbers, which are of others: "hub kakak sy aja 0823 ..."."""
    others = [clause for clause in clauses_of(text) if not clause.has_number]
    kept = _wish_of(others, is_asked=False) if others else NO_CONTACT_WISH
    is_timed = not contact_words().times.isdisjoint(fold(wish.when))
    return kept._replace(silence=wish.silence, confided=wish.confided, when=wish.when if is_timed else kept.when)


def _wish_of(clauses: Sequence[Clause], *, is_asked: bool) -> ContactWish:
    said = [*ways_said(clauses)]
    bare = _answering(clauses) if is_asked else ()
    wanted = [one for one in said if _is_wanted(one, is_asked=one.clause in bare)]
    own_words = [one for one in said if not spares_a_phone(one.clause)]
    denied = [] if tells_of_another_number(clauses) else [one for one in own_words if _is_denied(one)]
    own = any(one.clause.has_number for one in wanted) or any(map(_is_given_as_own, clauses))
    way = _chosen({one.way for one in wanted}, {one.way for one in denied}, has_number=own)
    way = _on_second_thought(wanted) or way
    if way == "no" and (alone := [one.way for one in said if len(one.clause.words) == 1 and one not in denied]):
        way = alone[-1]  # "chat. jgn tlp"
    if is_asked:
        way = _in_answer(way, clauses, names_a_way=bool(said))
    if not way and (timed := _said_with_hours(clauses, said)):
        hours = _with_limits(_hours(clauses, [timed.clause]), clauses)
        return ContactWish(timed.way, hours, own, on_this_number=says_this_number(timed.clause.words))
    only_calls = way == "no" and {one.way for one in denied} == {"phone"}
    here = contact_words().here
    reads = any(not here.isdisjoint(one.words) or only_writes(one.words) or reads_answers(one.words) for one in clauses)
    if only_calls and (own or reads):
        way = "chat"  # "di sini aja jangan call"
    hours = _hours(clauses, [one.clause for one in wanted]) if way in {"chat", "phone"} else ""
    hours = hours_apart(clauses) if not way else hours  # "hp cm jam 2 mlm"
    is_silent = (
        way == "no" and not only_calls
    )  # of whom nobody calls, no hours are asked; a visit is refused all the same
    hours = _with_limits(hours, clauses, is_of_contact=(bool(said) or is_asked) and not is_silent)
    this = way == "phone" and any(says_this_number(clause.words) for clause in clauses if not clause.has_number)
    unrung = "; ".join(dict.fromkeys(one.clause.raw for one in denied if one.way == "phone" and way != "phone"))
    return ContactWish(way, hours, own, only_calls, unrung, this)


def _hours(clauses: Sequence[Clause], wanted: Sequence[Clause]) -> str:
    beside, apart = hours_beside(clauses, wanted), hours_apart(clauses)
    return "; ".join(told for told in (beside if beside not in apart else "", apart) if told)


def _says_nothing_of_it(words: Words) -> bool:
    says_who = begs_silence(words) or may_know(words) or may_keep(words)
    ways, is_short = contact_words(), len(words) <= _LONGEST_ANSWER
    is_timed = is_short and not ways.times.isdisjoint(words) and not ways.refusals.isdisjoint(words)
    is_timed = is_timed or tells_when_it_is_held(words)
    return not (is_timed or refuses_a_visit(words) or says_who or may_hang(words)) and all_ways().isdisjoint(words)


def _with_limits(hours: str, clauses: Sequence[Clause], *, is_of_contact: bool = True) -> str:
    """Give the hours with what is not wished beside them: "siang; jgn datang ke rumah"."""
    limits = limits_in(clauses, is_of_contact=is_of_contact)
    return "; ".join(told for told in (hours if hours not in limits else "", limits) if told)


def _said_with_hours(clauses: Sequence[Clause], said: Sequence[Said]) -> Said | None:
    """Give the way of "telp jgn siang, malam aja" and "wa bisa kok, kalo pagi": the next clause tells when."""
    ways = contact_words()
    if tells_of_another_number(clauses):
        return None
    for one in said:
        after = one.clause.words[one.at + 1 :]
        follows = next(iter(clauses[clauses.index(one.clause) + 1 :]), None)
        if follows is None or not ways.leads.issuperset(one.clause.words[: one.at]):
            continue
        refuses_hours = after[:1] != () and after[0] in ways.refusals and not ways.times.isdisjoint(after[1:3])
        if one.way == "phone" and refuses_hours and follows.words[0] in ways.times:
            return one
        is_possible = after[:1] == ("bisa",) and not without_fillers(after[1:])
        if is_possible and follows.words[0] in ways.conditions and not ways.times.isdisjoint(follows.words[1:2]):
            return one
    return None


def _in_answer(way: str, clauses: Sequence[Clause], *, names_a_way: bool) -> str:
    """Read an answer that agrees: "boleh", and "ya tapi jgn telp", which leaves writing."""
    if not way and not names_a_way:
        return _agreed(clauses)
    return "chat" if way == "no" and clauses[0].words[0] in contact_words().agreements else way


def _chosen(wanted: set[str], denied: set[str], *, has_number: bool) -> str:
    if "phone" in wanted or (has_number and wanted == {"any"} and "phone" not in denied):
        return "phone"
    if wanted:
        return "chat"
    return "no" if denied else ""


def _on_second_thought(wanted: Sequence[Said]) -> str:
    """Give the way that is said last and alone to be taken: "telp boleh, chat boleh.. chat aja deh"."""
    last = wanted[-1] if len({one.way for one in wanted}) > 1 else None
    if last and _is_either(last.clause.words, last.at):
        return ""  # "telp atau wa bebas aja"
    is_last_word = last is not None and is_only((), last.clause.words[last.at + 1 :])
    return last.way if last and is_last_word and last.way != "any" else ""


def _answering(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Give the clauses that may hold a bare answer: up to the first that speaks of something else, and lone ways."""
    ends = next((at for at, clause in enumerate(clauses) if not _speaks_of_contact(clause.words)), len(clauses))
    return [clause for at, clause in enumerate(clauses) if at <= ends or clause.words[0] in all_ways()]


def _speaks_of_contact(words: Words) -> bool:
    return _only_agrees(words) or not all_ways().isdisjoint(words)


def _is_wanted(said: Said, *, is_asked: bool) -> bool:
    """Say whether a way is wished for, by whoever writes: "wa aja", "bisa di wa", "call me", "hubungi sy di ..."."""
    ways, words, at = contact_words(), said.clause.words, said.at
    before, after = words[:at], words[at + 1 :]
    if is_of_another(before, after) or _refusal(words, at) or _asks_leave(before) or cannot(before):
        return False
    if is_only(before, after) or _is_the_other_way(ways, before, after):
        return True
    if not said.clause.asks and said.way == "chat" and is_the_only_one(before, after):
        return True
    if not said.clause.asks and (_is_either(words, at) or _is_the_contact(ways, before, after)):
        return True
    is_passive = words[at] in ways.passive or before[-1:] == ("di",)
    is_welcome = not said.clause.asks and not ways.welcome.isdisjoint(after[:1])
    is_told = _speaks_of_oneself(ways, before) and not is_passive and not is_welcome
    if said.clause.asks or is_told or not ways.past.isdisjoint(before):
        return False
    if is_passive and said.clause.has_number and ways.selves.isdisjoint(words):
        # "boleh dihubungi di 0819 ..." gives leave; "bisa dihubungi tengah malam +966 ..." is said of whoever is there
        return "boleh" in before[-_NEAR:] and ways.denials.isdisjoint(before)
    return _is_offered(said, is_passive=is_passive) or (
        _calls_for(ways, before) and (_is_bidden(ways, before, after) or (is_asked and len(words) <= _LONGEST_ANSWER))
    )


def _asks_leave(before: Words) -> bool:
    """Read "ini aman gak sih chat disini", which asks."""
    return any(pair in _ASKING for pair in itertools.pairwise(before))


def _is_offered(said: Said, *, is_passive: bool) -> bool:
    """Read "chat lebih aman", "text is fine", "sy aja yg dihubungi" and "bisa di wa jam 10"."""
    ways, words, at = contact_words(), said.clause.words, said.at
    before, after = words[:at], words[at + 1 :]
    if not ways.welcome.isdisjoint(after[:_FAILS]) and ways.denials.isdisjoint((*before, *after)):
        return True
    if _is_possible_at_times(ways, before, after):
        return True
    if is_passive and before != () and before[-1] in _WILLING and not without_fillers(before[:-1]):
        return True  # "siap dihubungi 24 jam"
    subject = _speaks_of_oneself(ways, before)
    is_willing = is_passive and not _WILLING.isdisjoint(before[-1:])  # "sy mau ditelpon"
    if subject and (is_willing or not ways.only.isdisjoint(before)):
        return True
    if before[:1] != () and before[0] in ways.conditions and not ways.may.isdisjoint(after[:1]):
        return True  # "kalau mau telepon silakan habis isya"
    return _may_be_done(ways, before) and (subject or not is_passive or said.way != "any")


def _is_either(words: Words, at: int) -> bool:
    """Read "mau telepon mau wa silakan" and "telp atau chat bebas", where the writer leaves it to us."""
    ways, apart = contact_words(), words[at - 1 : at] if words[at - 1 : at] != ("di",) else words[at - 2 : at - 1]
    follows = tuple(word for word in words[at + 1 :] if word != "di")
    is_first = follows[:1] != () and follows[0] in _APART and not all_ways().isdisjoint(follows[1:2])
    is_last = apart != () and apart[0] in _APART and not all_ways().isdisjoint(words[: max(0, at - 1)])
    is_left = not ways.either.isdisjoint(words[-_NEAR:]) and ways.denials.isdisjoint(words)
    return (is_first or is_last) and is_left and not _speaks_of_oneself(ways, words[:at])


def _is_the_contact(ways: ContactWords, before: Words, after: Words) -> bool:
    """Read "kontaknya wa ya" and "kontak saya chat saja", not "kontaknya wa dia 0812 ..."."""
    named = without_fillers(before)
    if not named or not _CONTACTS.issuperset(named):
        return False
    return after[:1] == (_PLEASE,) or not ways.only.isdisjoint(after[:1])


def _is_possible_at_times(ways: ContactWords, before: Words, after: Words) -> bool:
    """Tell "telpon bisa pak kalo malam" from "telpon bisa seminggu sekali", said of the victim."""
    rest = without_fillers(after[1:])
    leads = not without_fillers(before) or ways.leads.issuperset(before)
    return after[:1] == ("bisa",) and leads and rest[:1] != () and rest[0] in ways.times | ways.conditions


def _is_the_other_way(ways: ContactWords, before: Words, after: Words) -> bool:
    """Read "kontaknya lewat chat jgn telpon", where the one way is taken for the other."""
    is_by = before[-1:] != () and before[-1] in BY
    return is_by and after[:1] != () and after[0] in ways.refusals and not all_ways().isdisjoint(after[1:2])


def _is_bidden(ways: ContactWords, before: Words, after: Words) -> bool:
    """Read "telp kapan saja", "ya, wa" and "kabari saya"."""
    if says_this_number(after[:_THIS_NUMBER]):
        # "tlp ke nomer ini abis magrib bisa", not "telp ke nomer ini masuk terus calonya"
        rest = without_fillers(after[1 + next(at for at, word in enumerate(after) if word in ways.number) :])
        return ways.may.issuperset(rest) or (rest[0] in ways.times and ways.denials.isdisjoint(rest))
    if after[:1] == (_PLEASE,) and _ends_or_refuses(after[1:]):
        return True  # "wa ya", "chat ya kak jgn telp"
    near = without_fillers(after[:_NEAR]) or after[:_NEAR]
    if after and ways.may.issuperset(after):
        return True  # "chat please"
    timed = bool(near) and (near[0] in ways.times or (near[0] in {"di", "at"} and not ways.times.isdisjoint(near)))
    return timed or not ways.agreements.isdisjoint(before) or _at_oneself(after)


def _ends_or_refuses(after: Words) -> bool:
    """Say whether nothing follows but the way that is not wished."""
    rest = without_fillers(after)
    return not rest or (rest[0] in contact_words().refusals and not all_ways().isdisjoint(rest[1:]))


def _at_oneself(after: Words) -> bool:
    """Tell "wa saya di 0819", "hubungi ke no sy" from "telepon saya disita" and "wa saya dibaca bos"."""
    ways = contact_words()
    at = next((at for at, word in enumerate(after[:_NEAR]) if word in ways.selves), None)
    if at is None:
        return False
    follows = after[at + 1 : at + 2]
    listed = ways.times | ways.only | ways.owned | ways.leads | ways.may | ways.conditions
    return not without_fillers(follows) or follows[0] in listed or follows[0].isdecimal() or follows[0] == "pakai"


def _may_be_done(ways: ContactWords, before: Words) -> bool:
    """Tell "bisa di wa" from "cuma boleh telp sebulan sekali" and "ga bisa ditelpon"."""
    return any(
        word in ways.may and (not at or before[at - 1] not in ways.just)
        for at, word in list(enumerate(before))[-_NEAR:]
    ) and ways.denials.isdisjoint(before)


def _is_denied(said: Said) -> bool:
    """Say whether a way is refused for good: "jangan telp", "no calls please"; "jgn telp siang" refuses an hour."""
    words, at = said.clause.words, said.at
    ways, after = contact_words(), words[at + 1 :]
    if not _refusal(words, at) or said.clause.asks:
        return False
    timed = not ways.times.isdisjoint(after[:2]) or refuses_an_hour_behind(words)
    return not timed and not is_of_another(words[:at], after) and ways.lasting.isdisjoint(after[:1])


def _refusal(words: Words, at: int) -> bool:
    ways = contact_words()
    before, after = words[max(0, at - _NEAR) : at], words[at + 1 :]
    if _is_the_other_way(ways, before, after):
        return False
    after = tuple(itertools.dropwhile(ways.selves.__contains__, after)) if "jangan" in after[1:2] else after
    if after[:1] == ("jangan",) and (len(after) == 1 or not without_fillers(after[1:2]) or after[1] in all_ways()):
        return True  # "telp jangan, chat boleh"
    if after[:1] == ("tidak",) and not (ways.may | ways.needless).isdisjoint(after[1:2]):
        return True  # "call tak boleh"
    if not ways.welcome.isdisjoint(after[:1]) and before[-1:] == ("jangan",) and not all_ways().isdisjoint(before[:-1]):
        return False  # "telp jangan chat boleh"
    if not ways.only.isdisjoint(after[:1]) and not (all_ways() | ways.passive | _DROPPED).isdisjoint(before[-1:]):
        return False  # "jgn telp chat aja", "eh jangan deh chat aja"
    near = [word for word in before[-2:] if word not in {"di", "sampai"}]
    if not ways.refusals.isdisjoint(near):
        return near[-1:] != ["no"] or is_refusal(words, at - 1)  # "no wa saya" is a number
    if before[-1:] and before[-1] in ways.answering and not (ways.denials | ways.refusals).isdisjoint(before):
        return True  # "ga bs angkat telp"
    if not _REFUSED_IN_ENGLISH.isdisjoint(itertools.pairwise(before)):
        return True
    return any(
        word in ways.denials and not ways.needless.isdisjoint(before[place + 1 :]) for place, word in enumerate(before)
    )


def _speaks_of_oneself(ways: ContactWords, before: Words) -> bool:
    """Tell "saya telp kepala sekolahnya" from "no saya, telp aja"."""
    return any(word in ways.selves and (not at or before[at - 1] not in ways.owned) for at, word in enumerate(before))


def _calls_for(ways: ContactWords, before: Words) -> bool:
    """Say whether nothing stands before the way but what may begin a request."""
    listed = (
        ways.leads | ways.may | ways.refusals | ways.reaching | ways.writing | ways.agreements | ways.owned - {"nama"}
    )
    if before[:1] and before[0] in ways.conditions and len(before) >= _A_CONDITION:
        return True
    return all(word in listed or not without_fillers((word,)) for word in before)


def _agreed(clauses: Sequence[Clause]) -> str:
    """Read "boleh", "ya boleh tapi jangan sekarang", "jangan, ini hp teman" and "sini aja" where contact was asked."""
    ways = contact_words()
    if not clauses or clauses[0].asks:
        return ""
    words = clauses[0].words
    if len(words) <= _A_PLACE and not ways.here.isdisjoint(words) and (ways.others | ways.denials).isdisjoint(words):
        return "chat"
    if not _only_agrees(words):
        return ""
    return "chat" if words[0] in ways.agreements else "no" if words[0] in ways.refusals else ""


def _only_agrees(words: Words) -> bool:
    ways = contact_words()
    plain = ways.agreements | ways.refusals | ways.leads | ways.times
    return all(word in plain or not without_fillers((word,)) for word in words)


def _is_given_as_own(clause: Clause) -> bool:
    """Read "kena melalui saya +60 13 ..." and "ke no sy 0831 ..."."""
    ways, words = contact_words(), clause.words
    if not clause.has_number:
        return False
    return any(
        word in ways.selves
        and at > 0
        and (words[at - 1] in ways.owned or words[at - 1] in all_ways())
        and any(after.isdecimal() for after in words[at + 1 : at + 1 + _NEAR])
        for at, word in enumerate(words)
    )
