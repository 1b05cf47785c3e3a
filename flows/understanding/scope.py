"""Whether a sign is happening: told of the past, only feared, seen in the news, a film, a joke, or real and now."""

from enum import StrEnum
from typing import NamedTuple

from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.rules import Hit


class Standing(StrEnum):
    """How a sign stands to the world."""

    LIVE = "live"
    PAST = "past"
    FEARED = "feared"
    TOLD = "told"


class Frames(NamedTuple):
    """What colours the whole message."""

    past: bool
    resolved: bool
    told: bool
    joking: bool
    feared: bool
    general: bool


# without any of these a sign is what it says
_COLOURS = (
    "FICTION", "NEWS", "STUDY", "IDIOM", "LAUGH", "RUMOUR", "ASK", "QMARK", "TAGQ", "WISH", "SIMILE", "PET", "SCHOOL",
    "PAST", "RESOLVED", "CANCEL", "HYPO",
)  # fmt: skip


def read_frames(mentions: Mentions) -> Frames | None:
    """Read the frames that stand over the whole message, None where nothing colours it."""
    if not mentions.has(*_COLOURS):
        return None
    joking = mentions.has("LAUGH")
    return Frames(
        past=mentions.has("PAST") and not mentions.has("STILL"),
        resolved=mentions.has("RESOLVED", "CANCEL"),
        told=mentions.has("NEWS", "STUDY") or _is_made_up(mentions),
        joking=joking,
        feared=mentions.has("HYPO"),
        general=_asks_in_general(mentions),
    )


def _is_made_up(mentions: Mentions) -> bool:
    """Tell a film from what is worse than one: "film jailangkung aja kalah serem sama mess kami"."""
    return mentions.has("FICTION") and not mentions.has("OUTDONE")


def standing(hit: Hit, frames: Frames | None, mentions: Mentions, *, alone: bool) -> Standing:
    """Tell how a sign stands to the world; `alone` where no other danger is told beside it."""
    if alone and hit.rule.level == "emergency" and not _has_a_victim(hit.span, mentions):
        return Standing.TOLD
    return Standing.LIVE if frames is None else _coloured(hit.span, frames, mentions)


def _coloured(span: Span, frames: Frames, mentions: Mentions) -> Standing:
    if _is_made_up(mentions):
        return Standing.TOLD
    if frames.told and not _anchored(span, mentions):
        return Standing.TOLD
    if _is_idiom(span, mentions) or (
        frames.joking and (mentions.has("SIMILE") or not mentions.has("COUNTRY", "CITY", "RECRUITER"))
    ):
        return Standing.TOLD
    if mentions.has("RUMOUR") and not mentions.has("CLOSE_KIN") and not _about_somebody(span, mentions):
        return Standing.TOLD
    if frames.general and not _about_somebody(span, mentions):
        return Standing.TOLD
    if _is_harmless_here(span, mentions):
        return Standing.TOLD
    if (frames.past or frames.resolved) and not _is_said_of_now(span, mentions):
        return Standing.PAST
    if frames.feared and _is_feared(span, mentions):
        return Standing.FEARED
    return Standing.LIVE


_CONTEXT = (
    "EMPLOYER", "RECRUITER", "COUNTRY", "CITY", "SHELTER", "FISH", "SCAMLAND", "CRY", "SEX_WORK", "MIGRANT",
    "COMPOUND", "GUARD", "PHONE_GONE", "DOC_HELD", "BRIDE_STRONG", "ORGAN", "SURROGACY", "YOUNG", "TRAFFICKING",
    "LAND_WORK", "MAID", "TARGET",
)  # fmt: skip
# Beside these a figure of speech is none: "disiram air panas", "paspor ditahan kantor"
_IN_EARNEST = (
    "EMPLOYER",
    "RECRUITER",
    "COUNTRY",
    "CITY",
    "KIN",
    "TOPIC",
    "BURN",
    "WOUND",
    "BODY",
    "DOC_HELD",
    "SHELTER",
    "LAST_WORDS",
)
_SHORT = 5
_PARTICLES = frozenset({"nya"})
_NOW_REACH = 5
_OPENERS = frozenset({"kenapa", "apakah", "apa", "bagaimana", "siapa", "bolehkah", "do", "does", "is", "are", "berapa"})


def _has_a_victim(span: Span, mentions: Mentions) -> bool:
    """Tell whether anybody is said to be in it: a person beside the sign, a setting of labour, or few words at all."""
    everyday = mentions.has("EVERYDAY")
    if mentions.has(*_CONTEXT):
        return not everyday or mentions.has(
            "EMPLOYER", "RECRUITER", "COUNTRY", "CITY", "SHELTER", "SEX_WORK", "SOLD", "ORGAN"
        )
    if everyday:
        return mentions.has("SUICIDE", "SOLD", "RAPE")
    if _said(mentions) <= _SHORT or span.last - span.first > _SHORT:
        return True
    return mentions.has("SELF", "KIN", "PERSON", "OTHERS", "CHILD", "SUICIDE", "GIVE_UP", "BESIDE", "ARMED", "MEANS")


