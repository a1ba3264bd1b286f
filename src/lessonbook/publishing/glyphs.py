"""Characters that the PDF's fonts lack: PDF/UA forbids an empty box, so they are put in words.

typst brings fonts for the Latin, Greek, Cyrillic, Hebrew and Arabic scripts and for common signs. An emoji becomes its
name in brackets, as in ``[grinning face]``, and anything else its code, as in ``[U+4E2D]``.
"""

import re
import unicodedata
from functools import lru_cache

import typst

# Latin, Greek, Cyrillic, the punctuation of prose: a test sets them all. Only what lies outside is tried one by one.
KNOWN = "\t\n\r\x20-\x7e\xa0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2027\u20ac\u2122"
_OTHERS = re.compile(f"[^{KNOWN}]+")


def in_words(text: str) -> str:
    """The text with every character that no font can show put in words."""
    return _OTHERS.sub(lambda match: _shown(match[0]), text)


@lru_cache(maxsize=4096)
def _shown(characters: str) -> str:
    if _can_be_set(characters):
        return characters
    if len(characters) > 1:
        return "".join(_shown(character) for character in characters)
    return _named(characters)


def _named(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me"}:  # joiners and variation selectors only shape what stands before them
        return ""
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if category.startswith("S") and name else f"[U+{ord(character):04X}]"


def _can_be_set(characters: str) -> bool:
    try:
        typst.compile(
            b'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#text(sys.inputs.it)',
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"it": f"x{characters}x"},
        )
    except typst.TypstError:
        return False
    return True
