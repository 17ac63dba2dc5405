"""The look book: every part of a page in all its states, to look at and to measure. Only in demo mode."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace as Thing
from typing import Any

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
    shown: dict[str, Any] = {
        "frame": {"mine": "base_mine.html", "public": "base_public.html"}.get(frame, "base.html"),
        "nav": _nav(frame),
        "nav_search": "" if frame == "mine" else "#search",
        "nav_account": None if frame == "public" else _account(frame),
        "is_demo": True,
        "is_read_only": request.GET.get("closed") == "1",
    }
    return render(request, "lookbook.html", {**shown, **_parts(today), **_pictures(today), **_forms()})


def _nav(frame: str) -> list[Thing]:
    staff = [
        ("I dag", "Tasklist"),
        ("Porteføljen", "PersonGroup"),
        ("Arbeidsgivere", "Buildings3"),
        ("Teamet", "Handshake"),
    ]
    own = [("Hjem", "House"), ("Planen", "Tasklist"), ("Jobber", "Briefcase"), ("Meldinger", "Chat")]
    entries = {"mine": own, "public": []}.get(frame, staff)
    return [
        Thing(label=label, icon=icon, url=f"#nav-{i}", is_current=i == 0)
        for i, (label, icon) in enumerate(entries)
    ]


def _account(frame: str) -> Thing:
    links = [
        Thing(label="Innlogging og sikkerhet", icon="ShieldLock", url="#account", is_post=False),
        Thing(label="Logg ut", icon="Leave", url="#out", is_post=True),
    ]
    if frame == "mine":
        return Thing(name="Nora Moen", unit="", links=links)
    return Thing(name="Siv Rønning", unit="IPS Salten", links=links)


def _line(due: date | None, what: str, person: str, why: str, source: str, label: str, **more: Any) -> Thing:
    action = Thing(label=label, url="#do", is_post=more.get("is_post", False), key="0" * 32)
    return Thing(
        due=due,
        state=more.get("state", ""),
        what=what,
        person=person,
        person_url="#person" if person else "",
        why=why,
        source=Thing(label=source, url="#source"),
        action=action,
    )


def _parts(today: date) -> dict[str, Any]:
    def on(days: int) -> date:
        return today + timedelta(days=days)

    seen = datetime(today.year, today.month, today.day, 7, 12, tzinfo=clock.UTC)
    return {
        "lines": [
            _line(
                on(-3),
                "Hold oppstartsmøte med",
                "Ánde Hansen",
                "Henvist 12. november. Første møte bør holdes innen 7 dager, med behandler til stede i minst ett.",
                "IPS-retningslinjen 4.1",
                "Finn tid",
            ),
            _line(
                on(-1),
                "Svar på spørsmål fra Hotell Nordlys",
                "",
                "Avtalen lover svar innen 2 virkedager.",
                "Avtale 14, punkt 3",
                "Svar",
            ),
            _line(
                on(1),
                "Gå gjennom åpenhet før møtet med Stormyra Mat med",
                "Nora Moen",
                "Ny arbeidsgiver. Forrige gjennomgang var 4. august.",
                "IPS-retningslinjen 4.3",
                "Åpne",
                is_post=True,
            ),
            _line(
                on(4),
                "Ukentlig oppfølging i jobben,",
                "Tuva Berg",
                "Startet hos Salten Laks 16. november. Ukentlig den første måneden.",
                "Metoden, oppfølging i jobb",
                "Ring",
            ),
            _line(
                on(20),
                "Avklar hvor mye hjelp Amir vil ha nå,",
                "Amir Eira",
                "Sist avklart for tre måneder siden.",
                "IPS-retningslinjen 6.1",
                "Ta opp",
            ),
            _line(
                None,
                "Avklar om samtykket til NAV gjelder:",
                "Sofie Strand",
                "Lista sier «ikke avklart».",
                "IPS-retningslinjen 3.2",
                "Avklar",
            ),
        ],
        "tabs": [
            Thing(label=label, url="#tab", is_current=i == 0, count=3 if label == "Møter" else None)
            for i, label in enumerate(
                "Oversikt,Profil,Plan,Møter,Jobbsøk,Jobb og støtte,Økonomi,Samarbeid,Dokumenter,Logg".split(
                    ","
                )
            )
        ],
        "facts": [
            Thing(label="Arbeid", value="Lager eller butikk, helst med varer framfor kasse"),
            Thing(
                label="Tid",
                value="50 %, dagtid, starte rolig",
                mark="brought-in",
                mark_text="Fra lista 20. november",
            ),
            Thing(
                label="Samtykke til NAV", value="Ja", mark="provisional", url="#confirm", url_label="Bekreft"
            ),
            Thing(label="Sted", value=""),
        ],
        "may_say": [
            Thing(label="Kan sies", value="«Trenger gradvis opptrapping»", tone="yes"),
            Thing(label="Bare på spørsmål", value="Hull i CV-en", tone="ask"),
            Thing(label="Sies ikke", value="Diagnose, behandling", tone="no"),
        ],
        "board": [
            ("Oppstart", [("Ánde Hansen", -3, "oppstartsmøte"), ("Sofie Strand", 8, "profil")]),
            ("Jobbsøk", [("Nora Moen", 1, "åpenhet"), ("Jonas Ås", 2, "besøk"), ("Amir Eira", 20, "hjelp")]),
            ("I jobb", [("Tuva Berg", 4, "oppfølging")]),
            ("Pause", []),
        ],
        "events": [
            (on(0), "Siv åpnet siden", "«forberede møte»"),
            (on(-3), "Åpenhet avtalt med Stormyra Mat", "Gjelder til 4. februar"),
            (on(-110), "Karriereprofilen er ferdig", "Fra lista 20. november"),
        ],
        "conflict": Thing(
            saved_by="Jonas Eidissen",
            saved_at=seen,
            fields=[
                Thing(
                    label="Ønsket arbeid",
                    own="Lager, helst natt.\nKan kjøre truck.",
                    saved="Lager eller butikk, ikke natt.",
                )
            ],
        ),
        "kept": [
            Thing(
                name="note", value="Snakket med Nora på Kafé Løkka.\nHun vil prøve lager først.", is_long=True
            ),
            Thing(name="day", value="22.11.2026", is_long=False),
        ],
        "confirm": Thing(
            question="Trekke tilbake samtykket til NAV?",
            consequence="NAV ser ikke lenger planen og møtene. Det de alt har lest, kan ikke tas tilbake.",
            label="Trekk tilbake samtykket",
            url="#do",
            cancel_url="#",
            key="0" * 32,
            hidden=[],
            is_danger=True,
        ),
        "progress_now": Thing(
            done=7, total=25, text="7 av 25 rader er lest", url="#progress", is_finished=True
        ),
        "seen": seen,
        "kinds": ["info", "success", "warning", "danger"],
        "source": Thing(label="Tiltaksforskriften § 4-4", url="#source"),
    }


def _pictures(today: date) -> dict[str, Any]:
    language = dates.language_of(get_language())

    def step(label: str, days: int) -> Step:
        day = today + timedelta(days=days)
        return Step(label, dates.short_day(day, today, language), day)

    steps = (
        step("Henvist", -273),
        step("Oppstart", -268),
        step("Profil", -222),
        step("Åpenhet avtalt", -110),
        step("Første besøk", -80),
    )
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
        "columns_svg": columns_picture(
            columns, title="Penger", desc="AAP og lønn etter stilling", key="money"
        ),
    }


def _forms() -> dict[str, Any]:
    wrong = EveryField(
        {"day": "31.2.2026", "note": "Dette er skrevet før.", "say": "x", "name": ""}, prefix="w"
    )
    return {"form": EveryField(prefix="f"), "wrong_form": wrong}
