"""What a writer does not want of being reached or known: "jgn malam", "jgn datang", "jgn sampai bosnya tau"."""

import itertools
import re
from collections.abc import Sequence

from flows.clauses import Clause
from flows.confiding import kin_of, may_know
from flows.contact_others import is_somebody
from flows.contact_ways import is_refusal, is_refused_before, refusal_in, refuses_much
from flows.folding import fold
from flows.kept_from import before_a_reason, is_kept, is_not_for_somebody, keeps_from_somebody, spares_behind
from flows.phrases import Words
from flows.word_tables import contact_verbs, contact_words, worry_words

_COMING = frozenset(fold("datang dateng datangi didatangi kerumah visit visits come"))
_NOT_ALONE = frozenset(fold("ini malam2 siang2 pagi2 sampai sampe atas bawah lagi min bang mas mbak"))
_PLACES = frozenset(fold("rumah rmh kos kost kontrakan kantor sekolah warung toko"))
_NOT_THEN = frozenset({("tidak", "bisa"), ("tidak", "boleh"), ("tidak", "usah"), ("gabisa",), ("bahaya",)})
_NEAR = 4  # words; "jgn diatas jam 9", "tolong jgn ada yg datang"
_FAR = 6  # words; "jangan sampai tetangga sebelah rumah saya tau"
_RATHER = (("aja",), ("saja",), ("ja",), ("only",))
_PHONES = frozenset(("hp", "hape", "nomor", "nomer", "nmr", "no", "wa", "phone", "number"))
_ORDINARY = frozenset(fold("biasa pulsa reguler gsm seluler regular normal"))
_HELD = frozenset(fold("dipegang diperiksa dibaca disadap dicek dipantau diawasi dilihat held read checked watched by"))
_A_NUMBER = re.compile(r"[\s,:]*\+?\d[\d\s.-]{6,}\d")
# "nobody ring or message Agus", "please dont call him"; not "dont call me" and "don't message at night"
_RING = "(?i:ring|call|message|contact|text|phone)"
_SPARED_IN_ENGLISH = re.compile(
    r"^(?i:(?:and|but|so|please|pls|plz|ok|also)\s+)*(?i:nobody|no one|noone|don['\u2019]?t|do not|never)\s+"
    rf"(?i:should |must |may |is to |try to |ever )?{_RING}(?:\s+(?i:or|and)\s+{_RING})*\s+"
    r"(?:(?!(?:I|Me|My|After|Before|At|On|In|Until|When|If)\b)[A-Z][a-z]+|"
    r"(?i:him|her|them|(?:his|their|my) (?:mum|mom|mother|father|dad|brother|sister|wife|husband|family|friend|son)))\b"
)
_LEAD = re.compile(r"^(?:tapi|tp|tpi|tetapi|dan|terus|trs|but|and)\s+", re.IGNORECASE)
_WITHOUT = frozenset(fold("jangan tidak"))
_MAY = frozenset(fold("boleh"))
_KNOW = frozenset(fold("tahu know"))
_TWO = 2
_SOMEBODY = 3  # words; "kepala desa Suka"
_AS_WELL = frozenset(fold("juga too"))
_NOR = frozenset({("apalagi",), ("termasuk",), ("begitu",)})
_PARTICLES = frozenset(fold("ya aja saja dulu deh tapi tp kalau kalo kl klo dong lah sih yang yg itu kak pak bu"))
_TO = frozenset(fold("ke kepada sama pada"))


def limits_in(clauses: Sequence[Clause], *, is_of_contact: bool) -> str:
    """Give the clauses that limit how or when the writer is reached, as written, "" for none.

    Hours are limited only where the message is of contact; a visit is refused in so many words.
    """
    return "; ".join(
        _LEAD.sub("", _A_NUMBER.sub("", clause.raw))
        for clause in clauses
        if not clause.asks
        and (
            refuses_a_visit(clause.words)
            or refuses_only_an_hour(clause.words)
            or (is_of_contact and _refuses_an_hour_or_line(clause.words))
            or _names_whom_to_reach(clause)
            or refuses_much(clause.words)
        )
    )


