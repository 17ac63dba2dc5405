"""The employer says what became of a promise it may be told of (A-05)."""

from fotfeste.apps.agreements import promises_kept
from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.domain.agreements.parties import Party
from fotfeste.web.acts_agreement_promises import ACTS, started
from fotfeste.web.acts_page import Asked, Start
from fotfeste.web.by_employer_page import EmployerActPage


def _start(deed: EmployerDeed, asked: Asked) -> Start:
    return started(promises_kept.promise_told(deed, asked.about), deed.found, asked, Party.EMPLOYER)


PAGES = tuple(
    EmployerActPage(slug=slug, title=title, form=form, start=_start, do=do, help=told)
    for slug, title, form, do, told in ACTS
)
