"""The form of a file: chosen on the phone or the computer, and what it is."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.attachments.services import ToAttach
from fotfeste.domain.attachments import AttachmentKind, AttachmentLimits
from fotfeste.web.attachment_words import KINDS

BLAMES = {"attachment.belongs": "about", "attachment.": "file"}
TAKEN = _("PDF, Word (docx), OpenDocument (odt), bilde (JPEG, PNG) eller tekst, inntil {most} MB.")
ACCEPT = ".pdf,.docx,.odt,.jpg,.jpeg,.png,.txt,image/jpeg,image/png"
"""What a browser offers first. What counts is what the file holds."""


class AttachmentForm(forms.Form):
    """A file, and what it is. Nothing is asked of its name: an empty one becomes a neutral one."""

    file = forms.FileField(
        label=_("Fil"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    kind = forms.ChoiceField(
        label=_("Hva er det?"),
        choices=[(str(kind.value), words) for kind, words in KINDS.items()],
        widget=forms.RadioSelect,
    )
    about = forms.ChoiceField(label=_("Hva hører den til?"), required=False)

    def __init__(
        self, *args: Any, about: Iterable[tuple[str, str]], limits: AttachmentLimits, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = format_lazy(TAKEN, most=limits.most_megabytes)
        self.fields["about"].choices = [("", _("Jobbsøket ellers")), *about]  # type: ignore[attr-defined]  # a choice field

    def to_attach(self) -> ToAttach:
        """What was sent, as the house keeps it."""
        file: Any = self.cleaned_data["file"]
        kind = AttachmentKind(self.cleaned_data["kind"])
        return ToAttach(kind, file.read(), file.name or "", self.cleaned_data["about"])
