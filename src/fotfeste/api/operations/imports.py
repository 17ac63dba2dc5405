"""Bringing a list: send the file, see what will happen, mend what waits, confirm. Not before is it stored."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, UploadedFile

from fotfeste.api.calls import Call, calling
from fotfeste.api.once import Done
from fotfeste.api.operations import import_schemas as schemas
from fotfeste.api.operations.import_answers import check_answers, check_cells
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.problems import language
from fotfeste.api.trouble import Stale, Trouble, not_found
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.imports import services
from fotfeste.apps.imports.access import (
    access_list,
    access_lists,
    access_report,
    access_row,
    batch_opened,
)
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, StagedRow
from fotfeste.apps.imports.problems import from_json
from fotfeste.apps.imports.tables import MOST_BYTES
from fotfeste.domain.permissions import Ability

router = Router(tags=["Imports"])

BRINGS = needs(Ability.LIST_BRING)
ONE = "/imports/{uuid:import_id}"
ROW = ONE + "/rows/{uuid:row_id}"
CSV = {"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}}


@router.get("/imports", response=schemas.Imports, summary="Lists on their way in")
@api_policy(BRINGS)
def list_imports(request: HttpRequest) -> dict[str, Any]:
    """The lists you may open: those you brought, and for the supervisor those of the team."""
    call = calling(request)
    return {"imports": [schemas.import_facts(batch) for batch in access_lists(call.acting, at=call.at)]}


@router.post("/imports", response={201: schemas.ImportSaved}, summary="Bring a list")
@api_policy(BRINGS)
def bring_list(request: HttpRequest, kind: Form[ImportKind], file: File[UploadedFile]) -> Done:
    """Send a file (CSV or Excel). It is read in the background; nothing comes in before it is confirmed."""
    call = calling(request)
    if (file.size or 0) > MOST_BYTES:
        raise Trouble(413, "api.too-large")
    batch = services.bring(file.read(), file.name or "", kind, by=call.acting, at=call.at)
    return _saved(batch, status=201)


@router.get(ONE, response=schemas.ImportShown, summary="One list")
@api_policy(BRINGS)
def get_import(request: HttpRequest, import_id: UUID, asked: Query[schemas.RowsQuery]) -> dict[str, Any]:
    """How far a list has come, what is asked about it, and a page of its rows."""
    call = calling(request)
    state = asked.state.value if asked.state else ""
    return schemas.page_facts(access_list(call.acting, import_id, at=call.at, state=state, after=asked.after))


@router.get(ROW, response=schemas.RowShown, summary="One row")
@api_policy(BRINGS)
def get_import_row(
    request: HttpRequest, response: HttpResponse, import_id: UUID, row_id: UUID
) -> dict[str, Any]:
    """One row with all its cells, as they were written and as they stand now. ETag gives the version."""
    call = calling(request)
    _, card = access_row(call.acting, import_id, row_id, at=call.at)
    response["ETag"] = f'"{card.version}"'
    return schemas.row_facts(card)


@router.post(ROW, response=schemas.RowSaved, summary="Mend a row")
@api_policy(BRINGS, edits=True, is_slow=True)
def mend_import_row(request: HttpRequest, import_id: UUID, row_id: UUID, mended: schemas.Mended) -> Done:
    """Type cells anew and answer what is asked about the row; the list is then read again."""
    call = calling(request)
    batch, card = access_row(call.acting, import_id, row_id, at=call.at)
    check_cells(mended.cells, batch.kind)
    check_answers(mended.answers, card.problems)
    try:
        services.mend_row(
            _row(batch, row_id),
            mended.cells,
            mended.answers,
            version=call.expected_version,
            by=call.acting,
            at=call.at,
            on=call.on,
        )
    except services.StaleRow as stale:
        raise _stale(call, import_id, stale.row) from None
    return _saved_row(batch, row_id)


@router.post(ROW + "/leave-out", response=schemas.RowSaved, summary="Leave a row out")
@api_policy(BRINGS, is_slow=True)
def leave_out_import_row(
    request: HttpRequest, import_id: UUID, row_id: UUID, chosen: schemas.LeftOut
) -> Done:
    """Let a row stay behind, or take it along again after all."""
    call = calling(request)
    batch, _ = access_row(call.acting, import_id, row_id, at=call.at)
    row = _row(batch, row_id)
    services.leave_out(row, is_left_out=chosen.is_left_out, by=call.acting, at=call.at, on=call.on)
    return _saved_row(batch, row_id)


@router.post(ONE + "/answers", response=schemas.ImportSaved, summary="Answer about the list")
@api_policy(BRINGS, is_slow=True)
def answer_import(request: HttpRequest, import_id: UUID, sent: schemas.ListAnswers) -> Done:
    """Answer what is asked about the list as a whole; it is then read again."""
    call = calling(request)
    batch = _in_preview(call, import_id)
    check_answers(sent.answers, from_json(batch.problems))
    services.answer_list(batch, sent.answers, by=call.acting, at=call.at, on=call.on)
    return _saved(_again(batch))


@router.post(ONE + "/answers-alike", response=schemas.RowsAnswered, summary="Answer many rows at once")
@api_policy(BRINGS, is_slow=True)
def answer_import_rows_alike(request: HttpRequest, import_id: UUID, sent: schemas.AlikeAnswer) -> Done:
    """Give every row that asks this question the same answer."""
    call = calling(request)
    batch = _in_preview(call, import_id)
    rows = services.answer_alike(batch, sent.code, sent.choice, by=call.acting, at=call.at, on=call.on)
    return Done(schemas.RowsAnswered(id=batch.public_id, rows=rows))


@router.post(ONE + "/confirm", response=schemas.ImportSaved, summary="Bring in what is ready")
@api_policy(BRINGS)
def confirm_import(request: HttpRequest, import_id: UUID) -> Done:
    """Bring in everything that is ready, all or nothing. Done in the background: ask for the list again."""
    call = calling(request)
    with batch_opened(call.acting, import_id, at=call.at) as batch:
        try:
            services.confirm(batch, by=call.acting, at=call.at)
        except services.QuestionsOpen:
            raise Trouble(409, "api.list-asks-first") from None
    return _saved(_again(batch))


@router.delete(ONE, response=schemas.ImportSaved, summary="Throw a list away")
@api_policy(BRINGS)
def drop_import(request: HttpRequest, import_id: UUID) -> Done:
    """Throw the list away: file, rows and key are gone. What has come in already stays."""
    call = calling(request)
    with batch_opened(call.acting, import_id, at=call.at, action=Action.IMPORT_DROPPED) as batch:
        if batch.stage != ImportStage.DONE:
            services.drop(batch, by=call.acting, at=call.at)
    return _saved(_again(batch))


@router.get(ONE + "/report", response={200: None}, openapi_extra=CSV, summary="What becomes of each row")
@api_policy(BRINGS)
def get_import_report(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The report as a file for a spreadsheet (CSV); nothing in it is run as a formula."""
    call = calling(request)
    content = access_report(call.acting, import_id, language=language(), at=call.at)
    return HttpResponse(content, content_type="text/csv; charset=utf-8")


