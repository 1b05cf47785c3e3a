"""A bounded load on loopback: keep-alive connections that post JSON one after the other and note each answer's time."""

import asyncio
import json
import secrets
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What a load measured: answers a second, and their times in milliseconds."""

    per_s: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    failed: int


# one citizen's report from the first word to the receipt; the story is one of ten
_STORIES = (
    "anak tetangga saya diajak kerja ke malaysia sama sponsor, katanya gaji besar",
    "adik saya ditawari kerja di kamboja jadi admin, tiketnya gratis, kenal dari facebook",
    "saudara saya mau dikirim jadi art di saudi tapi pakai visa umrah",
    "teman saya kerja di kapal ikan, sudah lima bulan gajinya belum dibayar",
    "keponakan disuruh nikah sama orang luar, keluarganya mau dikasih uang",
    "ada orang di desa kumpulkan anak muda untuk kerja kebun di kalimantan",
    "saya sudah bayar 15 juta tapi tidak jadi berangkat, paspor saya dipegang dia",
    "sepupu saya kerja di taiwan, katanya tidak boleh libur dan hpnya diambil",
    "ada lpk yang janji magang ke jepang, minta uang 30 juta di depan",
    "istri saya di riyadh sudah dua bulan tidak bisa dihubungi",
)
_TOLD = ("1", "19 tahun", "di desa, belum berangkat", "Pak Durahim, sponsor", "tidak tahu", "cukup")
_CONSENT = ("3", "1", "1", "1")


def citizen_script(number: int) -> list[str]:
    """Give what the citizen of that number says, message by message."""
    return [_STORIES[number % len(_STORIES)], *_TOLD, *_CONSENT]


def requests(citizens: int, port: int, path: str) -> list[bytes]:
    """Make all requests of a load, the citizens' messages side by side."""
    scripts = [citizen_script(number) for number in range(citizens)]
    cookies = [secrets.token_urlsafe(32) for _ in range(citizens)]
    turns = range(max(map(len, scripts)))
    return [
        _request(port, path, cookies[number], scripts[number][turn])
        for turn in turns
        for number in range(citizens)
        if turn < len(scripts[number])
    ]


def _request(port: int, path: str, cookie: str, text: str) -> bytes:
    body = json.dumps({"id": secrets.token_hex(16), "text": text}).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Cookie: catatan={cookie}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def run_load(port: int, messages: Sequence[bytes], connections: int) -> Result:
    """Post every message once, over so many connections side by side."""
    waiting = iter(messages)
    times: list[float] = []
    failures: list[int] = []
    begun = time.perf_counter()
    await asyncio.gather(*(_connection(port, waiting, times, failures) for _ in range(connections)))
    took_s = time.perf_counter() - begun
    times.sort()
    return Result(
        per_s=len(times) / took_s,
        p50_ms=times[len(times) // 2] * 1000,
        p95_ms=times[int(len(times) * 0.95)] * 1000,
        p99_ms=times[int(len(times) * 0.99)] * 1000,
        failed=len(failures),
    )


async def _connection(port: int, waiting: Iterator[bytes], times: list[float], failures: list[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for message in waiting:
        begun = time.perf_counter()
        writer.write(message)
        status = await _answer(reader)
        times.append(time.perf_counter() - begun)
        if status != 200:
            failures.append(status)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    if length:
        await reader.readexactly(length)
    return status
