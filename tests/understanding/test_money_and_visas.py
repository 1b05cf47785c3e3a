"""Sums in another country's money, and the visa that somebody really travels on."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("the guards ask 3500 US dollars for my cousin", "payment", "US$3.500"),
        ("they say I owe 1,200 u.s. dollars", "payment", "US$1.200"),
        ("1800 usd", "payment", "US$1.800"),
        ("he paid 700 dollars already", "payment", "US$700"),
        ("disuruh bayar 2000 dolar singapura", "payment", "S$2.000"),
        ("gajinya 25000 NT dollars", "salary", "NT$25.000"),
        ("520 usd sebulan", "salary", "US$520"),
        ("minta RM4200", "payment", "RM4.200"),
    ],
)
def test_a_sum_is_in_the_money_that_was_named(text: str, key: str, value: str) -> None:
    assert facts(text).get(key) == value


def test_the_money_of_a_country_is_no_journey_to_it() -> None:
    assert "destination" not in facts("disuruh bayar 2000 dolar singapura")


@pytest.mark.parametrize(
    ("text", "visa"),
    [
        ("visanya pelawat aja", "kunjungan"),
        ("masuk pakai pas lawatan sosial", "kunjungan"),
        ("the visa he got is only tourist", "turis"),
        ("my visa is a visit visa", "kunjungan"),
        ("dibikinin visa liburan katanya", "turis"),
        ("visa itu bukan kerja tapi pelancong", "turis"),
        ("janjinya visa kerja, visanya cuma pelawat", "kunjungan"),
        ("visanya belum jadi, kerja di toko", None),
        ("visa dia kerja apa saya tidak tahu", None),
    ],
)
def test_the_kind_of_a_visa_may_stand_further_on(text: str, visa: str | None) -> None:
    assert facts(text).get("visa") == visa
