"""PDFs made to harm, or that no maker should have made: each a function that gives the bytes."""

from helpers.pdf_files import assembled

_LINE = "BT /F1 10 Tf 50 %d Td (The agencies met and wrote down what they saw.) Tj ET"


def file_of(contents: list[str], *, page: str = "", catalogue: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of pages with these drawing operators.

    ``page`` goes into each page's dictionary, ``catalogue`` into the catalogue; ``more`` are further objects, the first
    of which is object 4.
    """
    first = 4 + len(more)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    box = "" if "/MediaBox" in page else "/MediaBox [0 0 595 842]"
    resources = "" if "/Resources" in page else "/Resources << /Font << /F1 3 0 R >> >>"
    for at, content in enumerate(contents):
        data = content.encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} {resources} {page} /Contents {first + 2 * at + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))
    return assembled(objects)


def many_pages(count: int) -> bytes:
    """So many pages of forty lines each."""
    return file_of(["\n".join(_LINE % (800 - 18 * at) for at in range(40))] * count)


def crowded_page(count: int) -> bytes:
    """One page with so many words, rectangles and strokes."""
    words = [f"BT /F1 3 Tf {at * 7 % 580} {at * 13 % 830} Td (word{at}) Tj ET" for at in range(count // 2)]
    boxes = [f"{at * 11 % 560} {at * 17 % 800} 20 20 re S" for at in range(count // 4)]
    strokes = [f"{at * 3 % 580} 10 m {at * 3 % 580} 800 l S" for at in range(count // 4)]
    return file_of(["\n".join([*words, *boxes, *strokes])])


def forms_in_circles() -> bytes:
    """Two forms that draw each other, on a page with words."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 4 0 R /B 5 0 R >> >> "
        b"/Length 12 >>\nstream\n/%s Do /%s Do\nendstream"
    )
    return file_of(
        [_LINE % 700 + "\n/A Do"],
        page="/Resources << /Font << /F1 3 0 R >> /XObject << /A 4 0 R >> >>",
        more=(form % (b"B", b"B"), form % (b"A", b"A")),
    )


def forms_that_multiply(depth: int, times: int) -> bytes:
    """Forms that each draw the next so many times, as deep as ``depth``; the last draws a rectangle."""
    forms = []
    for at in range(depth):
        draw = b" ".join([b"/N Do"] * times) if at + 1 < depth else b"50 50 100 100 re S"
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /N %d 0 R >> >> "
            b"/Length %d >>\nstream\n%s\nendstream" % (4 + min(at + 1, depth - 1), len(draw), draw)
        )
    return file_of(
        [_LINE % 700 + "\n/N Do"],
        page="/Resources << /Font << /F1 3 0 R >> /XObject << /N 4 0 R >> >>",
        more=tuple(forms),
    )


def broken_references() -> bytes:
    """A file whose table of objects points at nothing."""
    data = file_of([_LINE % 700] * 3)
    start = data.rindex(b"xref\n0")
    return data[:start] + data[start:].replace(b"000000", b"999999")


def sized(width: float, height: float) -> bytes:
    """One page with words, of this size in points."""
    return file_of([_LINE % 700], page=f"/MediaBox [0 0 {width} {height}]")


def outline_in_circles() -> bytes:
    """Bookmarks that follow and hold each other without end."""
    outlines = b"<< /Type /Outlines /First 5 0 R /Last 6 0 R /Count 2 >>"
    one = b"<< /Title (One) /Parent 4 0 R /Next 6 0 R /First 6 0 R /Last 6 0 R /Count 1 >>"
    two = b"<< /Title (Two) /Parent 4 0 R /Next 5 0 R /First 5 0 R /Last 5 0 R /Count 1 >>"
    return file_of([_LINE % 700], catalogue="/Outlines 4 0 R", more=(outlines, one, two))


def pages_in_circles() -> bytes:
    """A tree of pages that holds itself."""
    data = file_of([_LINE % 700])
    return data.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def letters_without_names(count: int) -> bytes:
    """A page in a font whose letters the file names nowhere, and one in an ordinary font.

    ``count`` letters of two bytes each are shown by their number in the font.
    """
    codes = "".join(f"{at % 90 + 3:04x}" for at in range(count))
    nameless = [f"BT /F2 12 Tf 50 {700 - 20 * row} Td <{codes[row * 160 : row * 160 + 160]}> Tj ET" for row in range(8)]
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Nameless /Encoding /Identity-H /DescendantFonts [5 0 R] >>"
    )
    below = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Nameless /DW 500 /FontDescriptor 6 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    traits = (
        b"<< /Type /FontDescriptor /FontName /AAAAAA+Nameless /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 "
        b"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    return file_of(
        ["\n".join(nameless), _LINE % 700],
        page="/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>",
        more=(font, below, traits),
    )
