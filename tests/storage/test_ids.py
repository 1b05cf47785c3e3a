"""Ids grow, fit both databases, and tell when they were made."""

import threading
import time

import pytest

from storage.ids import IdMaker


def test_ids_grow_and_fit_a_signed_64_bit_column() -> None:
    make = IdMaker()
    ids = [make() for _ in range(50_000)]

    assert ids == sorted(set(ids))
    assert ids[-1] < 2**63


def test_ids_of_many_threads_never_meet() -> None:
    make = IdMaker()
    made: list[list[int]] = [[] for _ in range(8)]
    threads = [threading.Thread(target=lambda own=own: own.extend(make() for _ in range(3000))) for own in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({one for own in made for one in own}) == 24_000
    assert all(own == sorted(own) for own in made)


def test_ids_go_on_growing_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    make = IdMaker()
    before = make()
    monkeypatch.setattr(time, "time_ns", lambda: 1_750_000_000_000_000_000)

    assert make() > before


def test_ids_of_two_processes_sort_by_the_time_they_were_made() -> None:
    first, second = IdMaker(), IdMaker()
    earlier = first()
    time.sleep(0.003)

    assert second() > earlier
