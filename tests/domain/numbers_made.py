"""Synthetic numbers for tests, made by the rules rather than copied: nobody has them."""

from hypothesis import strategies as st

K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def with_control_digits(nine: str, remainder: int = 0) -> str | None:
    """The eleven digits these nine make; None where a control digit would be ten."""
    first = (remainder - sum(int(a) * b for a, b in zip(nine, K1, strict=True))) % 11
    if first == 10:
        return None
    ten = f"{nine}{first}"
    second = -sum(int(a) * b for a, b in zip(ten, K2, strict=True)) % 11
    return None if second == 10 else f"{ten}{second}"


@st.composite
def synthetic_numbers(draw: st.DrawFn, added: int = 80, remainder: int = 0) -> str:
    """A number of a synthetic series, born 1940-1999, as a national identity number or a D-number."""
    day = draw(st.integers(1, 28)) + draw(st.sampled_from([0, 40]))
    month, year = draw(st.integers(1, 12)) + added, draw(st.integers(40, 99))
    first = draw(st.integers(0, 400))
    nine = (f"{day:02}{month:02}{year}{individual:03}" for individual in range(first, 499))
    return next(found for each in nine if (found := with_control_digits(each, remainder)))
