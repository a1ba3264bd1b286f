"""Files to try a reader with: whole files of every kind, changed inside their structure and not only in their bytes."""

import io
import zipfile

from hypothesis import strategies as st
from lxml import etree

from helpers.pdf_files import IMAGE_OBJECT, PAGE_OBJECT, assembled
from helpers.word_files import field, p, r, tbl, tc, tr, word_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_VALUES = ("", "0", "1", "-1", "9", "99999999999", "none", "bullet", "upperRoman", "%1.%2", "restart", "ﬁ\u00ad", "abc")
_PROSE = "The school told the health visitor, who wrote it down, and nobody asked what had changed at home. "
_NUMBER = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
_BODY = (
    p(r("Review of Child Q", '<w:b/><w:sz w:val="40"/>'), properties='<w:pStyle w:val="H1"/>')
    + p("Contents")
    + p(field(' TOC \\o "1-2" ', r("Scope 3")))
    + p(r("Scope", "<w:b/>"), properties=_NUMBER)
    + p(r(_PROSE), '<w:r><w:footnoteReference w:id="2"/></w:r>', "<w:ins>" + r("added ") + "</w:ins>")
    + p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    + tbl(
        tr(tc(p("AGENCY")), tc(p("ACTION")), properties="<w:tblHeader/>"),
        tr(tc(p("Board"), properties='<w:vMerge w:val="restart"/>'), tc(p("Ask"), tbl(tr(tc(p("in")))))),
        tr(tc(p(), properties="<w:vMerge/>"), tc(p("Tell", properties='<w:gridSpan w:val="2"/>'))),
    )
    + p("<w:r><w:pict><v:textbox><w:txbxContent>" + p("Boxed") + "</w:txbxContent></v:textbox></w:pict></w:r>")
    + p("T", properties='<w:framePr w:dropCap="drop"/>')
    + p(field(' HYPERLINK "https://example.org/a" ', r("a link")), properties='<w:shd w:fill="DDEEFF"/>')
    + "<w:sdt><w:sdtContent>" + p("• typed") + "</w:sdtContent></w:sdt>"
)  # fmt: skip
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
)
_LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
_NOTES = f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{p("A note.")}</w:footnote></w:footnotes>'
_WHOLE_WORD = word_file(_BODY, styles=_STYLES, numbering=_LISTS, extra={"word/footnotes.xml": _NOTES})
_CHANGES = st.tuples(
    st.sampled_from(["remove", "double", "move", "empty", "value", "text", "wrap", "rename"]),
    st.integers(0, 400),
    st.integers(0, 400),
)


def _related(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    name = "word/_rels/document.xml.rels"
    notes = b'<Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/></Relationships>'
    return {**parts, name: parts[name].replace(b"</Relationships>", notes)}


_PARTS = _related(_WHOLE_WORD)
_CHANGED = sorted(name for name in _PARTS if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml")


@st.composite
def word_files(draw) -> bytes:
    """A Word file with a few changes to the elements of its parts, packed anew; some with a wrong byte besides."""
    parts = dict(_PARTS)
    for name, changes in draw(
        st.dictionaries(st.sampled_from([*_CHANGED, "word/document.xml"]), st.lists(_CHANGES, min_size=1, max_size=8))
    ).items():
        parts[name] = _changed_xml(parts[name], changes)
    for name in draw(st.sets(st.sampled_from(_CHANGED), max_size=1)):
        parts[draw(st.sampled_from([name.upper(), "../" + name, "word/other.xml"]))] = parts.pop(name)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return draw(_bytes_changed(file.getvalue()))


def _changed_xml(content: bytes, changes) -> bytes:
    root = etree.fromstring(content)
    for change, at, other in changes:
        elements = list(root.iter(etree.Element))
        one, two = elements[at % len(elements)], elements[other % len(elements)]
        parent = one.getparent()
        if parent is None:
            continue
        if change in {"value", "text", "rename"}:
            _say_otherwise(one, two, change, other)
        else:
            _place_otherwise(one, two, parent, change)
    return etree.tostring(root)


def _say_otherwise(one, two, change: str, other: int) -> None:
    """The element says something else."""
    if change == "rename":
        one.tag = two.tag
    elif change == "text":
        one.text = _VALUES[other % len(_VALUES)]
    else:
        names = list(one.attrib) or [f"{{{_W}}}val"]
        one.set(names[other % len(names)], _VALUES[other % len(_VALUES)])


def _place_otherwise(one, two, parent, change: str) -> None:
    """The element stands somewhere else, twice, or not at all."""
    match change:
        case "remove":
            parent.remove(one)
        case "double":
            two.append(etree.fromstring(etree.tostring(one)))
        case "move" if one is not two and one not in two.iterancestors():
            two.insert(0, one)
        case "empty":
            one[:] = []
        case "wrap":
            etree.SubElement(parent, two.tag).append(one)


def _bytes_changed(data: bytes) -> st.SearchStrategy[bytes]:
    """The data as it is, mostly; or with a few bytes changed, or cut off."""

    def change(places: list[tuple[int, int]]) -> bytes:
        changed = bytearray(data)
        for at, byte in places:
            changed[at % len(data)] = byte
        return bytes(changed)

    places = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=4)
    cut = st.integers(1, len(data)).map(lambda end: data[:end])
    return st.one_of(st.just(data), st.just(data), st.just(data), places.map(change), cut)


_TAG_NAMES = (
    "div p ul ol li table tr td th thead tbody b i a br h1 h2 h3 main nav footer header aside details summary sup span "
    "pre dl dt dd section article blockquote button script style template svg select iframe form figure caption"
)
_TAGS = _TAG_NAMES.split()
_ATTRIBUTES = (
    "", " hidden", " id=n1", " class='callout'", " class='cookie-banner'", " style='font-weight:bold;display:none'",
    " href='#n1'", " href='https://example.org/x'", " rowspan=3 colspan=99999", " role=navigation", " start=9 type=i",
    " aria-hidden=true", " role=doc-noteref",
)  # fmt: skip
_TAG = st.tuples(st.sampled_from(["<", "</"]), st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES))
_WORDS = st.sampled_from(
    ["words ", "1", " • typed", "\n", "&amp;", "&#0;", "&#x110000;", "<!--", "-->", "<", "<![CDATA[", "\x00",
     "ﬁ\u00ad ",
     "Contents", "Scope ..... 3", "1. Scope", "👶",
     "\ud7ff", "\u202e", "]]>"]
)  # fmt: skip
_PAGE = st.lists(st.one_of(_TAG.map(lambda tag: "".join(tag) + ">"), _WORDS), max_size=80).map("".join)


