"""`fotfeste rules`: list, show, ask."""

import argparse
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fotfeste.cli import rules
from fotfeste.domain.rules import RULES

FACTS = {"referral": {"referred_on": "2026-11-13"}}
ANSWERED, REFUSED, USED_WRONGLY = 0, 1, 2


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    rules.add_arguments(parser)
    return rules.run(parser.parse_args(words))


@pytest.fixture
def facts(tmp_path: Path) -> str:
    place = tmp_path / "facts.json"
    place.write_text(json.dumps(FACTS))
    return str(place)


def output(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_every_rule_is_listed_with_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == ANSWERED

    listed = capsys.readouterr().out
    assert all(name in listed for name in RULES)
    assert "Hva som er neste steg for en jobbsøker" in listed


def test_the_list_can_be_had_in_another_language_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--lang", "en", "--json") == ANSWERED

    assert {rule["rule"]: rule["title"] for rule in output(capsys)}["agenda.lines"] == "Next steps"


def test_a_rule_shows_the_facts_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "caseload.load") == ANSWERED

    shown = capsys.readouterr().out
    assert '"active"' in shown
    assert "[fidelity 1]" in shown


def test_asking_says_what_is_next_why_and_by_which_numbers(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "agenda.lines", "--facts", facts, "--on", "2026-11-23") == ANSWERED

    said = capsys.readouterr().out
    assert "2026-11-20  Hold oppstartsmøte" in said
    assert "Henvist 13. november. Første møte bør holdes innen 7 dager" in said
    assert "[I §4.1]" in said
    assert "startup 2020-04-01" in said


def test_asking_says_it_to_a_program_too(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "agenda.lines", "--facts", facts, "--on", "2026-11-23", "--json") == ANSWERED

    (line,) = output(capsys)["lines"]
    assert (line["code"], line["state"], line["button"]) == (
        "startup.hold-first-meeting",
        "overdue",
        "Finn tid",
    )


def test_without_a_day_it_is_asked_of_today(
    facts: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fotfeste.clock.today", lambda: date(2026, 11, 20))

    run("ask", "agenda.lines", "--facts", facts, "--json")

    said = output(capsys)
    assert said["on"] == "2026-11-20"
    assert said["lines"][0]["state"] == "today"


def test_facts_can_come_from_another_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO(b'\xef\xbb\xbf{"active": 25}'))
    monkeypatch.setattr("sys.stdin", given)

    assert run("ask", "caseload.load", "--facts", "-", "--on", "2026-11-22") == ANSWERED
    assert "Porteføljen er 25 jobbsøkere" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "ikke lesbar JSON"),
        (b'{"active": 1, "active": 2}', "stands twice: active"),
        (b"\xff\xfe", "ikke lesbar JSON"),
        (b"[" * 100_000, "ikke lesbar JSON"),
        (b" " * (rules.MOST_BYTES + 1), "større enn 1000000 byte"),
        (b'{"actve": 1}', "actve er ikke noe regelen kjenner"),
        (b'{"active": "many"}', "active skal være av typen integer"),
        (b'{"active": NaN}', "active skal være av typen integer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_every_reason(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_bytes(content)

    assert (
        run("ask", "caseload.load", "--facts", str(tmp_path / "facts.json"), "--on", "2026-11-22") == REFUSED
    )

    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


REFUSALS = {
    "rules.no-such-rule": ("ask", "agenda.lunch", "--facts", "{facts}"),
    "rules.no-such-file": ("ask", "agenda.lines", "--facts", "nowhere.json"),
    "rules.not-json": ("ask", "agenda.lines", "--facts", __file__),
    "rules.too-large": ("ask", "agenda.lines", "--facts", "/dev/zero"),
}


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_said_in_the_language_asked_for(
    code: str, facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.format(facts=facts) for word in REFUSALS[code]]

    assert run(*words, "--lang", "en") == REFUSED
    in_english = capsys.readouterr().err
    assert run(*words, "--lang", "nn") == REFUSED
    assert capsys.readouterr().err not in ("", in_english)


def test_a_day_before_the_guideline_has_no_answer(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "agenda.lines", "--facts", facts, "--on", "2019-01-01") == REFUSED
    assert "its first is from 2020-04-01" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [(), ("ask",), ("ask", "agenda.lines"), ("show",), ("list", "--lang", "se")]
)
def test_a_command_that_is_not_whole_says_how_it_is_used(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        run(*words)

    assert left.value.code == USED_WRONGLY


def test_a_measure_is_answered_with_the_latest_lawful_day_its_paragraph_and_what_would_change_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "facts.json"
    place.write_text('{"measure": "follow_up", "first_start": "2021-08-31"}')

    assert run("ask", "measure.latest-end", "--facts", str(place), "--on", "2022-01-01") == ANSWERED

    said = capsys.readouterr().out
    assert "latest_lawful_end: 2022-08-30" in said
    assert "(Blir det fastslått at arbeidsevnen er nedsatt" in said
    assert "duration_follow_up 2016-01-01  [FOR-2015-12-11-1598 §4-4]" in said


@pytest.mark.parametrize(
    ("rule", "facts", "told"),
    [
        ("measure.start", {"measure": "ips", "born_on": "1990-01-01", "start": "2026-12-01"}, "samtykke"),
        ("measure.complaint", {"reached_on": "2026-11-02"}, "complain_by: 2026-12-14"),
        ("measure.gate", {"job": {}}, "oppfølgingsplan"),
        ("measure.offer", {"needs_more_help": True}, "offer: follow_up"),
        ("measure.allowance", {"measure": "follow_up", "born_on": "1990-01-01"}, "kroner_a_day: 312"),
    ],
)
def test_start_complaint_gate_offer_and_money_are_answered_from_facts_alone(
    rule: str, facts: dict[str, Any], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_text(json.dumps(facts))

    run("ask", rule, "--facts", str(tmp_path / "facts.json"), "--on", "2026-11-22")

    assert told in capsys.readouterr().out
