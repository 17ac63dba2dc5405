"""Whatever is sent to whatever address: never a fault of ours, and never an answer that was not described."""

import json
import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fotfeste.api.openapi import document
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.imports.models import ImportBatch, StagedRow
from fotfeste.apps.people.models import Membership, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.rules import RULES
from fotfeste.jobs.loop import carry_next
from fotfeste.web import limits
from tests.api.conftest import LIST, Make, Program
from tests.api.made_up import resolved, value
from tests.api.test_every_operation import keeps_to_its_description
from tests.employer_people import agreement_with
from tests.provider_people import agreed, begun, granted

OPERATIONS = [
    (path, method, described)
    for path, methods in document()["paths"].items()
    for method, described in methods.items()
]
WHOLE = document()
EACH = int(os.environ.get("FOTFESTE_FUZZ", "40"))
"""How many calls each caller makes; FOTFESTE_FUZZ=2000 asks for a long night."""


@pytest.fixture
def ids(cast: Cast, program: Make, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Ids that are there, by the name of the parameter, so that not every call ends at the door."""
    for name in ("FOR_A_CALLER", "FOR_THE_PUBLIC"):
        monkeypatch.setattr(f"fotfeste.api.guard.{name}", limits.Limit(10**9, 60))
    monkeypatch.setattr("fotfeste.api.actors.FOR_WRONG_KEYS", limits.Limit(10**9, 60))
    siv = program("siv")
    siv.post("/employers", {"name": "Rana Mat"})
    siv.upload("/imports", LIST, {"kind": "caseload"})
    while carry_next():
        pass
    referral = {"team": str(cast.units["ips_salten"].public_id), "name": "Kari Ny", "protection": "none"}
    referral |= {"referred_on": cast.on.isoformat(), "treatment": "current", "talk": "not_held"}
    program("berit").post("/referrals", {**referral, "wishes_to_work": True})
    role = str(Membership.objects.get(account=cast.accounts["siv"]).public_id)
    siv.post("/unit-meetings", {"held_on": cast.on.isoformat(), "who": [role]})
    office = str(cast.units["nav_bodo"].public_id)
    wish = {"office": office, "wish": "Fast kontakt i NAV"}
    wished = program("nora").post("/me/agreement-requests", wish).json()["request"]
    return {
        "person_id": [str(person.public_id) for person in cast.people.values()],
        "relation_id": [str(each) for each in Relation.objects.values_list("public_id", flat=True)],
        "employer_id": [str(each) for each in Employer.objects.values_list("public_id", flat=True)],
        "import_id": [str(each) for each in ImportBatch.objects.values_list("public_id", flat=True)],
        "row_id": [str(each) for each in StagedRow.objects.values_list("public_id", flat=True)[:5]],
        "referral_id": [each["id"] for each in siv.get("/referrals").json()["referrals"]],
        "measure_request_id": [],
        "agreement_request_id": [wished],
        "letter_id": [],
        "employer_agreement_id": [str(agreement_with(cast, person="sofie").public_id)],
        "agreement_id": [str(agreed(cast).public_id)],
        "enrolment_id": [str(begun(cast, granted(cast, "amir", starts_on=cast.on)).public_id)],
        "participation_id": [str(granted(cast, "nora").public_id)],
        "rule": sorted(RULES),
        "unit_meeting_id": [each["id"] for each in siv.get("/unit-meetings").json()["meetings"]],
        "item_id": [],
        "task_id": [],
        "specialist_id": [str(cast.accounts["siv"].public_id)],
        "carried_id": [],
        "number": ["0", "1", "999999999999"],
        "attachment_id": [],
        "lead_id": [],
        "job_id": [],
        "version_id": [],
        "statement_id": [str(each) for each in ConsentStatement.objects.values_list("public_id", flat=True)],
        "question_id": [],
        "consultation_id": [],
        "request_id": [],
    }


@dataclass(frozen=True)
class Caller:
    """Makes calls up and makes them."""

    program: Program
    ids: dict[str, list[str]]
    data: st.DataObject

    def call(self, path: str, method: str, described: dict[str, Any]) -> Any:
        query: dict[str, Any] = {}
        headers: dict[str, str] = {}
        for parameter in described.get("parameters", []):
            found = resolved(parameter, WHOLE)
            if found["in"] == "path":
                path = path.replace(f"{{{found['name']}}}", self._id(found["name"]))
            elif found["required"] or self.data.draw(st.integers(0, 3)) == 0:
                made = self.data.draw(value(found["schema"], WHOLE))
                if found["in"] == "query":
                    query[found["name"]] = made
                else:
                    headers[found["name"].replace("-", "_")] = _as_header(made)
        address = path.removeprefix("/api/v1") + _query(query)
        if method == "get":
            return self.program.get(address, **headers)
        return self._send(method, address, described, headers)

    def _send(self, method: str, address: str, described: dict[str, Any], headers: dict[str, str]) -> Any:
        content = described.get("requestBody", {}).get("content", {})
        if "multipart/form-data" in content:
            file = self.data.draw(st.binary(max_size=60) | st.just(LIST[:2_000]))
            kind = self.data.draw(st.sampled_from(["caseload", "employers", "x"]))
            return self.program.upload(address, file, {"kind": kind})
        schema = content.get("application/json", {}).get("schema", {"type": "object"})
        body = json.dumps(self.data.draw(value(schema, WHOLE)))
        key = headers.pop("Idempotency_Key", "")
        return self.program.send(method.upper(), address, body, key=key, **headers)

    def _id(self, name: str) -> str:
        """Mostly an id that is there; now and then one that is not, or is none."""
        made = st.uuids().map(str) | st.sampled_from(["1", "%00", "٣", "a" * 300, "..", "null"])
        known = self.ids[name] if self.data.draw(st.integers(0, 4)) else []
        drawn: str = self.data.draw(st.sampled_from(known) if known else made)
        return quote(drawn, safe="%")


@pytest.mark.parametrize("name", ["siv", "mette", "hege", "nora", "arne", "nobody"])
def test_no_call_is_answered_with_a_fault_or_with_what_was_not_described(
    name: str, ids: dict[str, list[str]], program: Make, nobody: Program
) -> None:
    caller = nobody if name == "nobody" else program(name)

    @settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def calls(data: st.DataObject) -> None:
        path, method, described = data.draw(st.sampled_from(OPERATIONS))
        answer = Caller(caller, ids, data).call(path, method, described)

        assert answer.status_code < 500, answer.content
        assert str(answer.status_code) in described["responses"]
        keeps_to_its_description(described["operationId"], answer)

    calls()


def _query(query: dict[str, Any]) -> str:
    pairs = (f"{name}={quote(_as_text(made), errors='surrogatepass')}" for name, made in query.items())
    return "?" + "&".join(pairs) if query else ""


def _as_header(made: Any) -> str:
    """As it can stand in a header at all."""
    return _as_text(made).encode("ascii", "ignore").decode().replace("\r", "").replace("\n", "")[:2_000]


def _as_text(made: Any) -> str:
    return made if isinstance(made, str) else json.dumps(made)
