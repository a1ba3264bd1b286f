"""The issue as a Word file: real headings, lists, links and header rows, in a template that can be replaced.

The body is written as WordprocessingML and parsed once: the library's own way, paragraph by paragraph, takes several
times as long for a long table.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from lessonbook.domain import Link
from lessonbook.publishing.issue import Case, Issue, Part, Section
from lessonbook.publishing.word_template import open_template
from lessonbook.publishing.wording import ABOUT, COLUMNS, CONTENT_NOTE, CONTENTS, EMPTY, SOURCES

_SHARES = (24, 38, 38)


def render_docx(issue: Issue, template: bytes | None = None) -> bytes:
    """A .docx, A4 landscape. ``template`` is a partnership's own .docx or .dotx, whose look is kept.

    Raises ``LessonbookError`` where the template is not a Word file.
    """
    document = open_template(template)
    _set_properties(document, issue)
    writer = _Writer(document)
    body = parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(writer.issue(issue))}</w:body>")
    target = document.element.body
    at = target.index(target.find(qn("w:sectPr")))
    target[at:at] = list(body)
    saved = io.BytesIO()
    document.save(saved)
    return _with_fixed_times(saved)


class _Writer:
    """Writes the paragraphs and tables of an issue in the styles and links of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.name: style.style_id for style in document.styles if style.type != WD_STYLE_TYPE.LIST}
        self._relations = document.part.rels
        self._targets: dict[str, str] = {}
        self._bookmarks = 0
        section = document.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        self._widths = [int(width / 635 * share / 100) for share in _SHARES]

    def issue(self, issue: Issue) -> Iterator[str]:
        yield self._paragraph("Heading 1", _run(issue.title))
        yield self._paragraph("Digest Edition", _run(issue.edition))
        if issue.partnership:
            yield self._paragraph("Digest Partnership", _run(issue.partnership))
        yield self._paragraph("Digest Note", _run(f"{CONTENT_NOTE}. ", "<w:b/>") + _run(issue.content_note))
        yield from (self._paragraph("Normal", _run(text)) for text in issue.introduction)
        yield self._paragraph("Normal", _run(CONTENTS, "<w:b/>"))
        for part in issue.parts:
            yield self._paragraph("List Bullet", self._jump(part.anchor, part.heading) + _run(f" ({part.count})"))
        for part in issue.parts:
            yield from self._part(part)
        yield self._paragraph("Heading 2", _run(ABOUT))
        yield from (self._paragraph("Normal", _run(text)) for text in issue.about)
        yield from self._sources(issue)

    def _part(self, part: Part) -> Iterator[str]:
        yield self._paragraph("Heading 2", self._bookmarked(part.anchor, _run(part.heading)))
        for section in part.sections:
            if section.heading:
                yield self._paragraph("Heading 3", _run(section.heading))
            if section.cases:
                yield from self._table(section, section.heading or part.heading)
            else:
                yield self._paragraph("Normal", _run(EMPTY))

    def _table(self, section: Section, caption: str) -> Iterator[str]:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        yield (
            f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(self._styles['Digest Table'])}/>"
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val={quoteattr(caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        header = (self._paragraph("Digest Column", _run(column)) for column in COLUMNS)
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{self._cells(header)}</w:tr>"
        for case in section.cases:
            cells = (self._case(case), self._issues(case), self._learning(case))
            yield f"<w:tr>{self._cells(''.join(cell) for cell in cells)}</w:tr>"
        # Two tables with nothing between them are one in Word, and the body may not end with a table.
        yield f"</w:tbl>{self._paragraph('Digest Source', '')}"

    def _cells(self, cells: Iterable[str]) -> str:
        empty = self._paragraph("Digest Text", "")
        return "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or empty}</w:tc>'
            for width, cell in zip(self._widths, cells, strict=True)
        )

    def _case(self, case: Case) -> Iterator[str]:
        looks = "<w:i/>" if case.relevance else ""
        yield self._paragraph("Digest Case", self._bookmarked(case.anchor, _run(case.heading, f"<w:b/>{looks}")))
        if case.kinds:
            yield self._paragraph("Digest Kind", _run(case.kinds))
        if case.relevance:
            yield self._paragraph("Digest Relevance", _run(case.relevance))
        if case.harm:
            yield self._paragraph("Digest Text", _run(case.harm))

    def _issues(self, case: Case) -> Iterator[str]:
        yield from (self._paragraph("List Bullet", _run(text)) for text in case.key_issues)
        yield from (self._paragraph("Digest Text", _run(text)) for text in case.ethnicity)
        yield from (self._paragraph("Digest Text", self._link(link)) for link in case.links)

    def _learning(self, case: Case) -> Iterator[str]:
        if case.method:
            yield self._paragraph("Digest Text", _run(case.method))
        for group in case.groups:
            yield self._paragraph("Digest Label", _run(group.label))
            yield from (self._paragraph("List Bullet", _run(text) + _under(said)) for text, said in group.lines)
        if case.closing:
            yield self._paragraph("Digest Text", _run(case.closing))

    def _sources(self, issue: Issue) -> Iterator[str]:
        yield self._paragraph("Heading 2", _run(SOURCES))
        yield self._paragraph("Normal", _run(issue.sources_note))
        for document in issue.documents:
            yield self._paragraph("Digest Source", _run(f"{document.short}: SHA-256 {document.sha256}"))
        for case in issue.cases():
            yield self._paragraph("Digest Source", self._jump(case.anchor, case.heading) + _run(f": {case.sources}"))

    def _paragraph(self, style: str, content: str) -> str:
        return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(self._styles[style])}/></w:pPr>{content}</w:p>"

    def _link(self, link: Link) -> str:
        if not link.url:
            return _run(link.label)
        if link.url not in self._targets:
            key = f"rIdLink{len(self._targets) + 1}"
            self._relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, link.url, key, is_external=True)
            self._targets[link.url] = key
        return f'<w:hyperlink r:id="{self._targets[link.url]}" w:history="1">{self._linked(link.label)}</w:hyperlink>'

    def _jump(self, anchor: str, text: str) -> str:
        return f'<w:hyperlink w:anchor="{_bookmark(anchor)}" w:history="1">{self._linked(text)}</w:hyperlink>'

    def _linked(self, text: str) -> str:
        return _run(text, f"<w:rStyle w:val={quoteattr(self._styles['Hyperlink'])}/>")

    def _bookmarked(self, anchor: str, content: str) -> str:
        self._bookmarks += 1
        return (
            f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{_bookmark(anchor)}"/>{content}'
            f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
        )


