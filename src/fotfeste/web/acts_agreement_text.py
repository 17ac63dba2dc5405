"""Acts that make the text: the contact person, the employer, the review, laying it out (A-01, A-04)."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import drafting, versions
from fotfeste.apps.agreements.contact_persons import advisers_of, contact_now
from fotfeste.apps.agreements.contents import text_waiting
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.agreements.party_named import EmployerSaid
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.lines import language
from fotfeste.web.requests import read_uuid


class ContactPersonForm(ActForm):
    """Who in NAV is the one to turn to. The name goes into the agreement."""

    blames = {"agreement.contact-person": "person", "agreement.same-contact": "person"}
    person = forms.ChoiceField(
        label=_("Hvem er fast kontaktperson i NAV?"),
        help_text=_("Navn, telefon og e-post fra brukeren i NAV kommer inn i avtalen."),
    )
    handover = text_field(_("Hva bør den nye vite?"), hint=_("Når noen andre var det før. Blir kryptert."))

    def shape(self, start: Start) -> None:
        """Those who can be it; a handover only where somebody was it before."""
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so above
        field.choices = [("", _("Velg")), *start.given.get("advisers", ())]
        if not start.given.get("is_changed"):
            del self.fields["handover"]


class EmployerForm(ContactCleaning, ActForm):
    """Which employer is to be a party, and whom to reach there; or none."""

    blames = {"agreement.laid-out": "is_party"}
    is_party = forms.ChoiceField(
        label=_("Er en arbeidsgiver part i avtalen?"),
        choices=(("yes", _("Ja")), ("no", _("Nei, ikke ennå"))),
        widget=forms.RadioSelect,
    )
    employer = forms.CharField(label=_("Navnet på bedriften"), max_length=200, required=False)
    organisation_number = forms.CharField(label=_("Organisasjonsnummer"), max_length=20, required=False)
    contact = forms.CharField(label=_("Hvem er kontakt der?"), max_length=120, required=False)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    email = forms.CharField(label=_("E-post"), max_length=254, required=False)

    def shape(self, start: Start) -> None:
        """The day the number is read on."""
        self.on = start.given.get("on", date.min)

    def clean_organisation_number(self) -> str:
        """Nine digits that add up, or nothing."""
        return self.organisation_number_typed("organisation_number")

    def clean(self) -> dict[str, Any]:
        """An employer who is a party has a name, a number and somebody to reach."""
        typed = super().clean() or {}
        if typed.get("is_party") == "yes":
            for name in ("employer", "organisation_number", "contact"):
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, forms.ValidationError(_("Fyll ut dette feltet."), "required"))
        return typed


class ReviewForm(ActForm):
    """When it is looked at again. There is no end."""

    review_on = DayField(
        label=_("Når går dere gjennom avtalen neste gang?"),
        help_text=_("Avtalen har ingen sluttdag. Den varer så lenge NAV mener den trengs."),
    )


class LayOutForm(ActForm):
    """Nothing to fill in: what is to be signed is read on the page before."""


class TakeBackForm(ActForm):
    """Nothing to fill in."""


def _start_of_contact(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    if agreement is None:
        return Start({"now": 0})
    now = contact_now(agreement)
    given = {
        "advisers": [
            (str(each.public_id), f"{each.account.name}, {each.unit.name}")
            for each in advisers_of(agreement, on=asked.on)
        ],
        "is_changed": now is not None,
    }
    shown = (Shown(_("Kontaktperson nå"), now.account.name),) if now else ()
    return Start({"now": now.pk if now else 0}, shown=shown, given=given)


def _start_of_employer(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    if agreement is None:
        return Start({"is_party": "no"}, given={"on": asked.on})
    employer = agreement.employer
    names = {"contact": "name", "phone": "phone", "email": "email"}
    opened = {
        name: agreement.opened(f"sealed_employer_{column}", found.key) for name, column in names.items()
    }
    return Start(
        {
            "is_party": "yes" if employer else "no",
            "employer": employer.name if employer else "",
            "organisation_number": employer.organisation_number if employer else "",
            **opened,
        },
        given={"on": asked.on},
    )


def _start_of_review(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    return Start({"review_on": agreement.review_on if agreement else None})


def _start_of_text(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    waiting = text_waiting(agreement) if agreement else None
    changed = agreement.version if agreement else 0
    return Start({"changed": changed, "number": waiting.number if waiting else 0})


def _contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    versions.change_contact(
        deed, read_uuid(typed["person"]), handover=typed.get("handover", ""), language=language()
    )


def _employer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed["is_party"] == "no":
        drafting.name_employer(deed, None)
        return
    said = EmployerSaid(
        name=typed["employer"],
        organisation_number=typed["organisation_number"],
        contact=typed["contact"],
        phone=typed["phone"],
        email=typed["email"],
    )
    drafting.name_employer(deed, said)


def _review(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    drafting.set_review(deed, typed["review_on"])


def _lay_out(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    versions.lay_out(deed, language=language())


def _take_back(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    versions.take_back_to_draft(deed)


_of_nav = partial(
    ActPage,
    action=Action.AGREEMENT_CHANGED,
    permission=Permission.AGREEMENT_CHANGE,
    back="agreement_text",
    above="agreement_text",
)

PAGES = (
    _of_nav(
        slug="agreement-contact",
        title=_("Fast kontaktperson i NAV"),
        form=ContactPersonForm,
        start=_start_of_contact,
        do=_contact,
        help=_(
            "Uten en kontaktperson kan ingen signere. Byttes den, signerer ingen på nytt. Alle får beskjed."
        ),
    ),
    _of_nav(
        slug="agreement-employer",
        title=_("Arbeidsgiver i avtalen"),
        form=EmployerForm,
        start=_start_of_employer,
        do=_employer,
        help=_("Kommer en arbeidsgiver med, blir det en ny tekst som alle signerer."),
    ),
    _of_nav(
        slug="agreement-review",
        title=_("Når dere går gjennom avtalen"),
        form=ReviewForm,
        start=_start_of_review,
        do=_review,
    ),
    _of_nav(
        slug="agreement-lay-out",
        title=_("Legg fram teksten"),
        form=LayOutForm,
        start=_start_of_text,
        do=_lay_out,
        button=_("Legg fram"),
        said=_("Teksten er lagt fram."),
        help=_("Er ord endret, signerer alle på nytt. Er bare en frist flyttet, signerer de løftet gjelder."),
    ),
    _of_nav(
        slug="agreement-take-back",
        title=_("Ta teksten tilbake til utkast"),
        form=TakeBackForm,
        start=_start_of_text,
        do=_take_back,
        button=_("Ta tilbake"),
        said=_("Teksten er et utkast igjen. Signaturene gjelder ikke lenger."),
    ),
)
