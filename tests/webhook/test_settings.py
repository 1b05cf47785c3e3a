"""A set-up that would fail later is refused at the start, in one line that says what to do."""

import re
from pathlib import Path

import pytest

from webhook.settings import Settings, SettingsError, read_settings

TWILIO = {
    "twilio_account_sid": "AC" + "0" * 32,
    "twilio_auth_token": "f" * 32,
    "twilio_whatsapp_from": "+628110000000",
    "public_base_url": "https://lapor.invented.id",
}


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("TPPO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_nothing_set_is_enough() -> None:
    settings = read_settings()

    assert not settings.has_whatsapp
    assert not settings.has_telegram
    assert settings.rules().places == ("desk",)


@pytest.mark.parametrize("left_out", ["twilio_account_sid", "twilio_auth_token", "twilio_whatsapp_from"])
def test_half_of_whatsapp_stops_the_start(left_out: str) -> None:
    half = {key: value for key, value in TWILIO.items() if key != left_out}

    with pytest.raises(SettingsError, match=f"TPPO_{left_out.upper()}"):
        read_settings(**half)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({**TWILIO, "public_base_url": ""}, "PUBLIC_BASE_URL"),
        ({**TWILIO, "public_base_url": "http://lapor.invented.id"}, "PUBLIC_BASE_URL"),
        ({**TWILIO, "twilio_auth_token": "change-me"}, "TWILIO_AUTH_TOKEN"),
        ({"telegram_bot_token": "isi di sini"}, "TELEGRAM_BOT_TOKEN"),
        ({"telegram_webhook_secret": "a" * 43}, "TELEGRAM_BOT_TOKEN"),
        ({"telegram_bot_token": "1:a", "telegram_webhook_secret": "a" * 43}, "PUBLIC_BASE_URL"),
        ({"timezone": "Asia/Lombok"}, "TIMEZONE"),
        ({"silence_minutes": 0}, "SILENCE_MINUTES"),
        ({"public_port": 70_000}, "PUBLIC_PORT"),
        ({"duty_card": "half"}, "DUTY_CARD"),
        ({"sms_from": "+628110000009"}, "SMS_FROM"),
        ({**TWILIO, "sms_from": "0811"}, "SMS_FROM"),
        ({**TWILIO, "sms_from": "Kabar baik untuk Anda"}, "SMS_FROM"),
        ({**TWILIO, "sms_from": "PoldaNTB"}, "SMS_FROM"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(wrong: dict[str, object], named: str) -> None:
    with pytest.raises(SettingsError, match=named) as refused:
        read_settings(**wrong)

    assert "\n" not in str(refused.value)


def test_a_refusal_never_repeats_the_value() -> None:
    secret = "change-me-7f3a"

    with pytest.raises(SettingsError) as refused:
        read_settings(**{**TWILIO, "twilio_auth_token": secret})

    assert secret not in str(refused.value)


def test_minutes_reach_the_rules_and_the_promise() -> None:
    rules = read_settings(escalate_emergency_minutes=7, escalate_other_minutes=45, silence_minutes=20).rules()

    assert (rules.promise.emergency_minutes, rules.promise.other_minutes) == (7, 45)
    assert rules.silence_after.total_seconds() == 20 * 60


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TPPO_PUBLIC_PORT=9001\nTPPO_DESK_PORT=9002\n")
    monkeypatch.setenv("TPPO_PUBLIC_PORT", "9009")

    settings = Settings()

    assert (settings.public_port, settings.desk_port) == (9009, 9002)
    assert re.fullmatch(r"http://localhost:9009", settings.address)


@pytest.mark.parametrize("number", ["0811380000", "62811380000", "whatsapp:0811", "+62 811"])
def test_a_number_that_no_call_could_match_stops_the_start(number: str) -> None:
    with pytest.raises(SettingsError, match="TPPO_TWILIO_WHATSAPP_FROM"):
        read_settings(**(TWILIO | {"twilio_whatsapp_from": number}))


def test_a_duty_phone_that_is_no_number_stops_the_start_and_is_not_shown() -> None:
    with pytest.raises(SettingsError, match="TPPO_DUTY_WHATSAPP") as told:
        read_settings(**(TWILIO | {"duty_whatsapp": "+6281100000099, 0811-222"}))

    assert "0811-222" not in str(told.value)


def test_an_old_token_without_whatsapp_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="TPPO_TWILIO_AUTH_TOKEN_OLD"):
        read_settings(twilio_auth_token_old="0" * 32)


def test_duty_phones_are_told_and_our_own_number_is_not_one_of_them() -> None:
    settings = read_settings(**(TWILIO | {"duty_whatsapp": "+6281100000099,whatsapp:+628110000000"}))

    assert settings.rules().phones == ("+6281100000099",)
    assert settings.rules().places == ("desk", "whatsapp")
    assert settings.phone_is_own


def test_a_token_that_holds_three_of_a_letter_by_chance_is_a_real_one() -> None:
    assert read_settings(telegram_bot_token="123456789:AAExXxinventedinventedinventedinvented").has_telegram