def spared_in(clauses: Sequence[Clause]) -> str:
    """Give the clauses that say whose phone must be left alone, and why, as written: "jgn ditelp, hpnya di bosnya"."""
    told: list[str] = []
    for clause, following in zip(clauses, (*clauses[1:], None), strict=True):
        is_held = following is not None and _is_held_by_another(following.words)
        is_spared = _SPARED_IN_ENGLISH.search(clause.raw) or _spares_somebody(clause.words)
        if clause.asks or not (is_spared or spares_a_phone(clause, is_held=is_held)):
            continue
        told.append(_LEAD.sub("", _A_NUMBER.sub("", clause.raw)))
        if following and is_held:
            told.append(_LEAD.sub("", following.raw))
    return "; ".join(part for part in told if part)


def _is_held_by_another(words: Words) -> bool:
    """Read "hp nya diperiksa yanti", not "hp saya dipegang suami"."""
    is_own = not contact_words().selves.isdisjoint(words) or "my" in words
    return (
        not _HELD.isdisjoint(words)
        and not _PHONES.isdisjoint(word.removesuffix("nya") for word in words)
        and not is_own
    )


def spares_a_phone(clause: Clause, *, is_held: bool = False) -> bool:
    """Read "jangan telp hp lastri" and "nomor adik jangan dihubungi", not "jangan telp nomor saya".

    `is_held` says that the next clause tells who holds the phone: "jgn ditelp, hp nya diperiksa yanti".
    """
    words, known = clause.words, contact_words()
    refused = refusal_in(words)
    if refused is None or contact_verbs().isdisjoint(words[refused + 1 : refused + 1 + _NEAR]):
        return False
    things = [at for at, word in enumerate(words) if word.removesuffix("nya") in _PHONES]
    things = [at for at in things if words[at + 1 : at + 2] not in _RATHER]  # "wa aja 0812 ... jgn telpon"
    owned = [words[at + 1] if at + 1 < len(words) else "" for at in things]
    owners_out = known.refusals | contact_verbs() | _HELD | _PARTICLES
    is_own = any(owner in known.selves or owner in {"ini", "this", "my"} for owner in owned) or "my" in words
    is_anothers = clause.has_number or any(
        words[at].endswith("nya") or (owner.isalpha() and not owner.startswith("di") and owner not in owners_out)
        for at, owner in zip(things, owned, strict=True)
    )
    return (is_held or (bool(things) and is_anothers)) and not is_own


def silence_in(clauses: Sequence[Clause]) -> str:
    """Give the clauses that name who must not learn of the report, as written, "" for none."""
    says_who = any(begs_silence(clause.words) or may_know(clause.words) or is_kept(clause.words) for clause in clauses)
    begged = (
        _A_NUMBER.sub("", clause.raw)
        for before, clause in zip((None, *clauses), clauses, strict=False)
        if not clause.asks
        and (
            begs_silence(clause.words)
            or keeps_from_somebody(clause.words)
            or (says_who and _is_not_for(clause.words))
            or (before is not None and begs_silence(before.words) and _is_another_as_well(clause.words))
        )
    )
    return "; ".join(_LEAD.sub("", raw) for raw in begged)


def confided_in(clauses: Sequence[Clause]) -> frozenset[str]:
    """Give who may learn of the report by their kin: "suami blh tau deh", taken back from "jgn bilang suami sy"."""
    told = (clause.words for clause in clauses if not clause.asks and may_know(clause.words))
    return frozenset(kin for words in told for kin in map(kin_of, words) if kin)


def without_confided(known: str, confided: frozenset[str]) -> str:
    """Give who must not learn of the report without those who may after all."""
    parts = (part for part in known.split("; ") if part)
    return "; ".join(part for part in parts if confided.isdisjoint(filter(None, map(kin_of, fold(part)))))


