"""What each dated number is called on a page, with its unit. A test holds the list complete."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NUMBERS: Mapping[str, str | Promise] = {
    "agenda.coming_days": _("Dager fram som regnes som nær"),
    "caseload.most_in_full_time": _("Jobbsøkere for en jobbspesialist i full stilling, høyst"),
    "disclosure.review_months": _("Måneder før åpenhet gås gjennom på nytt"),
    "problems.missed_in_a_row": _(
        "Møter på rad som jobbsøkeren ikke kom til, før planen for problemer gjelder"
    ),
    "problems.unanswered_in_a_row": _("Forsøk på rad uten svar, før planen for problemer gjelder"),
    "disclosure_topics.offered": _("Temaer som gås gjennom om åpenhet, som koder"),
    "emergency.answer_within_hours": _("Timer en forespørsel om nødtilgang venter på svar"),
    "emergency.most_minutes": _("Minutter nødtilgang varer, høyst"),
    "follow_along.days_after_job_loss": _("Dager til kontakt etter at en jobb er slutt"),
    "follow_along.days_after_start": _("Dager til første kontakt etter jobbstart"),
    "follow_along.days_before_start": _("Dager før jobbstart det tas kontakt"),
    "follow_along.often_every_days": _("Dager mellom kontaktene den første tiden"),
    "follow_along.often_for_months": _("Måneder den første tiden varer"),
    "follow_along.then_every_months": _("Måneder mellom kontaktene etterpå"),
    "follow_along.then_for_months": _("Måneder kontakten holdes slik"),
    "guideline.version": _("Retningslinjens versjon"),
    "handover.most_days_ahead": _("Dager fram en overtakelse kan avtales, høyst"),
    "handover.most_overlap_days": _("Dager begge kan se saken ved en overtakelse, høyst"),
    "handover.most_stand_in_days": _("Dager en vikar kan ha tilgang, høyst"),
    "log_review.answer_within_months": _("Måneder til et spørsmål om et oppslag er besvart, høyst"),
    "log_review.denied_looks": _("Avviste oppslag før det blir pekt på"),
    "log_review.looks_without_relation": _("Oppslag uten tilknytning før det blir pekt på"),
    "remarks.answer_within_months": _("Måneder til det jobbsøkeren sier om opplysningene er besvart, høyst"),
    "rapid_search.first_contact_months": _("Måneder fra første møte til første kontakt med en arbeidsgiver"),
    "sensitive_words.anywhere": _("Deler av ord som fritekst til en arbeidsgiver leses om igjen for"),
    "sensitive_words.beginnings": _("Begynnelser av ord den leses om igjen for"),
    "sensitive_words.excepted": _("Begynnelser av ord som slippes gjennom"),
    "sensitive_words.whole": _("Hele ord den leses om igjen for"),
    "startup.fewest_meetings": _("Oppstartsmøter, minst"),
    "startup.first_meeting_days": _("Dager fra henvisning til første møte"),
    "startup.meetings_with_clinician": _("Oppstartsmøter med behandler, minst"),
    "startup.most_meetings": _("Oppstartsmøter, høyst"),
    "unit_meeting.kept_job_months": _("Måneder i jobb før teamet snakker om veien videre"),
    "unit_meeting.most_of_a_kind": _("Saker av hvert slag på sakslista, høyst"),
    "unit_meeting.silent_after_days": _("Dager uten kontakt før teamet snakker om veien videre"),
    "unit_meeting.stuck_after_days": _(
        "Dager uten kontakt med arbeidsgivere før et jobbsøk regnes som stille"
    ),
}
"""By parameter and field."""
