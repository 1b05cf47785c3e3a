"""From signs and weights to labels: how urgent, which form, what is wanted."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from flows.labels import Category, Intent, Urgency
from flows.understanding.evidence import Weighed, weigh
from flows.understanding.matching import matching
from flows.understanding.mentions import Mentions
from flows.understanding.own_report import asks_of_ones_report
from flows.understanding.rules import Hit
from flows.understanding.scope import Standing, read_frames, standing
from flows.understanding.word import HOME_PLACE

# Chances measured by leaving each author's messages out of the learning in turn (tests/understanding/README.md).
# A missed emergency is the worst failure: somebody is called long before it is more likely than not.
_CALL_SOMEBODY = 0.12
# where nothing names a danger, or it is over, told of a film, or everyday, it must be more than one in three, and
# nearly sure in few words, of which the weights have met few
_EVEN, _EVEN_OF_FEW_WORDS = 0.35, 0.85
_SURELY, _NEVER = 0.9, math.inf  # of a bare answer, and only where it names a danger
# Chances too great to call normal, too small to call somebody, by what somebody seems to want. An emergency that is
# missed must at least be high, and most that are missed were still heard as a report: there the smallest is enough.
_NOT_NORMAL, _NOT_NORMAL_TALK, _NOT_NORMAL_REPORT = 0.005, 0.01, 0.003
# a bare answer says little and alarms a little in every form that is filled in; so do a film, what has come right
# again, and danger that is denied
_NOT_NORMAL_ANSWER = _NOT_NORMAL_CALM = 0.1
_RISKY = 0.4
# Beside a sign that they see next to no chance in, weights that hear small talk, a question or abuse are right: of 130
# such messages of strangers none was in danger. Of few words, of the writer's own people and of what is reported they
# may be wrong.
_NEXT_TO_NONE, _HEARD_WELL = 0.005, 6
_TALK = frozenset({Intent.OTHER, Intent.ABUSE, Intent.STATUS})
_IDLE = frozenset({Intent.OTHER, Intent.EDUCATION, Intent.ABUSE, Intent.STATUS})
# below these an intent is a guess: nothing is begun for it, least of all is the talk handed over
_NO_GUESS, _NO_GUESS_OF_HUMAN = 0.4, 0.5
# fmt: off
_DANGER = (
    "LOCK", "HIT", "RAPE", "KILL", "DEAD", "SOLD", "KIDNAP", "HIDE", "CHASE", "VANISHED", "ARMED", "SUICIDE", "WOUND",
    "STARVE", "THREAT", "FORCE", "GUARD", "PHONE_GONE", "FLED", "BESIDE", "CANNOT_OUT", "CANNOT_HOME", "TRAPPED",
    "WATCHED_PHONE", "NUDES", "LOST", "OVERBOARD", "DISTRESS_AT_SEA", "SEX_WORK", "ATTACK", "HARASS", "SCREAM",
    "GIVE_UP", "HURRY", "LIE_LOW", "FRIGHT", "WITHIN_48H", "SOON",
)
_NOT_HERE_NOW = ("FICTION", "PAST", "RESOLVED", "NEWS", "STUDY", "EVERYDAY", "BENIGN_TRIP", "SIMILE", "RUMOUR")
# fmt: on
_EMERGENCY, _SURE = "emergency", "sure"
_GRAVE = frozenset({_EMERGENCY, _SURE})
_CRY_AT_MOST = 9
_POSTERS = frozenset({
    *("poster", "posternya", "spanduk", "spanduknya", "baliho", "brosur", "brosurnya", "stiker", "stikernya"),
    *("pamflet", "banner", "flyer", "plakat", "selebaran"),
})  # fmt: skip
_OF_A_CASE = ("COUNTRY", "CITY", "KIN", "RECRUITER", "WORK", "PROMISED", "MONEY", "ORG", "NAMED", "LABOUR", "CRY")
# Words that only carry a call for help
_CALLING = frozenset(
    {"tolong", "mohon", "pak", "bu", "cepat", "dong", "sos", "bantu", "😭", "🙏", "kak", "min", "admin"}
)
_ALARMS = frozenset({"darurat", "emergency", "sos", "mayday", "🆘"})
_FEW = 2  # words; "sambungkan petugas sekarang ini darurat nyawa orang"
_BESIDE_AN_ALARM = frozenset({"CRY", "SELF", "TALK", "HUMAN", "HURRY", "NOW", "LIGHT", "FILLER", "TITLE", "PERSON"})
_OPEN_QUESTIONS = frozenset({None, "", "menu", "safe", "what"})
_SHORT_ANSWER = 8
_A_WORD_OR_TWO = 3  # "dia ART", "dia orang Batu Nampar pak" alarm nobody; "ga dikasih makan" names its danger
_INTRODUCING = frozenset({
    *("her", "his", "my", "their", "name", "is", "was", "she", "he", "she's", "he's", "hes", "shes", "years", "old"),
    *("year", "and", "from", "in", "a", "the", "village", "town", "called", "comes", "aged", "age", "sister"),
    "brother",
})  # fmt: skip
# a look into a table costs a tenth of an enum's own call
_INTENTS = {intent.value: intent for intent in Intent}
_CATEGORIES = {category.value: category for category in Category}
_MEANT_BESIDE_DANGER = frozenset({Intent.HUMAN, Intent.CHECK_RECRUITER, Intent.STATUS})  # "laporan sy gmn, dia dipukul"
_WITH_A_FORM = frozenset({Intent.REPORT, Intent.CHECK_RECRUITER})


class Judgement(NamedTuple):
    """The labels of a message, and what its words said for them."""

    intent: Intent
    category: Category
    urgency: Urgency
    weighed: Weighed


class Sign(NamedTuple):
    """A sign that was met, how grave its rule calls it, and whether it is happening."""

    hit: Hit
    standing: Standing
    is_live: bool
    """True where it happens now, to somebody real."""
    is_grave: bool
    """True where it alone would be an emergency."""
    is_sure: bool
    """True where it is one whatever the weights say: they have met few who part from life in plain words."""


def read_signs(mentions: Mentions) -> list[Sign]:
    """Find every sign and how it stands to the world."""
    hits = matching(mentions)
    if not hits:
        return []
    frames = read_frames(mentions)
    grave = [hit.span for hit in hits if hit.rule.level in _GRAVE]
    # two dangers side by side need nobody named: "gakbisa kluar kamar, pintu digembok dr luar"
    alone = not grave or max(s.first for s in grave) < min(s.last for s in grave)
    return [_sign(hit, standing(hit, frames, mentions, alone=alone)) for hit in hits]


def _sign(hit: Hit, stands: Standing) -> Sign:
    is_live = stands is Standing.LIVE
    return Sign(hit, stands, is_live, is_live and hit.rule.level in _GRAVE, is_live and hit.rule.level == _SURE)


def marks_of(signs: Sequence[Sign]) -> list[str]:
    """Give what the weights know these signs by: level and name, each with how it stands to the world."""
    marks: list[str] = []
    for hit, stands, *_ in signs:
        # the weights know two levels of an alarm as one
        level = _EMERGENCY if hit.rule.level == _SURE else hit.rule.level
        marks += (level + ":" + stands, hit.rule.makes + ":" + stands)
    return marks


def judge(mentions: Mentions, signs: Sequence[Sign], asked: str | None = None) -> Judgement:
    """Give the three labels; `asked` is the question that the message may answer."""
    weighed = weigh(mentions, marks_of(signs))
    urgency = _urgency(mentions, signs, weighed, asked)
    intent = _intent(mentions, urgency, weighed)
    has_form = intent in _WITH_A_FORM or urgency is Urgency.EMERGENCY
    category = _CATEGORIES[weighed.likeliest("category")] if has_form else Category.NONE
    if intent is Intent.REPORT and asks_of_ones_report(mentions):
        intent = Intent.STATUS  # what it tells beside keeps its form
    return Judgement(intent, category, urgency, weighed)


def _urgency(mentions: Mentions, signs: Sequence[Sign], weighed: Weighed, asked: str | None) -> Urgency:
    chances = weighed.chances("urgency")
    alarming = chances[Urgency.EMERGENCY]
    is_grave = any(sign.is_grave for sign in signs)
    # a place or a name answers a question; only a sign may make an alarm of so little
    said = _said(mentions)
    is_short = said <= _SHORT_ANSWER
    is_answer = is_short and asked not in _OPEN_QUESTIONS
    is_here_now = not mentions.has(*_NOT_HERE_NOW) and not _is_elsewhere(signs)
    is_danger = is_grave or (is_here_now and _tells_of_danger(mentions))
    enough = _CALL_SOMEBODY if is_danger else _EVEN_OF_FEW_WORDS if is_short else _EVEN
    if not is_grave and (_only_introduces(mentions) or (not is_danger and said <= _A_WORD_OR_TWO)):
        enough = _NEVER
    if is_answer and not is_grave:  # "kakinya patah, tulang nampak, tolong bang", whatever was asked
        enough = _SURELY if is_danger else _NEVER
    if _cries(mentions) or alarming >= enough or any(sign.is_sure for sign in signs):
        return Urgency.EMERGENCY
    is_doubtful = alarming >= _NOT_NORMAL_ANSWER if is_answer else _is_doubtful(alarming, weighed, mentions)
    if not signs and not is_danger and _greets(mentions, weighed):
        return Urgency.NORMAL  # "selamat malam bapak/ibu"
    # a sign that was doubted still reaches an officer soon
    is_grave = is_grave and (is_answer or not _is_idle(alarming, weighed, mentions))
    if is_grave or is_doubtful or alarming + chances[Urgency.HIGH] >= _RISKY:
        return Urgency.HIGH
    return Urgency.NORMAL


def _said(mentions: Mentions) -> int:
    """Count the words, without those that only name a village, district or town of the province."""
    return sum(term.how != HOME_PLACE for term in mentions.words.terms)


def _tells_of_danger(mentions: Mentions) -> bool:
    """Say whether a danger is named; "tidak tau alamatnya" denies that somebody knows where we live."""
    return mentions.has(*_DANGER) and not _denies_all_danger(mentions)


def _greets(mentions: Mentions, weighed: Weighed) -> bool:
    is_short = len(mentions.words.terms) <= _SHORT_ANSWER
    return is_short and mentions.has("GREET") and weighed.chances("intent")[Intent.GREETING] >= _SURELY


def _only_introduces(mentions: Mentions) -> bool:
    """Tell "Her name is Dewi, she is 16, from Kopang" from what happens to her: the weights have met little English."""
    words = mentions.words
    if "name" not in words.written or not words.is_english:
        return False
    return all(raw.lower() in _INTRODUCING or not raw[0].islower() for raw in words.raws)


def _is_elsewhere(signs: Sequence[Sign]) -> bool:
    """Tell whether every danger that has a sign is over, feared or told of others."""
    dangers = [sign.is_live for sign in signs if sign.hit.rule.level != "weak"]
    return bool(dangers) and not any(dangers)


def _is_doubtful(alarming: float, weighed: Weighed, mentions: Mentions) -> bool:
    """Tell whether a message that calls nobody may still be an emergency."""
    if alarming < _NOT_NORMAL_REPORT or alarming >= _NOT_NORMAL_CALM:
        return alarming >= _NOT_NORMAL_CALM
    if mentions.has("FICTION", "RESOLVED") or _denies_all_danger(mentions) or _only_says_where_it_was_seen(mentions):
        return False
    wanted = weighed.likeliest("intent")
    if wanted == Intent.REPORT:
        return True
    return alarming >= (_NOT_NORMAL_TALK if wanted in _TALK else _NOT_NORMAL)


def _is_idle(alarming: float, weighed: Weighed, mentions: Mentions) -> bool:
    """Tell whether a sign is only a manner of speaking: "the boss is killing it", "kami dibantai 7-0"."""
    if alarming >= _NEXT_TO_NONE or len(mentions.words.terms) < _HEARD_WELL or mentions.has("CRY", "SUICIDE"):
        return False
    intents = weighed.chances("intent")
    likeliest = _INTENTS[max(intents, key=intents.__getitem__)]
    return likeliest in _IDLE or (likeliest is Intent.CHECK_RECRUITER and not mentions.has("CLOSE_KIN"))


def _denies_all_danger(mentions: Mentions) -> bool:
    negated = mentions.negated
    dangers = [span for name in _DANGER for span in mentions.of(name)] if negated else []
    return bool(dangers) and all(span.first in negated for span in dangers)


def _intent(mentions: Mentions, urgency: Urgency, weighed: Weighed) -> Intent:
    if not mentions.words.terms or mentions.has("SUSPECT_ASKS"):
        return Intent.OTHER
    if _only_greets(mentions):
        return Intent.GREETING
    name, chance = max(weighed.chances("intent").items(), key=lambda told: told[1])
    enough = _NO_GUESS_OF_HUMAN if name == Intent.HUMAN else _NO_GUESS
    likeliest = _INTENTS[name] if chance >= enough else Intent.OTHER
    if urgency is Urgency.EMERGENCY:
        return likeliest if likeliest in _MEANT_BESIDE_DANGER else Intent.REPORT
    return Intent.OTHER if likeliest is Intent.REPORT and _only_says_where_it_was_seen(mentions) else likeliest


def _only_says_where_it_was_seen(mentions: Mentions) -> bool:
    """Read "aku liat posternya di terminal dara", which tells of us; "liat poster kerja ke taiwan" tells of a firm."""
    words = mentions.words
    is_short = len(words.terms) <= _CRY_AT_MOST
    return is_short and not words.written.isdisjoint(_POSTERS) and not mentions.has(*_OF_A_CASE, *_DANGER)


def _cries(mentions: Mentions) -> bool:
    """A bare call for help is an emergency until somebody has asked."""
    if not mentions.has("CRY"):
        return False
    if mentions.has("TALK"):
        return _alarms(mentions)
    if mentions.has("FIRM", "CHECK_SURE", "TICKET", "REPORT", "LEARN_SURE", "ERASE"):
        return False
    terms = mentions.words.terms
    others = [t for t in terms if t.form not in _CALLING and not {"SELF", "CRY"}.intersection(t.ids)]
    return len(others) <= 1 - mentions.has("HUMAN") or (mentions.has("HURRY") and len(terms) <= _CRY_AT_MOST)


def _alarms(mentions: Mentions) -> bool:
    """Tell "darurat, sambungkan petugas sekarang juga" from "tolong sambungkan petugas" and "ini bukan darurat"."""
    alarms = [at for at, term in enumerate(mentions.words.terms) if term.form in _ALARMS and at not in mentions.negated]
    others = [
        term for term in mentions.words.terms if term.form not in _CALLING and _BESIDE_AN_ALARM.isdisjoint(term.ids)
    ]
    most = _FEW if mentions.has("NOW", "HURRY") and not mentions.has("LAUGH", "GREET") else 0
    return bool(alarms) and len(others) <= most


def _only_greets(mentions: Mentions) -> bool:
    if not mentions.has("GREET", "THANKS"):
        return False
    covered: set[int] = set()
    for name in ("GREET", "THANKS", "FILLER", "NUMBER"):
        for span in mentions.of(name):
            covered.update(range(span.first, span.last))
    return len(covered) == len(mentions.words.terms)
