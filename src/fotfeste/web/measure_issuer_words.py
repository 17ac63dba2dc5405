"""The letter to whoever issues the sick note, and what it can be about.

It says who it is about, what has happened and who wrote: nothing of health, of the need or of the job.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.measures.models_employer import IssuerEvent
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

EVENTS: Mapping[str, str | Promise] = {
    IssuerEvent.ASSESSMENT: _("Tilbud om avklaring"),
    IssuerEvent.ENROLMENT: _("Påmelding til tiltaket"),
}


@dataclass(frozen=True, slots=True, repr=False)
class LetterFacts:
    """Everything that stands in the letter."""

    event: IssuerEvent
    event_on: date
    measure: str
    issuer: str
    where: str
    name: str
    born_on: date | None
    office: str
    adviser: str
    on: date


def letter_words(facts: LetterFacts) -> str:
    """The letter as it is kept, printed and sent."""
    to = ", ".join(part for part in (facts.issuer, facts.where) if part)
    told = {"name": facts.name, "day": long_day(facts.event_on, language()), "measure": facts.measure}
    if facts.event is IssuerEvent.ENROLMENT:
        what = gettext("%(name)s ble %(day)s meldt på tiltaket %(measure)s.") % told
    else:
        what = gettext("%(name)s fikk %(day)s tilbud om et avklaringstiltak.") % told
    born = {"name": facts.name, "day": long_day(facts.born_on, language())} if facts.born_on else {}
    about = gettext("%(name)s, født %(day)s") % born if born else facts.name
    return "\n\n".join(
        [
            gettext("Til: %(to)s") % {"to": to},
            gettext("Gjelder: %(about)s") % {"about": about},
            gettext("Du får dette brevet fordi du sykmelder personen."),
            what,
            gettext("Du trenger ikke å svare. Spør gjerne kontoret hvis du lurer på noe."),
            f"{facts.adviser}\n{facts.office}\n{long_day(facts.on, language())}",
        ]
    )
