"""The act by which NAV changes the aim of a participation midway (F-08)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.aims import change_aim, content_now
from fotfeste.apps.measures.participations import participation_of
from fotfeste.domain.measures.content import ContentKind, content_after
from fotfeste.domain.measures.extending import MeasureAim, other_aim
from fotfeste.web.acts_measure_decide import REASONS, TOLD
from fotfeste.web.acts_measure_duration import decided, decision_page, shown_of
from fotfeste.web.acts_page import ActForm, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_case_words import CONTENT
from fotfeste.web.measure_duration_words import AIMS

PARTS = tuple(kind for kind in ContentKind if kind is not ContentKind.OWN_WORDS)


class AimForm(ActForm):
    """From which day, why, when the person is told; and each part of the content from then on."""

    blames = {
        "measure-decision.told": "told_on",
        "measure.needs-a-reason": "reasons",
        "measure.": "day",
        "day.": "day",
    }
    day = DayField(label=_("Fra hvilken dag?"))
    reasons = text_field(_("Begrunnelse"), rows=5, hint=REASONS, required=True)
    told_on = DayField(label=_("Når får personen vite det?"), help_text=TOLD)

    def shape(self, start: Start) -> None:
        """What the content is to be: suggested for the new aim, chosen by NAV."""
        for kind in PARTS:
            self.fields[kind.value] = forms.BooleanField(label=str(CONTENT[kind]), required=False)


def _start(found: Found, asked: Asked) -> Start:
    row = participation_of(found, asked.about)
    if row is None:
        return Start()
    now, after = content_now(row), other_aim(MeasureAim(row.aim))
    wanted = content_after(now, after)
    return Start(
        {"as_it_is": row.version, "content": " ".join(sorted(now))},
        (*shown_of(row, asked), Shown(_("Nytt mål"), str(AIMS[after]))),
        suggested={"day": asked.on, "told_on": asked.on, **{kind.value: kind in wanted for kind in PARTS}},
    )


def _change(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    change_aim(deed, asked.about, decided(typed), [kind for kind in PARTS if typed[kind.value]])


PAGES = (
    decision_page(
        "measure-aim",
        _("Endre målet"),
        AimForm,
        _change,
        start=_start,
        help=_(
            "Kryss av for det som skal være med i innholdet etterpå. Tiden regnes fortsatt fra første dag."
        ),
    ),
)
