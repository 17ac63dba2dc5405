"""`fotfeste rules`: which rules there are, what each needs, and what it answers. Nothing is stored.

Exit codes: 0 answered, 1 the facts (or the day) cannot be answered, with every reason on the error stream.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from fotfeste.domain.dated import NotInForce
from fotfeste.domain.rules import RULES
from fotfeste.domain.verdict import Refused, Verdict, because
from fotfeste.parameters.answers import answer_as_json, ask, rule_as_json
from fotfeste.parameters.texts import LANGUAGES, reason_text

STANDARD_INPUT = "-"
MOST_BYTES = 1_000_000
"""Larger files hold something else than the facts of one question."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`list`, `show RULE` and `ask RULE --facts FILE [--on DATE]`, each with --lang and --json."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="list|show|ask")
    _with_output(kinds.add_parser("list", help="every rule that can be asked"))
    show = kinds.add_parser("show", help="what a rule is, and the facts it needs (JSON Schema)")
    show.add_argument("rule")
    _with_output(show)
    asking = kinds.add_parser("ask", help="ask a rule about facts in a file")
    asking.add_argument("rule")
    asking.add_argument(
        "--facts", required=True, metavar="FILE", help="facts as JSON; - reads standard input"
    )
    asking.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day asked about (today)")
    _with_output(asking)


def run(arguments: argparse.Namespace) -> int:
    """Answer, or say why not."""
    try:
        told = _TOLD[arguments.what](arguments)
    except Refused as refused:
        print("\n".join(_lines(refused.verdict, arguments.lang)), file=sys.stderr)
        return 1
    except NotInForce as reason:
        print(str(reason), file=sys.stderr)
        return 1
    print(
        json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else _IN_WORDS[arguments.what](told)
    )
    return 0


def _with_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="nb")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")


def _list(arguments: argparse.Namespace) -> Any:
    return [rule_as_json(name, arguments.lang) for name in sorted(RULES)]


def _show(arguments: argparse.Namespace) -> Any:
    return rule_as_json(arguments.rule, arguments.lang)


def _ask(arguments: argparse.Namespace) -> Any:
    from fotfeste import clock

    answer = ask(arguments.rule, _facts(arguments.facts), on=arguments.on or clock.today())
    return answer_as_json(answer, arguments.lang)


def _facts(name: str) -> object:
    """What the file says. Raises Refused where it is no JSON, or the same name stands twice in it."""
    try:
        return json.loads(_content(name), object_pairs_hook=_nothing_twice)
    except (ValueError, RecursionError) as trouble:
        raise Refused((because("rules.not-json", "house §rules", what=str(trouble)[:200]),)) from trouble


def _content(name: str) -> str:
    try:
        content = _read(name)
    except OSError as trouble:
        raise Refused((because("rules.no-such-file", "house §rules", file=name),)) from trouble
    if len(content) > MOST_BYTES:
        raise Refused((because("rules.too-large", "house §rules", most=MOST_BYTES),))
    return content.decode("utf-8-sig")


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _nothing_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"stands twice: {', '.join(sorted({name for name in names if names.count(name) > 1}))}"
        )
    return found


def _lines(verdict: Verdict, language: str) -> list[str]:
    return [f"  {reason_text(reason, language)}  [{reason.source}]" for reason in verdict]


def _list_in_words(told: Any) -> str:
    return "\n".join(f"{rule['rule']:22} {rule['title']}: {rule['about']}" for rule in told)


def _show_in_words(told: Any) -> str:
    head = f"{told['rule']}: {told['title']}\n{told['about']}\n[{', '.join(told['sources'])}]"
    return f"{head}\n\n{json.dumps(told['facts'], ensure_ascii=False, indent=2)}"


def _answer_in_words(told: Any) -> str:
    said = [f"{told['rule']} ({told['rule_version']}), {told['on']}"]
    said += [f"  {reason['text']}  [{reason['source']}]" for reason in told["reasons"]]
    said += [f"  ({note['text']})  [{note['source']}]" for note in told["notes"]]
    for line in told["lines"]:
        said.append(f"{line['due'] or '–':10}  {line['title']}")
        said += [f"{'':12}{why['text']}  [{why['source']}]" for why in line["why"]]
    said += [f"  {name}: {value}" for name, value in {**told["dates"], **told["values"]}.items()]
    said += [f"  {used['name']} {used['effect_from']}  [{used['source']}]" for used in told["parameters"]]
    return "\n".join(said)


_TOLD = {"list": _list, "show": _show, "ask": _ask}
_IN_WORDS = {"list": _list_in_words, "show": _show_in_words, "ask": _answer_in_words}
