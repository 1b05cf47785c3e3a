"""Every setting, read once from the environment and `.env`, all with the prefix TPPO_."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.ladder import places
from bot.rules import Rules

_PHONE: Final = re.compile(r"\+[1-9]\d{6,14}")
# a sender that is a name: at most eleven, one of them a letter
_SENDER_NAME: Final = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
_LOUD_NAME: Final = re.compile(r"tppo|poli[sc]|polda|polri|satgas|lapor|korban|trafic|traffic", re.IGNORECASE)
# four of a kind: three stand in one of a thousand real tokens by chance
_SAMPLE: Final = re.compile(r"change.?me|contoh|example|sample|isi.?di.?sini|x{4}", re.IGNORECASE)


class SettingsError(Exception):
    """A setting is wrong or half of a pair is missing; the text is one line that says what to do."""


class Settings(BaseSettings):
    """The settings. Each has a line in .env.example, where its comment stands; a test compares the two."""

    model_config = SettingsConfigDict(
        env_prefix="TPPO_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    data_dir: Path = Path("./data")
    database_url: str = ""
    public_base_url: str = ""
    public_port: int = Field(default=8000, ge=1, le=65535)
    desk_host: str = "127.0.0.1"
    desk_port: int = Field(default=8001, ge=1, le=65535)
    twilio_account_sid: str = ""
    twilio_auth_token: str = ""
    twilio_auth_token_old: str = ""
    twilio_whatsapp_from: str = ""
    sms_from: str = ""
    twilio_api_base: str = "https://api.twilio.com"
    telegram_bot_token: str = ""
    telegram_webhook_secret: str = ""
    telegram_api_base: str = "https://api.telegram.org"
    duty_whatsapp: str = "+6281138830666"
    duty_telegram_chat: str = ""
    duty_card: Literal["full", "minimal"] = "full"
    hotline_number: str = "0811-3883-0666"
    province: str = "52"
    timezone: str = "Asia/Makassar"
    registry_max_age_days: int = Field(default=90, ge=1)
    escalate_emergency_minutes: int = Field(default=5, ge=1)
    escalate_other_minutes: int = Field(default=60, ge=1)
    silence_minutes: int = Field(default=30, ge=1)

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("is not a time zone; in Indonesia: Asia/Jakarta, Asia/Makassar, Asia/Jayapura") from None
        return value

    @property
    def has_whatsapp(self) -> bool:
        """Say whether WhatsApp through Twilio is set up."""
        return bool(self.twilio_account_sid)

    @property
    def has_telegram(self) -> bool:
        """Say whether a Telegram bot is set up."""
        return bool(self.telegram_bot_token)

    @property
    def phone_is_own(self) -> bool:
        """Say whether a duty phone is the very number that we speak from."""
        return self.has_whatsapp and self.own_number in {
            one.strip().removeprefix("whatsapp:") for one in self.duty_whatsapp.split(",")
        }

    @property
    def duty_phones(self) -> tuple[str, ...]:
        """Give the duty phones that cards can be sent to: all but our own number, which cannot write to itself."""
        named = (one.strip().removeprefix("whatsapp:") for one in self.duty_whatsapp.split(","))
        return tuple(dict.fromkeys(one for one in named if one and one != self.own_number))

    @property
    def own_number(self) -> str:
        """Give the number that WhatsApp messages are sent from, as +62...; "" where there is none."""
        return self.twilio_whatsapp_from.strip().removeprefix("whatsapp:")

    @property
    def address(self) -> str:
        """Give our own address as citizens type it."""
        return self.public_base_url.rstrip("/") or f"http://localhost:{self.public_port}"

    def rules(self) -> Rules:
        """Give what the hotline at work obeys."""
        return Rules(
            zone=ZoneInfo(self.timezone),
            province=self.province,
            emergency_after=timedelta(minutes=self.escalate_emergency_minutes),
            other_after=timedelta(minutes=self.escalate_other_minutes),
            silence_after=timedelta(minutes=self.silence_minutes),
            hotline_number=self.hotline_number,
            duty_card=self.duty_card,
            places=places(
                has_phones=self.has_whatsapp and bool(self.duty_phones),
                has_group=self.has_telegram and bool(self.duty_telegram_chat),
            ),
            phones=self.duty_phones if self.has_whatsapp else (),
            has_sms=bool(self.sms_from),
            registry_max_age_days=self.registry_max_age_days,
        )


def read_settings(**overrides: object) -> Settings:
    """Read the settings and refuse a set-up that would fail later.

    Raises:
        SettingsError: With one line that says what to mend.
    """
    try:
        settings = Settings(**overrides)  # type: ignore[arg-type] # pydantic checks what is given
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "?"
        raise SettingsError(f"TPPO_{name} {first['msg'].removeprefix('Value error, ')}. Mend it in .env.") from None
    _refuse_half_channels(settings)
    return settings


def _refuse_half_channels(settings: Settings) -> None:
    twilio: Mapping[str, str] = {
        "TPPO_TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TPPO_TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
        "TPPO_TWILIO_WHATSAPP_FROM": settings.twilio_whatsapp_from,
    }
    missing = [name for name, value in twilio.items() if not value]
    if missing and len(missing) < len(twilio):
        raise SettingsError(f"WhatsApp is half set up: set {' and '.join(missing)} in .env, or clear the others.")
    if settings.twilio_auth_token_old and not settings.has_whatsapp:
        raise SettingsError("TPPO_TWILIO_AUTH_TOKEN_OLD is set but WhatsApp is not set up: clear it in .env.")
    secrets = {**twilio, "TPPO_TELEGRAM_BOT_TOKEN": settings.telegram_bot_token}
    secrets["TPPO_TELEGRAM_WEBHOOK_SECRET"] = settings.telegram_webhook_secret
    for name, value in secrets.items():
        if value and _SAMPLE.search(value):
            raise SettingsError(f"{name} still holds a sample value: put the real one into .env, or clear it.")
    if settings.has_whatsapp and not _PHONE.fullmatch(settings.own_number):
        raise SettingsError("TPPO_TWILIO_WHATSAPP_FROM is no number like +6281...: mend it in .env.")
    wrong = [one for one in settings.duty_phones if not _PHONE.fullmatch(one)]
    if settings.has_whatsapp and wrong:
        raise SettingsError(
            f"TPPO_DUTY_WHATSAPP has {len(wrong)} entry that is no number like +6281...: mend it in .env."
        )
    if settings.has_whatsapp and not settings.public_base_url.startswith("https://"):
        raise SettingsError("WhatsApp needs a public address: set TPPO_PUBLIC_BASE_URL=https://... in .env.")
    _refuse_half_sms(settings)
    _refuse_half_telegram(settings)


def _refuse_half_sms(settings: Settings) -> None:
    sender = settings.sms_from
    if not sender:
        return
    if not settings.has_whatsapp:
        raise SettingsError(
            "TPPO_SMS_FROM is set but Twilio is not set up: set the TPPO_TWILIO_ settings, or clear it."
        )
    if not _PHONE.fullmatch(sender) and not _SENDER_NAME.fullmatch(sender):
        raise SettingsError("TPPO_SMS_FROM is a number like +6281... or a name of at most 11 letters: mend it in .env.")
    if _LOUD_NAME.search(sender):
        raise SettingsError("TPPO_SMS_FROM stands on the screen of a phone that others read: choose a neutral name.")


def _refuse_half_telegram(settings: Settings) -> None:
    if settings.duty_telegram_chat and not re.fullmatch(r"-?\d{1,19}", settings.duty_telegram_chat):
        raise SettingsError("TPPO_DUTY_TELEGRAM_CHAT is the group's number, such as -1001234567890: the bot says it.")
    if not re.fullmatch(r"([A-Za-z0-9_-]{1,256}(,[A-Za-z0-9_-]{1,256})?)?", settings.telegram_webhook_secret):
        raise SettingsError("TPPO_TELEGRAM_WEBHOOK_SECRET takes letters, digits, _ and -; new,old while you change it.")
    if settings.telegram_webhook_secret and not settings.has_telegram:
        raise SettingsError(
            "TPPO_TELEGRAM_WEBHOOK_SECRET is set but TPPO_TELEGRAM_BOT_TOKEN is not: set it or clear both."
        )
    if settings.telegram_webhook_secret and not settings.public_base_url.startswith("https://"):
        raise SettingsError("A Telegram webhook needs TPPO_PUBLIC_BASE_URL=https://... (or no secret, to poll).")
