"""What the office answers to a request for an agreement, or to an employer's interest."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.asked import AskedReply
from fotfeste.apps.consents.asked import Whom
from fotfeste.domain.agreements.requests import AskedAnswer, AskedFor
from fotfeste.domain.permissions import Protection
from fotfeste.web.agreement_request_words import ANSWERS
from fotfeste.web.agreement_use_fields import USE_FIELDS, UseFields, use_said
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.referral_forms import PROTECTION

POSSIBLE = {
    AskedFor.AGREEMENT: (AskedAnswer.TAKEN_UP, AskedAnswer.NOT_TAKEN_UP),
    AskedFor.INTEREST: (AskedAnswer.INFORMED, AskedAnswer.NOT_TAKEN_UP),
}


class ReplyForm(ContactCleaning, UseFields):
    """The answer. Whom it is about is asked for only until the person is known, and only for an agreement."""

    answer = forms.ChoiceField(label=_("Svar"), widget=forms.RadioSelect)
    identity_number = forms.CharField(
        label=_("Fødselsnummer eller d-nummer"),
        max_length=40,
        required=False,
        help_text=_("Finnes personen hos NAV fra før, blir spørsmålet knyttet til den saken."),
    )
    protection = forms.ChoiceField(
        label=_("Har personen adressesperre?"), choices=PROTECTION, widget=forms.RadioSelect
    )
    told_on = DayField(label=_("Når fikk arbeidsgiveren svar?"), required=False)
    words = text_field(_("Hva svarer dere?"), rows=4)
    field_order = ("answer", "identity_number", "protection", *USE_FIELDS, "told_on", "words")

    def __init__(
        self, data: Any, *, asked_for: AskedFor, is_known: bool, on: date, synthetic_only: bool
    ) -> None:
        super().__init__(data, initial={"told_on": on})
        self.on, self.synthetic_only = on, synthetic_only
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)  # noqa: S101  # declared above
        answer.choices = [(each, ANSWERS[each]) for each in POSSIBLE[asked_for]]
        self.fields["words"].help_text = _WORDS[asked_for]
        is_interest = asked_for is AskedFor.INTEREST
        left_out = [*USE_FIELDS] if is_interest else ["told_on"]
        if is_interest or is_known:
            left_out += ["identity_number", "protection"]
        for name in left_out:
            del self.fields[name]
        if data is not None and data.get("answer") != AskedAnswer.TAKEN_UP:
            for name in {"protection", *USE_FIELDS} & self.fields.keys():
                self.fields[name].required = False

    def said(self) -> AskedReply:
        """The answer, ready to be given."""
        typed = self.cleaned_data
        answer = AskedAnswer(typed["answer"])
        protection = Protection(typed.get("protection") or Protection.UNKNOWN)
        return AskedReply(
            answer,
            words=typed["words"],
            told_on=typed.get("told_on"),
            whom=Whom(typed.get("identity_number", ""), protection),
            use=use_said(typed) if answer is AskedAnswer.TAKEN_UP else None,
        )


_WORDS = {
    AskedFor.AGREEMENT: _("Skriv hvorfor, når dere ikke tar det opp. Blir kryptert."),
    AskedFor.INTEREST: _("Hva arbeidsgiveren fikk vite, hvilken hjelp dere avtalte, eller hvorfor ikke."),
}