def _is_another_as_well(words: Words) -> bool:
    """Read the "kpala desa juga" of "haji jgn sampe tau, kpala desa juga", which asks for nothing else."""
    if not _AS_WELL.issuperset(words[-1:]) and words[:1] not in _NOR:
        return False
    said = tuple(word for word in words if word not in _PARTICLES | _AS_WELL)
    tells = contact_verbs() | _MAY | _KNOW | frozenset(contact_words().selves)
    return 0 < len(said) <= _SOMEBODY and tells.isdisjoint(said)


def _is_not_for(words: Words) -> bool:
    """Read the "ibu jgn" of "suami blh tau, ibu jgn", and the "asal pak wir jgn" behind "petugas blh tau"."""
    return is_not_for_somebody(tuple(word for word in words if word not in contact_words().selves))


def with_limit(known: str, limit: str) -> str:
    """Give the hours known with one limit more, "siang; jgn datang ke rumah"; "any" gives way."""
    if known in {"", "any"}:
        return limit
    return known if limit in known else f"{known}; {limit}"


def with_later(known: str, later: str) -> str:
    """Give what was wished last, with the refusals told before it: they hold until they are taken back.

    Hours told before hold as well where nothing but a limit is told now: "jgn malam ini" after "siang sebelum jam 4".
    """
    is_refused = [(part, not contact_words().refusals.isdisjoint(fold(part))) for part in known.split("; ")]
    is_narrower = all(not contact_words().refusals.isdisjoint(fold(part)) for part in later.split("; "))
    kept = [part for part, refused in is_refused if refused or is_narrower]
    told = (*kept, later) if is_narrower else (later, *kept)
    return "; ".join(dict.fromkeys(part for part in told if part and part != "any"))


def refuses_a_visit(words: Words) -> bool:
    """Tell "jgn datang ke rumah" from "dia jarang datang"."""
    return _refuses(words, _COMING) or _keeps_from_a_place(words)


def refuses_only_an_hour(words: Words) -> bool:
    """Read "jgn malam ini ya" and "siang jgn", where nothing else is said in the clause: it can be of no journey."""
    ways, known = contact_words(), _PARTICLES | _NOT_ALONE
    hours = [word for word in words if word in ways.times]
    rest = [word for word in words if word not in ways.times | known and not word.isdecimal()]
    return bool(hours) and bool(rest) and all(word in ways.refusals - {"no"} for word in rest)


def _refuses_an_hour_or_line(words: Words) -> bool:
    return _refuses(words, contact_words().times) or refuses_an_hour_behind(words) or _refuses_the_line(words)


def refuses_an_hour_behind(words: Words) -> bool:
    """Read "malem jgn", "kalo siang ga bisa ya" and "malam jangan di wa", not "malam tidak bisa tidur"."""
    said = tuple(word for word in words if word not in _PARTICLES | contact_verbs() | {"di", "lewat"})
    times = contact_words().times
    if said[:1] == () or said[0] not in times:
        return False
    end = next((at for at, word in enumerate(said) if word not in times and not word.isdecimal()), len(said))
    return said[end:] in _NOT_THEN or (len(said) == end + 1 and said[end] in contact_words().refusals)


def _keeps_from_a_place(words: Words) -> bool:
    """Read "jgn ke rumah" and "jangan ke kantor sy ya", where nobody is to come; "dia bilang jgn ke rumah" tells."""
    at = refusal_in(words)
    if at is None or any(map(is_somebody, words[:at])):
        return False
    after = words[at + 1 :]
    return after[:1] == ("ke",) and after[1:2] != () and after[1] in _PLACES


def _refuses_the_line(words: Words) -> bool:
    """Read "wa call boleh tp jgn nomor biasa" and "jgn telpon pulsa", of who is reached over the internet alone."""
    refused = refusal_in(words)
    if refused is None or any(map(is_somebody, words[:refused])):
        return False
    after = words[refused + 1 : refused + 1 + _NEAR]
    lines = _PHONES | contact_verbs()
    return any(word in _ORDINARY and not lines.isdisjoint(after[:at]) for at, word in enumerate(after))


