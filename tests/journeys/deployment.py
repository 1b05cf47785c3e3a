"""A whole hotline in a process of its own, as `make run` starts it, for tests that use it as people do."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.intake import free_port

ROOT = Path(__file__).parents[2]
TPPO = Path(sys.executable).with_name("tppo")
_CODE = re.compile(r"^\s+([0-9A-Z]{6}(?:-[0-9A-Z]{1,6})+)\s", re.MULTILINE)


@dataclass(frozen=True)
class Deployment:
    """Where a running hotline listens, and what its start said."""

    chat: str
    desk: str
    announcement: str
    environment: dict[str, str]

    @property
    def first_code(self) -> str:
        """The first officer's one-time code, as the start printed it."""
        found = _CODE.search(self.announcement)
        assert found, "the start printed no one-time code"
        return found[1]


@contextmanager
def deployed(folder: Path) -> Iterator[Deployment]:
    """Start a hotline on a fresh folder, with no account anywhere; stop it with the signal that Ctrl-C sends."""
    ports = free_port(), free_port()
    ours = {"TPPO_DATA_DIR": str(folder), "TPPO_PUBLIC_PORT": str(ports[0]), "TPPO_DESK_PORT": str(ports[1])}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TPPO_")}
    environment = {**kept, **ours}
    process = subprocess.Popen([TPPO, "serve"], stdout=subprocess.PIPE, text=True, env=environment, cwd=folder.parent)
    try:
        yield Deployment(
            f"http://localhost:{ports[0]}", f"http://localhost:{ports[1]}", _announcement(process), environment
        )
    finally:
        process.terminate()
        assert process.wait(20) == 0, "the hotline did not stop cleanly"
        assert process.stdout is not None
        process.stdout.close()


def _announcement(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    lines: list[str] = []
    deadline = time.monotonic() + 30
    while "invented" not in (lines[-1] if lines else ""):
        line = process.stdout.readline()
        assert line, "the hotline ended instead of starting"
        assert time.monotonic() < deadline, "the hotline did not start"
        lines.append(line)
    return "".join(lines)
