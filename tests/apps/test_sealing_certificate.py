"""The certificate that documents are sealed with: made once, kept to its owner, renewed in time."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from fotfeste.apps.vault.certificate import (
    LASTS,
    RENEWED_BEFORE,
    certificate_file,
    ensure_sealing_certificate,
    load_sealing_certificate,
    sealing_certificate,
)
from fotfeste.apps.vault.keyring import KeysMissing, make_key_ring, save_key_ring
from fotfeste.cli import doctor

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]
ENSURE = """
import sys, django
from datetime import UTC, datetime
from pathlib import Path
from django.conf import settings
settings.configure(KEY_FILE=Path(sys.argv[1]))
from fotfeste.apps.vault.certificate import ensure_sealing_certificate
ensure_sealing_certificate(at=datetime(2026, 11, 22, tzinfo=UTC))
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, with keys and no certificate yet."""
    place = tmp_path / "keys" / "keys.json"
    save_key_ring(make_key_ring([]), place)
    monkeypatch.setattr(settings, "KEY_FILE", place)
    sealing_certificate.cache_clear()
    yield place
    sealing_certificate.cache_clear()


def test_it_is_made_at_the_first_start_and_left_alone_at_the_next(place: Path) -> None:
    with pytest.raises(KeysMissing):
        sealing_certificate()
    ensure_sealing_certificate(at=AT)
    first = load_sealing_certificate()
    ensure_sealing_certificate(at=AT + LASTS - RENEWED_BEFORE - timedelta(days=2))

    assert load_sealing_certificate() == first == sealing_certificate()
    assert certificate_file().stat().st_mode & 0o777 == 0o600
    assert "PRIVATE" not in repr(first)


def test_in_its_last_year_a_new_one_is_made_and_the_earlier_kept_without_its_key(place: Path) -> None:
    ensure_sealing_certificate(at=AT)
    first = load_sealing_certificate()
    ensure_sealing_certificate(at=AT + LASTS - RENEWED_BEFORE)
    second = load_sealing_certificate()

    assert second.certificates[1:] == first.certificates
    assert second.key_pem != first.key_pem
    assert second.runs_out_at - first.runs_out_at > timedelta(days=3000)
    assert first.key_pem.decode() not in certificate_file().read_text()


def test_two_processes_that_start_at_once_make_one(place: Path) -> None:
    making = [
        subprocess.Popen([sys.executable, "-c", ENSURE, str(place)], cwd=ROOT / "src") for _ in range(3)
    ]
    assert [process.wait(timeout=60) for process in making] == [0, 0, 0]

    assert len(load_sealing_certificate().certificates) == 1


def test_one_that_others_can_read_or_of_another_installation_is_refused(place: Path) -> None:
    ensure_sealing_certificate(at=AT)
    certificate_file().chmod(0o640)
    with pytest.raises(KeysMissing, match="0600"):
        load_sealing_certificate()

    certificate_file().chmod(0o600)
    kept = json.loads(certificate_file().read_text())
    certificate_file().write_text(json.dumps(kept | {"key_set": "another"}))
    with pytest.raises(KeysMissing, match="another set"):
        load_sealing_certificate()
    assert "another set" in doctor._seal()


def test_the_doctor_says_until_when_it_is_good_and_when_a_new_one_comes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "NB" in doctor.seal_line()
    ensure_sealing_certificate(at=AT)
    monkeypatch.setattr("fotfeste.clock.real_now", lambda: AT)

    assert doctor.seal_line() == "  ok    sertifikatet til seglet gjelder til 21. november 2036"

    monkeypatch.setattr("fotfeste.clock.real_now", lambda: AT + LASTS)
    assert "går ut 21. november 2036" in doctor.seal_line()
    ensure_sealing_certificate(at=AT + LASTS)
    assert "1 tidligere" in doctor.seal_line()
