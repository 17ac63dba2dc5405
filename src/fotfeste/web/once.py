"""A form sent twice is done once: each form carries a key, and what was done with it is remembered."""

import uuid
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import DoneOnce
from fotfeste.web.requests import actor

FIELD = "form_key"


class OtherContent(Exception):  # says what is wrong
    """The same form key came with other content than the first time."""


def new_form_key() -> str:
    """A key for a form that is about to be shown."""
    return uuid.uuid4().hex


def once(request: HttpRequest, do: Callable[[], str], *, at: datetime) -> HttpResponse:
    """Carry out what a form asks for and go to the address it answers with; sent again, only go there.

    `do` runs inside the act: what it saves, its log and the memory of having done it are saved together.
    """
    key = _key(request)
    try:
        with act():
            done = _earlier(request, key)
            if done is None:
                address = do()
                _remember(request, key, address, at)
                done = address
    except IntegrityError:
        # The other of two clicks at the same moment won; show what it did.
        done = _earlier(request, key)
        if done is None:
            raise
    return redirect(done)


def _earlier(request: HttpRequest, key: uuid.UUID) -> str | None:
    row = DoneOnce.objects.filter(actor=actor(request).account, key=key).first()
    if row is None:
        return None
    if bytes(row.body_hash) != _body_hash(request):
        raise OtherContent
    return str(row.answer["address"])


def _remember(request: HttpRequest, key: uuid.UUID, address: str, at: datetime) -> None:
    DoneOnce.objects.create(
        actor=actor(request).account,
        key=key,
        route=request.path[:96],
        body_hash=_body_hash(request),
        answer={"address": address},
        at=at,
    )


def _key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return uuid.uuid4()


def _body_hash(request: HttpRequest) -> bytes:
    fields = sorted((k, v) for k, vs in request.POST.lists() for v in vs if k != "csrfmiddlewaretoken")
    return sha256(repr((request.path, fields)).encode()).digest()
