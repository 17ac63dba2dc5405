"""`fotfeste audit`: is the log whole?"""

import argparse
import sys

from django.conf import settings
from django.db import transaction

from fotfeste import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`verify` walks the whole chain; `head` keeps its end outside the database now."""
    parser.add_argument("what", choices=["verify", "head"])


def run(arguments: argparse.Namespace) -> int:
    """0 when the log is whole, 1 when something has been changed or taken out."""
    return _verify() if arguments.what == "verify" else _head()


def _verify() -> int:
    from fotfeste.apps.audit import chain
    from fotfeste.apps.audit.heads import kept_heads
    from fotfeste.apps.audit.models import LogRow
    from fotfeste.apps.vault.keyring import key_ring

    key = key_ring().audit_key
    heads = kept_heads(settings.LOG_HEADS, key)
    broken = list(chain.breaks(key, heads=heads))
    for found in broken[:20]:
        print(f"  FEIL  rad {found.seq}: {found.what}", file=sys.stderr)
    rows = LogRow.objects.count()
    print(f"{rows} rader, {len(heads)} hoder utenfor databasen, {len(broken)} brudd.")
    return 1 if broken else 0


def _head() -> int:
    from fotfeste.apps.audit.heads import export_head
    from fotfeste.apps.vault.keyring import key_ring

    with transaction.atomic():
        head = export_head(settings.LOG_HEADS, key_ring().audit_key, at=clock.now())
    print(f"Hodet av loggen er rad {head.seq}, tatt vare på i {settings.LOG_HEADS.name}.")
    return 0
