"""The front page, and the honest first screens of those whom nobody has shared anything with yet."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from fotfeste.web.demo_login import shown_cast
from fotfeste.web.navigation import first_screen
from fotfeste.web.policy import public


@public
def home(request: HttpRequest) -> HttpResponse:
    """What this is, for those who are not logged in. The others go to where their role begins its day."""
    if request.user.is_authenticated:
        acting = getattr(request, "acting", None)
        return redirect(first_screen(acting)) if acting else render(request, "home/no_role.html")
    cast = shown_cast() if settings.MODE != "production" else []
    return render(request, "home/home.html", {"cast": cast})


urlpatterns = [
    path("", home, name="home"),
]
