"""The look book: every part of a page in all its states, to look at and to measure. Only in demo mode.

`?frame=mine` and `?frame=public` show the other two frames, `?closed=1` the read-only banner.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from fotfeste import clock
from fotfeste.web.forms_look import DayField
from fotfeste.web.pictures.bars import Column, columns_picture, share_picture
from fotfeste.web.pictures.course import Course, Step, course_picture
from fotfeste.web.policy import demo_only
from fotfeste.web.words import dates

SAMPLES = Path(__file__).with_suffix(".yaml")
FRAMES = {"mine": "base_mine.html", "public": "base_public.html"}


class EveryField(forms.Form):
    """One of each kind of field."""

    name = forms.CharField(label="Navn", help_text="Slik personen selv skriver det")
    day = DayField(label="Oppstartsmøte")
    note = forms.CharField(label="Notat", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    unit = forms.ChoiceField(label="Enhet", choices=[("", "Velg"), ("a", "IPS Salten"), ("b", "NAV Bodø")])
    say = forms.ChoiceField(
        label="Kan dette sies til arbeidsgiver?",
        choices=[("yes", "Kan sies"), ("ask", "Bare på spørsmål"), ("no", "Sies ikke")],
        widget=forms.RadioSelect,
    )
    wishes = forms.MultipleChoiceField(
        label="Ønsket arbeid",
        choices=[("s", "Lager"), ("b", "Butikk"), ("k", "Kjøkken")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Velg så mange du vil",
    )
    sure = forms.BooleanField(label="Jobbsøkeren har lest dette", help_text="Vi spør igjen om tre måneder")
    file = forms.FileField(label="Liste (CSV eller Excel)", required=False)


@demo_only
def lookbook(request: HttpRequest) -> HttpResponse:
    """Everything pages are made from, on one page."""
    today = clock.today()
    frame = request.GET.get("frame", "base")
    shown = {**_parts(today), **_pictures(today), **_forms(), **_frame(frame)}
    return render(request, "lookbook.html", shown | {"is_read_only": request.GET.get("closed") == "1"})


@cache
def _samples() -> dict[str, Any]:
    samples: dict[str, Any] = yaml.safe_load(SAMPLES.read_text(encoding="utf-8"))
    return samples


def _frame(frame: str) -> dict[str, Any]:
    samples = _samples()
    entries = samples["nav"].get(frame, samples["nav"]["base"])
    nav = [
        {"label": label, "icon": icon, "url": f"#nav-{i}", "is_current": i == 0}
        for i, (label, icon) in enumerate(entries)
    ]
    who = ("Nora Moen", "") if frame == "mine" else ("Siv Rønning", "IPS Salten")
    account = {"name": who[0], "unit": who[1], "links": samples["account_links"]}
    return {
        "frame": FRAMES.get(frame, "base.html"),
        "nav": nav,
        "nav_search": "" if frame == "mine" else "#search",
        "nav_account": None if frame == "public" else account,
        "is_demo": True,
    }


def _parts(today: date) -> dict[str, Any]:
    samples = _samples()
    lines = [{**line, "due": _day(today, line.get("in")), "person_url": "#p"} for line in samples["lines"]]
    tabs = [
        {"label": label, "url": "#tab", "is_current": i == 0, "count": 3 if label == "Møter" else None}
        for i, label in enumerate(samples["tabs"])
    ]
    board = [
        (stage, [(name, _day(today, days), what) for name, days, what in people])
        for stage, people in samples["board"]
    ]
    events = [(_day(today, days), what, more) for days, what, more in samples["events"]]
    seen = clock.now().replace(hour=7, minute=12)
    conflict = {**samples["conflict"], "saved_at": seen}
    drawn = {"lines": lines, "tabs": tabs, "board": board, "events": events, "seen": seen}
    return {**samples, **drawn, "conflict": conflict}


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)


def _pictures(today: date) -> dict[str, Any]:
    language = dates.language_of(get_language())

    def step(label: str, days: int) -> Step:
        day = today + timedelta(days=days)
        return Step(label, dates.short_day(day, today, language), day)

    steps = tuple(step(label, days) for label, days in _samples()["steps"])
    course = Course(steps, step("I dag", 0), "første lønnede dag?")
    columns = (
        Column("0 %", (100,)),
        Column("25 %", (77, 38)),
        Column("50 %", (56, 77)),
        Column("75 %", (0, 118), "AAP stopper"),
        Column("100 %", (0, 156)),
    )
    return {
        "course": course,
        "course_svg": course_picture(course, title="Løpet", desc="Fra henvisning til i dag"),
        "share_svg": share_picture(4, 6, title="Besøk", desc="4 av 6", key="share"),
        "columns_svg": columns_picture(columns, title="Penger", desc="AAP og lønn", key="money"),
    }


def _forms() -> dict[str, Any]:
    typed = {"w-day": "31.2.2026", "w-note": "Dette er skrevet før.", "w-say": "x"}
    return {"form": EveryField(prefix="f"), "wrong_form": EveryField(typed, prefix="w")}
