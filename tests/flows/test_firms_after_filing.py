"""Who has reported and names a firm tells more for the ticket; who asks of one wants a check."""

import pytest

from tests.flows.pretend_desk import told

_FILED = (
    *(
        "lapor",
        "ya aman",
        "madam pukul saya, saya di dubai",
        "saya sendiri 29",
        "lewati",
        "lewati",
        "kirim",
        "ya kirim",
    ),
    *("cukup", "ya kirim"),
)


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("agent noor manpower. sumbawa bu jannah", ""),
        ("PT Noor Manpower yg ngirim saya", ""),
        ("sponsornya PT Cahaya Lintas Nusa, bu jannah", ""),
        ("PT Cahaya Lintas Nusa itu resmi ga?", "check"),
        ("coba cek PT Cahaya Lintas Nusa", "check"),
    ],
)
def test_a_firm_is_added_or_checked(text: str, flow: str) -> None:
    assert told(*_FILED, text).conversation.flow == flow