def _run(text: str, looks: str = "") -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _under(said_before: str) -> str:
    """A line of ours under a statement, in its paragraph: small, grey and upright."""
    looks = '<w:i w:val="0"/><w:color w:val="4A5667"/><w:sz w:val="15"/>'
    return f"<w:r><w:br/></w:r>{_run(said_before, looks)}" if said_before else ""


def _bookmark(anchor: str) -> str:
    """Word's names of bookmarks have letters, digits and underscores only."""
    return anchor.replace("-", "_")


def _set_properties(document: WordDocument, issue: Issue) -> None:
    moment = dt.datetime.combine(issue.made_on, dt.time())
    properties = document.core_properties
    properties.title = f"{issue.title}, {issue.edition}"[:255]
    properties.author = properties.last_modified_by = issue.partnership[:255]
    properties.subject = properties.comments = properties.keywords = ""
    properties.language = issue.language
    properties.created = properties.modified = moment
    properties.revision = 1
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    if not defaults:
        document.styles.element.insert(0, parse_xml(_DEFAULTS))
        defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for old in defaults[0].findall(qn("w:lang")):
        defaults[0].remove(old)
    defaults[0].append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{issue.language}" w:eastAsia="{issue.language}"/>'))


def _with_fixed_times(saved: io.BytesIO) -> bytes:
    """The package with one time on every file in it: the same issue is the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(saved) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for item in package.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, package.read(item))
    return target.getvalue()


_DEFAULTS = f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
