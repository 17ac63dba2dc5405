"""Where a request comes from: the caller's own address, also behind proxies of ours (FOTFESTE_PROXIES)."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address to count by. Counted by the proxy's own, one caller would use up everybody's calls."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return str(request.META.get("REMOTE_ADDR", ""))
