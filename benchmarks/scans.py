"""Scans of invented report pages, and the text that stands on them, to measure OCR by.

Typst sets the pages, pdfium draws them, and numpy and Pillow do what a copier does to paper: turn it, blur it, speckle
it, cut it to black and white or press it into a JPEG. Everything comes from seeds: every run measures the same scans.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2
import typst
from PIL import Image, ImageFilter

_WHO = (
    "Practitioners", "The health visitor", "Children’s social care", "Northmere Safeguarding Children Board",
    "The GP practice", "Westhaven Police", "The school’s designated lead", "Midwives at Saltby Hospital",
)  # fmt: skip
_DID = (
    "did not ask who else lived in the home", "recorded a “concern” but took no action", "shared the chronology late",
    "relied on the mother’s account; nobody spoke to her partner", "closed the case after 2–3 weeks",
    "could have sought the views of Child K (aged 4½ months)", "missed 7 of 12 appointments (58%)",
    "re-referred the family to the multi-agency hub", "was told that £350 of rent arrears were owed",
)  # fmt: skip
_THEN = (
    "This wasn’t escalated, although the guidance of March 2014 is clear.", "It is not known why.",
    "The reviewer found no evidence of a well-planned handover.", "Was this the best that could be done?",
    "See paragraph 4.12 and Appendix B.", "The decision-making followed the Children Act 1989, s.47.",
    "Good practice: the nurse rang back the same day – at 16:45 – and wrote it down.",
)  # fmt: skip
_SHOULD = (
    "should make sure that", "must be assured by 31/03/2016 that", "should, with its partners, review whether",
)  # fmt: skip
_WHAT = (
    "fathers and other men are seen, named and included in assessments",
    "information-sharing between midwives, GPs and health visitors is timely",
    "every child under 2 years who is not brought is followed up",
    "supervision records show why a decision was made",
)  # fmt: skip
_TITLES = (
    "Background and context",
    "Analysis of practice",
    "What the agencies knew",
    "Findings and learning",
    "Events",
)

FONTS = ("Liberation Serif", "Liberation Sans", "DejaVu Serif", "New Computer Modern", "Libertinus Serif",
         "Liberation Sans Narrow", "DejaVu Sans")  # fmt: skip


_OTHER_SENTENCES = (
    "By the time the local team met in October, nobody had rung the grandmother.", "Sunderland and Wirral took part.",
    "No recommendation is made about it, for the reasons set out at 6.3.", "On 14 October 2017 he was seen in clinic.",
    "It was the father who first asked for help; he was told to wait.", "Her tutor kept a note of every absence.",
    "The judge’s order of 11 May 2011 was not on the file that officers read.", "Who was to tell the family, and when?",
    "A “flag” had been put on the system, yet it did not show up at A&E.", "All of it fits in 1 or 2 lines at most.",
    "If it is to be of use, a plan has to say who will do what by when.", "Jaundice was noted; a jab was not given.",
)  # fmt: skip
_OTHER_TITLES = ("Terms of reference", "The family’s story", "Voice of the child", "Emerging themes", "Next steps")

# No page of the development set is in one of these: (family, stretch).
HELD_OUT_FONTS = (("Liberation Mono", 100), ("DejaVu Serif", 75), ("DejaVu Sans Mono", 100), ("DejaVu Sans", 75))


@dataclass(frozen=True)
class Look:
    """How a scan was made: ``dpi``, the turn in degrees, and the kind of picture it is kept as."""

    name: str
    dpi: int
    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    kind: str = "jpeg"


LOOKS = (
    Look("300 dpi, clean, black and white", 300, kind="bilevel"),
    Look("300 dpi, skew 1.5°, JPEG", 300, skew=1.5, blur=0.6, noise=6),
    Look("200 dpi, clean, JPEG", 200),
    Look("200 dpi, skew −2°, noise, JPEG", 200, skew=-2.0, blur=0.6, noise=10),
    Look("200 dpi, skew 1°, black and white", 200, skew=1.0, blur=0.5, noise=8, kind="bilevel"),
    Look("150 dpi, clean, JPEG", 150),
    Look("150 dpi, skew 2.5°, noise, blur, JPEG", 150, skew=2.5, blur=0.6, noise=14),
)


HELD_OUT_LOOKS = (
    Look("300 dpi, skew −1°, noise, JPEG", 300, skew=-1.0, blur=0.5, noise=10),
    Look("200 dpi, skew 0.7°, noise, JPEG", 200, skew=0.7, blur=0.5, noise=12),
    Look("150 dpi, skew −0.6°, JPEG", 150, skew=-0.6, blur=0.3, noise=5),
    Look("150 dpi, skew 1.8°, noise, black and white", 150, skew=1.8, blur=0.4, noise=8, kind="bilevel"),
)


def held_out(count: int, seed: int = 1907) -> list[bytes]:
    """Pages in other type, wording and spacing than those of ``sources``, which the reader was developed on."""
    return [_other_page(random.Random(f"{seed}/{at}"), at) for at in range(count)]


def _other_page(rng: random.Random, at: int) -> bytes:
    font, stretch = HELD_OUT_FONTS[at % len(HELD_OUT_FONTS)]
    parts = [
        f'#set text(font: "{font}", stretch: {stretch}%, size: {rng.choice((9, 10, 10.5, 11.5))}pt)',
        f'#set text(lang: "en", region: "GB", spacing: {rng.choice((80, 90, 100))}%, hyphenate: false)',
        '#set page(paper: "a4", margin: 2.6cm)',
        f"#set par(justify: {rng.choice(('true', 'false'))}, leading: 0.65em)",
    ]
    for section in range(1, 4):
        parts.append(f"#strong[{section + 3}. {rng.choice(_OTHER_TITLES)}]")
        parts += [" ".join(rng.sample(_OTHER_SENTENCES, 4)) for _ in range(2)]
    rows = ", ".join(f"[{row}], [{rng.choice(_OTHER_SENTENCES)}], [{rng.choice(_WHO)}]" for row in range(1, 4))
    parts.append(f"#table(columns: (auto, 3fr, 2fr), [*No*], [*Recommendation*], [*Lead*], {rows})")
    return bytes(typst.compile("\n\n".join(parts).encode()))


def sources(count: int, seed: int = 3) -> list[bytes]:
    """``count`` born-digital PDF files of one page, each in another font and layout."""
    return [_page(random.Random(f"{seed}/{at}"), FONTS[at % len(FONTS)], at) for at in range(count)]


def _page(rng: random.Random, font: str, at: int) -> bytes:
    size = rng.choice((9.5, 10, 11, 12))
    justify = rng.choice(("true", "false"))
    parts = [
        f'#set text(font: "{font}", size: {size}pt, lang: "en", region: "GB", hyphenate: {justify})',
        f'#set page(paper: "a4", margin: 2.3cm, header: [Case Review – Child K], footer: [Page {at + 1} of 40])',
        f"#set par(justify: {justify}, leading: 0.7em)",
        f"= {rng.randint(2, 9)}. {rng.choice(_TITLES)}",
    ]
    number = rng.randint(2, 9)
    for paragraph in range(1, 6):
        sentences = " ".join(_sentence(rng) for _ in range(rng.randint(2, 4)))
        parts.append(f"{number}.{paragraph} {sentences}" if at % 2 else sentences)
    parts.append(f"== {rng.choice(_TITLES)}")
    parts += [f"- {_sentence(rng)}" for _ in range(3)]
    parts.append("== Recommendations")
    parts += [f"+ {_recommendation(rng)}" for _ in range(3)]
    if at % 3 == 1:
        parts.append(_table(rng))
    elif at % 3 == 2:
        parts.append(f"#columns(2)[{' '.join(_sentence(rng) for _ in range(6))}]")
    return bytes(typst.compile("\n\n".join(parts).encode()))


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(_WHO)} {rng.choice(_DID)}. {rng.choice(_THEN)}"


def _recommendation(rng: random.Random) -> str:
    return f"{rng.choice(_WHO)} {rng.choice(_SHOULD)} {rng.choice(_WHAT)}."


def _table(rng: random.Random) -> str:
    rows = [f"[{_recommendation(rng)}], [{rng.choice(_WHO)}], [{rng.choice(('June 2015', 'Q3 2016', '6 months'))}]"
            for _ in range(2)]  # fmt: skip
    return f"#table(columns: (3fr, 2fr, 1fr), [*Action*], [*Lead*], [*By when*], {', '.join(rows)})"


def picture(pdf: bytes, look: Look, seed: int = 0, page: int = 0, turn: int = 0) -> Image.Image:
    """A page as a scanner sees it. ``turn`` is a quarter turn of the paper, in degrees against the clock."""
    rng = np.random.default_rng(seed)
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[page].render(scale=look.dpi / 72, grayscale=True).to_pil().convert("L")
    if look.skew:
        drawn = drawn.rotate(look.skew, Image.Resampling.BICUBIC, fillcolor=255)
    if turn:
        drawn = drawn.rotate(turn, expand=True)
    if look.blur:
        drawn = drawn.filter(ImageFilter.GaussianBlur(look.blur * look.dpi / 150))
    values = np.asarray(drawn, np.float32)
    if look.noise:
        values = 12 + values * (236 / 255) + rng.normal(0, look.noise, values.shape).astype(np.float32)
        specks = rng.random(values.shape) < 0.0002
        values = np.where(specks, rng.choice((30.0, 250.0), values.shape), values)
    grey = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    return grey.point(lambda value: 255 * (value > 150), "1") if look.kind == "bilevel" else grey


def scan(pdfs: Sequence[bytes], look: Look, seed: int = 0) -> bytes:
    """A PDF of pictures: the first pages of ``pdfs`` as scanned."""
    pictures = [picture(pdf, look, seed + at) for at, pdf in enumerate(pdfs)]
    out = BytesIO()
    more = {} if look.kind == "bilevel" else {"quality": 70}  # black and white is kept as CCITT group 4
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=look.dpi, **more)
    return out.getvalue()


def wording(pdf: bytes) -> str:
    """What stands on the first page of a born-digital file, white space folded."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
    return " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())
