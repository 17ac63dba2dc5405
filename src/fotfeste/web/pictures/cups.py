"""Three cups of tea: which were had. The words stand beside it; the picture repeats them."""

from datetime import date

from django.utils.safestring import SafeString

from fotfeste.web.pictures.svg import element, picture

WIDTH, HEIGHT, APART = 176, 52, 60


def cups_picture(
    cups: tuple[date | None, date | None, date | None], *, is_kept_up: bool, title: str, desc: str, key: str
) -> SafeString:
    """A full cup for each that was had, an empty outline for each that was not, a ring for kept up."""
    drawn = [_cup(8 + place * APART, is_full=day is not None) for place, day in enumerate(cups)]
    if is_kept_up:
        drawn.append(element("line", class_="cups__kept", x1=8, x2=WIDTH - 8, y1=48, y2=48))
    return picture(*drawn, width=WIDTH, height=HEIGHT, title=title, desc=desc, key=key, class_="cups")


def _cup(x: float, *, is_full: bool) -> SafeString:
    shape = f"M{x} 12h34v16a14 14 0 0 1-14 14h-6a14 14 0 0 1-14-14z"
    handle = f"M{x + 34} 17h4a6 6 0 0 1 0 12h-4"
    name = "cups__cup cups__cup--full" if is_full else "cups__cup"
    return element(
        "g", element("path", class_=name, d=shape), element("path", class_="cups__handle", d=handle)
    )
