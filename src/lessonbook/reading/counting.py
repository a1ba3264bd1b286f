"""Numbers of list items as they are printed: 3, 03, c, C, iii, III."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

_MOST_LETTERS = 780  # "a" to "z", thirty times over: where Word stops too


def written(count: int, way: str) -> str:
    """A count the way Word names it: ``decimal``, ``decimalZero``, ``lowerLetter``, ``upperRoman``, ``none`` …

    A way that is not known here is written in decimal.
    """
    match way:
        case "lowerLetter" | "upperLetter":
            return _letters(count).upper() if way == "upperLetter" else _letters(count)
        case "lowerRoman" | "upperRoman":
            return _roman(count).upper() if way == "upperRoman" else _roman(count)
        case "decimalZero":
            return f"{count:02d}"
        case "ordinal":
            return f"{count}{_ordinal(count)}"
        case "none":
            return ""
        case _:
            return str(count)


def _letters(count: int) -> str:
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _ordinal(count: int) -> str:
    if count % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    letters = []
    for worth, sign in _ROMAN:
        letters.append(sign * (count // worth))
        count %= worth
    return "".join(letters)
