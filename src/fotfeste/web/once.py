"""A form sent twice is done once: each form carries a key, and what was done with it is remembered.

Who goes back in the browser gets a fresh form, with a new key, and the old words in it. So a form that adds
something is also known by what is in it: just the same, sent a moment later, is asked about.
"""

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import DoneOnce
from fotfeste.apps.people.acting import Acting
from fotfeste.prepared import prepared

FIELD = "form_key"
AGAIN = "again"
"""The field that says: yes, once more. On the page that asks."""

A_MOMENT = timedelta(minutes=10)
"""How long just the same is taken to be the same act, unless one has said otherwise. Our own choice."""

_NOBODY = uuid.UUID(int=0)
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", FIELD, AGAIN})


class OtherContent(Exception):  # says what is wrong
    """The same form key came with other content than the first time."""


class JustSaved(Exception):  # says what has happened
    """Just the same was saved a moment ago. Ask before it is saved once more (parts/just_saved.html)."""


def new_form_key() -> str:
    """A key for a form that is about to be shown."""
    return uuid.uuid4().hex


def once(request: HttpRequest, do: Callable[[], str], *, at: datetime, adds: bool = False) -> HttpResponse:
    """Carry out what a form asks for and go to the address it answers with; sent again, only go there.

    `do` runs inside the act: what it saves, its log and the memory of having done it are saved together.
    A form that `adds` something raises JustSaved when the last thing sent to its address was just the same.
    """
    key = _key(request)
    try:
        with act():
            done = _earlier(request, key)
            if done is None:
                if adds and _is_just_saved(request, at):
                    raise JustSaved
                done = do()
                _remember(request, key, done, at)
    except IntegrityError:
        # The other of two clicks at the same moment won; show what it did.
        done = _earlier(request, key)
        if done is None:
            raise
    return redirect(done)


def _earlier(request: HttpRequest, key: uuid.UUID) -> str | None:
    found = _done(_sender(request), key)
    if not found:
        return None
    row = found[0]
    if bytes(row.body_hash) != _body_hash(request):
        raise OtherContent
    return str(row.answer["address"])


def _is_just_saved(request: HttpRequest, at: datetime) -> bool:
    if AGAIN in request.POST:
        return False
    last = _last_sent(_sender(request), _route(request), at - A_MOMENT)
    return bool(last) and bytes(last[0].body_hash) == _body_hash(request)


@prepared
def _done(account: uuid.UUID, key: uuid.UUID) -> QuerySet[DoneOnce]:
    return DoneOnce.objects.filter(actor=account, key=key)


@prepared
def _last_sent(account: uuid.UUID, route: str, since: datetime) -> QuerySet[DoneOnce]:
    return DoneOnce.objects.filter(actor=account, route=route, at__gt=since).order_by("-pk")[:1]


def _remember(request: HttpRequest, key: uuid.UUID, address: str, at: datetime) -> None:
    DoneOnce.objects.create(
        actor=_sender(request),
        key=key,
        route=_route(request),
        body_hash=_body_hash(request),
        answer={"address": address},
        at=at,
    )


def _sender(request: HttpRequest) -> uuid.UUID:
    """Who sends it: an account, or somebody of whom nothing is known."""
    acting: Acting | None = getattr(request, "acting", None)
    return acting.account if acting else _NOBODY


def _key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return uuid.uuid4()


def _route(request: HttpRequest) -> str:
    return request.path[:96]


def _files(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Each file by what it holds: another file with the same words around it is something else."""
    for name in sorted(request.FILES):
        file: Any = request.FILES[name]
        yield name, sha256(b"".join(file.chunks())).hexdigest()
        file.seek(0)


def _body_hash(request: HttpRequest) -> bytes:
    """What was typed and where it was sent. Keyed, so that what is kept tells nobody what was typed."""
    typed = sorted((k, v) for k, vs in request.POST.lists() for v in vs if k not in _NOT_TYPED)
    said = repr((request.get_full_path(), typed, *_files(request)))
    return salted_hmac("fotfeste.web.once", said, algorithm="sha256").digest()
