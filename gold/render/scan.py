"""A PDF as a scanner gives it: pictures of its pages, turned a little, with noise, and no text."""

import io
import random
import time

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter

_SPECKS = 160
_WHITE = 150
_MADE = time.gmtime(1_767_571_200)  # one time for all


def scanned(  # noqa: PLR0913 - each is one fault of a scanner
    data: bytes, *, dpi: int, skew: float, grey: bool, seed: int, quality: int = 8
) -> bytes:
    """Pages at ``dpi``, each turned by up to ``skew`` degrees: grey as JPEG, else black and white as a fax is."""
    chance = random.Random(seed)  # noqa: S311 - noise on a page
    document = pdfium.PdfDocument(data)
    pictures = []
    for page in document:
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        picture = picture.rotate(chance.uniform(-skew, skew), Image.Resampling.BICUBIC, fillcolor=250)
        picture = _noisy(picture, chance)
        pictures.append(picture if grey else picture.point(lambda value: 255 if value > _WHITE else 0).convert("1"))
    document.close()
    out = io.BytesIO()
    first, *others = pictures
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=dpi,
        **({"quality": quality} if grey else {}),
        creationDate=_MADE,
        modDate=_MADE,
    )
    return out.getvalue()


def _noisy(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Soft edges, uneven paper and specks of dust."""
    picture = picture.filter(ImageFilter.GaussianBlur(0.5))
    shade = Image.linear_gradient("L").resize(picture.size).point(lambda value: 238 + value * 17 // 255)
    picture = ImageChops.multiply(picture, shade)
    for _ in range(_SPECKS):
        picture.putpixel((chance.randrange(picture.width), chance.randrange(picture.height)), chance.randrange(60, 180))
    return picture
