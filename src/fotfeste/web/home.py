"""The front page, and the honest first screens of those whom nobody has shared anything with yet."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from fotfeste.domain.permissions import Ability
from fotfeste.web.demo_login import shown_cast
from fotfeste.web.navigation import first_screen
from fotfeste.web.policy import needs, public
from fotfeste.web.requests import actor


@public
def home(request: HttpRequest) -> HttpResponse:
    """What this is, for those who are not logged in. The others go to where their role begins its day."""
    if request.user.is_authenticated:
        acting = getattr(request, "acting", None)
        return redirect(first_screen(acting)) if acting else render(request, "home/no_role.html")
    cast = shown_cast() if settings.MODE != "production" else []
    return render(request, "home/home.html", {"cast": cast})


@needs(Ability.AGREEMENTS_OWN)
def agreements(request: HttpRequest) -> HttpResponse:
    """The employer contact's first screen: no agreement yet, and what it takes."""
    return render(request, "home/agreements.html", {"unit": actor(request).unit_name})


urlpatterns = [
    path("", home, name="home"),
    path("avtaler", agreements, name="agreements"),
]
