"""Killed at any moment, again and again: nothing acknowledged is lost or done twice, and every reply still goes out."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery import Delivery
from storage import outbox
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.driver import run
from storage.migrate import upgrade
from storage.writer import Writer
from tests.bot.crash_child import Diary, Provider

_ROOT = Path(__file__).parents[2]
_KILLS = 6


def _start(data_dir: Path, work_dir: Path, name: str, url: str) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bot.crash_child", str(data_dir), str(work_dir), name, url],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def _kill(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


async def _until_nothing_is_uncertain(data_dir: Path) -> None:
    """Wait until what the last kill left open is sent: a reply that is uncertain twice is given up on purpose."""
    database = open_database(data_dir, owns=False)
    sql = "SELECT count(*) FROM outbox WHERE uncertain > 0 AND status IN ('ready', 'claimed')"
    async with asyncio.timeout(120):
        while _count(database, sql):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.005)
    database.close()


def _count(database: Database, sql: str) -> int:
    with database.reader() as conn:
        return int(str(run(conn, sql).scalar()))


def _lines(work_dir: Path, kind: str) -> list[str]:
    return [line for path in sorted(work_dir.glob(f"{kind}-*")) for line in path.read_text().splitlines()]


async def _finish(database: Database, cipher: Cipher, work_dir: Path) -> None:
    """Send what the last killed process left behind."""
    writer: Writer[None, None] = Writer(database.engine, lambda conn, items: items)
    writer.start()
    writer.run_now(outbox.reclaim_all)
    provider = Provider(Diary(work_dir / "sent-z"))
    await Delivery(writer, cipher, [provider], now=lambda: datetime.now(UTC) + timedelta(hours=1)).drain()
    writer.stop()


def _check(database: Database, work_dir: Path) -> Counter[str]:
    acked = {int(line) for line in _lines(work_dir, "acked")}
    sent = Counter(line.split()[2] for line in _lines(work_dir, "sent"))
    with database.reader() as conn:
        kept = [int(str(one)) for one in run(conn, "SELECT provider_id FROM inbox").scalars()]
        turns = set(run(conn, "SELECT contact_id, version FROM conversation"))
        counted = set(run(conn, "SELECT contact_id, count(*) FROM inbox GROUP BY contact_id"))
        rows = run(conn, "SELECT id, status FROM outbox").all()

    assert len(acked) > 100
    assert acked <= set(kept), "an acknowledged message is lost"
    assert len(kept) == len(set(kept))
    assert turns == counted, "a message was acted on twice, or not at all"
    assert len(rows) == len(kept), "a reply is missing or doubled"
    assert {status for _, status in rows} == {"sent"}
    assert set(sent) == {str(row_id) for row_id, _ in rows}
    return sent


def _first_sends_are_in_order(work_dir: Path) -> bool:
    """Replies name the turn they answer; ids of two replicas may change places within a millisecond, turns may not."""
    turns: dict[str, list[int]] = {}
    for _, key, _, turn in sorted((int(line.split()[0]), *line.split()[1:]) for line in _lines(work_dir, "sent")):
        if int(turn) not in turns.setdefault(key, []):
            turns[key].append(int(turn))
    return all(known == sorted(known) for known in turns.values())


@pytest.mark.slow
@pytest.mark.xdist_group("load")
async def test_a_killed_hotline_on_sqlite_loses_and_doubles_nothing(
    data_dir: Path, tmp_path: Path, cipher: Cipher
) -> None:
    database = open_database(data_dir)
    upgrade(database.engine)
    database.close()
    for turn in range(_KILLS):
        child = _start(data_dir, tmp_path, f"{turn}", "")
        await asyncio.sleep(random.uniform(0.1, 0.6))
        await _until_nothing_is_uncertain(data_dir)
        _kill(child)

    database = open_database(data_dir)
    await _finish(database, cipher, tmp_path)
    sent = _check(database, tmp_path)
    database.close()

    assert _first_sends_are_in_order(tmp_path)
    # a kill can fall between a send and its mark: at most what was on its way is sent once more
    assert sum(sent.values()) - len(sent) <= _KILLS * Provider.parallel
    assert max(sent.values()) <= 2


@pytest.mark.slow
@pytest.mark.xdist_group("load")
async def test_two_replicas_on_postgres_one_killed_again_and_again_lose_nothing(
    postgres_database: Database, postgres_url: str, data_dir: Path, tmp_path: Path, cipher: Cipher
) -> None:
    steady = _start(data_dir, tmp_path, "steady", postgres_url)
    try:
        for turn in range(_KILLS):
            child = _start(data_dir, tmp_path, f"{turn}", postgres_url)
            await asyncio.sleep(random.uniform(0.1, 0.6))
            _kill(child)
        (tmp_path / "finish").touch()
        steady.communicate(timeout=120)
    finally:
        _kill(steady)
    assert steady.returncode == 0

    await _finish(postgres_database, cipher, tmp_path)
    sent = _check(postgres_database, tmp_path)

    assert _first_sends_are_in_order(tmp_path)
    assert sum(sent.values()) - len(sent) <= _KILLS * Provider.parallel
