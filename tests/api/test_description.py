"""The description of the API: valid, kept as a file that agrees with the code, and readable as a page."""

import json
import re
from pathlib import Path

from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator

from fotfeste.api.openapi import document, document_json
from fotfeste.api.pages import groups
from fotfeste.web.acts import PAGES
from fotfeste.web.acts_page import ActForm
from tests.api.conftest import API, Make, problem

ROOT = Path(__file__).resolve().parents[2]
DECLARED = {"400", "401", "403", "404", "405", "409", "411", "412", "413", "415", "422", "428", "429", "503"}


def test_the_copy_of_the_description_agrees_with_the_code() -> None:
    kept = (ROOT / "docs" / "openapi.json").read_bytes()

    assert kept == document_json(), "run `make docs`"


def test_anybody_may_read_the_description(client: Client) -> None:
    answer = client.get(f"{API}/openapi.json")

    assert answer.json()["openapi"] == "3.1.0"
    assert answer.content == document_json()
    assert problem(client.post(f"{API}/openapi.json"))["code"] == "api.method-not-allowed"


def test_every_reference_leads_somewhere_and_every_schema_is_one() -> None:
    whole = document()
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(whole))):
        node = whole
        for part in reference.split("/"):
            node = node[part]
    for schema in whole["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_failure_is_declared_with_its_meaning() -> None:
    whole = document()
    assert {name.removeprefix("Problem") for name in whole["components"]["responses"]} == DECLARED | {
        "Default"
    }
    for methods in whole["paths"].values():
        for described in methods.values():
            assert {"400", "404", "405", "422", "429", "503", "default"} < described["responses"].keys()


def test_nothing_that_is_not_known_may_be_sent() -> None:
    whole = document()
    for name, schema in whole["components"]["schemas"].items():
        if name.endswith(("Sent", "Query")) or name in {"Mended", "Sought", "Question", "LeftOut"}:
            assert schema.get("additionalProperties") is False, name


def test_every_act_that_a_page_can_do_is_there() -> None:
    described = {
        found["operationId"] for methods in document()["paths"].values() for found in methods.values()
    }

    acts = {f"do_{slug.replace('-', '_')}" for slug, page in PAGES.items() if page.form is not ActForm}
    assert acts
    assert acts <= described


def test_the_page_tells_of_every_operation_and_every_problem(client: Client) -> None:
    html = client.get(reverse("api_page")).content.decode()

    for methods in document()["paths"].values():
        for described in methods.values():
            assert f'id="{described["operationId"]}"' in html
    assert 'id="api.stale"' in html
    assert 'id="api.not-found"' in html
    assert sum(len(operations) for _, operations in groups()) == html.count('<details class="fold" id="')


def test_the_page_runs_nothing_and_needs_nobody_else(client: Client) -> None:
    html = client.get(reverse("api_page"), headers={"Accept-Language": "en"}).content.decode()

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|https?://(?!www\.w3\.org)", html)
    assert re.findall(r"<script(?! src=\"/static/)", html) == []


def test_a_problem_leads_to_where_it_is_explained(client: Client, program: Make) -> None:
    told = problem(program("siv").get("/nowhere"))

    page, _, anchor = told["type"].partition("#")
    assert f'id="{anchor}"' in client.get(page).content.decode()
