"""Word files made from their XML, for what python-docx cannot write: tracked changes, fields, text boxes."""

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(body, *, styles="", numbering="", links=None, core="", before="", extra=None) -> bytes:
    """A Word file with this XML in its body; ``links`` are addresses by relationship id."""
    related = [("s", "styles", "styles.xml", False), ("n", "numbering", "numbering.xml", False)]
    related += [(name, "hyperlink", address, True) for name, address in (links or {}).items()]
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _rels(
            [("d", "officeDocument", "word/document.xml", False), ("c", "core-properties", "docProps/core.xml", False)]
        ),
        "word/_rels/document.xml.rels": _rels(related),
        "word/document.xml": f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
        "docProps/core.xml": f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>',
        **(extra or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def p(*runs, properties="") -> str:
    """A paragraph of runs, or of plain texts."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties="") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*paragraphs, properties="") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or p()}</w:tc>"


def tr(*cells, properties="") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def field(instruction, *result) -> str:
    """A field written out: begin, instruction, result, end."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instructed = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return sign.format("begin") + instructed + sign.format("separate") + "".join(result) + sign.format("end")


def _rels(related) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if external else "/>")
        for name, kind, target, external in related
    )
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'
