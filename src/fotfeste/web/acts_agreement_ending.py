"""Acts around how long an agreement lasts: reviewed, changed, asked to end, ended; letters sent (A-10)."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import ending, letters
from fotfeste.apps.agreements.models import AgreementNotice, EndingAsked
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.documents.agreement.words import PARTIES
from fotfeste.domain.agreements.ending import EndCause, ReviewCause
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.agreement_ending_words import END_CAUSES, REVIEW_CAUSES
from fotfeste.web.agreement_notice_words import NOTICES
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.lines import language
from fotfeste.web.requests import read_uuid

PAGE = "agreement_page"
SEALED = _("Blir kryptert. Jobbsøkeren kan lese det.")


class EndForm(ActForm):
    """NAV ends the agreement, with a reason."""

    blames = {"agreement.end-without-reason": "words"}
    cause = forms.ChoiceField(
        label=_("Hvorfor avsluttes avtalen?"),
        choices=[("", _("Velg")), *((each.value, END_CAUSES[each]) for each in EndCause)],
    )
    words = text_field(_("Begrunnelse"), hint=SEALED, required=True)


class AskToEndForm(ActForm):
    """A party asks that it ends. One need not say why."""

    why = text_field(_("Vil du si hvorfor?"), hint=_("Du må ikke. Bare du og NAV kan lese det."))


class AnswerEndForm(ActForm):
    """The agreement goes on, and why."""

    blames = {"agreement.sensitive-words": "words"}
    words = text_field(_("Hva svarer dere?"), required=True)
    is_approved = forms.BooleanField(
        label=_(
            "Jeg har lest ordene det ble advart mot, og jobbsøkeren er enig i at arbeidsgiver kan se dem"
        ),
        required=False,
    )

    def shape(self, start: Start) -> None:
        """Only an answer to an employer is held against the words."""
        if not start.given.get("is_to_employer"):
            del self.fields["is_approved"]


class ChangedForm(ActForm):
    """What has changed, so that it must be gone through."""

    cause = forms.ChoiceField(
        label=_("Hva er endret?"),
        choices=[(each.value, REVIEW_CAUSES[each]) for each in ReviewCause],
        widget=forms.RadioSelect,
    )


class ReviewedForm(ActForm):
    """The parties went through it."""

    blames = {
        "agreement.review-not-held": "held_on",
        "agreement.review-before": "held_on",
        "agreement.review-without": "with_person",
        "agreement.review-day-over": "next_on",
        "agreement.review-too-late": "next_on",
    }
    held_on = DayField(label=_("Når gikk dere gjennom avtalen?"))
    with_person = forms.BooleanField(label=_("Jobbsøkeren var med"), required=False)
    with_employer = forms.BooleanField(label=_("Arbeidsgiveren var med"), required=False)
    words = text_field(_("Hva kom dere fram til?"), hint=SEALED)
    next_on = DayField(label=_("Når går dere gjennom avtalen neste gang?"))


class LetterSentForm(ActForm):
    """Nothing to fill in."""


def _about(asked: Asked) -> UUID:
    """What the act is about; an id that is nobody's where it is no id."""
    return read_uuid(asked.about) or _NONE


_NONE = UUID(int=0)


