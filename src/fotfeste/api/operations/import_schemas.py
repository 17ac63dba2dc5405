"""A list on its way in, as it is shown and as it is answered."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from fotfeste.api.fields import Flag, RowNumber, Text
from fotfeste.api.problems import language
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.imports.access import ListPage, RowCard
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, RowState
from fotfeste.domain.brought_in import Choice, Problem, Severity
from fotfeste.parameters.texts import reason_text

MOST_ANSWERS = 100


class ChoiceShown(Shown):
    """An answer that is offered."""

    id: str
    text: str


class ProblemShown(Shown):
    """Something to say about a row or a list."""

    key: str = Field(description="What an answer is sent under.")
    code: str
    severity: Severity
    text: str
    source: str
    columns: list[str] = Field(description="What it is about, the first of them first.")
    choices: list[ChoiceShown]
    answer: str | None = Field(description="The id of the choice that was given.")
    holds_back: bool = Field(description="Whether the row waits for this.")


class CellShown(Shown):
    """One cell: as it was written, and as it stands now."""

    column: str
    heading: str
    written: str
    now: str


class RowListed(Shown):
    """One row, and what will become of it."""

    id: UUID
    number: int
    name: str
    state: RowState
    is_left_out: bool
    version: int
    problems: list[ProblemShown]


class RowShown(RowListed):
    """One row with all its cells."""

    cells: list[CellShown]


class AlikeShown(Shown):
    """A question that several rows ask, to be answered once for all of them."""

    problem: ProblemShown
    rows: int


class ImportListed(Shown):
    """A list that is on its way in, or came in lately."""

    id: UUID
    kind: ImportKind
    stage: ImportStage
    brought_at: datetime
    expires_at: datetime = Field(description="When it is thrown away if nobody confirms it.")
    done_rows: int
    total_rows: int


class ImportShown(ImportListed):
    """A list with a page of its rows."""

    problems: list[ProblemShown] = Field(description="About the list as a whole.")
    counts: dict[str, int] = Field(description="How many rows there are in each state.")
    outcome: dict[str, int] = Field(description="What came of it; empty before it is confirmed.")
    alike: list[AlikeShown]
    rows: list[RowListed]
    next_after: int = Field(description="The row number that the next page begins after; 0 on the last.")


class Imports(Shown):
    """The lists one may open."""

    imports: list[ImportListed]


class RowsQuery(Sent):
    """Which rows to show."""

    state: RowState | None = None
    after: RowNumber = 0


class Mended(Sent):
    """Cells typed anew, and answers to what is asked about the row."""

    cells: dict[str, Text] = Field({}, max_length=50, description="By column name.")
    answers: dict[str, Text] = Field({}, max_length=MOST_ANSWERS, description="Choice id by problem key.")


class LeftOut(Sent):
    """Whether the row stays behind."""

    is_left_out: Flag


class ListAnswers(Sent):
    """Answers to what is asked about the list as a whole."""

    answers: dict[str, Text] = Field(min_length=1, max_length=MOST_ANSWERS)


class AlikeAnswer(Sent):
    """The same answer for every row that asks this."""

    code: Text = Field(max_length=80)
    choice: Text = Field(max_length=80)


class ImportSaved(Shown):
    """The list, and how far it has come."""

    id: UUID
    stage: ImportStage
    version: int


class RowSaved(Shown):
    """The row as it stands now."""

    id: UUID = Field(validation_alias="public_id")
    state: RowState
    version: int


class RowsAnswered(Shown):
    """How many rows got the answer."""

    id: UUID
    rows: int


def import_facts(batch: ImportBatch) -> dict[str, Any]:
    """What is told of a list without its rows."""
    return {
        "id": batch.public_id,
        "kind": batch.kind,
        "stage": batch.stage,
        "brought_at": batch.brought_at,
        "expires_at": batch.expires_at,
        "done_rows": batch.done_rows,
        "total_rows": batch.total_rows,
    }


def page_facts(page: ListPage) -> dict[str, Any]:
    """A list with a page of its rows."""
    return {
        **import_facts(page.batch),
        "problems": [problem_facts(each) for each in page.about_list],
        "counts": {state.value: page.counts.get(state, 0) for state in RowState},
        "outcome": {name: n for name, n in page.batch.outcome.items() if name != "left"},
        "alike": [{"problem": problem_facts(each.problem), "rows": each.rows} for each in page.alike],
        "rows": [row_facts(row) for row in page.rows],
        "next_after": page.next_after,
    }


def row_facts(row: RowCard) -> dict[str, Any]:
    """A row with what is said of it, and its cells when they were asked for."""
    return {
        "id": row.public_id,
        "number": row.number,
        "name": row.name,
        "state": row.state,
        "is_left_out": row.is_left_out,
        "version": row.version,
        "problems": [problem_facts(each) for each in row.problems],
        "cells": row.cells,
    }


def problem_facts(problem: Problem) -> dict[str, Any]:
    """A problem in the caller's words."""
    return {
        "key": problem.key,
        "code": problem.reason.code,
        "severity": problem.severity,
        "text": reason_text(problem.reason, language()),
        "source": problem.reason.source,
        "columns": list(problem.columns),
        "choices": [{"id": each.id, "text": _said(problem, each)} for each in problem.choices],
        "answer": problem.answer.id if problem.answer else None,
        "holds_back": problem.holds_back,
    }


def _said(problem: Problem, choice: Choice) -> str:
    return reason_text(replace(problem.reason, data=choice.data), language(), choice.key)