def begs_silence(words: Words) -> bool:
    """Read "jgn kasih tau istri sy ya" and "kapten ga boleh tau", not "dia bilang jgn kasih tau siapa2"."""
    known = worry_words()
    return any(
        (word in known["never"] and known["said"].isdisjoint(words[max(0, at - _FAR + 1) : at]) and _tells(after))
        or (_may_not(words, at) and not _KNOW.isdisjoint(after[:1]))
        for at, word in enumerate(words)
        if (after := words[at + 1 : at + 1 + _FAR])
    )


def _tells(words: Words) -> bool:
    return not worry_words()["knowing"].isdisjoint(words) or _names_to(words)


def _may_not(words: Words, at: int) -> bool:
    """Read "kapten ga boleh" and "suami saya ga boleh", not "saya ga boleh"."""
    is_refused = words[at] in _MAY and words[at - 1 : at] != () and words[at - 1] in _WITHOUT
    is_me = at > 1 and words[at - 2] in contact_words().selves and not (at > _TWO and kin_of(words[at - 3]))
    return is_refused and at > 1 and not is_me


def _names_to(words: Words) -> bool:
    """Read "disebut ke Muhsin"; "jangan sebut nama saya" is a wish about the name alone."""
    return any(word in worry_words()["naming"] and after in _TO for word, after in itertools.pairwise(words))


def guards_the_writer(limits: str) -> bool:
    """Say whether limits told before are of the writer's own: "jgn malam", not "jgn telpon adik sy" of another."""
    told = [words for part in limits.split(";") if (words := fold(part))]
    return any(
        not (contact_words().refusals.isdisjoint(words) or _spares_somebody(words) or _refuses_the_line(words))
        for words in told
    )


def spares_a_number(clauses: Sequence[Clause]) -> bool:
    """Say whether the one number of a message must not be called: "jgn telpon nomor yg dipakai yuli 0822 ..."."""
    numbered = [clause.words for clause in clauses if clause.has_number]
    if len(numbered) != 1:
        return False
    words = numbered[0]
    verbs = {at for at, word in enumerate(words) if word in contact_verbs()}
    refused = {at for at in verbs if is_refused_before(words, at, _TWO)}
    # "TELPON SAYA 0817 ... JANGAN CHAT CHAT" asks to be called at it, "wa aja 0812 ... jgn telpon" to be written to
    asked = {at for at in verbs - refused if words[at] not in _PHONES or words[at + 1 : at + 2] in _RATHER}
    return bool(refused) and not asked


def _refuses(words: Words, what: frozenset[str]) -> bool:
    at = refusal_in(words)
    if at is None or any(map(is_somebody, words[:at])):
        return False
    return not what.isdisjoint(words[at + 1 : at + 1 + _NEAR])


def _spares_somebody(words: Words) -> bool:
    """Read "jangan telpon anak saya ya, nanti ketauan"."""
    if spares_behind(words):
        return True
    at = next(
        (at for at, word in enumerate(words) if word in contact_verbs() and words[max(0, at - 1) : at] != ()), None
    )
    if at is None or not is_refusal(words, at - 1) or any(map(is_somebody, words[: at - 1])):
        return False
    return any(map(is_somebody, before_a_reason(words[at + 1 : at + 1 + _NEAR])))


def _names_whom_to_reach(clause: Clause) -> bool:
    """Read "hub kakak sy aja fitri di dompu 0823 ...", whose number is not the writer's."""
    words = clause.words
    at = next((at for at, word in enumerate(words) if word in contact_verbs()), None)
    if at is None or not clause.has_number or not _WITHOUT.isdisjoint(words[: at + 1]):
        return False
    if not contact_words().selves.isdisjoint(words[:at]):
        return False  # "sy sudah kabari dia 0812 ..."
    if words[at] in _PHONES and contact_words().only.isdisjoint(words[at + 1 :]):
        return False  # "WA dia 0812 ...", "pelakunya wa nya 0859 ...": whose number it is
    return any(map(is_somebody, words[at + 1 : at + 1 + _NEAR])) and not any(map(is_somebody, words[:at]))
