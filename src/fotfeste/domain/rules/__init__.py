"""The rules that can be asked without storing anything: facts in, answer out, with the numbers used."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fotfeste.domain.dated import Dated
from fotfeste.domain.rules import kinds
from fotfeste.domain.rules.asking import Answer, Book, Holidays, Outcome, Rule, Used
from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.rules.registered import RULES
from fotfeste.domain.rules.schema import schema_of
from fotfeste.domain.verdict import Refused, because

__all__ = ["RULES", "Answer", "Outcome", "Rule", "Used", "ask", "facts_schema", "rule"]


def rule(name: str) -> Rule[Any]:
    """The rule of that name. Raises Refused where there is none."""
    found = RULES.get(name)
    if found is None:
        raise Refused((because("rules.no-such-rule", "house §rules", rule=name[:80]),))
    return found


def facts_schema(name: str) -> dict[str, Any]:
    """The facts a rule needs, as JSON Schema (draft 2020-12)."""
    return schema_of(rule(name).facts)


def ask(
    name: str, facts: object, *, on: date, parameters: Mapping[str, Dated[Any]], holidays: Holidays
) -> Answer:
    """Ask one rule. Raises Refused with every fault in the facts, NotInForce for a day without a rule."""
    asked = rule(name)
    if not kinds.EARLIEST <= on <= kinds.LATEST:
        least, most = kinds.EARLIEST.isoformat(), kinds.LATEST.isoformat()
        raise Refused((because("rules.out-of-range", "house §rules", fact="on", least=least, most=most),))
    read = read_facts(asked.facts, facts)
    book = Book(parameters, holidays)
    outcome = asked.answer(read, on, book)
    return Answer(name, on, outcome, tuple(book.used.values()), asked.version)