def _said(mentions: Mentions) -> int:
    """Count the words, without who is addressed and what only fills: "orang2 nya lagi dobrak pintu pak" is short."""
    idle = mentions.terms_of("FILLER", "TITLE") | set(mentions.words.places_of(_PARTICLES))
    return len(mentions.words.terms) - len(idle)


def _asks_in_general(mentions: Mentions) -> bool:
    """Tell "apa hukuman bagi yang menyekap" and "kalau ada yang disekap, lapor kemana" from a case."""
    if not mentions.has("ASK", "QMARK", "TAGQ", "WISH") or mentions.has("CLOSE_KIN"):
        return False
    if (
        mentions.has("QMARK", "TAGQ")
        and not mentions.has("CRY", "SELF")
        and (_opens_as_a_question(mentions, 2) or mentions.has("NAMED"))
    ):
        return True
    return mentions.has("LEARN_CORE") or (mentions.has("IF") and mentions.has("LEARN_SURE", "QMARK", "kemana"))


def _opens_as_a_question(mentions: Mentions, within: int) -> bool:
    return any(term.form in _OPENERS for term in mentions.words.terms[:within])


def _about_somebody(span: Span, mentions: Mentions) -> bool:
    near = range(max(0, span.first - 3), span.last)
    return any(s.first in near for s in mentions.of("SELF"))


def _is_said_of_now(span: Span, mentions: Mentions) -> bool:
    """Tell "dulu kerja di hotel, sekarang disekap" from "dulu disekap, sekarang sudah pulang"."""
    return any(0 <= span.first - s.last <= _NOW_REACH for s in mentions.of("NOW")) and not mentions.has("RESOLVED")


def _anchored(span: Span, mentions: Mentions) -> bool:
    """Tell whether a relative or the writer stands right before the sign, after the news."""
    told = [s for name in ("NEWS", "STUDY") for s in mentions.of(name)]
    last = max(s.last for s in told)
    if not mentions.has("NEWS", "ASK", "QMARK", "LEARN") and span.last <= min(s.first for s in told):
        # "orangnya nyari saya gara2 cerita ke wartawan": the journalist comes after the danger
        return any(s.first in range(span.first - 4, span.last) for s in mentions.of("SELF"))
    near = range(max(last, span.first - 4), span.last)
    return any(s.first in near for name in ("CLOSE_KIN", "SELF") for s in mentions.of(name)) or (
        mentions.words.sentences[span.first] != mentions.words.sentences[last - 1]
        and any(
            mentions.words.sentences[s.first] == mentions.words.sentences[span.first]
            for name in ("CLOSE_KIN", "SELF")
            for s in mentions.of(name)
        )
    )


def _is_harmless_here(span: Span, mentions: Mentions) -> bool:
    """Tell what is compared ("kayak dipenjara"), done to an animal, or a rule of a boarding school."""
    if any(0 <= span.first - s.last <= 1 for s in mentions.of("SIMILE")):
        return not mentions.has("SUICIDE")
    sentences = mentions.words.sentences
    if any(s.first < span.last + 2 and sentences[s.first] == sentences[span.first] for s in mentions.of("PET")):
        return True
    return mentions.has("SCHOOL") and not mentions.has(
        "HIT", "RAPE", "KILL", "SOLD", "COUNTRY", "CITY", "BRIDE", "VANISHED", "KIDNAP"
    )


def _is_idiom(span: Span, mentions: Mentions) -> bool:
    is_earnest, adrift = mentions.has(*_IN_EARNEST), mentions.of("DISTRESS_AT_SEA")
    for idiom in mentions.of("IDIOM"):
        if any(one.first <= idiom.first and idiom.last <= one.last for one in adrift):
            continue  # "mesin mati, ombak besar"
        # "ditembak cewek" is one whatever stands beside it, "panas" within "majikan siram air panas" is none
        if idiom.first < span.last and span.first < idiom.last and (idiom.last - idiom.first > 1 or not is_earnest):
            return True
        if 0 <= idiom.first - span.last <= 3 and not is_earnest:
            return True
    return False


def _is_feared(span: Span, mentions: Mentions) -> bool:
    sentences = mentions.words.sentences
    return any(
        sentences[fear.first] == sentences[span.first] and fear.first <= span.first + 1 and span.first - fear.last <= 10
        for fear in mentions.of("HYPO")
    )
