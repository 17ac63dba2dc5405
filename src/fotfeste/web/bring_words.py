"""Problems and rows of a list, in the reader's words."""

from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fotfeste.apps.imports.access import Alike, RowCard
from fotfeste.apps.imports.models import RowState
from fotfeste.apps.imports.report import heading_of
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.parameters.texts import reason_text, text


@dataclass(frozen=True, slots=True)
class SpokenChoice:
    """An answer that is offered."""

    id: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SpokenProblem:
    """Something to say of a row, in words. `field` is what a form sends the answer under."""

    field: str
    code: str
    columns: tuple[str, ...]
    where: str
    text: str
    tag: str
    color: str
    choices: tuple[SpokenChoice, ...]
    is_open: bool
    is_asked: bool


def language() -> str:
    """The reader's language."""
    return (get_language() or "nb")[:2]


def spoken(problem: Problem, kind: str) -> SpokenProblem:
    """A problem in the reader's words."""
    tag, color = _severity(problem)
    return SpokenProblem(
        field=f"answer:{problem.key}",
        code=problem.reason.code,
        columns=problem.columns,
        where=", ".join(heading_of(kind, column) for column in problem.columns[:2]),
        text=reason_text(problem.reason, language()),
        tag=tag,
        color=color,
        choices=tuple(
            SpokenChoice(
                choice.id,
                reason_text(replace(problem.reason, data=choice.data), language(), choice.key),
                choice == problem.answer,
            )
            for choice in problem.choices
        ),
        is_open=problem.holds_back,
        is_asked=problem.severity is Severity.ASKED,
    )


def spoken_row(card: RowCard, kind: str) -> dict[str, object]:
    """A row in the reader's words. Cells that a problem is about are shown first."""
    problems = [spoken(problem, kind) for problem in card.problems]
    asked_about = {column for problem in problems if problem.is_open for column in problem.columns}
    return {
        "public_id": card.public_id,
        "number": card.number,
        "name": card.name.strip() or _("Uten navn"),
        "state": state_word(card.state),
        "waits": card.state == RowState.WAITS,
        "next_waiting": card.next_waiting,
        "still_waiting": card.still_waiting,
        "is_left_out": card.is_left_out,
        "version": card.version,
        "problems": problems,
        "is_asked": any(problem.is_asked for problem in problems),
        "cells": [cell for cell in card.cells if cell.column in asked_about],
        "other_cells": [cell for cell in card.cells if cell.column not in asked_about],
        "can_be_mended": card.state in {RowState.WAITS, RowState.READY, RowState.LEFT_OUT},
    }


def spoken_alike(alike: Alike, kind: str) -> dict[str, object]:
    """A question that several rows ask, and each of them with what it asks of that row."""
    return {
        "problem": spoken(alike.problem, kind),
        "rows": alike.rows,
        "asked_by": [
            {"number": number, "name": name.strip() or _("Uten navn"), "text": spoken(problem, kind).text}
            for number, name, problem in alike.asked_by
        ],
    }


def state_word(state: str) -> str:
    """What becomes of a row, in words."""
    return text(f"import-state.{state}", language())


def _severity(problem: Problem) -> tuple[str, str]:
    if problem.severity is Severity.ASKED:
        return (_("Svar"), "warning") if problem.holds_back else (_("Besvart"), "success")
    return {
        Severity.HELD: (_("Må rettes"), "danger"),
        Severity.UNCLEAR: (_("Avklares siden"), "info"),
        Severity.NOTED: (_("Til orientering"), "neutral"),
    }[problem.severity]