def _start_of_answer(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    rows = EndingAsked.objects.filter(agreement=agreement, public_id=_about(asked), answered_on=None)
    row = rows.first()
    if row is None:
        return Start({"asked": 0})
    shown = [Shown(_("Hvem ba om det"), str(PARTIES[row.asked_party]))]
    if why := row.opened("sealed_why", found.key):
        shown.append(Shown(_("Hvorfor"), why))
    given = {"is_to_employer": row.asked_party == Party.EMPLOYER}
    return Start({"asked": row.pk}, shown=tuple(shown), given=given)


def _start_of_review(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    changed = agreement.version if agreement else 0
    has_employer = agreement is not None and agreement.employer_id is not None
    return Start(
        {"changed": changed},
        given={"has_employer": has_employer},
        suggested={"held_on": asked.on, "with_person": True},
    )


def _start_of_letter(found: Found, asked: Asked) -> Start:
    row = AgreementNotice.objects.filter(person=found.person, is_paper=True, public_id=_about(asked)).first()
    if row is None:
        return Start({"letter": 0})
    shown = (Shown(_("Brevet"), str(NOTICES[row.code])), Shown(_("Til"), str(PARTIES[row.party])))
    return Start({"letter": row.pk, "sent": row.printed_on}, shown=shown)


def _start_of_agreement(found: Found, asked: Asked) -> Start:
    agreement = agreement_of(found.person)
    return Start({"agreement": agreement.pk if agreement else 0})


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.end(deed, EndCause(typed["cause"]), typed["words"])


def _ask(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.ask_to_end(deed, typed["why"])


def _answer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.answer_ending(deed, _about(asked), typed["words"], is_approved=typed.get("is_approved", False))


def _changed(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.say_changed(deed, ReviewCause(typed["cause"]))


def _reviewed(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.put_down_review(deed, ending.ReviewSaid(**typed), language=language())


def _sent(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    letters.mark_sent(deed, _about(asked))


_of_nav = partial(
    ActPage,
    action=Action.AGREEMENT_CHANGED,
    permission=Permission.AGREEMENT_CHANGE,
    back=PAGE,
    above=PAGE,
    start=_start_of_agreement,
)
_of_ones_own = partial(
    ActPage,
    action=Action.AGREEMENT_CHANGED,
    permission=Permission.AGREEMENT_OWN,
    is_own_alone=True,
    back=PAGE,
    above=PAGE,
    start=_start_of_agreement,
)
_CHANGED: dict[str, Any] = {
    "title": _("Noe er endret rundt jobben"),
    "form": ChangedForm,
    "do": _changed,
    "said": _("Det er sagt fra. Avtalen skal gås gjennom."),
    "help": _("En jobb som er slutt, eller en ny arbeidsgiver, gjør at dere går gjennom avtalen."),
}

PAGES = (
    _of_nav(
        slug="agreement-end",
        title=_("Avslutt avtalen"),
        form=EndForm,
        do=_end,
        button=_("Avslutt avtalen"),
        said=_("Avtalen er avsluttet, og partene har fått beskjed."),
        help=_(
            "NAV bestemmer når avtalen avsluttes, og sier hvorfor. Løfter som ikke er holdt, blir stående."
        ),
    ),
    _of_nav(
        slug="agreement-answer-end",
        title=_("Svar på ønsket om å avslutte"),
        form=AnswerEndForm,
        start=_start_of_answer,
        do=_answer,
        help=_("Skal avtalen avsluttes, så gjør det. Det er også svar. Her svarer dere at den fortsetter."),
        instead=("agreement-end", _("Skal den avsluttes?")),
    ),
    _of_nav(
        slug="agreement-reviewed",
        title=_("Gått gjennom avtalen"),
        form=ReviewedForm,
        start=_start_of_review,
        do=_reviewed,
        help=_(
            "Den nye dagen kommer inn i avtalen uten ny signatur. Andre endringer skriver dere i teksten."
        ),
    ),
    _of_nav(slug="agreement-changed", **_CHANGED),
    _of_nav(
        slug="agreement-letter-sent",
        title=_("Brevet er sendt"),
        form=LetterSentForm,
        start=_start_of_letter,
        do=_sent,
        button=_("Brevet er sendt"),
    ),
    _of_ones_own(
        slug="own-agreement-ask-end",
        title=_("Be om at avtalen avsluttes"),
        form=AskToEndForm,
        do=_ask,
        button=_("Send"),
        said=_("NAV har fått spørsmålet, og svarer deg."),
        help=_("NAV bestemmer, og svarer deg. Avtalen gjelder til NAV har avsluttet den."),
    ),
    _of_ones_own(slug="own-agreement-changed", **_CHANGED),
)
