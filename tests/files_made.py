"""Small files of every kind, and some that nobody should take."""

import io
import zipfile
from collections.abc import Callable, Mapping

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40 + b"\x00\x00\x00\x00IEND\xaeB`\x82"
ODT = "application/vnd.oasis.opendocument.text"
WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"}
OPEN = {"mimetype": ODT, "content.xml": "<office:document/>"}


def pdf(inside: str = "CV") -> bytes:
    """The shortest that begins and ends as a PDF does."""
    return f"%PDF-1.7\n1 0 obj\n<< /Title ({inside}) >>\nendobj\n%%EOF\n".encode()


def packed(*parts: Mapping[str, str]) -> bytes:
    """Names and texts, packed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in {name: text for part in parts for name, text in part.items()}.items():
            made.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


MADE: Mapping[str, Callable[[], bytes]] = {
    "pdf": pdf,
    "docx": lambda: packed(WORD),
    "odt": lambda: packed(OPEN),
    "jpeg": lambda: JPEG,
    "png": lambda: PNG,
    "text": "Áŋŋel Čáhcesuolu, kokk\nمطلوب 🙂".encode,
    "nothing": lambda: b"",
    "too_large": lambda: b"a" * (2 * 1024 * 1024 + 1),
    "program": lambda: b"\x7fELF\x02\x01\x01" + b"\x00" * 64,
    "html": lambda: b"<!doctype html><script>alert(1)</script>",
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "blanks": lambda: b"   \n\t ",
    "null_sign": lambda: b"CV\x00",
    "half_pdf": lambda: pdf()[:30],
    "zip": lambda: packed({"cv.txt": "CV"}),
    "broken_zip": lambda: packed(WORD)[:60],
    "xlsx": lambda: packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
    "pdf_script": lambda: pdf("x) /S /JavaScript /JS (app.alert(1)"),
    "pdf_hidden_script": lambda: pdf("x) /S /J#61v#61Script /JS (app.alert(1)"),
    "docx_macros": lambda: packed(WORD, {"word/vbaProject.bin": "x"}),
    "odt_macros": lambda: packed(OPEN, {"Basic/Standard/Module1.xml": "x"}),
    "docx_bomb": lambda: packed(WORD, {"word/media/a.png": "0" * (3 * 1024 * 1024)}),
    "docx_parts": lambda: packed(WORD, {f"word/{number}.xml": "" for number in range(30)}),
}
