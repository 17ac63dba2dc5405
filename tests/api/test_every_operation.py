"""Every operation, called once as it should be: it works, it is described, it is logged, it is done once."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from jsonschema import Draft202012Validator

from fotfeste.api.checks import operations
from fotfeste.api.openapi import document
from fotfeste.api.policy import api_policy_of
from fotfeste.api.v1 import api
from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import Cast
from fotfeste.web import limits
from tests.api.conftest import Make, Program, problem
from tests.api.examples import Example, Walk, examples

pytestmark = pytest.mark.timeout(600)  # each test makes hundreds of calls, and the machine may be busy

BY_NAME = {operation.view_func.__name__: operation for _, operation in operations(api)}
POLICIES = {name: api_policy_of(operation.view_func) for name, operation in BY_NAME.items()}
CHANGES = {
    name
    for name, policy in POLICIES.items()
    if policy and "GET" not in BY_NAME[name].methods and not policy.only_looks and not policy.knock.is_public
}
LOOKS_AT_NOBODY = {
    "get_me",
    "list_referral_teams",
    "list_measure_offices",
    "list_office_cooperation",
    *("list_measure_providers", "list_measure_agreements", "get_measure_agreement", "list_guides"),
    "find_staff",
    "list_look_questions",
    "list_discharge_questions",
    "list_open_emergencies",
} | {
    "list_waiting_emergencies",
    "get_occupations",
    "get_guideline",
    "get_follow_up_information",
    "get_agreement_information",
    "check_seal",
    "list_rules",
    "show_rule",
    "ask_rule",
}
"""What tells nothing of any jobseeker, and is not logged."""


@pytest.fixture
def walk(cast: Cast, program: Make) -> Walk:
    return Walk(cast, program)


TOLD_ONCE = {"invite_employer_person", "invite_employer_colleague"}
"""What tells a code in the first answer, and never again."""


@dataclass(frozen=True)
class Strangers:
    """Who has no business with Nora: one without a token, and those of other places."""

    nobody: Program
    known: dict[str, Program]


@pytest.fixture
def strangers(walk: Walk, nobody: Program, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    monkeypatch.setattr("fotfeste.api.actors.FOR_WRONG_KEYS", limits.Limit(1_000, 60))
    return Strangers(nobody, {name: walk.by(name) for name in STRANGERS})


def described(name: str, status: int) -> dict[str, Any] | None:
    """The JSON Schema that an answer must keep to; None where it is not JSON."""
    for methods in document()["paths"].values():
        for found in methods.values():
            if found["operationId"] == name:
                answer = found["responses"][str(status)]
                if "$ref" in answer:
                    answer = document()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
                content = answer.get("content", {})
                schema = content.get("application/json") or content.get("application/problem+json")
                return schema["schema"] if schema else None
    raise LookupError(name)


def keeps_to_its_description(name: str, answer: Any) -> None:
    schema = described(name, answer.status_code)
    if schema is not None:
        whole = {**schema, "components": document()["components"]}
        Draft202012Validator(whole).validate(json.loads(answer.content))


def test_every_operation_is_refused_to_others_and_works_as_it_is_described_and_is_done_once(
    walk: Walk, strangers: Strangers
) -> None:
    """What changes something is sent twice with the same key: the same answer, and nothing is done again.

    Before that others send it, are refused, and change nothing: it works all the same. Who is turned away
    is asked on one database (see `one_database`), in the one walk: making it is most of what this costs.
    """
    seen, done_once = set(), set()
    for example in examples(walk):
        if connection.vendor == "sqlite":
            _is_not_for_others(walk, strangers, example)
        before = LogRow.objects.count()
        is_sent_again = example.operation in CHANGES and not example.file
        key = str(uuid.uuid4()) if is_sent_again else ""
        answer = walk.call(example, key=key) if is_sent_again else walk.call(example)

        assert 200 <= answer.status_code < 300, f"{example.operation}: {answer.content.decode()}"
        keeps_to_its_description(example.operation, answer)
        seen.add(example.operation)
        if example.operation not in LOOKS_AT_NOBODY:
            _was_logged(example, before)
        if is_sent_again:
            _does_nothing_again(walk, example, key, answer)
            done_once.add(example.operation)

    assert seen == BY_NAME.keys()
    assert done_once == CHANGES - {"bring_list", "add_attachment", "add_my_attachment"}


def _does_nothing_again(walk: Walk, example: Example, key: str, first: HttpResponse) -> None:
    rows = LogRow.objects.count()
    second = walk.call(example, key=key)

    assert first.status_code == second.status_code, example.operation
    assert _kept_of(example.operation, first) == json.loads(second.content), example.operation
    assert second["Idempotency-Replayed"] == "true", example.operation
    assert first.get("ETag") == second.get("ETag")
    assert LogRow.objects.count() == rows, f"{example.operation} did it again"


def _kept_of(operation: str, answer: HttpResponse) -> Any:
    """An answer without what is told once and then nowhere."""
    said = json.loads(answer.content)
    if operation in TOLD_ONCE:
        assert said["code"], operation
        said["code"] = None
    return said


def _was_logged(example: Example, before: int) -> None:
    rows = LogRow.objects.filter(seq__gt=before)
    assert rows.exists(), f"{example.operation} left nothing in the log"
    assert set(rows.values_list("channel", flat=True)) == {"api"}, example.operation
    assert not rows.filter(on_behalf_of=None).exists(), example.operation


PUBLIC = {
    *("list_rules", "show_rule", "ask_rule", "get_me", "get_occupations", "get_guideline"),
    *("get_follow_up_information", "get_agreement_information", "check_seal"),
}
STRANGERS = ("odd", "guro", "erik")
"""A specialist elsewhere, a guide at a provider, an employer's contact: none of them stands around Nora."""
ANYBODYS_OWN = {
    *("get_me", "get_my_agenda", "list_people", "search_people", "find_staff", "get_handover"),
    *("list_employers", "add_employer_to_team", "get_employer_week", "list_imports", "bring_list"),
    *("call_unit_meeting", "list_unit_meetings", "list_unit_meeting_tasks", "get_my_supervision"),
    *("list_rules", "show_rule", "ask_rule", "get_occupations", "get_guideline"),
    *("get_follow_up_information", "get_agreement_information", "check_seal"),
    *("list_referral_teams", "send_referral", "list_sent_referrals", "list_referrals"),
}
"""What is about the caller's own team or caseload: a specialist elsewhere may call it, and gets their own."""
PROVIDERS_OWN = {
    *(
        "list_measure_agreements",
        "get_measure_agreement",
        "list_guides",
        "list_enrolments",
        "list_reports_to_write",
    ),
    *("confirm_start", "name_guide", "list_participants", "get_participation"),
    *("start_measure_guide", "do_measure_guide", "start_measure_suggest", "do_measure_suggest"),
}
"""What is about the caller's own provider: a guide there may call it."""


