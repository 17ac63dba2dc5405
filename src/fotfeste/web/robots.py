"""What search engines may find: the public pages on the measure and the agreement, and nothing else.

robots.txt says where to look, X-Robots-Tag on every answer (web/headers.py) what may be kept. A page is
let in by itself; what says nothing stays out.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from fotfeste.web.policy import public

TAG = "X-Robots-Tag"
STAYS_OUT = "noindex, nofollow, noarchive"
COMES_IN = "index, nofollow"
SUBJECTS = ("follow_up", "agreement_about")
"""The pages that may be found, each in every language: what their addresses' names begin with."""
SPOKEN = ("nb", "nn", "en")
TO_BE_FOUND = tuple(f"{subject}_{code}" for subject in SUBJECTS for code in SPOKEN)
"""The names of the addresses that may be found."""


def let_in(answer: HttpResponse) -> HttpResponse:
    """Let search engines keep this answer."""
    answer.headers[TAG] = COMES_IN
    return answer


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: these addresses and what they look like, nothing else."""
    allowed = [*(f"{reverse(name)}$" for name in TO_BE_FOUND), "/static/", f"{reverse('sitemap')}$"]
    lines = [
        "User-agent: *",
        *(f"Allow: {each}" for each in allowed),
        "Disallow: /",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """sitemap.xml: each page that may be found, and where it is in the other languages."""
    subjects = [
        [(code, request.build_absolute_uri(reverse(f"{subject}_{code}"))) for code in SPOKEN]
        for subject in SUBJECTS
    ]
    return render(request, "public/sitemap.xml", {"subjects": subjects}, content_type="application/xml")


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
