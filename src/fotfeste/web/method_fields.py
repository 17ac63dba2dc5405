"""Choosing between IPS and Supported Employment, and saying to the jobseeker what it is (W-11)."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.episodes.models import Episode
from fotfeste.domain.method import Method

CHOICES = (
    (Method.IPS, _("IPS: sammen med behandlingen")),
    (Method.SUPPORTED_EMPLOYMENT, _("Supported Employment: uten behandler")),
)
PLAINLY: dict[str, str | Promise] = {
    Method.IPS: _(
        "Du følges med IPS: hjelp til vanlig, lønnet arbeid, sammen med behandlingen din. "
        "Jobbspesialisten og behandleren samarbeider, så langt du vil."
    ),
    Method.SUPPORTED_EMPLOYMENT: _(
        "Du følges med Supported Employment: hjelp til vanlig, lønnet arbeid, og opplæring på "
        "arbeidsplassen. Jobbspesialisten følger opp både deg og arbeidsgiveren. "
        "Du trenger ikke å ha en behandler."
    ),
}


def method_field() -> forms.ChoiceField:
    """Which method, when somebody is taken on. Not chosen is IPS."""
    return forms.ChoiceField(
        label=_("Metode"),
        choices=CHOICES,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Når personen tas imot. Kan endres siden."),
    )


def method_in_plain_words(episode: Episode | None) -> str | Promise:
    """What the jobseeker reads on their own page; nothing without a course."""
    return PLAINLY[episode.method] if episode else ""
