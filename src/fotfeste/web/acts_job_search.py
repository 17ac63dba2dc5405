"""Acts of the job search: leads, what the jobseeker wants, applications, help, narrowing (I §6)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import focus_of, lead_of, leads_of, one_focus
from fotfeste.apps.job_search.services import leads
from fotfeste.apps.job_search.services.leads import ResultSaid
from fotfeste.domain.agenda import Act
from fotfeste.domain.job_leads import HelpKind, LeadResult, SearchLevel, SentBy
from fotfeste.domain.pasted_lead import read_pasted
from fotfeste.web.acts_disclosure import chosen_employer
from fotfeste.web.acts_employer_contact import employers_known
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.employer_words import employer_named
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_search_words import HELP, LEVELS, RESULTS, SENDERS

LONGEST, LONGEST_AD = 2_000, 50_000
SEALED = _("Blir kryptert. Jobbsøkeren kan lese det.")


def choices(words: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """A closed list as a form offers it."""
    return [(str(key.value), said) for key, said in words.items()]


def text_field(label: Any, *, required: bool = False) -> forms.CharField:
    """A text that is sealed."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, required=required, max_length=LONGEST, widget=widget, help_text=SEALED
    )


class LeadForm(ActForm):
    """A lead: an advertisement or a link, as it is pasted. Nothing is fetched."""

    blames = {"day.": "day", "disclosure.": "employer", "job-search.": "text"}
    text = forms.CharField(
        label=_("Annonse eller lenke"),
        required=False,
        max_length=LONGEST_AD,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Lim inn alt sammen. Den første linjen blir navnet, hvis du ikke skriver et."),
    )
    title = forms.CharField(label=_("Navn"), required=False, max_length=200)
    employer = forms.ChoiceField(label=_("Arbeidsgiver"), required=False)
    day = DayField(label=_("Når fant dere den?"))

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field


class WantedForm(ActForm):
    """What the jobseeker says of a lead."""

    wanted = forms.ChoiceField(
        label=_("Vil jobbsøkeren?"), choices=(("yes", _("Ja")), ("no", _("Nei"))), widget=forms.RadioSelect
    )
    why = text_field(_("Hvorfor?"))


class LeadEmployerForm(ActForm):
    """Which employer a lead is with."""

    blames = {"disclosure.": "employer"}
    employer = forms.ChoiceField(label=_("Arbeidsgiver"))

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field


class ApplicationForm(ActForm):
    """An application that was sent."""

    blames = {"day.": "day", "disclosure.": "sent_by", "job-search.employer": "sent_by"}
    sent_by = forms.ChoiceField(
        label=_("Hvem sendte den?"), choices=choices(SENDERS), widget=forms.RadioSelect
    )
    day = DayField(label=_("Hvilken dag?"))


class AnswerForm(ActForm):
    """The answer to an application."""

    blames = {"day.": "day"}
    answer = text_field(_("Hva svarte de?"))
    day = DayField(label=_("Hvilken dag?"))


class ResultForm(ActForm):
    """What came of a lead."""

    blames = {"day.": "day"}
    result = forms.ChoiceField(
        label=_("Hva ble det til?"), choices=choices(RESULTS), widget=forms.RadioSelect
    )
    note = text_field(_("Noe å lære av?"))
    day = DayField(label=_("Hvilken dag?"))


class HelpForm(ActForm):
    """Help that was given in the search."""

    blames = {"day.": "day"}
    kind = forms.ChoiceField(label=_("Hva hjalp du med?"), choices=choices(HELP), widget=forms.RadioSelect)
    note = text_field(_("Mer om det"))
    day = DayField(label=_("Hvilken dag?"))


class NarrowForm(ActForm):
    """What the search is narrowed to."""

    blames = {"job-search.": "words"}
    level = forms.ChoiceField(label=_("Hvor smalt?"), choices=choices(LEVELS), widget=forms.RadioSelect)
    words = forms.CharField(label=_("Hva ser dere etter?"), max_length=200, help_text=SEALED)


class NothingForm(ActForm):
    """Nothing to fill in."""


def the_lead(found: Found, asked: Asked) -> Lead | None:
    """The lead the act is about; the newest when none is named."""
    if asked.about:
        return lead_of(found.person, asked.about)
    return next(iter(leads_of(found.person)), None)


