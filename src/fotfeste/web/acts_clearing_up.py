"""What a list left open: where each thing is answered, or put off to a day one chooses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agenda.services import facts_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.models import OpenQuestion
from fotfeste.apps.episodes.selectors import open_question, open_questions
from fotfeste.apps.episodes.services import clearing_up
from fotfeste.domain import agenda
from fotfeste.domain.agenda import Act
from fotfeste.domain.clearing_up import SEEN_FROM_FACTS, reasons_for
from fotfeste.domain.clearing_up import OpenQuestion as Question
from fotfeste.domain.verdict import Reason, Verdict
from fotfeste.parameters import guideline_on
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import act_url, words_of

ANSWERED_BY: Mapping[str, str] = {
    "clear-up.referral-date-missing": "referral-day",
    "clear-up.referral-in-the-future": "referral-day",
    "clear-up.start-up-meeting-missing": Act.LOG_MEETING,
    "clear-up.start-up-before-referral": "referral-day",
    "clear-up.consent-open": Act.RECORD_CONSENT,
    "clear-up.registration-open": Act.RECORD_REGISTRATION,
    "clear-up.disclosure-open": Act.AGREE_DISCLOSURE,
    "clear-up.wished-percent-approximate": "wishes",
    "clear-up.wished-percent-over-100": "wishes",
    "clear-up.employer-unknown": "complete-job",
    "clear-up.employer-known-twice": "complete-job",
    "clear-up.employer-not-on-list": "complete-job",
    "clear-up.job-start-unknown": "start-job",
    "clear-up.end-before-job-start": "end-job",
    "caseload.career-profile-open": Act.START_PROFILE,
    "caseload.wished-percent-open": "wishes",
    "caseload.wished-work-open": "wishes",
}
"""Where the answer is given. Who is around the person is answered on that page."""


def answered_by(act: str) -> list[str]:
    """What is cleared up by doing this act. What the facts answer needs no settling."""
    return [code for code, slug in ANSWERED_BY.items() if slug == act and code not in SEEN_FROM_FACTS]


PEOPLE = frozenset(
    {
        "clear-up.clinician-unknown",
        "clear-up.clinician-not-linked",
        "clear-up.nav-adviser-unknown",
        "clear-up.nav-adviser-not-linked",
        "clear-up.specialist-unknown",
    }
)


@dataclass(frozen=True, slots=True)
class ToClearUp:
    """One thing to clear up, as acts/clear_up.html reads it."""

    code: str
    words: str
    written: str
    answer_url: str
    settle_url: str
    settles: bool
    put_off_until: date | None


class SettleForm(ActForm):
    """Settled, or asked again later."""

    blames = {"day.": "ask_again_on"}
    outcome = forms.ChoiceField(
        label=_("Hva vet dere nå?"),
        choices=(("settled", _("Dette er avklart")), ("later", _("Vet ikke ennå – spør igjen"))),
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Hva er svaret?"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Blir et notat, kryptert."),
    )
    ask_again_on = DayField(label=_("Spør igjen"), required=False)

    def shape(self, start: Start) -> None:
        """What the facts answer is not settled by saying so: it is answered, or waits."""
        if start.given["is_seen_from_facts"]:
            del self.fields["outcome"], self.fields["answer"]
            self.fields["ask_again_on"].required = True

    def clean(self) -> dict[str, Any]:
        """To ask again takes a day."""
        typed = super().clean() or {}
        if "outcome" not in self.fields:
            return {**typed, "outcome": "later"}
        is_later = typed.get("outcome") == "later"
        if is_later and not typed.get("ask_again_on") and "ask_again_on" not in self.errors:
            self.add_error("ask_again_on", _("Velg hvilken dag vi skal spørre igjen."))
        return typed


def _start_of_list(found: Found, asked: Asked) -> Start:
    """Everything that is open: what the facts leave open, and what only somebody can settle."""
    return Start(given={"things": list(_things(found, asked.on))})


def _things(found: Found, on: date) -> Iterator[ToClearUp]:
    rows = {row.code: row for row in open_questions(found.person)}
    for reason in _seen_from_facts(found, on):
        yield _thing(reason, rows.get(reason.code), found, on, settles=False)
    for row in rows.values():
        if row.code not in SEEN_FROM_FACTS:
            (reason,) = reasons_for([Question(row.code, row.column)])
            yield _thing(reason, row, found, on, settles=True)


def _seen_from_facts(found: Found, on: date) -> Verdict:
    """Asked of the rules themselves, and without what was put off: that too is shown here."""
    person = found.person
    facts = facts_of([(person.pk, person.public_id)], on=on).get(person.pk)
    if facts is None:
        return ()
    lines = agenda.lines(replace(facts, open_questions=()), on=on, rules=guideline_on(on))
    return next((line.why[1:] for line in lines if line.act is Act.CLEAR_UP), ())


def _thing(reason: Reason, row: OpenQuestion | None, found: Found, on: date, *, settles: bool) -> ToClearUp:
    code, public_id = row.code if row else reason.code, found.person.public_id
    put_off = row.ask_again_on if row and row.ask_again_on and row.ask_again_on > on else None
    return ToClearUp(
        code=code,
        words=words_of(reason, on=on),
        written=row.opened("sealed_as_written", found.key) if row else "",
        answer_url=_answer_url(code, public_id),
        settle_url=f"{act_url(public_id, 'settle')}?{urlencode({'om': code})}",
        settles=settles,
        put_off_until=put_off,
    )


def _answer_url(code: str, public_id: UUID) -> str:
    if code in ANSWERED_BY:
        return act_url(public_id, ANSWERED_BY[code])
    try:
        return reverse("person_people", args=[public_id]) if code in PEOPLE else ""
    except NoReverseMatch:
        return ""


def _start_of_settling(found: Found, asked: Asked) -> Start:
    row = open_question(found.person, asked.about)
    reasons = [reason for reason in _seen_from_facts(found, asked.on) if reason.code == asked.about]
    if not reasons and row is not None:
        reasons = reasons_for([Question(row.code, row.column)])
    shown = [Shown(_("Det gjelder"), words_of(each, on=asked.on)) for each in reasons]
    if row is not None and row.sealed_as_written:
        shown.append(Shown(_("Slik sto det i listen"), row.opened("sealed_as_written", found.key)))
    return Start(
        initial={"ask_again_on": row.ask_again_on if row else None},
        shown=tuple(shown),
        given={"is_seen_from_facts": asked.about in SEEN_FROM_FACTS},
    )


def _settle(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed["outcome"] == "later":
        clearing_up.ask_later(deed, code=asked.about, ask_again_on=typed["ask_again_on"])
    else:
        clearing_up.settle_question(deed, code=asked.about, answer=typed.get("answer", ""))


def _nothing_to_do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """A page to read: each thing on it has a page of its own."""


PAGES = (
    ActPage(
        slug=Act.CLEAR_UP,
        title=_("Rydd opp i det listen lot stå åpent"),
        help=_("Ingenting er gjettet. Svar på det du vet, og velg en dag for det ingen vet ennå."),
        form=ActForm,
        start=_start_of_list,
        do=_nothing_to_do,
        action=Action.FACT_CLEARED_UP,
        template="acts/clear_up.html",
    ),
    ActPage(
        slug="settle",
        title=_("Rydd opp"),
        form=SettleForm,
        start=_start_of_settling,
        do=_settle,
        action=Action.FACT_CLEARED_UP,
        onward=lambda typed: Act.CLEAR_UP,
    ),
)
