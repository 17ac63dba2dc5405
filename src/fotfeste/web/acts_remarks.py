"""Answering what the jobseeker says is wrong or missing in the record."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.models import Person
from fotfeste.apps.remarks.models import Remark
from fotfeste.apps.remarks.services import answer
from fotfeste.domain.agenda import Act
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.lines import language
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day


class AnswerForm(ActForm):
    """What came of it, and the words the jobseeker reads."""

    is_put_right = forms.ChoiceField(
        label=_("Er det rettet?"),
        choices=(("yes", _("Ja, det er rettet eller lagt til")), ("no", _("Nei, det blir stående"))),
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Svaret til jobbsøkeren"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Blir noe stående, så si hvorfor."),
    )


def _asked_about(person: Person, asked: Asked) -> Remark | None:
    """The one that is asked about; else the oldest that waits."""
    rows = Remark.objects.filter(person=person)
    if key := read_uuid(asked.about):
        return rows.filter(public_id=key).first()
    return rows.filter(answered_on=None).order_by("said_on", "pk").first()


def _start(found: Found, asked: Asked) -> Start:
    remark = _asked_about(found.person, asked)
    if remark is None:
        return Start()
    said = _("Jobbsøkeren sa %(day)s") % {"day": long_day(remark.said_on, language())}
    shown = Shown(said, remark.opened("sealed_text", found.key))
    return Start(initial={"remark": remark.version}, shown=(shown,))


def _answer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    remark = _asked_about(deed.person, asked)
    if remark is None:
        raise Refused((because("remark.answered-already", "GDPR art.16"),))
    answer(deed, remark, typed["text"], is_put_right=typed["is_put_right"] == "yes")


PAGES = (
    ActPage(
        slug=Act.ANSWER_REMARK,
        title=_("Svar på det jobbsøkeren sier"),
        help=_("Rett det som er feil først. Jobbsøkeren leser svaret på sin side."),
        form=AnswerForm,
        start=_start,
        do=_answer,
        action=Action.REMARK_ANSWERED,
        button=_("Send svaret"),
        said=_("Svart. Jobbsøkeren ser det på sin side."),
    ),
)
