"""The rules, asked without storing anything: which there are, what each needs, and what it answers."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste import clock
from fotfeste.api.fields import Day
from fotfeste.api.policy import PUBLIC, api_policy
from fotfeste.api.problems import SOURCE, language
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble, not_found
from fotfeste.domain.agenda import LineState
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.rules import RULES
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters.answers import answer_as_json, ask, rule_as_json

router = Router(tags=["Rules"])


class RuleShown(Shown):
    """One rule that can be asked."""

    rule: str
    title: str
    about: str
    sources: list[str] = Field(description="Where it is written.")
    parameters: list[str] = Field(description="The dated numbers it reads.")
    facts: dict[str, Any] = Field(description="The facts it needs, as JSON Schema (2020-12).")


class Rules(Shown):
    """Every rule that can be asked."""

    rules: list[RuleShown]


class Question(Sent):
    """The facts to ask a rule about, and the day to ask for. Nothing of it is stored."""

    facts: dict[str, Any] = Field(description="As the rule's own schema says; see GET /rules/{rule}.")
    on: Day | None = Field(None, description="The day the answer is for; today when left out.")


class ReasonOfRule(Shown):
    """One reason, with its values."""

    code: str
    text: str
    source: str
    data: dict[str, str | int | None]


class LineOfRule(Shown):
    """One line of the agenda."""

    code: str
    about: str = Field(description="Tells lines of the same code apart.")
    title: str
    due: date | None
    state: LineState
    why: list[ReasonOfRule]
    act: str = Field(description="The act that answers the line.")
    button: str
    for_role: str
    ask_again_at: date | None


class ParameterUsed(Shown):
    """One dated number that the answer rests on, and how sure it is."""

    name: str
    value: dict[str, Any] | None
    unit: str
    source: str
    in_force_from: date
    effect_from: date
    last_checked_on: date
    provisional: bool


class RuleAnswer(Shown):
    """What a rule says of these facts on that day."""

    rule: str
    rule_version: str = Field(description="Changes when the rule answers differently.")
    on: date
    is_met: bool = Field(description="Whether there is no reason against.")
    reasons: list[ReasonOfRule]
    notes: list[ReasonOfRule] = Field(description="Worth knowing; they stand against nothing.")
    lines: list[LineOfRule]
    dates: dict[str, date | None]
    values: dict[str, str | int | None]
    parameters: list[ParameterUsed]


@router.get("/rules", response=Rules, summary="All rules that can be asked")
@api_policy(PUBLIC)
def list_rules(request: HttpRequest) -> dict[str, Any]:
    """Every rule by name, with where it is written, the numbers it reads and the facts it needs."""
    return {"rules": [rule_as_json(name, language()) for name in sorted(RULES)]}


@router.get("/rules/{rule}", response=RuleShown, summary="One rule")
@api_policy(PUBLIC)
def show_rule(request: HttpRequest, rule: str) -> dict[str, Any]:
    """What one rule is and the facts it needs, as JSON Schema."""
    return rule_as_json(_known(rule), language())


@router.post("/rules/{rule}", response=RuleAnswer, summary="Ask a rule")
@api_policy(PUBLIC)
def ask_rule(request: HttpRequest, question: Question, rule: str) -> dict[str, Any]:
    """Ask a rule about facts of your own. Nothing is stored, and no name or number is needed.

    The answer gives every reason with its source, the days that follow, and which dated numbers were used.
    """
    name = _known(rule)
    day = question.on or clock.today()
    try:
        return answer_as_json(ask(name, question.facts, on=day), language())
    except Refused as refused:
        raise Trouble(422, "api.not-understood", refused.verdict) from None
    except NotInForce:
        raise Trouble(422, "api.not-understood", (because("api.not-in-force", SOURCE, day=day),)) from None


def _known(rule: str) -> str:
    if rule not in RULES:
        raise not_found()
    return rule
