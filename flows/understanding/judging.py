"""From signs to labels: how urgent, which form, what is wanted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from flows.labels import Category, Intent, Urgency
from flows.understanding.mentions import Mentions
from flows.understanding.rules import Hit, matching
from flows.understanding.scope import Frames, Standing, standing


class Sign(NamedTuple):
    """A sign that was met, how grave its rule calls it, and whether it is happening."""

    hit: Hit
    standing: Standing

    @property
    def is_live(self) -> bool:
        """True where it happens now, to somebody real."""
        return self.standing is Standing.LIVE


def read_signs(mentions: Mentions, frames: Frames) -> list[Sign]:
    """Find every sign and how it stands to the world."""
    return [Sign(hit, standing(hit.span, frames, mentions)) for hit in matching("sign", mentions)]


def judge_urgency(signs: Iterable[Sign], mentions: Mentions, intent: Intent) -> Urgency:
    """Give the urgency of the gravest live sign."""
    levels = {sign.hit.rule.level for sign in signs if sign.is_live}
    if "emergency" in levels or _cries(mentions):
        return Urgency.EMERGENCY
    feared = {s.hit.rule.level for s in signs if s.standing is Standing.FEARED}
    if "high" in levels and intent not in {Intent.EDUCATION, Intent.STATUS, Intent.CHECK_RECRUITER}:
        return Urgency.HIGH
    if "emergency" in feared and "high" in levels:
        return Urgency.HIGH
    return Urgency.NORMAL


def _cries(mentions: Mentions) -> bool:
    """A bare call for help is an emergency until somebody has asked."""
    if not mentions.has("CRY"):
        return False
    light = sum(
        1 for t in mentions.words.terms if t.form in {"tolong", "saya", "pak", "bu", "cepat", "kami", "aku", "dong"}
    )
    return len(mentions.words.terms) - light <= 1 and not mentions.has("FIRM", "CHECK", "HUMAN", "TALK")


def judge_category(mentions: Mentions, intent: Intent) -> tuple[Category, Mapping[str, float]]:
    """Give the form of trafficking with the most evidence."""
    sums = _sums("category", mentions)
    if intent in {Intent.STATUS, Intent.EDUCATION, Intent.HUMAN, Intent.GREETING, Intent.ABUSE, Intent.OTHER}:
        return Category.NONE, sums
    if not sums:
        return Category.NONE, sums
    best = max(sums, key=lambda name: sums[name])
    return Category(best), sums


def judge_intent(mentions: Mentions, signs: list[Sign], frames: Frames) -> tuple[Intent, Mapping[str, float]]:
    """Give the intent with the most evidence."""
    sums = dict(_sums("intent", mentions))
    if not mentions.words.terms:
        return Intent.OTHER, sums
    if _only_greets(mentions):
        return Intent.GREETING, sums
    live = [s for s in signs if s.is_live]
    grave = {s.hit.rule.level for s in live}
    if mentions.has("SUSPECT_ASKS"):
        return Intent.OTHER, sums
    if "emergency" in grave or _cries(mentions):
        return Intent.REPORT, sums
    sums["report"] = sums.get("report", 0) + sum(
        1.5 for s in {s.hit.rule.makes for s in live if s.hit.rule.level == "high"} if s
    )
    if frames.past and signs:
        sums["report"] = sums.get("report", 0) + 2
    best = max(sums, key=lambda name: sums[name], default="other")
    if sums.get(best, 0) < 2:
        return Intent.OTHER, sums
    return Intent(best), sums


def _only_greets(mentions: Mentions) -> bool:
    if not mentions.has("GREET", "THANKS"):
        return False
    covered: set[int] = set()
    for name in ("GREET", "THANKS", "FILLER"):
        for span in mentions.of(name):
            covered.update(range(span.first, span.last))
    return len(covered) == len(mentions.words.terms)


def _sums(kind: str, mentions: Mentions) -> Mapping[str, float]:
    sums: dict[str, float] = {}
    met: set[int] = set()
    for hit in matching(kind, mentions):
        if id(hit.rule) not in met:
            met.add(id(hit.rule))
            sums[hit.rule.makes] = sums.get(hit.rule.makes, 0.0) + hit.rule.weight
    return sums
