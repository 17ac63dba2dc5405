"""The blank form and the filled example as papers, by the same template as the agreement itself (A-09).

They are the same for everybody and every day, so they are made ahead: `fotfeste docs` puts them in `public/`
beside this, and a test holds them to be what the template makes of the words. No page typesets anything.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

from fotfeste.documents.agreement import (
    AgreementPaper,
    AgreementSection,
    AgreementSignature,
    AgreementTable,
    PaperMark,
    made,
)
from fotfeste.parameters.public_information.agreement_form import FormSection, Rows, agreement_form

WORDED_ON = date(2026, 11, 23)
"""The day these words are from; it is the date of the files."""
PLACE = Path(__file__).with_name("public")
KINDS = (PaperMark.BLANK, PaperMark.EXAMPLE)


def place_of(kind: PaperMark, language: str) -> Path:
    """Where the file lies."""
    return PLACE / f"{kind.value}-{language}.pdf"


@lru_cache(maxsize=6)
def public_file(kind: PaperMark, language: str) -> bytes:
    """The file made ahead."""
    return place_of(kind, language).read_bytes()


def made_anew(kind: PaperMark, language: str) -> bytes:
    """The file as the template and the words make it now."""
    return made(paper_of(kind, language))


def paper_of(kind: PaperMark, language: str) -> AgreementPaper:
    """The blank form, or the example."""
    form, is_blank = agreement_form(language), kind is PaperMark.BLANK
    signed = form.signatures
    return AgreementPaper(
        language=language,
        title=form.title,
        on=WORDED_ON,
        mark=kind,
        head=(form.promise,),
        sections=tuple(map(_to_fill_in if is_blank else _filled_in, form.sections)),
        signatures=tuple(
            AgreementSignature(party, *(("", "", "") if is_blank else rest)) for party, *rest in signed
        ),
        foot=(form.signing,),
    )


def _to_fill_in(section: FormSection) -> AgreementSection:
    table = _table(section.heads, section.form_rows)
    return AgreementSection(section.heading, (section.help,), table, section.lines)


def _filled_in(section: FormSection) -> AgreementSection:
    return AgreementSection(section.heading, section.paragraphs, _table(section.heads, section.rows))


def _table(heads: tuple[str, ...], rows: Rows) -> AgreementTable | None:
    return AgreementTable(heads, rows) if heads else None
