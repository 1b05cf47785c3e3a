"""`tppo understand`, as people and as machines call it."""

import json

from click.testing import CliRunner

from webhook.commands.understand import understand


def test_each_line_gets_its_object_and_a_bad_line_an_error() -> None:
    lines = [
        '{"id": 7, "text": "adik saya disekap di Bavet"}',
        "not json",
        '{"id": "x"}',
        "[]",
        '{"id": null, "text": "halo"}',
    ]

    result = CliRunner().invoke(understand, ["--jsonl"], input="\n".join(lines))

    told = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert told[0]["id"] == 7
    assert set(told[0]) == {"id", "intent", "category", "urgency", "signals", "facts"}
    assert (told[0]["urgency"], told[0]["facts"]["destination"]) == ("emergency", "Bavet, Kamboja")
    assert "locked_up" in told[0]["signals"]
    assert [t.get("error") for t in told[1:4]] == ["not JSON", 'no "text"', 'no "text"']
    assert told[4]["intent"] == "greeting"


def test_a_person_is_told_why() -> None:
    result = CliRunner().invoke(understand, ["--now", "2026-11-22T07:00", "belum disekap, cuma takut"])

    assert result.exit_code == 0
    assert "disekap -> disekap (root) LOCK DENIED" in result.output


def test_a_wrong_clock_is_refused() -> None:
    assert CliRunner().invoke(understand, ["--now", "besok", "halo"]).exit_code == 2
