"""Intake with the whole work of a message, beside the floor of one bare commit a message behind the same server.

All servers of a comparison stand side by side and are loaded in turns, so that their rounds meet the same machine.
"""

import asyncio
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.load import Result, requests, run_load
from tests.bench.servers import InlineFloor

CITIZENS, ROUNDS, CONNECTIONS = 80, 7, (16, 64)
PATH = "/chat/messages"
ROUTE = "POST /chat/messages, plain ASGI behind the guard"
BAR = 0.7


def free_port() -> int:
    """Give a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(what: str, folder: Path) -> Iterator[tuple[int, psutil.Process, float]]:
    """Run one of the servers; give its port, its process and the seconds it took to start."""
    port = free_port()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.servers", what, str(port), str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield port, psutil.Process(process.pid), time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(20)


def figures() -> Iterator[dict[str, object]]:
    """Measure start and rest, then floor and hotline in turns behind the same route, at 16 and at 64 connections."""
    with tempfile.TemporaryDirectory(prefix="tppo-bench-") as scratch:
        folder = Path(scratch)
        starts: list[float] = []
        for turn in range(3):
            with server("hotline", folder / f"rest-{turn}") as (_, process, start_s):
                time.sleep(0.5)
                starts.append(start_s)
                rest_mib = process.memory_info().rss / 2**20
        yield _held("start, best of 3", "seconds", round(min(starts), 2), most=2)
        yield _held("memory at rest", "mib", round(rest_mib, 1), most=150)
        for connections in CONNECTIONS:
            yield _compare(folder, connections)


def _held(figure: str, unit: str, value: float, *, most: float) -> dict[str, object]:
    return {"figure": figure, unit: value, "must": f"< {most}", "is_met": value < most}


def _compare(folder: Path, connections: int) -> dict[str, object]:
    names = ("floor", "inline_floor", "hotline")
    loads: dict[str, list[_Load]] = {name: [] for name in names}
    with ExitStack() as stack:
        running = {name: stack.enter_context(server(name, folder / f"{name}-{connections}")) for name in names}
        for port, process, _ in running.values():
            _load(port, process, connections, citizens=40)  # warm
        for turn in range(ROUNDS):
            # there and back, so that a neighbour who comes or goes weighs on both sides
            for name in names if turn % 2 else reversed(names):
                port, process, _ = running[name]
                loads[name].append(_load(port, process, connections, citizens=CITIZENS))
    ratio, commits = _ratio(loads, "floor"), _bare_commits_us(folder / f"disk-{connections}")
    return {
        "figure": "intake, full work, synchronous=FULL",
        "route": ROUTE,
        "connections": connections,
        **_told(loads["hotline"], "messages_per_s", ""),
        **_told(loads["floor"], "floor_per_s", "floor_"),
        "ratio": ratio,
        "ratios": sorted(_ratios(loads, "floor")),
        # what one synchronous=FULL commit costs on this disk now: where it is dear, sharing it decides the ratio
        "bare_commit_us": commits,
        "failed": sum(load.result.failed for each in loads.values() for load in each),
        "must": f"ratio >= {BAR}",
        "is_met": ratio >= BAR,
        # for comparison: the same bare commit in the event loop itself, where no server should wait for a disk
        "inline_floor_per_s": _told(loads["inline_floor"], "per_s", "")["per_s"],
        "ratio_to_inline_floor": _ratio(loads, "inline_floor"),
    }


@dataclass(frozen=True, slots=True)
class _Load:
    """One load: what the clients saw, and the server's processor time a message."""

    result: Result
    processor_us: float


def _load(port: int, process: psutil.Process, connections: int, *, citizens: int) -> _Load:
    messages = requests(citizens, port, PATH)
    before = process.cpu_times()
    result = asyncio.run(run_load(port, messages, connections))
    after = process.cpu_times()
    spent_s = after.user - before.user + after.system - before.system
    return _Load(result, spent_s / len(messages) * 1e6)


def _bare_commits_us(folder: Path) -> int:
    face = InlineFloor(_made(folder))
    times: list[float] = []
    for number in range(300):
        begun = time.perf_counter()
        face.keep(str(number), "words")
        times.append(time.perf_counter() - begun)
    return round(statistics.median(times) * 1e6)


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def _told(loads: list[_Load], rate: str, prefix: str) -> dict[str, float]:
    return {
        rate: round(statistics.median(load.result.per_s for load in loads)),
        f"{prefix}p50_ms": round(statistics.median(load.result.p50_ms for load in loads), 1),
        f"{prefix}p95_ms": round(statistics.median(load.result.p95_ms for load in loads), 1),
        f"{prefix}processor_us": round(statistics.median(load.processor_us for load in loads)),
    }


def _ratios(loads: dict[str, list[_Load]], floor: str) -> list[float]:
    pairs = zip(loads["hotline"], loads[floor], strict=True)
    return [round(hotline.result.per_s / bare.result.per_s, 2) for hotline, bare in pairs]


def _ratio(loads: dict[str, list[_Load]], floor: str) -> float:
    return round(statistics.median(_ratios(loads, floor)), 2)
