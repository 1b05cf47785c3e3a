"""Every path of every flow: it ends, asks nothing twice, and is drawn in docs/conversations.md for signing."""

from pathlib import Path as File

import pytest

from flows.conversation import Origin
from flows.labels import Language
from flows.questions import QUESTIONS
from flows.running import FLOWS
from flows.side import SIDE_QUESTIONS
from flows.texts import catalogue
from tests.flows.conversation_pages import page
from tests.flows.paths import CHECKS, WAYS, Path, as_asked, beginnings, skip_all, walk

_MOST_QUESTIONS = 22  # of the longest report: everything unknown, contact by phone, with a name
_MOST_IN_DANGER = 17
_PAGE = File(__file__).parents[2] / "docs" / "conversations.md"
_HEAD, _FOOT = "<!-- drawn by tests/flows/test_paths.py -->\n", "<!-- end of what is drawn -->"


@pytest.fixture(scope="module")
def report_paths() -> list[Path]:
    """Every path of the report: all branches from each beginning, every form of trafficking."""
    whole = [path for told in beginnings(every_form=False) for path in walk("report", told)]
    forms = [path for told in beginnings(every_form=True) for path in walk("report", told) if _is_plain(path)]
    left_open = [
        path for way in WAYS[1:] for told in beginnings(every_form=False) for path in walk("report", told, way)
    ]
    return [*whole, *forms, *left_open]


def test_every_path_ends_and_asks_nothing_twice(report_paths: list[Path]) -> None:
    assert {path.end for path in report_paths} == {"quiet", "sent", "discarded", "asked again"}
    for path in report_paths:
        asked = [step.question.id for step in path.steps]
        assert len(asked) == len(set(asked))


def test_reports_are_no_longer_than_promised(report_paths: list[Path]) -> None:
    lengths = {True: 0, False: 0}
    for path in report_paths:
        in_danger = path.steps[0].question.id != "safe"
        lengths[in_danger] = max(lengths[in_danger], len(path.steps))

    assert lengths[False] <= _MOST_QUESTIONS
    assert lengths[True] <= _MOST_IN_DANGER


def test_every_question_is_reached(report_paths: list[Path]) -> None:
    others = [path for flow in set(FLOWS) - {"report"} for path in walk(flow, {})]
    others += [path for told in CHECKS.values() for path in walk("check", told)]
    reached = {step.question.id for path in [*report_paths, *others] for step in path.steps}

    # beside the flows: side questions, and the one that asks back what the menu guessed
    assert set(QUESTIONS) == reached | set(SIDE_QUESTIONS) | {"menu_sure"}


def test_first_question_in_danger_is_never_a_paper(report_paths: list[Path]) -> None:
    """In danger the story's one sentence, the place and the way to reach the reporter come before all else."""
    first = {"what", "victim_now", "victim_spot", "pin_whose", "contact", "contact_phone"}
    danger = [path for path in report_paths if path.steps[0].question.id in {"what", "victim_now", "victim_spot"}]

    assert danger
    for path in danger:
        asked = [step.question.id for step in path.steps]
        assert set(asked[: asked.index("contact")]) <= first


def test_contact_is_asked_before_consent_on_every_sent_path(report_paths: list[Path]) -> None:
    """Who is in danger and read by officers already sends with the yes to the summary."""
    for path in report_paths:
        asked = [step.question.id for step in path.steps]
        if path.end == "sent":
            assert asked.index("contact") < asked.index("anonymous") < asked.index("summary")
            is_danger = path.steps[0].question.id in {"what", "victim_now", "victim_spot"}
            assert asked[-1] == "consent" or (is_danger and "consent" not in asked)


def test_whoever_skips_everything_is_soon_done() -> None:
    assert all(skip_all(told) <= _MOST_QUESTIONS for told in beginnings(every_form=False))


def test_every_wording_stands_in_both_catalogues(report_paths: list[Path]) -> None:
    wordings = {as_asked(step) for path in report_paths for step in path.steps}

    assert all(key in catalogue(language) for key in wordings for language in Language)


def test_page_shows_the_flows_as_they_are(*, rewrite: bool) -> None:
    text = _PAGE.read_text("utf-8")
    head, _, rest = text.partition(_HEAD)
    _, _, foot = rest.partition(_FOOT)
    drawn = f"{head}{_HEAD}{page()}{_FOOT}{foot}"
    if rewrite:
        _PAGE.write_text(drawn, "utf-8")

    assert rewrite or drawn == text


def _is_plain(path: Path) -> bool:
    """One path a form is enough once every branch was walked without a form."""
    told = {step.question.id: step.answer for step in path.steps}
    return told.get("contact") == "chat" and told.get("anonymous") == "hide" and told.get("victim") == "family"


def test_origins_of_open_answers_are_open() -> None:
    assert WAYS[1:] == (Origin.UNKNOWN, Origin.SKIPPED)