def start_of_lead(found: Found, asked: Asked) -> Start:
    """Which lead it is, as it stands."""
    row = the_lead(found, asked)
    employers = [(each.public_id.hex, employer_named(each)) for each in employers_known(found)]
    given = {"employers": employers}
    if row is None:
        return Start({"version": None}, given=given, suggested={"day": asked.on})
    title = Shown(_("Mulighet"), row.opened("sealed_title", found.key))
    return Start({"version": row.version}, (title,), given, {"day": asked.on})


def _start_of_adding(found: Found, asked: Asked) -> Start:
    employers = [(each.public_id.hex, employer_named(each)) for each in employers_known(found, asked.about)]
    return Start(given={"employers": employers}, suggested={"day": asked.on, "employer": asked.about})


def _start_of_help(found: Found, asked: Asked) -> Start:
    return Start(suggested={"day": asked.on})


def _start_of_widening(found: Found, asked: Asked) -> Start:
    row = one_focus(found.person, asked.about) if asked.about else next(iter(focus_of(found.person)), None)
    shown = (
        () if row is None else (Shown(LEVELS[SearchLevel(row.level)], row.opened("sealed_words", found.key)),)
    )
    return Start({"version": row.public_id.hex if row else None}, shown)


def _add(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = chosen_employer(deed, typed["employer"]) if typed["employer"] else None
    pasted = read_pasted(typed["text"], title=typed["title"])
    leads.add_lead(deed, pasted, employer, found_on=typed["day"])


def _wanted(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    is_wanted = typed["wanted"] == "yes"
    leads.say_wanted(deed, the_lead(deed.found, asked), is_wanted=is_wanted, why=typed["why"])


def _employer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    leads.name_employer(deed, the_lead(deed.found, asked), chosen_employer(deed, typed["employer"]))


def _apply(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    sent_by = SentBy(typed["sent_by"])
    leads.apply(deed, the_lead(deed.found, asked), sent_on=typed["day"], sent_by=sent_by)


def _answer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    lead = the_lead(deed.found, asked)
    leads.note_answer(deed, lead, answered_on=typed["day"], answer=typed["answer"])


def _end(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = ResultSaid(LeadResult(typed["result"]), typed["day"], typed["note"])
    leads.end_lead(deed, the_lead(deed.found, asked), said)


def _help(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    lead = lead_of(deed.person, asked.about) if asked.about else None
    leads.log_help(deed, HelpKind(typed["kind"]), given_on=typed["day"], note=typed["note"], lead=lead)


def _narrow(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    leads.narrow(deed, SearchLevel(typed["level"]), typed["words"])


def _widen(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    rows = focus_of(deed.person)
    row = one_focus(deed.person, asked.about) if asked.about else next(iter(rows), None)
    leads.widen(deed, row)


_CHANGED = Action.JOB_SEARCH_CHANGED
PAGES = (
    ActPage("add-lead", _("Ny mulighet"), LeadForm, _add, _CHANGED, start=_start_of_adding, on_menu=True),
    ActPage(
        Act.ASK_FOR_WISH, _("Vil jobbsøkeren ha denne?"), WantedForm, _wanted, _CHANGED, start=start_of_lead
    ),
    ActPage(
        "lead-employer",
        _("Hvilken arbeidsgiver?"),
        LeadEmployerForm,
        _employer,
        _CHANGED,
        start=start_of_lead,
    ),
    ActPage("send-application", _("Søknad sendt"), ApplicationForm, _apply, _CHANGED, start=start_of_lead),
    ActPage(Act.LOG_ANSWER, _("Svar på søknad"), AnswerForm, _answer, _CHANGED, start=start_of_lead),
    ActPage("end-lead", _("Hva ble det til?"), ResultForm, _end, _CHANGED, start=start_of_lead),
    ActPage(
        "log-help", _("Hjelp i jobbsøket"), HelpForm, _help, _CHANGED, start=_start_of_help, on_menu=True
    ),
    ActPage("narrow-search", _("Smaln inn søket"), NarrowForm, _narrow, _CHANGED),
    ActPage(
        "widen-search",
        _("Ser ikke etter dette lenger"),
        NothingForm,
        _widen,
        _CHANGED,
        start=_start_of_widening,
        button=_("Ta bort"),
    ),
)
