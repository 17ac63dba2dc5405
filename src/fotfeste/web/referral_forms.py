"""What is filled in to refer somebody, and to answer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.records import Contact
from fotfeste.apps.referrals.answering import Answered
from fotfeste.apps.referrals.inbox import ReferralPage
from fotfeste.apps.referrals.sending import ReferralWritten
from fotfeste.domain.consent import Reply
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import ConsentScope, Protection
from fotfeste.domain.referral import ReferralAnswer, TreatmentRelation
from fotfeste.web.benefit_words import WORDS
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.forms_look import DayField
from fotfeste.web.method_fields import method_field
from fotfeste.web.requests import read_uuid

LONGEST = 5_000
SEALED = _("Blir kryptert. Jobbsøkeren kan lese det.")
TREATMENT = (
    (TreatmentRelation.CURRENT, _("Er i behandling")),
    (TreatmentRelation.ENDING, _("Behandlingen er på vei til å ta slutt")),
    (TreatmentRelation.NONE, _("Er ikke i behandling")),
    (TreatmentRelation.UNKNOWN, _("Vet ikke")),
)
TALK = (
    ("held", _("Holdt")),
    ("not_held", _("Ikke holdt: den står først på listen for oppstarten")),
    ("unknown", _("Vet ikke")),
)
PROTECTION = (
    (Protection.NONE, _("Nei")),
    (Protection.CODE_7, _("Ja, fortrolig adresse (kode 7)")),
    (Protection.CODE_6, _("Ja, strengt fortrolig adresse (kode 6)")),
    (Protection.SECTION_19, _("Ja, strengt fortrolig adresse utland (§ 19)")),
    (Protection.UNKNOWN, _("Vet ikke")),
)
REGISTERED = ((Reply.YES, _("Ja")), (Reply.NO, _("Nei")), (Reply.UNCLEAR, _("Vet ikke")))
ANSWERS = (
    (ReferralAnswer.ACCEPTED, _("Ta imot")),
    (ReferralAnswer.WAITING, _("Sett på vent")),
    (ReferralAnswer.REFUSED, _("Si nei")),
)


def _words(label: Any, *, required: bool = False, help_text: Any = "", longest: int = 200) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=longest, help_text=help_text)


def _text(label: Any, help_text: Any = SEALED) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=area, help_text=help_text)


class ReferralForm(ContactCleaning, forms.Form):
    """Who is referred, to which team, and what the team should know. Nothing here opens anything."""

    team = forms.ChoiceField(label=_("Til hvilket team?"))
    name = _words(_("Navn"), required=True)
    identity_number = _words(
        _("Fødselsnummer eller d-nummer"), help_text=_("La det stå tomt hvis du ikke har det."), longest=40
    )
    phone = _words(_("Telefon"), longest=40)
    email = _words(_("E-post"), longest=254)
    protection = forms.ChoiceField(
        label=_("Har personen adressesperre?"), choices=PROTECTION, widget=forms.RadioSelect
    )
    referred_on = DayField(label=_("Dagen for henvisningen"))
    referrer = _words(_("Henvist av"), help_text=_("Navn og sted, når det er en annen enn deg."))
    wishes_to_work = forms.BooleanField(
        label=_("Personen ønsker å jobbe"),
        required=False,
        help_text=_("Det er det eneste som kreves for å få IPS."),
    )
    treatment = forms.ChoiceField(label=_("Behandling"), choices=TREATMENT, widget=forms.RadioSelect)
    talk = forms.ChoiceField(label=_("Informasjonssamtale om IPS"), choices=TALK, widget=forms.RadioSelect)
    talk_on = DayField(label=_("Dagen for samtalen"), required=False)
    talk_by = _words(_("Hvem holdt samtalen?"))
    nav_registration = forms.ChoiceField(
        label=_("Registrert som arbeidssøker hos NAV?"),
        choices=REGISTERED,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Det som står om NAV, blir et forslag som teamet går gjennom med jobbsøkeren."),
    )
    nav_office = _words(_("NAV-kontor"), longest=120)
    nav_adviser = _words(_("NAV-veileder, med navn"), longest=120)
    benefit = forms.ChoiceField(
        label=_("Ytelse"), choices=(("", _("Vet ikke")), *WORDS.items()), required=False
    )
    nav_ties = _text(_("Annet om NAV"))
    nav_contact = forms.BooleanField(
        label=_("Personen sier ja til kontakt med NAV"),
        required=False,
        help_text=_("Blir notert. Det åpner ingenting før jobbsøkeren selv har bekreftet det."),
    )
    health_release = forms.BooleanField(
        label=_("Personen sier ja til at helseopplysninger deles"), required=False
    )
    message = _text(_("Melding til teamet"))

    def __init__(self, data: Any, *, teams: list[Unit], on: date, synthetic_only: bool) -> None:
        super().__init__(data, initial={"referred_on": on})
        self.on, self.synthetic_only, self.teams = on, synthetic_only, teams
        team = self.fields["team"]
        assert isinstance(team, forms.ChoiceField)  # noqa: S101  # declared above
        choices = [(str(each.public_id), each.name) for each in teams]
        team.choices = choices if len(choices) == 1 else [("", _("Velg")), *choices]

    def written(self) -> ReferralWritten:
        """What was written, ready to be sent."""
        typed = self.cleaned_data
        scopes = {ConsentScope.NAV_CONTACT: "nav_contact", ConsentScope.HEALTH_RELEASE: "health_release"}
        return ReferralWritten(
            team=read_uuid(typed["team"]),
            contact=Contact(typed["name"], typed["phone"], typed["email"]),
            identity_number=typed["identity_number"],
            protection=Protection(typed["protection"]),
            referred_on=typed["referred_on"],
            referrer=typed["referrer"],
            wishes_to_work=typed["wishes_to_work"],
            treatment=TreatmentRelation(typed["treatment"]),
            information_talk=typed["talk"],
            talk_on=typed["talk_on"],
            talk_by=typed["talk_by"],
            nav_registration=Reply(typed["nav_registration"] or Reply.UNCLEAR),
            nav_office=typed["nav_office"],
            nav_adviser=typed["nav_adviser"],
            benefit=typed["benefit"],
            nav_ties=typed["nav_ties"],
            consents=frozenset(scope for scope, name in scopes.items() if typed[name]),
            message=typed["message"],
        )


class AnswerForm(forms.Form):
    """What the team answers."""

    answer = forms.ChoiceField(label=_("Svar"), choices=ANSWERS, widget=forms.RadioSelect)
    specialist = forms.ChoiceField(
        label=_("Hvem skal følge personen?"), required=False, widget=forms.RadioSelect
    )
    method = method_field()
    reason = _text(_("Hvorfor"), _("Når dere setter på vent eller sier nei. Den som henviste, leser det."))
    offer = _text(_("Hva annet tilbys, og av hvem?"), _("Når dere sier nei. Den som henviste, leser det."))

    def __init__(self, data: Any, *, page: ReferralPage, choices: list[tuple[str, str]]) -> None:
        only = choices[0][0] if len(choices) == 1 else None
        super().__init__(data, initial={"specialist": only, "method": Method.IPS})
        specialist = self.fields["specialist"]
        assert isinstance(specialist, forms.ChoiceField)  # noqa: S101  # declared above
        specialist.choices = choices

    def said(self) -> Answered:
        """The answer, ready to be given."""
        typed = self.cleaned_data
        return Answered(
            ReferralAnswer(typed["answer"]),
            read_uuid(typed["specialist"]),
            typed["reason"],
            typed["offer"],
            method=Method(typed["method"] or Method.IPS),
        )
