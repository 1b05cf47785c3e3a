"""The rules of the house that a machine can keep."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("bot", "flows", "storage", "webhook")
LONGEST_FILE = 400
# what may stand beside a log event: our own names, codes, counts and classes
LOGGABLE = frozenset(
    {"inbox", "ticket", "outbox", "timer", "media", "kind", "lane", "channel", "error", "size", "count", "code"}
    | {"reason", "seconds", "status", "attempts", "room", "what", "update", "field", "method", "path", "state"}
    | {"files", "rows", "sid", "place", "where"}
)


def sources() -> Iterator[Path]:
    """Give every Python file of the four floors."""
    for floor in FLOORS:
        yield from sorted((ROOT / floor).rglob("*.py"))


def test_imports_go_down() -> None:
    """The contracts in pyproject.toml hold."""
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert told.returncode == 0, told.stdout


def test_the_four_packages_are_ours() -> None:
    """No installed package of the same name shadows a floor (two old ones exist)."""
    parents = {Path(str(importlib.import_module(floor).__file__)).parents[1] for floor in FLOORS}

    assert parents == {ROOT}


def test_every_file_has_one_job() -> None:
    too_long = [str(path.relative_to(ROOT)) for path in sources() if len(path.read_text().splitlines()) > LONGEST_FILE]

    assert too_long == []


def test_every_room_says_its_job_in_its_first_line() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert [path for path in silent if "/migrations/" not in path] == []


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_logs_hold_events_and_no_words_of_people(path: Path) -> None:
    """A log call has a constant event and only fields whose names are on the list."""
    for call in ast.walk(ast.parse(path.read_text())):
        if not _is_log_call(call):
            continue
        assert isinstance(call, ast.Call)
        event = call.args[-1] if _method(call) == "log" else call.args[0]
        assert isinstance(event, ast.Constant), f"{path.name}:{call.lineno} puts words into a log event"
        assert len(call.args) == (2 if _method(call) == "log" else 1), f"{path.name}:{call.lineno} formats an event"
        for keyword in call.keywords:
            if keyword.arg == "extra" and isinstance(keyword.value, ast.Dict):
                names = {key.value for key in keyword.value.keys if isinstance(key, ast.Constant)}
                assert names <= LOGGABLE, f"{path.name}:{call.lineno} logs {names - LOGGABLE}"


def test_env_example_names_every_setting_and_no_other() -> None:
    from webhook.settings import Settings

    lines = (ROOT / ".env.example").read_text().splitlines()
    named = {line.partition("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)}

    assert named == {f"TPPO_{name.upper()}" for name in Settings.model_fields}


def test_env_example_shows_the_defaults() -> None:
    from webhook.settings import Settings

    lines = (ROOT / ".env.example").read_text().splitlines()
    shown = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))
    defaults = {f"TPPO_{name.upper()}": str(field.default) for name, field in Settings.model_fields.items()}

    assert {key: value.removeprefix("./") for key, value in shown.items()} == defaults


def test_every_line_of_env_example_is_explained() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    unexplained = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if re.match(r"[A-Z_]+=", line) and not re.match(r"#|[A-Z_]+=", before)
    ]

    assert unexplained == []


def test_the_lock_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text()

    assert not re.search(r"--(extra-)?index-url|--find-links|https?://", lock)
    assert lock.count("--hash=sha256:") > 100


def test_every_command_of_the_table_is_there() -> None:
    from webhook.cli import COMMANDS

    for where in COMMANDS.values():
        module, function = where.split(":")
        command = getattr(importlib.import_module(module), function)
        assert command.help, where


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))

    assert [name for name in wanted if re.split(r"[\[<>=]", name)[0].lower().replace("_", "-") not in pinned] == []


def _is_log_call(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "logger", "logging"}
        and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical", "log"}
    )


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_a_start_without_channels_loads_none_of_their_libraries() -> None:
    """Memory at rest and start-up time are promised; the channels' libraries alone would cost 30 MiB."""
    large = {"telegram", "twilio", "openpyxl", "PIL"}
    look = f"import sys, webhook.commands.serve; print(*sorted({large} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, cwd=ROOT, check=True)

    assert told.stdout.split() == []
