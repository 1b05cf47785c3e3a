"""From signs to labels: how urgent, which form, what is wanted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from flows.labels import Category, Intent, Urgency
from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.rules import Hit, matching
from flows.understanding.scope import Frames, Standing, standing
from flows.understanding.words import Term

_NEVER_URGENT = frozenset({Intent.EDUCATION, Intent.STATUS, Intent.ABUSE, Intent.GREETING})
# Forms that any story of labour abroad has evidence for: a specific form with enough of its own wins over them.
_GENERAL = frozenset({Category.NON_PROCEDURAL_MIGRANT_WORK, Category.OTHER})
# A wish to learn is ours only where it is about work, journeys, reports or the crime
_OF_THE_FIELD = (
    *(
        "MIGRANT",
        "ABROAD",
        "COUNTRY",
        "CITY",
        "TRAFFICKING",
        "WORK",
        "REPORT",
        "RECRUITER",
        "DECEIVED",
        "EMPLOYER",
        "STUDY",
    ),
    *(
        "LOCK",
        "HIT",
        "KIDNAP",
        "SOLD",
        "BRIDE",
        "SURROGACY",
        "ORGAN",
        "FISH",
        "ORG",
        "FIRM",
        "SCAM_WORK",
        "OFFICE",
        "LEARN_CORE",
    ),
    *("DOC", "INTERN", "IRREGULAR", "RAPE", "SEX_WORK", "pelapor", "INSTITUTION"),
)
_PLAIN_WORK = _GENERAL | {Category.DOMESTIC_WORK, Category.FISHING_VESSEL}
_ENOUGH = 4
_SURE = 5
_CRY_AT_MOST = 9
# Words that only carry a call for help
_CALLING = frozenset({"tolong", "pak", "bu", "cepat", "dong", "sos", "bantu", "😭", "🙏", "kak", "min", "admin"})
_FURTHER = 0.25
# What makes a question about a recruiter more than a question
_HARM_DONE = frozenset(
    {"passport_held", "debt_bondage", "child_victim", "threat", "locked_up", "unpaid", "lost_contact"}
)
_CLOCK = frozenset({"departing_soon", "in_transit"})
# What turns a plain question about a recruiter into the telling of an irregular journey
_RED_FLAGS = ("IRREGULAR", "FAKE", "BAD_OFFER", "DOC_HELD", "pribadi", "DEBT")


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
    hits = matching("sign", mentions)
    grave = [hit.span for hit in hits if hit.rule.level == "emergency"]
    # two dangers side by side need nobody named: "gakbisa kluar kamar, pintu digembok dr luar"
    alone = not grave or max(s.first for s in grave) < min(s.last for s in grave)
    return [Sign(hit, standing(hit, frames, mentions, alone=alone)) for hit in hits]


def judge_urgency(signs: Iterable[Sign], mentions: Mentions, intent: Intent, category: Category) -> Urgency:
    """Give the urgency of the gravest live sign."""
    levels = {sign.hit.rule.level for sign in signs if sign.is_live}
    if "emergency" in levels or _cries(mentions):
        return Urgency.EMERGENCY
    feared = {s.hit.rule.level for s in signs if s.standing is Standing.FEARED}
    high = {s.hit.rule.makes for s in signs if s.is_live and s.hit.rule.level == "high"}
    is_grave = len(high) > 1 and high & _HARM_DONE if intent is Intent.CHECK_RECRUITER else high
    if is_grave and intent not in _NEVER_URGENT:
        return Urgency.HIGH
    if "emergency" in feared and "high" in levels:
        return Urgency.HIGH
    calm = {s.standing for s in signs if s.standing is not Standing.LIVE} or mentions.has("PAST", "RESOLVED", "RUMOUR")
    if intent is Intent.REPORT and (mentions.has("TOPIC") or category is not Category.NONE) and not calm:
        # a story of labour, brokers or brides is a credible risk even where no single sign was met
        return Urgency.HIGH
    return Urgency.NORMAL


def _cries(mentions: Mentions) -> bool:
    """A bare call for help is an emergency until somebody has asked."""
    if not mentions.has("CRY") or mentions.has("FIRM", "CHECK_SURE", "TALK", "TICKET", "REPORT", "LEARN_SURE", "ERASE"):
        return False
    terms = mentions.words.terms
    others = [t for t in terms if t.form not in _CALLING and "SELF" not in _names(t)]
    return len(others) <= 1 - mentions.has("HUMAN") or (mentions.has("HURRY") and len(terms) <= _CRY_AT_MOST)


def _names(term: Term) -> set[str]:
    return {lexicon().names[number] for number in term.ids}


def judge_category(mentions: Mentions, intent: Intent) -> tuple[Category, Mapping[str, float]]:
    """Give the form of trafficking with the most evidence."""
    sums = _sums("category", mentions)
    if intent in {Intent.STATUS, Intent.EDUCATION, Intent.HUMAN, Intent.GREETING, Intent.ABUSE, Intent.OTHER}:
        return Category.NONE, sums
    if not sums:
        return Category.NONE, sums
    best = Category(max(sums, key=lambda name: sums[name]))
    specific = [n for n in sums if n not in _GENERAL and sums[n] >= _ENOUGH]
    if best in _GENERAL and specific:
        best = Category(max(specific, key=lambda name: sums[name]))
    if intent is Intent.CHECK_RECRUITER and best in _PLAIN_WORK and not mentions.has(*_RED_FLAGS):
        return Category.NONE, sums
    return best, sums


def judge_intent(mentions: Mentions, signs: list[Sign], frames: Frames) -> tuple[Intent, Mapping[str, float]]:
    """Give the intent with the most evidence."""
    sums = _heaviest("intent", mentions)
    if not mentions.words.terms:
        return Intent.OTHER, sums
    if _only_greets(mentions):
        return Intent.GREETING, sums
    live = [s for s in signs if s.is_live]
    grave = {s.hit.rule.level for s in live}
    if mentions.has("SUSPECT_ASKS"):
        return Intent.OTHER, sums
    if "emergency" in grave or _cries(mentions):
        only_the_clock = {s.hit.rule.makes for s in live if s.hit.rule.level == "emergency"} <= _CLOCK
        asks = sums.get("check_recruiter", 0.0) >= _SURE and only_the_clock
        return (Intent.CHECK_RECRUITER if asks else Intent.REPORT), sums
    told = {s.hit.rule.makes for s in live if s.hit.rule.level == "high"}
    sums["report"] = sums.get("report", 0.0) + 2.0 * len(told)
    if any(s.standing is Standing.PAST for s in signs):
        sums["report"] += 4
    if (frames.told or frames.joking) and not live:
        _drop_what_is_only_talked_about(sums, mentions)
    if not mentions.has(*_OF_THE_FIELD):
        sums["education"] = 0.0
    best = max(sums, key=lambda name: sums[name], default="other")
    if sums.get(best, 0) < 2:
        return Intent.OTHER, sums
    return Intent(best), sums


def _only_greets(mentions: Mentions) -> bool:
    if not mentions.has("GREET", "THANKS"):
        return False
    covered: set[int] = set()
    for name in ("GREET", "THANKS", "FILLER", "NUMBER"):
        for span in mentions.of(name):
            covered.update(range(span.first, span.last))
    return len(covered) == len(mentions.words.terms)


def _drop_what_is_only_talked_about(sums: dict[str, float], mentions: Mentions) -> None:
    """Of a message about news or films keep a real question only."""
    sums["report"] = 0.0
    if not mentions.has("SELF"):
        sums["status"] = 0.0
    if not mentions.has("FIRM", "PROMISED", "RECRUITER", "WORK"):
        sums["check_recruiter"] = 0.0
    if not mentions.has("STUDY", "LEARN_SURE", "LEARN_CORE", "TRAFFICKING"):
        sums["education"] = 0.0


def _heaviest(kind: str, mentions: Mentions) -> dict[str, float]:
    """Give the best rule's weight a label, and a little for every further one: overlapping rules say the same thing."""
    best: dict[str, float] = {}
    count: dict[str, int] = {}
    for rule in {id(hit.rule): hit.rule for hit in matching(kind, mentions)}.values():
        best[rule.makes] = max(best.get(rule.makes, 0.0), rule.weight)
        count[rule.makes] = count.get(rule.makes, -1) + 1
    return {name: weight + _FURTHER * count[name] for name, weight in best.items()}


def _sums(kind: str, mentions: Mentions) -> Mapping[str, float]:
    sums: dict[str, float] = {}
    met: set[int] = set()
    for hit in matching(kind, mentions):
        if id(hit.rule) not in met:
            met.add(id(hit.rule))
            sums[hit.rule.makes] = sums.get(hit.rule.makes, 0.0) + hit.rule.weight
    return sums
