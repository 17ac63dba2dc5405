"""The employer writes its own lines in the draft: goals, follow-up, what it promises, adaptations (A-03)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import drafting
from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.domain.agreements.content import LineKind
from fotfeste.domain.agreements.parties import Party, Towards
from fotfeste.web.acts_agreement_lines import LINES, RemoveForm, line_said, line_saved
from fotfeste.web.acts_page import Asked, Shown, Start
from fotfeste.web.by_employer_page import Does, EmployerActPage

WRITES: Mapping[LineKind, str] = {
    form.kind: slug for slug, __, form in LINES if form.kind is not LineKind.MEASURE
}
"""The act that writes each kind of line. Measures are NAV's to write."""
REMOVES = "remove-line"


def _start(deed: EmployerDeed, asked: Asked) -> Start:
    row, given = drafting.employers_line(deed, asked.about), {"party": Party.EMPLOYER}
    if row is None:
        return Start({"version": 0}, given=given, suggested={"towards": Towards.JOBSEEKER})
    return Start(line_saved(row, deed.found), given=given)


def _start_of_removing(deed: EmployerDeed, asked: Asked) -> Start:
    row = drafting.employers_line(deed, asked.about)
    if row is None:
        return Start({"version": 0})
    return Start({"version": row.version}, shown=(Shown(_("Linjen"), row.opened("sealed_text", deed.key)),))


def _write(kind: LineKind) -> Does:
    def write(deed: EmployerDeed, typed: Mapping[str, Any], asked: Asked) -> None:
        said = line_said(Party.EMPLOYER, kind, typed)
        if asked.about:
            drafting.change_line(deed, asked.about, said)
        else:
            drafting.write_line(deed, said)

    return write


def _remove(deed: EmployerDeed, typed: Mapping[str, Any], asked: Asked) -> None:
    drafting.remove_line(deed, asked.about)


PAGES = (
    *(
        EmployerActPage(slug=slug, title=title, form=form, start=_start, do=_write(form.kind))
        for slug, title, form in LINES
        if form.kind in WRITES
    ),
    EmployerActPage(
        slug=REMOVES,
        title=_("Fjern en linje fra utkastet"),
        form=RemoveForm,
        start=_start_of_removing,
        do=_remove,
        button=_("Fjern linjen"),
        said=_("Linjen er fjernet fra utkastet."),
    ),
)