def web_pages() -> st.SearchStrategy[bytes]:
    """A web page of tags in any order, in several encodings, some with wrong bytes."""
    whole = _PAGE.map(lambda inner: f"<!doctype html><html><body>Words first. {inner}</body></html>")
    encoded = st.tuples(whole, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
    return encoded.map(lambda pair: pair[0].encode(pair[1], "replace")).flatmap(_bytes_changed)


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["1. Scope", "1.1 Why", "FINDINGS", "Contents", "Scope ..... 3", "• point", "- dash", "a\tb\tc", "\t\tb",
             "---",
             "====", "<ul><li>a<li>b</ul>", "(a) part", "  nested", "> quoted", "\f", "", "", _PROSE, "**bold** _it_",
             "[a](https://example.org/(x))", "&nbsp;&#8217;", "\u200b", "\u2028", "\x85", "\\*", "<b>", "| "]
        ),
        st.text(max_size=30),
    ),
    max_size=40,
)  # fmt: skip
_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


def texts() -> st.SearchStrategy[bytes]:
    """Plain text of lines that mean something to the reader, and of lines that mean nothing."""
    whole = st.tuples(_LINES, _ENDS, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "utf-8-sig"]))
    return whole.map(
        lambda made: ("Words first." + made[1] + made[1].join(made[0])).encode(made[2], "replace")
    ).flatmap(_bytes_changed)


_MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            ["# One", "## Two #", "Title\n=====", "| a | b |", "|---|---|", "| x \\| y |", "|", "- item",
             "    - deep",
             "1. one", "***", "**a _b** c_", "<table><tr><td>x", "# Contents", "- Scope 3",
             "```", "![x](y)", "[^1]: note"]
        ),
        st.text("ab*_[]()<>&;#|\t -`\\!", max_size=20),
    ),
    max_size=40,
)  # fmt: skip


def markdown() -> st.SearchStrategy[bytes]:
    """Markdown, whole and broken."""
    whole = st.tuples(_MARKDOWN, _ENDS)
    return whole.map(lambda made: ("# Title" + made[1] + made[1].join(made[0])).encode()).flatmap(_bytes_changed)


_OPERATORS = (
    "BT /F1 12 Tf 72 {y} Td (The school told us.) Tj ET", "BT /F1 20 Tf 72 {y} Td (1. Scope) Tj ET",
    "BT /F1 9 Tf 1 0 0 -1 72 {y} Tm [(a) -900 (b)] TJ T* (c) ' ET", "72 {y} 400 20 re S", "72 {y} m 500 {y} l S",
    "q", "Q",
    "/Im1 Do", "BT 3 Tr /F1 0 Tf (hidden) Tj ET", "1e30 0 0 1e30 {y} 0 cm", "BT /F9 12 Tf <00FF> Tj ET", "(", "<<",
    "BI ID x EI",
    "/Span << /MCID 0 >> BDC", "EMC", "BT /F1 12 Tf 72 {y} Td (\\240\\255\\000\\377) Tj ET",
    "0.9 g 60 {y} 300 80 re f 0 g",
)  # fmt: skip
_DICTIONARIES = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.sampled_from(
            [b"-1", b"0", b"99999999999", b"null", b"2 0 R", b"3 0 R", b"9 0 R", b"[ ]", b"<< >>", b"/X", b"(s)"]
        ),
    ),
    max_size=3,
)


@st.composite
def pdfs(draw) -> bytes:
    """A PDF of drawing operators in any order, with changes inside its objects; its table of places is made anew.

    None of its objects is a form, for forms that draw each other keep pdfium busy without end; what ends that is the
    guarded process, and these files are read in this one.
    """
    lines = draw(st.lists(st.tuples(st.sampled_from(_OPERATORS), st.integers(-50, 900)), max_size=40))
    first = "BT /F1 12 Tf 72 800 Td (Words first.) Tj ET\n"
    stream = (first + "\n".join(line.replace("{y}", str(y)) for line, y in lines)).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        draw(
            st.sampled_from(
                [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"]
            )
        ),
        PAGE_OBJECT % draw(st.sampled_from([b"", b"/Rotate 90", b"/MediaBox [0 0 0 0]", b"/Annots [6 0 R]"])),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        IMAGE_OBJECT,
    ]
    for at, word in draw(_DICTIONARIES):
        number = at % 3
        words = objects[number].split(b" ")
        words[1 + at // 3 % (len(words) - 1)] = word
        objects[number] = b" ".join(words)
    return draw(_bytes_changed(assembled(objects)))


FILES = {"pdf": pdfs(), "docx": word_files(), "html": web_pages(), "text": texts(), "markdown": markdown()}
