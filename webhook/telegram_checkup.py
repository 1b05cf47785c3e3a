"""The doctor's look at Telegram: the token, where updates go, and what the bot may do in the duty group."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from bot.telegram_bot import TelegramLine
from bot.telegram_parse import ASK_FOR
from bot.telegram_raw import Raw, is_true, words
from webhook.findings import Finding, bad, good, note
from webhook.settings import Settings
from webhook.telegram_asking import TelegramRefused, ask
from webhook.telegram_side import line_of, secrets_of
from webhook.telegram_webhook import WebhookState, address_of, ask_webhook

_ABOUT: Final = "telegram"
# Telegram holds what it cannot deliver for about a day: so many, and somebody should look
_MANY_WAIT: Final = 100
_LATELY: Final = timedelta(hours=1)
_OUTSIDE: Final = ("chat not found", "kicked", "not a member", "member not found", "deactivated")
_IN: Final = frozenset({"creator", "administrator", "member", "restricted"})


async def ask_telegram(settings: Settings) -> list[Finding]:
    """Ask Telegram about the bot; every question ends within ten seconds, and the first that fails is the last."""
    line = line_of(settings)
    findings: list[Finding] = []
    try:
        async for one in _asked(line, settings):
            findings.append(one)  # noqa: PERF401 - what was found before a failure must stay
    except TelegramRefused as error:
        findings.append(bad(_ABOUT, str(error)))
    return findings


async def _asked(line: TelegramLine, settings: Settings) -> AsyncIterator[Finding]:
    bot = await ask(line, "getMe")
    yield good(_ABOUT, f"Telegram knows the bot: @{words(bot, 'username')}.")
    state = await ask_webhook(line)
    yield _about_webhook(state, settings) if secrets_of(settings) else _about_polling(state, settings)
    if state.waiting > _MANY_WAIT:
        yield note(_ABOUT, f"{state.waiting} updates wait at Telegram.")
    if settings.duty_telegram_chat:
        async for one in _about_group(line, settings.duty_telegram_chat, bot):
            yield one
    else:
        yield note(_ABOUT, "No duty group gets cards (docs/telegram.md).")


def _about_polling(state: WebhookState, settings: Settings) -> Finding:
    if not state.url:
        return good(_ABOUT, "No webhook is set; we ask for messages ourselves.")
    host = urlsplit(state.url).hostname or "another address"
    if settings.public_base_url and state.url == address_of(settings):
        return note(_ABOUT, "Our own webhook is still set; the next start takes it away and asks by itself.")
    return bad(
        _ABOUT,
        f"Messages of this bot go to a webhook at {host}. If that is another hotline, this one needs a bot of its own;"
        " else start this one again, which takes the webhook away.",
    )


def _about_webhook(state: WebhookState, settings: Settings) -> Finding:
    if not state.url:
        return bad(_ABOUT, "No webhook is set, so nothing arrives: tppo webhook set")
    if state.url != address_of(settings):
        host = urlsplit(state.url).hostname or "another address"
        return bad(_ABOUT, f"Messages of this bot go to {host}, not to {settings.public_base_url}: tppo webhook set")
    missing = sorted(set(ASK_FOR) - state.asked_for)
    if missing:
        return bad(_ABOUT, f"The webhook was set without {', '.join(missing)}: tppo webhook set")
    lately = state.last_error_at is not None and datetime.now(UTC) - state.last_error_at < _LATELY
    if lately:
        return bad(_ABOUT, f"Telegram could not deliver to our webhook lately: {state.last_error}")
    return good(_ABOUT, f"Messages come to {state.url}.")


async def _about_group(line: TelegramLine, chat: str, bot: Raw) -> AsyncIterator[Finding]:
    """Say whether the duty group is there, and whether the bot may do in it what it must."""
    try:
        group = await ask(line, "getChat", chat_id=int(chat))
        member = await ask(line, "getChatMember", chat_id=int(chat), user_id=bot.get("id"))
    except TelegramRefused as error:
        if error.moved_to is None:
            if not any(word in error.said for word in _OUTSIDE):
                raise
            yield bad(_ABOUT, "The bot is not in the duty group, or TPPO_DUTY_TELEGRAM_CHAT names none: put it in.")
            return
        yield note(_ABOUT, f"The duty group is number {error.moved_to} now: TPPO_DUTY_TELEGRAM_CHAT={error.moved_to}")
        async for one in _about_group(line, str(error.moved_to), bot):
            yield one
        return
    yield _about_rights(group, member, bot)


def _about_rights(group: Raw, member: Raw, bot: Raw) -> Finding:
    status = words(member, "status")
    if words(group, "type") not in {"group", "supergroup"}:
        return bad(_ABOUT, "TPPO_DUTY_TELEGRAM_CHAT is no group: take the number that the bot says in the group.")
    if status not in _IN or (status == "restricted" and not is_true(member, "can_send_messages")):
        return bad(_ABOUT, "The bot is not in the duty group, or may not write there: put it in as administrator.")
    if status != "administrator" and not is_true(bot, "can_read_all_group_messages"):
        return bad(
            _ABOUT,
            "In the duty group the bot is no administrator and its privacy mode is on, so it misses what officers"
            " write: make it an administrator, or /setprivacy at @BotFather.",
        )
    if is_true(group, "is_forum") and not is_true(member, "can_manage_topics"):
        return note(_ABOUT, "In the duty group the bot may not manage topics: cards stand in one row until it may.")
    return good(
        _ABOUT, f"The duty group is there, {'a topic a ticket' if is_true(group, 'is_forum') else 'no topics'}."
    )
