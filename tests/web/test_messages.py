"""Everything on screen is said in nynorsk and English too, with the same placeholders and no other markup."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from fotfeste.parameters.texts import all_texts
from scripts import messages

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")
MARKUP = re.compile(r"</?\w+|&\w+;")


def pairs(language: str) -> list[tuple[str, str]]:
    found = []
    for message in messages.load(language):
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            found += list(zip(ids, strings, strict=True))
    return found


def test_nothing_is_missing() -> None:
    assert messages.missing() == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_placeholders_and_markup_agree(language: str) -> None:
    for original, translated in pairs(language):
        assert sorted(PLACEHOLDER.findall(original)) == sorted(PLACEHOLDER.findall(translated)), original
        assert sorted(MARKUP.findall(original)) == sorted(MARKUP.findall(translated)), original


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_edges_agree(language: str) -> None:
    for original, translated in pairs(language):
        assert original[:1].isspace() == translated[:1].isspace(), original
        assert original[-1:].isspace() == translated[-1:].isspace(), original


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalogue_is_in_order(language: str) -> None:
    catalog = messages.load(language)
    assert not catalog.fuzzy
    assert [error for _, errors in catalog.check() for error in errors] == []


def test_nynorsk_is_nynorsk() -> None:
    bokmal_only = re.compile(
        r"\b(ikke|jeg|hva|hvem|hvor|noen|noe|fra|gjøre|åpne|hjem|uke|dager|bare|etter at)\b", re.IGNORECASE
    )
    said = [(original, translated) for original, translated in pairs("nn")]
    assert [pair for pair in said if bokmal_only.search(pair[1])] == []


def test_english_has_no_norwegian_letters() -> None:
    assert [pair for pair in pairs("en") if re.search("[æøåÆØÅ]", pair[1].replace("Bokmål", ""))] == []


@pytest.mark.parametrize("language", messages.TRANSLATED)
def test_what_a_page_and_a_rule_both_say_is_said_alike(language: str) -> None:
    on_pages = dict(pairs(language))
    by_rules = [
        (text, said[language][part]) for said in all_texts().values() for part, text in said["nb"].items()
    ]
    assert [(text, said) for text, said in by_rules if on_pages.get(text, said) != said] == []


def test_what_is_compiled_is_what_was_written(tmp_path: Path) -> None:
    messages.compile_all(tmp_path)
    with (tmp_path / "nn" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    assert spoken.gettext("Til forsiden") == "Til framsida"


def test_messages_are_found_in_templates_and_in_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(
        "<p class='x'>\n   {% trans \"Hei 'du'\" %}</p>{% include 'b' with label=_('Videre') %}\n"
        "  {% blocktrans count n=x %}En{% plural %}{{ n }} stykker{% endblocktrans %}\n"
        "{% comment %}{% trans 'Ikke denne' %}{% endcomment %}"
    )
    (tmp_path / "b.py").write_text('_("Fra kode")\nngettext("Én", "Flere", 2)\nf("ikke denne")\n')
    monkeypatch.setattr(messages, "PACKAGE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    found = {message.id for message in messages.extract() if message.id}
    assert found == {"Hei 'du'", "Videre", ("En", "%(n)s stykker"), "Fra kode", ("Én", "Flere")}


def test_a_table_can_be_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(
        "{% trans 'Hei' %}{% blocktrans count n=x %}En\n dag{% plural %}{{ n }} dager{% endblocktrans %}"
    )
    monkeypatch.setattr(messages, "PACKAGE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    messages.update()
    rows = list(messages.table())
    assert rows == ["Hei\t\t", "En\\n dag ¦ %(n)s dager\t\t"]
    messages.fill(iter(["Hei\tHei du\tHello\n", "En\\n dag ¦ %(n)s dager\tEin\\n dag ¦ %(n)s dagar\t\n"]))
    assert list(messages.table()) == [rows[1]]
    assert ("En\n dag", "Ein\n dag") in pairs("nn")
    with pytest.raises(KeyError):
        messages.fill(iter(["Finnes ikke\tx\ty\n"]))


def test_an_update_keeps_what_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text("{% trans 'Hei' %}")
    monkeypatch.setattr(messages, "PACKAGE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    messages.update()
    catalog = messages.load("nn")
    message = catalog.get("Hei")
    assert isinstance(message, Message)
    message.string = "Hei på deg"
    messages._save(catalog, "nn")
    (tmp_path / "a.html").write_text("{% trans 'Hei' %}{% trans 'Ny' %}")
    messages.update()
    merged = messages.load("nn")
    assert [(m.id, m.string) for m in merged if m.id in {"Hei", "Ny"}] == [("Hei", "Hei på deg"), ("Ny", "")]
