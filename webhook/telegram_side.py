"""Telegram put together: settings in, a lane, a source of files, a webhook or a poller out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.channel import Channel
from bot.desk import Desk
from bot.desk_store import DeskStore
from bot.duty_acts import DutyActs
from bot.duty_cards import CardLook
from bot.fetching import MediaSource
from bot.hotline import Hotline
from bot.telegram_board import DutyBoard
from bot.telegram_bot import TelegramLine
from bot.telegram_channel import TelegramChannel
from bot.telegram_door import TelegramDoor
from bot.telegram_duty import DutyGroup
from bot.telegram_media import TelegramFiles
from bot.telegram_polling import Poller
from webhook.settings import Settings
from webhook.telegram_routes import add_telegram_routes


class TelegramSide:
    """Telegram as this deployment has it set up; implements Connected."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._line = line_of(settings)
        self._bot = self._line.open_bot()
        self._look = CardLook(settings.duty_card, settings.province, settings.rules().zone)

    def channels(self, store: DeskStore) -> Sequence[Channel]:
        """Give the lane."""
        board = DutyBoard(self._bot, store, self._settings.duty_telegram_chat, self._look)
        return [TelegramChannel(self._bot, board, store)]

    def sources(self) -> Sequence[MediaSource]:
        """Give where files lie."""
        return [TelegramFiles(self._bot, self._line)]

    def add_routes(self, app: FastAPI, hotline: Hotline) -> None:
        """Add the webhook, where there is a secret to prove it with."""
        secrets = secrets_of(self._settings)
        if secrets:
            add_telegram_routes(app, self._door(hotline), secrets)

    @asynccontextmanager
    async def running(self, hotline: Hotline) -> AsyncIterator[None]:
        """Poll where there is no webhook."""
        poller = None if secrets_of(self._settings) else Poller(self._line, self._door(hotline).take)
        if poller:
            poller.start()
        try:
            yield
        finally:
            if poller:
                await poller.stop()

    def _door(self, hotline: Hotline) -> TelegramDoor:
        store = hotline.desk_store
        desk = Desk(store, hotline.bell, self._settings.rules())
        duty = DutyGroup(store, desk, DutyActs(desk, store, self._look), self._line.bot_id)
        return TelegramDoor(hotline, store, duty, self._settings.duty_telegram_chat)


def line_of(settings: Settings) -> TelegramLine:
    """Give where the bot is reached."""
    return TelegramLine(settings.telegram_bot_token, settings.telegram_api_base)


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Give the secrets that count: the one in use, and after a comma the one before it while they change."""
    return tuple(one.strip() for one in settings.telegram_webhook_secret.split(",") if one.strip())
