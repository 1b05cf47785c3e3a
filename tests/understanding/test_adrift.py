"""A boat whose engine is dead among waves calls somebody; a motorbike, a flood and what came right again do not."""

import pytest

from flows.labels import Urgency
from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "mesin mati ombak besar air masuk",
        "perahu kami hanyut mesin mati",
        "boat mesinnya mati dari tadi ombak besar",
        "sampan bocor kami 12 org",
        "air masuk ke perahu tlg",
    ],
)
def test_who_is_adrift_is_heard(text: str) -> None:
    reading = understand(text, today=TODAY)

    assert reading.is_emergency
    assert "threat" in {sign.name for sign in reading.signals if sign.is_met}


@pytest.mark.parametrize(
    "text",
    [
        "mesin mati di jalan, motor mogok",
        "banjir air masuk rumah",
        "kapal feri tadi mesinnya mati sebentar ombak besar tapi sudah sampai lembar",
        "nelayan cerita mesin mati ombak gede, untung selamat kemarin",
        "dengar2 dulu mesin kapal mati hanyut 3 hari tahun 2015",
    ],
)
def test_what_is_over_or_elsewhere_calls_nobody(text: str) -> None:
    assert understand(text, today=TODAY).urgency is not Urgency.EMERGENCY
