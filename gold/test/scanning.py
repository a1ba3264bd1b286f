"""Pages as an office scanner gives them back: a little askew, grey, speckled; pictures only."""

import io
import random

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter


def scanned(  # noqa: PLR0913 - what a scanner can be set to
    data: bytes, *, dpi: int, seed: int, bilevel: bool, quality: int = 30, speckle: int = 10
) -> bytes:
    """The PDF of pictures of the pages of a PDF. ``bilevel`` is black and white, as a fax."""
    chance = random.Random(seed)  # noqa: S311 - noise, no secret
    document = pdfium.PdfDocument(data)
    try:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()
    made = [_aged(page, chance, speckle, bilevel=bilevel) for page in pages]
    out = io.BytesIO()
    options = {} if bilevel else {"quality": quality}
    made[0].save(out, "PDF", save_all=True, append_images=made[1:], resolution=dpi, **options)
    return out.getvalue()


def _aged(page: Image.Image, chance: random.Random, speckle: int, *, bilevel: bool) -> Image.Image:
    page = page.rotate(chance.uniform(-1.3, 1.3), resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = ImageChops.offset(page, chance.randint(-8, 8), chance.randint(-8, 8))
    if bilevel:
        page = page.filter(ImageFilter.GaussianBlur(0.6)).point(lambda grey: 255 if grey > 165 else 0)
        for _ in range(60):
            x, y = chance.randrange(page.width - 3), chance.randrange(page.height - 3)
            page.paste(0, (x, y, x + chance.randint(1, 3), y + chance.randint(1, 2)))
        return page.convert("1", dither=Image.Dither.NONE)
    page = page.filter(ImageFilter.GaussianBlur(0.5)).point(lambda grey: 22 + grey * 215 // 255)
    noise = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
    return ImageChops.add(page, noise.point(lambda grey: grey * speckle // 255))


def mixed(data: bytes, *, pages: tuple[int, ...], dpi: int, seed: int, bilevel: bool) -> bytes:
    """The PDF with some pages as pictures: those signed or sent in by somebody else.

    ``pages`` are counted from 0, or from the end where below it.
    """
    document, part, out = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), pdfium.PdfDocument.new()
    chosen = sorted(page % len(document) for page in pages)
    part.import_pages(document, chosen)
    pictures = pdfium.PdfDocument(scanned(_saved(part), dpi=dpi, seed=seed, bilevel=bilevel))
    for page in range(len(document)):
        if page in chosen:
            out.import_pages(pictures, [chosen.index(page)])
        else:
            out.import_pages(document, [page])
    made = _saved(out)
    for one in (pictures, out, part, document):
        one.close()
    return made


def _saved(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
