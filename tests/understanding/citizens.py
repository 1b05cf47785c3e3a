"""People who talk with the hotline: what they send unasked, what they answer, what must stand on the ticket."""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from bot.known_facts import of_oneself, way_to
from flows.events import OfficerCalled
from flows.labels import Language
from flows.questions import QUESTIONS
from flows.showing import option_title
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk
from tests.flows.transcript import said_in

FOLDER = Path(__file__).parent / "dialogues"
SCORED = frozenset({
    *("victim_name", "victim_relation", "victim_age", "victim_sex", "victim_count", "victim_now", "destination"),
    *("transit", "port", "recruiter", "company", "recruiter_phone", "victim_phone", "account", "departure"),
    *("payment", "salary", "job", "visa", "name"),
})  # fmt: skip
_OBVIOUS = {
    "safe": "ya aman", "evidence": "tidak ada", "contact": "jangan hubungi", "anonymous": "tanpa nama",
    "summary": "sudah benar", "consent": "ya kirim", "resume": "teruskan", "menu": "lapor", "menu_sure": "ya",
    "check_next": "sudah cukup", "watch_consent": "tidak", "victim": "lewati", "contact_when": "kapan saja",
    "pin_whose": "1", "withdraw": "tidak", "learn": "kembali", "check_about": "ga tau",
}  # fmt: skip
_DO_NOT_KNOW = ("gak tau", "ga tau pak", "nggak tahu", "kurang tau", "lupa", "tidak tahu")
# who tells on and does not say how to be reached, or whether to be named, is asked once more, at the end
_MAY_COME_AGAIN = frozenset({
    *("summary", "menu", "fix", "consent", "check_next", "receipt", "learn", "contact", "anonymous"),
})  # fmt: skip
_SAME = {"victim_now": "victim_spot", "victim_spot": "victim_now", "victim_name": "victim", "victim_age": "victim"}
_SHOWN_AS = {"phone": "telepon"}
_MOST_TURNS = 45
_ACT = re.compile(r"<(voice|pin|card|photo|sticker|pause|edit) ?(.*)>")
_MISSES = ("first", "first_choice", "second", "second_choice", "menu")
_THE_CITIZENS_OWN = re.compile(r"“[^”]*”|^[^:\n]+: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Citizen:
    """One person with a story."""

    name: str
    half: str
    opening: tuple[str, ...]
    knows: Mapping[str, str | list[str]]
    facts: Mapping[str, object]
    never_asked: frozenset[str]
    is_silent: bool
    has_ticket: bool


@dataclass
class Talk:
    """How a dialogue went: every line, the questions shown, what stood on the ticket, and what was wrong."""

    lines: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    shown_early: int = 0
    was_alarmed: bool = False
    faults: list[str] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    has_ticket: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """Facts expected and found, expected and missing or wrong, found but never told."""

    right: list[str]
    wrong: list[str]
    invented: list[str]


def read_citizens() -> list[Citizen]:
    """Read everybody, in file order."""
    return [
        _read(path.stem.partition("_")[0], raw)
        for path in sorted(FOLDER.glob("*.toml"))
        for raw in tomllib.loads(path.read_text("utf-8"))["dialogue"]
    ]


def play(citizen: Citizen) -> Talk:
    """Let a citizen talk until the hotline asks nothing more, then fall silent."""
    desk, talk = PretendDesk(), Talk()
    unknown = itertools.cycle(_DO_NOT_KNOW)
    missed = False
    opening = list(citizen.opening)
    waiting: list[str] = []
    for _ in range(_MOST_TURNS):
        if opening:
            talk.shown_early = len(talk.shown)
            text = opening.pop(0)
        elif waiting:
            text = waiting.pop(0)
        else:
            if citizen.is_silent or not talk.shown or not _is_pending(desk) or _is_done(citizen, talk):
                break
            waiting = _answers(citizen, talk.shown, unknown)
            continue
        missed = _say(desk, talk, text, was_missed=missed)
    else:
        talk.faults.append("the dialogue never ends")
    desk.wait(timedelta(minutes=45))
    talk.faults += _asked_again(citizen, talk)
    _look_at_ticket(desk, talk)
    return talk


def mark(citizen: Citizen, talk: Talk) -> Marks:
    """Compare the ticket with what this person told."""
    right, wrong, invented = [], [], []
    for key, expected in citizen.facts.items():
        if expected == "?":
            continue
        if key in talk.facts and _fits(talk.facts[key], expected):
            right.append(key)
        else:
            wrong.append(f"{key}: {talk.facts.get(key)!r}, not {expected!r}")
    for key, value in talk.facts.items():
        of_the_writer = value == "saya sendiri" or (key == "victim_name" and value == talk.facts.get("name"))
        of_the_writer |= key == "victim_phone" and str(value) in str(talk.facts.get("contact"))
        told = (
            of_the_writer
            or key in citizen.facts
            or key in citizen.knows
            or (key == "recruiter" and "company" in citizen.facts)
        )
        if key in SCORED and value and not told:
            invented.append(f"{key}: {value!r}")
    return Marks(right, wrong, invented)


def _read(half: str, raw: Mapping[str, Any]) -> Citizen:
    return Citizen(
        name=raw["name"],
        half=half,
        opening=tuple(raw["opening"]),
        knows=raw.get("knows", {}),
        facts=raw.get("facts", {}),
        never_asked=frozenset(raw.get("never_asked", ())),
        is_silent=raw.get("silent", False),
        has_ticket=not raw.get("no_ticket", False),
    )


def _is_done(citizen: Citizen, talk: Talk) -> bool:
    # who has nothing to report does not press "lapor" only because the menu offers it
    return not citizen.has_ticket and talk.shown[-1] in {"menu", "learn"} and talk.shown[-1] not in citizen.knows


def _is_pending(desk: PretendDesk) -> bool:
    return desk.conversation.shown is not None


def _answers(citizen: Citizen, shown: list[str], unknown: Iterator[str]) -> list[str]:
    prompt = shown[-1]
    told = citizen.knows.get(prompt) or citizen.knows.get(_SAME.get(prompt, ""))
    if told is None:
        if prompt == "anonymous" and _gives_a_name(citizen):
            return ["boleh, pakai nama"]
        return [_OBVIOUS.get(prompt) or next(unknown)]
    if isinstance(told, str):
        return [told]
    return list(told) if shown.count(prompt) == 1 else [told[-1]]


def _gives_a_name(citizen: Citizen) -> bool:
    """Say whether an officer must read the writer's own name, who then does not hide it when asked."""
    is_the_victim = citizen.facts.get("victim_relation") == "saya sendiri" and "victim_name" in citizen.facts
    return ("name" in citizen.facts or is_the_victim) and citizen.facts.get("anonymous") is not True


def _say(desk: PretendDesk, talk: Talk, text: str, *, was_missed: bool) -> bool:
    talk.lines.append(f"  > {text}")
    act = _ACT.fullmatch(text)
    if act and act[1] == "pause":
        desk.wait(timedelta(minutes=float(act[2])))
        return False
    taken = desk.hear(said_in(_turn(act[1], act[2]) if act else {"text": text}))
    prompts = [reply.prompt for reply in taken.replies if reply.prompt]
    said = "\n".join(reply.text for reply in taken.replies)
    talk.lines.append("    " + said.replace("\n", "\n    "))
    talk.shown += prompts
    talk.was_alarmed |= any(isinstance(event, OfficerCalled) and event.is_danger for event in taken.events)
    own = said.rpartition("\n\n")[2] if "summary" in prompts else _THE_CITIZENS_OWN.sub("", said)
    if len(prompts) > 1 or own.count("?") > 1:
        talk.faults.append(f"more than one question: {said[-160:]!r}")
    missed = any(say(f"miss.{key}", language) in said for key in _MISSES for language in Language)
    if missed and was_missed:
        talk.faults.append(f"two misses in a row at {text!r}")
    return missed


def _turn(kind: str, rest: str) -> dict[str, Any]:
    match kind:
        case "voice":
            return {"voice": int(rest)}
        case "pin":
            return {"pin": [float(part) for part in rest.split(",")]}
        case "card":
            return {"card": [part.strip() for part in rest.split(",")]}
        case "photo":
            return {"photo": rest}
        case "edit":
            return {"edit": True, "text": rest}
        case _:
            return {"sticker": True}


def _asked_again(citizen: Citizen, talk: Talk) -> list[str]:
    # what is asked while the citizen still tells of it is no fault; three times in a row is one when answers begin
    shown, later = talk.shown, talk.shown[talk.shown_early :]
    faults = [f"asked though told: {prompt}" for prompt in sorted(citizen.never_asked.intersection(later))]
    # danger may step before a question that was just shown: it is asked when the danger has been told
    runs = [prompt for prompt, _ in itertools.groupby(later if talk.was_alarmed else shown)]
    faults += [
        f"asked again later: {prompt}"
        for prompt in sorted(set(runs))
        if runs.count(prompt) > 1 and prompt not in _MAY_COME_AGAIN
    ]
    faults += [
        f"asked {count} times: {prompt}"
        for prompt, count in ((prompt, len(list(group))) for prompt, group in itertools.groupby(later))
        if count > 2 and prompt not in _MAY_COME_AGAIN
    ]
    return faults


def _look_at_ticket(desk: PretendDesk, talk: Talk) -> None:
    """Read the newest ticket as an officer and `tppo talk` show it."""
    if not desk.tickets:
        return
    talk.has_ticket = True
    draft = desk.tickets[desk.mine[0]].draft
    facts: dict[str, object] = {key: _in_words(key, answer.value) for key, answer in draft.facts.items()}
    if "recruiter" not in facts and "company" in facts:
        facts["recruiter"] = facts["company"]
    reporter = draft.reporter
    way = way_to(reporter)
    facts["contact"] = _SHOWN_AS.get(way, way)
    facts |= {key: reporter[key] for key in ("name", "phone_of", "when", "wording") if key in reporter}
    facts["anonymous"] = draft.is_anonymous
    facts |= of_oneself({key: answer.value for key, answer in draft.facts.items()}, reporter)
    talk.facts = {key: value for key, value in facts.items() if value != ""}
    talk.lines.append("  = " + ", ".join(f"{key}={value!r}" for key, value in talk.facts.items() if key != "what"))


def _in_words(key: str, value: str) -> str:
    question = QUESTIONS.get(key)
    return option_title(key, value, Language.INDONESIAN) if question and value in question.choices else value


def _fits(value: object, expected: object) -> bool:
    if isinstance(expected, bool):
        return value is expected
    said = str(value).casefold()
    return any(
        one[1:] in said if one.startswith("~") else one == said
        for one in str(cast("str", expected)).casefold().split("|")
    )
