"""Occupations by STYRK-08, found by everyday words. About nobody, so open to everyone who is logged in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.parameters.occupations import styrk_08
from fotfeste.web.policy import any_account


@any_account
@require_safe
def occupations(request: HttpRequest) -> HttpResponse:
    """What was searched for, and the occupations that fit."""
    typed = request.GET.get("q", "")[:100]
    known = styrk_08()
    page = {"typed": typed, "found": known.found_by(typed), "version": known.version}
    return render(request, "occupations/search.html", page)


urlpatterns = [path("yrker", occupations, name="occupations")]
