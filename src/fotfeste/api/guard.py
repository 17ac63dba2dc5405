"""What happens to every call before its operation begins, in an order that tells a stranger nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.operation import Operation

from fotfeste import clock
from fotfeste.api import calls
from fotfeste.api.actors import is_reading, who_calls
from fotfeste.api.policy import ApiPolicy, api_policy_of
from fotfeste.api.problems import about
from fotfeste.api.trouble import ONE_DOOR, Trouble, not_found
from fotfeste.domain.verdict import because
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_A_CALLER, FOR_THE_PUBLIC, count
from fotfeste.web.sizes import does_not_say, said_size
from fotfeste.web.uploads import most_sent

LARGEST_BODY = 256 * 1024

Run = Callable[..., HttpResponse]


def guarded(run: Run) -> Run:
    """Wrap the running of one operation. Without a declared policy it does not exist."""
    operation: Operation = run.__self__  # type: ignore[attr-defined]  # the bound method of the operation

    @wraps(run)
    def guard(request: HttpRequest, **path: Any) -> HttpResponse:
        try:
            _let_in(request, operation)
        except Exception as trouble:  # noqa: BLE001  # every failure becomes an answer, as inside the operation
            return operation.api.on_exception(request, trouble)
        return run(request, **path)

    return guard


def _let_in(request: HttpRequest, operation: Operation) -> None:
    policy = api_policy_of(operation.view_func)
    if policy is None:
        raise not_found()
    if policy.knock.is_public:
        count(f"public-{client_address(request)}", FOR_THE_PUBLIC, at=clock.now())
    else:
        request.call = _call(request, policy)  # type: ignore[attr-defined]  # read by calls.calling()
    _check_query(request, operation)
    _check_body(request, operation)


def _call(request: HttpRequest, policy: ApiPolicy) -> calls.Call:
    at, on = clock.now(), clock.today()
    caller = who_calls(request, at=at, on=on)
    count(caller.counted_as, FOR_A_CALLER, at=at)
    if not policy.knock.lets_in(caller.acting):
        raise Trouble(403, "access.not-for-your-role", (because("access.not-for-your-role", ONE_DOOR),))
    changes = not is_reading(request) and not policy.only_looks
    if changes and not caller.may_write:
        raise Trouble(403, "api.token-reads-only")
    return calls.Call(
        acting=caller.acting,
        at=at,
        on=on,
        purpose=calls.purpose_of(request),
        key=calls.key_of(request) if changes else None,
        version=calls.version_of(request) if policy.edits else "",
    )


def _check_query(request: HttpRequest, operation: Operation) -> None:
    known = _known(operation, "query")
    wrong = [
        about("api.unknown-field", field=f"query.{_printable(name)}")
        for name in request.GET
        if name not in known
    ]
    twice = [
        about("api.given-twice", field=f"query.{name}")
        for name in request.GET
        if len(request.GET.getlist(name)) > 1
    ]
    if wrong or twice:
        raise Trouble(422, "api.not-understood", tuple([*wrong, *twice][:50]))


def _check_body(request: HttpRequest, operation: Operation) -> None:
    sources = {_source(model) for model in operation.models}
    if "file" in sources:
        _expect(request, "multipart/form-data", most_sent(clock.today()))
        _check_form(request, operation)
    elif "body" in sources:
        _expect(request, "application/json", LARGEST_BODY)


def _check_form(request: HttpRequest, operation: Operation) -> None:
    known = _known(operation, "form", "file")
    sent = [*request.POST, *request.FILES]
    wrong = [
        about("api.unknown-field", field=f"form.{_printable(name)}") for name in sent if name not in known
    ]
    if wrong or any(len(request.FILES.getlist(name)) > 1 for name in request.FILES):
        raise Trouble(422, "api.not-understood", tuple(wrong[:50]))


def _expect(request: HttpRequest, content_type: str, largest: int) -> None:
    if request.content_type != content_type:
        raise Trouble(415, "api.wrong-content-type")
    if does_not_say(request):
        raise Trouble(411, "api.length-missing")
    if said_size(request) > largest:
        raise Trouble(413, "api.too-large")


def _known(operation: Operation, *sources: str) -> set[str]:
    return {name for model in operation.models if _source(model) in sources for name in _names(model)}


def _source(model: Any) -> str:
    return str(model.__ninja_param_source__)


def _names(model: Any) -> list[str]:
    return list(getattr(model, "__ninja_flatten_map__", None) or model.model_fields)


def _printable(name: str) -> str:
    return name[:80].encode("ascii", "backslashreplace").decode()
