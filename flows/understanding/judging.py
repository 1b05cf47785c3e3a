"""From signs to labels: how urgent, which form, what is wanted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from flows.labels import Category, Intent, Urgency
from flows.understanding.evidence import weigh
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
_CALLING = frozenset(
    {"tolong", "mohon", "pak", "bu", "cepat", "dong", "sos", "bantu", "😭", "🙏", "kak", "min", "admin"}
)
_FURTHER = 0.25
# What makes a question about a recruiter more than a question
_HARM_DONE = frozenset(
    {"passport_held", "debt_bondage", "child_victim", "threat", "locked_up", "unpaid", "lost_contact"}
)
_CLOCK = frozenset({"departing_soon", "in_transit"})
# What turns a plain question about a recruiter into the telling of an irregular journey
_RED_FLAGS = ("IRREGULAR", "FAKE", "BAD_OFFER", "DOC_HELD", "pribadi", "DEBT")


# Measured by leaving each later set out of the learning in turn: tests/understanding/learn.py
_RULE, _RULE_FORM, _RULE_RISK, _EVEN, _LEAST = 0.45, 0.25, 0.15, 0.5, 2
# words of organ sale and surrogacy mean nothing else
_DECISIVE = 14
_ALARMING, _ALARMING_UNSAID, _BELIED, _BELIED_TWICE = 0.5, 0.65, 0.08, 0.05
# a chance too great to call normal, too small to call somebody
_NOT_NORMAL = 0.3


_NOT_HERE_NOW = ("FICTION", "PAST", "RESOLVED", "NEWS", "STUDY", "EVERYDAY", "BENIGN_TRIP", "SIMILE", "RUMOUR")


# "takut", "nangis" and the like beside a word of danger and somebody who is in it: at least high, whatever was missed
_DISTRESS = ("CRY", "SCREAM", "GIVE_UP", "HURRY", "LIE_LOW", "FRIGHT")
_HARM = (
    *(
        "LOCK",
        "HIT",
        "RAPE",
        "KILL",
        "DEAD",
        "SOLD",
        "KIDNAP",
        "HIDE",
        "CHASE",
        "VANISHED",
        "ARMED",
        "SUICIDE",
        "WOUND",
    ),
    *("STARVE", "THREAT", "FORCE", "GUARD", "PHONE_GONE", "FLED", "BESIDE", "CANNOT_OUT", "CANNOT_HOME", "TRAPPED"),
    *("WATCHED_PHONE", "NUDES", "LOST", "OVERBOARD", "DISTRESS_AT_SEA", "SEX_WORK", "ATTACK", "HARASS"),
)
_VICTIM = ("SELF", "KIN", "PERSON", "OTHERS", "CHILD", "YOUNG", "MANY")
_TALKED_AWAY = ("IDIOM", "LAUGH", "CANCEL", "ERASE", "PET", "HYPO", "SCHOOL", "LEARN_SURE")
_OPEN_QUESTIONS = frozenset({None, "", "menu", "safe", "what"})
_SHORT_ANSWER = 8


class Judgement(NamedTuple):
    """The labels of a message, and the evidence of rules for two of them."""

    intent: Intent
    category: Category
    urgency: Urgency
    intent_sums: Mapping[str, float]
    category_sums: Mapping[str, float]


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


def judge(mentions: Mentions, signs: list[Sign], frames: Frames, asked: str | None = None) -> Judgement:
    """Give the three labels, and the evidence for each; `asked` is the question that the message may answer."""
    weighed = weigh(mentions, [(sign.hit.rule.level, sign.standing.value) for sign in signs])
    is_answer = asked not in _OPEN_QUESTIONS and len(mentions.words.terms) <= _SHORT_ANSWER
    alarmed = _is_alarmed(signs, mentions, weighed["urgency"], is_answer=is_answer)
    intent, sums = judge_intent(mentions, signs, frames, alarmed=alarmed, weighed=weighed["intent"])
    category, forms = judge_category(mentions, intent, weighed["category"])
    if alarmed:
        return Judgement(intent, category, Urgency.EMERGENCY, sums, forms)
    return Judgement(intent, category, _calmer(signs, mentions, intent, category, weighed["urgency"]), sums, forms)


def _is_alarmed(signs: Iterable[Sign], mentions: Mentions, weighed: Mapping[str, float], *, is_answer: bool) -> bool:
    """Tell whether somebody must be called now: a live sign that the rest of the message does not belie, or a cry."""
    if _cries(mentions):
        return True
    grave = {s.hit.rule.makes for s in signs if s.is_live and s.hit.rule.level == "emergency"}
    likely = weighed.get(Urgency.EMERGENCY, 0.0)
    if not grave:
        # a place or a name answers a question; only a sign may make an alarm of so little
        enough = _ALARMING if mentions.has(*_HARM) else _ALARMING_UNSAID
        return not is_answer and likely >= enough and not mentions.has("NO_CONTACT", *_NOT_HERE_NOW)
    # two dangers, or so few words that nothing speaks against the one
    strong = len(grave) > 1 or len(mentions.words.terms) <= _SHORT_ANSWER
    return likely >= (_BELIED_TWICE if strong else _BELIED)


def _calmer(
    signs: Sequence[Sign], mentions: Mentions, intent: Intent, category: Category, weighed: Mapping[str, float]
) -> Urgency:
    """Tell high from normal where nobody must be called this minute."""
    if any(s.is_live and s.hit.rule.level == "emergency" for s in signs):
        # a sign that was doubted still reaches an officer soon
        return Urgency.HIGH
    if intent in _NEVER_URGENT:
        return Urgency.NORMAL
    if _is_distress(mentions):
        return Urgency.HIGH
    high = {s.hit.rule.makes for s in signs if s.is_live and s.hit.rule.level == "high"}
    is_grave = bool(len(high) > 1 and high & _HARM_DONE if intent is Intent.CHECK_RECRUITER else high)
    feared = any(s.standing is Standing.FEARED and s.hit.rule.level == "emergency" for s in signs)
    over = any(s.standing is not Standing.LIVE for s in signs) or mentions.has("PAST", "RESOLVED", "RUMOUR")
    # a story of labour, brokers or brides is a credible risk even where no single sign was met
    story = mentions.has("TOPIC") or category is not Category.NONE
    by_rule = is_grave or (feared and bool(high)) or (intent is Intent.REPORT and story and not over)
    risky = weighed.get(Urgency.HIGH, 0.0) + weighed.get(Urgency.EMERGENCY, 0.0)
    perhaps = intent is not Intent.CHECK_RECRUITER and weighed.get(Urgency.EMERGENCY, 0.0) >= _NOT_NORMAL
    if perhaps and mentions.has("TOPIC", *_HARM) and not mentions.has(*_NOT_HERE_NOW):
        return Urgency.HIGH
    return Urgency.HIGH if risky + (_RULE_RISK if by_rule else -_RULE_RISK) >= _EVEN else Urgency.NORMAL


def _is_distress(mentions: Mentions) -> bool:
    """Tell whether somebody is afraid beside a word of danger: never normal, even where no sign was met."""
    return (
        mentions.has(*_DISTRESS)
        and mentions.has(*_HARM)
        and mentions.has(*_VICTIM)
        and not mentions.has(*_NOT_HERE_NOW, *_TALKED_AWAY)
    )


def _cries(mentions: Mentions) -> bool:
    """A bare call for help is an emergency until somebody has asked."""
    if not mentions.has("CRY") or mentions.has("FIRM", "CHECK_SURE", "TALK", "TICKET", "REPORT", "LEARN_SURE", "ERASE"):
        return False
    terms = mentions.words.terms
    others = [t for t in terms if t.form not in _CALLING and "SELF" not in _names(t)]
    return len(others) <= 1 - mentions.has("HUMAN") or (mentions.has("HURRY") and len(terms) <= _CRY_AT_MOST)


def _names(term: Term) -> set[str]:
    return {lexicon().names[number] for number in term.ids}


def judge_category(
    mentions: Mentions, intent: Intent, weighed: Mapping[str, float]
) -> tuple[Category, Mapping[str, float]]:
    """Give the form of trafficking with the most evidence."""
    sums = _sums("category", mentions)
    if intent not in {Intent.REPORT, Intent.CHECK_RECRUITER}:
        return Category.NONE, sums
    best = _form_by_rule(sums)
    if intent is Intent.CHECK_RECRUITER and best in _PLAIN_WORK and not mentions.has(*_RED_FLAGS):
        return Category.NONE, sums
    if sums.get(best, 0.0) >= _DECISIVE:
        return best, sums
    if best is not Category.NONE:
        # a form that words speak for is doubted for another form, never for none
        weighed = {name: odds for name, odds in weighed.items() if name != Category.NONE}
    return Category(_likeliest(weighed, best, _RULE_FORM)), sums


def _form_by_rule(sums: Mapping[str, float]) -> Category:
    if not sums:
        return Category.NONE
    best = Category(max(sums, key=lambda name: sums[name]))
    specific = [n for n in sums if n not in _GENERAL and sums[n] >= _ENOUGH]
    if best in _GENERAL and specific:
        return Category(max(specific, key=lambda name: sums[name]))
    return best


def judge_intent(
    mentions: Mentions, signs: list[Sign], frames: Frames, *, alarmed: bool, weighed: Mapping[str, float]
) -> tuple[Intent, Mapping[str, float]]:
    """Give the intent with the most evidence."""
    sums = _heaviest("intent", mentions)
    if not mentions.words.terms:
        return Intent.OTHER, sums
    if _only_greets(mentions):
        return Intent.GREETING, sums
    if mentions.has("SUSPECT_ASKS"):
        return Intent.OTHER, sums
    if alarmed:
        grave = {s.hit.rule.makes for s in signs if s.is_live and s.hit.rule.level == "emergency"}
        asks = sums.get("check_recruiter", 0.0) >= _SURE and bool(grave) and grave <= _CLOCK
        return (Intent.CHECK_RECRUITER if asks else Intent.REPORT), sums
    by_rule = _intent_by_rule(sums, mentions, signs, frames)
    return Intent(_likeliest(weighed, by_rule, _RULE)), sums


def _intent_by_rule(sums: dict[str, float], mentions: Mentions, signs: list[Sign], frames: Frames) -> Intent:
    live = [s for s in signs if s.is_live]
    told = {s.hit.rule.makes for s in live if s.hit.rule.level == "high"}
    sums["report"] = sums.get("report", 0.0) + 2.0 * len(told)
    if any(s.standing is Standing.PAST for s in signs):
        sums["report"] += 4
    if (frames.told or frames.joking) and not live:
        _drop_what_is_only_talked_about(sums, mentions)
    if not mentions.has(*_OF_THE_FIELD):
        sums["education"] = 0.0
    best = max(sums, key=lambda name: sums[name])
    return Intent(best) if sums[best] >= _LEAST else Intent.OTHER


def _likeliest(weighed: Mapping[str, float], by_rule: str, bonus: float) -> str:
    """Give the label with the most weight, the rule's own counting for more."""
    if not weighed:
        return by_rule
    scores = dict(weighed)
    scores[by_rule] = scores.get(by_rule, 0.0) + bonus
    return max(scores, key=lambda name: scores[name])


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
