"""What stands in a PDF that we made: its words by the fonts' own tables, and what it says of itself."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page\s*/Resources (\d+) 0 R.*/Contents (\d+) 0 R", re.DOTALL)
FONTS = re.compile(rb"/(f\d+) (\d+) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
PLAIN = rb"\\.|[^\\()]"
INSIDE = PLAIN
for _ in range(3):  # brackets that match stand in a string as they are
    INSIDE = rb"%b|\((?:%b)*\)" % (PLAIN, INSIDE)
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\[((?:\((?:%b)*\)|[^\]()])*)\]TJ" % INSIDE, re.DOTALL)
STRING = re.compile(rb"\(((?:%b)*)\)" % INSIDE, re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
SPECIAL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_in(content: bytes) -> str:
    """Every word that is shown, without the spaces between: where a line breaks is the printer's choice."""
    parts = {int(number): body for number, body in OBJECT.findall(content)}
    pages = (PAGE.search(body) for body in parts.values())
    return "".join(_words(parts, int(page[1]), int(page[2])) for page in pages if page)


def _words(parts: dict[int, bytes], resources: int, contents: int) -> str:
    """What one page shows. Each page calls its fonts by names of its own."""
    fonts = {name: _table(parts, int(number)) for name, number in FONTS.findall(parts[resources])}
    return "".join(_shown(_stream(parts[contents]), fonts))


def squeezed(text: str) -> str:
    """A text without its spaces, to be found in `words_in`."""
    return re.sub(r"\s", "", text)


def metadata(content: bytes) -> str:
    """What the file says of itself (XMP)."""
    found = re.search(rb"<\?xpacket begin.*?<\?xpacket end", content, re.DOTALL)
    return found[0].decode() if found else ""


def _shown(page: bytes, fonts: dict[bytes, dict[str, str]]) -> list[str]:
    font: dict[str, str] = {}
    said = []
    for match in SHOWN.finditer(page):
        if match[1]:
            font = fonts[match[1]]
        else:
            said += [_read(each, font) for each in STRING.findall(match[0])]
    return [re.sub(r"\s", "", each) for each in said]


def _read(string: bytes, font: dict[str, str]) -> str:
    plain = ESCAPED.sub(lambda found: _unescaped(found[1]), string)
    return "".join(font.get(plain[at : at + 2].hex().upper(), "?") for at in range(0, len(plain), 2))


def _unescaped(code: bytes) -> bytes:
    return bytes([int(code, 8)]) if code.isdigit() else SPECIAL.get(code, code)


def _table(parts: dict[int, bytes], font: int) -> dict[str, str]:
    table = _stream(parts[int(TO_UNICODE.findall(parts[font])[0])])
    pairs = ((code.decode(), bytes.fromhex(said.decode())) for code, said in PAIR.findall(table))
    return {code: said.decode("utf-16-be") for code, said in pairs}


def _stream(body: bytes) -> bytes:
    content = body.split(b"stream", 1)[1].lstrip(b"\r\n")
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return content
