"""Acts of asking the contact person in NAV, and of answering (A-07)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import questions
from fotfeste.apps.agreements.promises_kept import Words
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.documents.agreement.words import PARTIES
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.job_fields import text_field

QUESTIONS_PAGE = "agreement_questions"
"""The page that these acts come back to."""


class AskContactForm(ActForm):
    """The question, in own words."""

    question = text_field(
        _("Hva lurer du på?"),
        rows=4,
        hint=_("Kontaktpersonen i NAV og kontoret leser det. Blir kryptert."),
        required=True,
    )


class AnswerForm(ActForm):
    """The answer. To an employer words of health are read once more."""

    blames = {"promise.words-of-health": "answer"}
    answer = text_field(_("Svar"), rows=4, hint=_("Den som spurte, leser det. Blir kryptert."), required=True)
    is_approved = forms.BooleanField(
        label=_(
            "Jeg har lest ordene det ble advart mot, og jobbsøkeren er enig i at arbeidsgiver kan se dem"
        ),
        required=False,
    )

    def shape(self, start: Start) -> None:
        """The jobseeker is told anything of the own."""
        if start.given.get("party") != Party.EMPLOYER:
            del self.fields["is_approved"]


def _start_of_answer(found: Found, asked: Asked) -> Start:
    row = questions.question_of(found.person, asked.about)
    if row is None:
        return Start({"version": 0})
    shown = (Shown(PARTIES[Party(row.asked_party)], row.opened("sealed_question", found.key)),)
    return Start({"version": row.version}, shown, {"party": row.asked_party})


def do_ask(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """It is asked."""
    questions.ask(deed, typed["question"])


def _answer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    questions.answer(deed, asked.about, Words(typed["answer"], typed.get("is_approved", False)))


ASKS: Mapping[str, Any] = {
    "title": _("Spør kontaktpersonen i NAV"),
    "button": _("Send spørsmålet"),
    "said": _("Spørsmålet er sendt."),
}
"""What is said of asking, to jobseeker and employer alike."""

PAGES = (
    ActPage(
        slug="own-agreement-ask",
        form=AskContactForm,
        do=do_ask,
        **ASKS,
        action=Action.AGREEMENT_CHANGED,
        permission=Permission.AGREEMENT_OWN,
        back=QUESTIONS_PAGE,
        above=QUESTIONS_PAGE,
        is_own_alone=True,
    ),
    ActPage(
        slug="agreement-answer",
        title=_("Svar på et spørsmål"),
        form=AnswerForm,
        start=_start_of_answer,
        do=_answer,
        button=_("Send svaret"),
        said=_("Svaret er sendt."),
        action=Action.AGREEMENT_CHANGED,
        permission=Permission.AGREEMENT_CHANGE,
        back=QUESTIONS_PAGE,
        above=QUESTIONS_PAGE,
    ),
)
