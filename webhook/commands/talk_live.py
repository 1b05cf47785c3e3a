"""The hotline in a terminal for people: the one that runs on this machine, or one of its own on the same data."""

import asyncio
import secrets
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol, cast

import click
import httpx

from bot.hotline import Hotline, running, utc_now
from bot.inbound import Inbound
from flows.cleaning import clean_text
from flows.labels import Language
from flows.reply import Reply
from flows.said import Said
from flows.showing import greeting
from storage.errors import NeedsOperator
from webhook.settings import Settings, SettingsError, read_settings
from webhook.wiring import open_storage, parts_of

_POLL_S = 2.0
_TIMEOUT_S = 10.0
_CHANNEL = "terminal"


class Line(Protocol):
    """A way to a hotline."""

    async def say(self, text: str) -> None:
        """Send a message."""

    async def hear(self) -> Sequence[str]:
        """Give what the other side said since the last call."""


async def talk_live() -> None:
    """Talk until the end of input (Ctrl-D)."""
    try:
        settings = read_settings()
        async with _line(settings) as line:
            await _converse(line)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    except httpx.HTTPError:
        raise click.ClickException("The hotline stopped answering. Nothing that it confirmed is lost.") from None


async def _converse(line: Line) -> None:
    click.echo(click.style("Anda berbicara dengan hotline. Ctrl-D untuk keluar.", dim=True))
    _print([greeting(Language.INDONESIAN).as_plain_text()])
    listening = asyncio.create_task(_listen(line), name="listen")
    try:
        while (text := await asyncio.to_thread(_read_line)) is not None:
            if text.strip():
                await line.say(clean_text(text))
                _print(await line.hear())
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def _listen(line: Line) -> None:
    while True:
        await asyncio.sleep(_POLL_S)
        _print(await line.hear())


def _read_line() -> str | None:
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        return None


def _print(texts: Sequence[str]) -> None:
    for text in texts:
        click.echo("\n" + click.style(text, fg="cyan") + "\n")


@asynccontextmanager
async def _line(settings: Settings) -> AsyncIterator[Line]:
    base = f"http://127.0.0.1:{settings.public_port}"
    async with httpx.AsyncClient(base_url=base, timeout=_TIMEOUT_S, headers={"Origin": settings.address}) as client:
        if await _answers(client):
            yield _WebLine(client)
            return
    storage = open_storage(settings)
    async with running(parts_of(settings, storage)) as hotline:
        yield _OwnLine(hotline)


async def _answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/healthz")).is_success
    except httpx.HTTPError:
        return False


class _WebLine:
    """Talks to the running hotline as its web chat does."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._heard = "0"
        self._printed: set[str] = set()
        self._gate = asyncio.Lock()

    async def say(self, text: str) -> None:
        message = {"id": str(uuid.uuid4()), "text": text}
        answer = await self._client.post("/chat/messages", json=message)
        if answer.status_code == httpx.codes.UNAUTHORIZED:  # the first message only fetches the cookie
            answer = await self._client.post("/chat/messages", json=message)
        answer.raise_for_status()

    async def hear(self) -> Sequence[str]:
        async with self._gate:
            answer = await self._client.get("/chat/messages", params={"after": self._heard})
            letters = answer.json().get("letters", []) if answer.is_success else []
            # young letters are given again on purpose: two processes may commit out of the order of their ids
            new = [letter for letter in letters if letter["id"] not in self._printed]
            if new:
                self._heard = new[-1]["id"]
                self._printed.update(letter["id"] for letter in new)
        return [_text_of(letter) for letter in new if letter["speaker"] != "citizen"]


class _OwnLine:
    """Talks to a hotline in this process, on the deployment's own data."""

    def __init__(self, hotline: Hotline) -> None:
        self._hotline = hotline
        self._address = secrets.token_hex(16)
        self._heard = 0
        self._gate = asyncio.Lock()

    async def say(self, text: str) -> None:
        said = Inbound(_CHANNEL, str(uuid.uuid4()), self._address, Said(text=text), utc_now())
        await self._hotline.take_in(said)

    async def hear(self) -> Sequence[str]:
        async with self._gate:
            letters = await self._hotline.mailbox(_CHANNEL, self._address, after=self._heard)
            self._heard = max((letter.id for letter in letters), default=self._heard)
        return [
            ("Petugas: " if one.speaker == "officer" else "") + Reply(one.text, one.options).as_plain_text()
            for one in letters
            if one.speaker != "citizen"
        ]


def _text_of(letter: dict[str, object]) -> str:
    text = "".join(str(part[0]) for part in cast("list[list[object]]", letter["parts"]))
    choices = cast("list[dict[str, object]]", letter["choices"])
    lines = [f"{choice['number']}. {choice['title']}" for choice in choices]
    return "\n".join([("Petugas: " if letter["speaker"] == "officer" else "") + text, *([""] if lines else []), *lines])