def _in_preview(call: Call, import_id: UUID) -> ImportBatch:
    with batch_opened(call.acting, import_id, at=call.at) as batch:
        pass
    if batch.stage != ImportStage.PREVIEW:
        raise Trouble(409, "api.list-not-open")
    return batch


def _row(batch: ImportBatch, row_id: UUID) -> StagedRow:
    row = batch.rows.filter(public_id=row_id).first()
    if row is None:
        raise not_found()
    row.batch = batch
    return row


def _again(batch: ImportBatch) -> ImportBatch:
    return ImportBatch.objects.get(pk=batch.pk)


def _saved(batch: ImportBatch, *, status: int = 200) -> Done:
    location = f"/api/v1/imports/{batch.public_id}" if status == 201 else ""
    body = schemas.ImportSaved(id=batch.public_id, stage=ImportStage(batch.stage), version=batch.version)
    return Done(body, status, location)


def _saved_row(batch: ImportBatch, row_id: UUID) -> Done:
    row = _row(batch, row_id)
    return Done(schemas.RowSaved.model_validate(row), version=row.version)


def _stale(call: Call, import_id: UUID, row: StagedRow) -> Stale:
    _, card = access_row(call.acting, import_id, row.public_id, at=call.at)
    current = {"cells": {cell.column: cell.now for cell in card.cells}, "answers": row.answers}
    return Stale(call.expected_version, card.version, current)
