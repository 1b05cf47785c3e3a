"""Rings reach every open page, and nobody else is kept waiting."""

import asyncio
import threading

from bot.bell import Bell, watch


async def test_everybody_who_listens_hears_it_once() -> None:
    bell = Bell()
    async with bell.listen() as one, bell.listen() as two:
        bell.ring()
        bell.ring()

        assert await one.wait(1)
        assert await two.wait(1)
        assert not await one.wait(0.02)
    assert bell.listeners == 0


async def test_it_may_be_rung_from_the_writers_thread() -> None:
    bell = Bell()
    async with bell.listen() as one:
        thread = threading.Thread(target=bell.ring)
        thread.start()
        thread.join()

        assert await one.wait(1)


def test_a_ring_into_a_closed_loop_is_no_error() -> None:
    bell = Bell()

    async def listen_and_leave() -> None:
        context = bell.listen()
        await context.__aenter__()

    asyncio.run(listen_and_leave())
    bell.ring()


async def test_closing_ends_every_line_also_those_that_come_late() -> None:
    bell = Bell()
    async with bell.listen() as one:
        bell.close()

        assert await one.wait(1)
        assert one.closed
    async with bell.listen() as late:
        assert late.closed


async def test_what_another_process_committed_is_heard_by_its_pulse() -> None:
    bell, pulses = Bell(), iter(["1", "1", "2", "2", "2", "2", "2"])
    asked = 0

    async def pulse() -> str:
        nonlocal asked
        asked += 1
        return next(pulses, "2")

    watching = asyncio.create_task(watch(bell, pulse, every_s=0.01))
    await asyncio.sleep(0.05)
    quiet = asked
    async with bell.listen() as one:
        heard = await one.wait(2)
        again = await one.wait(0.1)
    watching.cancel()

    assert quiet == 0
    assert heard
    assert not again
