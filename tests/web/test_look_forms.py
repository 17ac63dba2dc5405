"""Forms: every field has a label, its hint and error are read with it, and the summary leads to it."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from fotfeste.web.forms_look import AkselRenderer, DayField
from tests.web.test_look_parts import read, text_of


class Example(forms.Form):
    name = forms.CharField(label="Navn", help_text="Slik personen skriver det")
    note = forms.CharField(label="Notat", widget=forms.Textarea, required=False)
    unit = forms.ChoiceField(label="Enhet", choices=[("a", "A")])
    say = forms.ChoiceField(
        label="Kan det sies?", choices=[("y", "Ja"), ("n", "Nei")], widget=forms.RadioSelect
    )
    wishes = forms.MultipleChoiceField(
        label="Ønsker", choices=[("s", "Lager")], widget=forms.CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label="Lest", help_text="Spørres igjen")
    day = DayField(label="Dag")
    file = forms.FileField(label="Fil", required=False)
    secret = forms.CharField(label="Passord", widget=forms.PasswordInput)
    key = forms.CharField(widget=forms.HiddenInput)


def shown(form: forms.Form) -> str:
    return form.render(renderer=AkselRenderer())


def ids(html: str) -> set[str]:
    return {str(a["id"]) for _, a in read(html).tags if "id" in a}


EMPTY = Example()
WRONG = Example({"name": "", "say": "x", "day": "31.2.2026", "unit": "z"})


@pytest.mark.parametrize("form", [EMPTY, WRONG], ids=["empty", "wrong"])
def test_every_field_has_a_label_and_ids_are_unique(form: forms.Form) -> None:
    html = shown(form)
    labelled = {a["for"] for tag, a in read(html).tags if tag == "label"}
    fields = [
        a
        for tag, a in read(html).tags
        if tag in {"input", "select", "textarea"} and a.get("type") != "hidden"
    ]
    assert {a["id"] for a in fields} == labelled
    everything = [a["id"] for _, a in read(html).tags if "id" in a]
    assert len(everything) == len(set(everything))


@pytest.mark.parametrize("form", [EMPTY, WRONG], ids=["empty", "wrong"])
def test_what_describes_a_field_is_on_the_page(form: forms.Form) -> None:
    html = shown(form)
    described = " ".join(str(a["aria-describedby"]) for _, a in read(html).tags if a.get("aria-describedby"))
    assert set(described.split()) <= ids(html)
    assert "id_name_helptext" in described


def test_the_summary_leads_to_each_field_that_is_wrong() -> None:
    html = shown(WRONG)
    links = [str(a["href"]) for tag, a in read(html).tags if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= ids(html)
    assert len(links) == len(WRONG.errors) - 1  # the hidden key is not the reader's to fill in


def test_a_form_without_faults_has_no_summary() -> None:
    assert "error-summary" not in shown(EMPTY)


def test_a_field_that_may_be_empty_says_so() -> None:
    words = text_of(shown(EMPTY))
    assert "Notat (valgfritt)" in words
    assert "Navn (valgfritt)" not in words


def test_fields_carry_the_class_of_their_kind_once() -> None:
    classes = {
        a.get("name"): a.get("class")
        for tag, a in read(shown(EMPTY)).tags
        if tag in {"input", "select", "textarea"}
    }
    assert classes == {
        "name": "aksel-text-field__input",
        "note": "aksel-textarea__input",
        "unit": "aksel-select__input",
        "say": "aksel-radio__input",
        "wishes": "aksel-checkbox__input",
        "sure": "aksel-checkbox__input",
        "day": "aksel-text-field__input",
        "file": "file",
        "secret": "aksel-text-field__input",
        "key": None,
    }


def test_choices_are_a_group_with_a_name() -> None:
    html = shown(EMPTY)
    assert [tag for tag, _ in read(html).tags].count("fieldset") == 2
    assert "<legend>Kan det sies?</legend>" in html


def test_a_password_is_not_sent_back() -> None:
    assert "hemmelig" not in shown(Example({"secret": "hemmelig"}))


def test_what_was_typed_stays_in_the_field() -> None:
    html = shown(WRONG)
    assert 'value="31.2.2026"' in html
    assert "Vi forstår ikke datoen «31.2.2026»" in text_of(html)


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Fyll inn dette."), ("nn", "Vi forstår ikkje datoen"), ("en", "We do not understand the date")],
)
def test_errors_are_in_the_language_of_the_reader(language: str, words: str) -> None:
    with override(language):
        assert words in text_of(shown(Example(WRONG.data)))


def test_a_day_from_the_record_is_shown_as_people_write_it() -> None:
    html = shown(Example(initial={"day": date(2026, 2, 3)}))
    assert 'value="03.02.2026"' in html


@pytest.mark.parametrize(
    ("typed", "day"), [("22.11.2026", date(2026, 11, 22)), ("3. feb 27", date(2027, 2, 3))]
)
def test_a_day_field_reads_what_people_type(typed: str, day: date) -> None:
    assert DayField().clean(typed) == day


def test_a_day_that_may_be_empty_is_empty() -> None:
    assert DayField(required=False).clean("") is None
    with pytest.raises(forms.ValidationError):
        DayField().clean("")
