"""A QR code, drawn as one path: black squares on white whatever the colours of the page."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from fotfeste.web.pictures.svg import element, picture

QUIET = 4
"""Empty squares around, or cameras do not find the code."""


def qr_picture(text: str, *, desc: str = "") -> SafeString:
    """The text as a QR code. `desc` says what one scans it with; without it: the app for codes."""
    import qrcode

    code = qrcode.QRCode(border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    size = len(rows) + 2 * QUIET
    return picture(
        element("rect", width=size, height=size, fill="#fff"),
        element("path", d=_squares(rows), fill="#000"),
        width=size,
        height=size,
        title=gettext("QR-kode"),
        desc=desc or gettext("Skann koden med appen. Den samme koden står som tekst under."),
        key="qr",
        class_="qr",
    )


def _squares(rows: list[list[bool]]) -> str:
    return "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_black in enumerate(row)
        if is_black
    )
