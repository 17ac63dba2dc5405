"""Where this installation stands: its mode, its places on disk, the address people know it by."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]
VAR = Path(os.environ.get("FOTFESTE_VAR", ROOT / "var"))

MODES = ("demo", "test", "production")
MODE = os.environ.get("FOTFESTE_MODE", "test" if "pytest" in sys.modules else "demo")
IS_PRODUCTION = MODE == "production"

ADDRESS = os.environ.get("FOTFESTE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
"""What a link in a mail begins with. Never taken from a request: a request can lie about its host."""

HOSTS = tuple(os.environ.get("FOTFESTE_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(","))

_usual = "required" if IS_PRODUCTION else "optional"
SECOND_FACTOR_REQUIRED = os.environ.get("FOTFESTE_SECOND_FACTOR", _usual) == "required"
"""Whether staff must have a passkey or an authenticator app. Jobseekers may, and need not."""

STAFF_SHOWN_AS = os.environ.get("FOTFESTE_STAFF_SHOWN_AS", "role+unit+name")
"""What jobseekers see of the staff who looked at their record: role, role+unit or role+unit+name."""

SIGNING_URL = os.environ.get("FOTFESTE_SIGNING_URL", "").rstrip("/")
"""An outside signing service (Cloud Signature Consortium, version 2). Empty: nobody signs outside."""
SIGNING_TOKEN = os.environ.get("FOTFESTE_SIGNING_TOKEN", "")
SIGNING_SECONDS = float(os.environ.get("FOTFESTE_SIGNING_SECONDS", "60"))
"""How long one call may take: as long as somebody may need to agree in an app."""

PROXIES = int(os.environ.get("FOTFESTE_PROXIES", "0"))
"""How many proxies of our own stand in front; only so many addresses of X-Forwarded-For are believed."""