EMPLOYERS_OWN = {
    "list_agreement_notices",
    "read_agreement_notices",
    "list_employer_agreements",
    "get_employer_agreement",
    *("list_employer_promises", "list_employer_questions", "list_employer_contacts"),
    "get_employer_agreement_document",
    "list_own_interest",
    "show_interest",
    "list_employer_colleagues",
    "end_employer_colleague",
    *("invite_employer_colleague", "sign_as_employer", "take_back_as_employer"),
    *(name for name in BY_NAME if name.partition("_")[2].startswith("by_employer_")),
}
"""What is about an agreement that the employer's contact was let in to."""


def _is_not_for_others(walk: Walk, strangers: Strangers, example: Example) -> None:
    _opens_without_a_token_only_what_is_public(example, walk.call(example, by=strangers.nobody))
    for name, stranger in strangers.known.items():
        if _is_theirs_too(example.operation, name):
            continue
        answer = walk.call(example, by=stranger)

        # One whom one may not hand over counts as moved meanwhile: the same answer as for one who has.
        refused = {409} if (example.operation, name) == ("hand_over", "odd") else {403, 404}
        assert answer.status_code in refused, f"{example.operation} as {name}: {answer.content!r}"
        keeps_to_its_description(example.operation, answer)


def _is_theirs_too(operation: str, name: str) -> bool:
    if operation in ANYBODYS_OWN:
        return name == "odd" or operation in PUBLIC
    return operation in {"guro": PROVIDERS_OWN, "erik": EMPLOYERS_OWN}.get(name, set())


def _opens_without_a_token_only_what_is_public(example: Example, answer: HttpResponse) -> None:
    if POLICIES[example.operation].knock.is_public:  # type: ignore[union-attr]  # the check says that each has one
        assert answer.status_code == 200
    else:
        assert (answer.status_code, problem(answer)["code"]) == (401, "api.not-logged-in"), example.operation


def test_every_operation_is_told_of_in_words() -> None:
    for methods in document()["paths"].values():
        for found in methods.values():
            assert found["summary"], found["operationId"]
            assert len(found["description"]) > 15, found["operationId"]
            assert found["tags"]
