"""Intake with the whole work of a message, beside the floor of one bare commit a message, in the same run."""

import asyncio
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.load import Result, requests, run_load

CITIZENS, ROUNDS = 240, 3
PATH = "/chat/messages"


def free_port() -> int:
    """Give a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(what: str, folder: Path) -> Iterator[tuple[int, psutil.Process, float]]:
    """Run one of the two servers; give its port, its process and the seconds it took to start."""
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
    """Measure floor and hotline in turns, three times each, at 16 and at 64 connections."""
    with tempfile.TemporaryDirectory(prefix="tppo-bench-") as scratch:
        folder = Path(scratch)
        with server("hotline", folder / "rest") as (_, process, start_s):
            time.sleep(0.5)
            yield {"figure": "start", "seconds": round(start_s, 2), "must": "< 2"}
            yield {"figure": "memory at rest", "mib": round(process.memory_info().rss / 2**20, 1), "must": "< 150"}
        for connections in (16, 64):
            yield _compare(folder, connections)


def _compare(folder: Path, connections: int) -> dict[str, object]:
    rounds: list[tuple[Result, Result]] = []
    for turn in range(ROUNDS):
        pair: list[Result] = []
        for what in ("floor", "hotline"):
            with server(what, folder / f"{what}-{connections}-{turn}") as (port, _, _):
                asyncio.run(run_load(port, requests(40, port, PATH), connections))  # warm
                pair.append(asyncio.run(run_load(port, requests(CITIZENS, port, PATH), connections)))
        rounds.append((pair[0], pair[1]))
    floor = statistics.median(one.per_s for one, _ in rounds)
    hotline = statistics.median(two.per_s for _, two in rounds)
    return {
        "figure": "intake, full work, synchronous=FULL",
        "connections": connections,
        "messages_per_s": round(hotline),
        "p50_ms": round(statistics.median(two.p50_ms for _, two in rounds), 1),
        "p95_ms": round(statistics.median(two.p95_ms for _, two in rounds), 1),
        "floor_per_s": round(floor),
        "floor_p95_ms": round(statistics.median(one.p95_ms for one, _ in rounds), 1),
        "ratio": round(statistics.median(two.per_s / one.per_s for one, two in rounds), 2),
        "failed": sum(one.failed + two.failed for one, two in rounds),
        "must": "ratio >= 0.7",
    }
