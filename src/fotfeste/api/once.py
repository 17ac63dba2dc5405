"""A call sent twice is done once: the caller gives each call a key, and gets the first answer again.

What was answered is kept for two days, so it holds ids, versions and codes, never what somebody wrote, nor
what is told once and then nowhere (`Done.told_once`): the first answer alone has that.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from fotfeste.api.calls import Call
from fotfeste.api.policy import api_policy_of
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import Trouble
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import DoneOnce

REPLAYED = "Idempotency-Replayed"


@dataclass(frozen=True, slots=True)
class Done:
    """What an act answers: a status, a body of ids and codes, where the new thing is, its version.

    `told_once` is put into the body of the first answer, and kept nowhere.
    """

    body: Shown
    status: int = 200
    location: str = ""
    version: int | str | None = None
    told_once: Mapping[str, str] = field(default_factory=dict, repr=False)


def done_once(view: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation: with a key, what it saves, its log and the memory of it are saved together."""

    @wraps(view)
    def operation(request: HttpRequest, **values: Any) -> Any:
        call: Call | None = getattr(request, "call", None)
        if call is None or call.key is None:
            return view(request, **values)
        policy = api_policy_of(view)
        carry_out = _slowly_once if policy and policy.is_slow else _once
        return carry_out(request, call.key, _Caller.of(call), lambda: view(request, **values))

    return operation


@dataclass(frozen=True, slots=True)
class _Caller:
    id: UUID
    at: datetime

    @classmethod
    def of(cls, call: Call) -> "_Caller":
        return cls(call.acting.machine or call.acting.account, call.at)


def _once(request: HttpRequest, key: UUID, caller: _Caller, do: Callable[[], Done]) -> HttpResponse:
    body_hash = _body_hash(request)
    try:
        with act():
            earlier = _earlier(caller, key, body_hash)
            answer = earlier or _remembered(request, key, caller, body_hash, do())
    except IntegrityError:
        # Another call with the same key came first, at the same moment; answer what it did.
        earlier = _earlier(caller, key, body_hash)
        if earlier is None:
            raise
        answer = earlier
    return _response(answer, is_replayed=earlier is not None)


def _slowly_once(request: HttpRequest, key: UUID, caller: _Caller, do: Callable[[], Done]) -> HttpResponse:
    """As `_once`, for what takes longer than the database may be held: the memory of it comes just after."""
    body_hash = _body_hash(request)
    earlier = _earlier(caller, key, body_hash)
    if earlier is not None:
        return _response(earlier, is_replayed=True)
    done = do()
    return _once(request, key, caller, lambda: done)


def _earlier(caller: _Caller, key: UUID, body_hash: bytes) -> dict[str, Any] | None:
    row = DoneOnce.objects.filter(actor=caller.id, key=key).first()
    if row is None:
        return None
    if bytes(row.body_hash) != body_hash:
        raise Trouble(422, "api.key-used-for-something-else")
    found: dict[str, Any] = row.answer
    return found


def _remembered(
    request: HttpRequest, key: UUID, caller: _Caller, body_hash: bytes, done: Done
) -> dict[str, Any]:
    answer = {
        "status": done.status,
        "body": done.body.model_dump_json(),  # as text: a database may turn the order of names around
        "headers": _headers(done),
    }
    DoneOnce.objects.create(
        actor=caller.id, key=key, route=request.path[:96], body_hash=body_hash, answer=answer, at=caller.at
    )
    whole = done.body.model_copy(update=done.told_once)
    return answer | {"body": whole.model_dump_json()}


def _headers(done: Done) -> dict[str, str]:
    headers = {}
    if done.location:
        headers["Location"] = done.location
    if done.version is not None:
        headers["ETag"] = f'"{done.version}"'
    return headers


def _response(answer: dict[str, Any], *, is_replayed: bool) -> HttpResponse:
    response = HttpResponse(answer["body"], "application/json", answer["status"], headers=answer["headers"])
    if is_replayed:
        response[REPLAYED] = "true"
    return response


def _body_hash(request: HttpRequest) -> bytes:
    """What was sent, whatever boundary a file was sent with."""
    sent = sha256(
        f"{request.method} {request.get_full_path()} {request.headers.get('If-Match', '')}".encode()
    )
    if request.content_type != "multipart/form-data":
        sent.update(request.body)
        return sent.digest()
    for name, value in sorted((name, value) for name, values in request.POST.lists() for value in values):
        sent.update(repr((name, value)).encode())
    for name in sorted(request.FILES):
        file: Any = request.FILES[name]
        sent.update(repr((name, file.name)).encode())
        sent.update(sha256(b"".join(file.chunks())).digest())
        file.seek(0)
    return sent.digest()
