"""A PDF as a scanner gives it: pictures of its pages, turned a little, with noise, and no text."""

import io
import random

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

_SPECKS = 160


def scanned(data: bytes, *, dpi: int, skew: float, grey: bool, seed: int, quality: int = 30) -> bytes:
    """Pages at ``dpi``, each turned by up to ``skew`` degrees: grey as JPEG, else black and white as fax files are."""
    chance = random.Random(seed)  # noqa: S311 - noise on a page
    document = pdfium.PdfDocument(data)
    out = io.BytesIO()
    pdf = canvas.Canvas(out, invariant=True, pageCompression=1)
    for page in document:
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        picture = picture.rotate(chance.uniform(-skew, skew), Image.Resampling.BICUBIC, fillcolor=250)
        picture = _noisy(picture, chance)
        size = page.get_size()
        pdf.setPageSize(size)
        pdf.drawImage(_file(picture, grey=grey, quality=quality), 0, 0, *size)
        pdf.showPage()
    pdf.save()
    document.close()
    return out.getvalue()


def _noisy(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Soft edges, uneven paper and specks of dust."""
    picture = picture.filter(ImageFilter.GaussianBlur(0.5))
    shade = Image.linear_gradient("L").resize(picture.size).point(lambda value: 238 + value * 17 // 255)
    picture = ImageChops.multiply(picture, shade)
    for _ in range(_SPECKS):
        picture.putpixel((chance.randrange(picture.width), chance.randrange(picture.height)), chance.randrange(60, 180))
    return picture


def _file(picture: Image.Image, *, grey: bool, quality: int) -> ImageReader:
    file = io.BytesIO()
    if grey:
        picture.save(file, "JPEG", quality=quality)
    else:
        picture.point(lambda value: 255 if value > 150 else 0).convert("1").save(file, "PNG")
    file.seek(0)
    return ImageReader(file)
