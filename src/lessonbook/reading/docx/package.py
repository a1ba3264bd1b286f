"""The container of a Word file: its parts, how they are related, and their XML, parsed so that it can do no harm."""

import io
import posixpath
import zipfile
import zlib

import msgspec
from lxml import etree

from lessonbook.domain import LessonbookError
from lessonbook.reading.docx.names import Element

# Word's strict variant has other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Relationship(msgspec.Struct, frozen=True):
    """From one part to another, or to an address outside; ``kind`` is the last word of its type."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file. Raises ``LessonbookError`` where they cannot be had."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise damaged() from error
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def main(self) -> str:
        """The name of the part that holds the text."""
        for found in self.relationships("").values():
            if found.kind == "officeDocument" and found.target.lower() in self._names:
                return found.target
        return "word/document.xml"

    def xml(self, name: str) -> Element | None:
        """The root of a part, or nothing where the file has no such part."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        try:
            content = self._zip.read(stored)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise damaged() from error
        return _parse(content)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part refers to, by the id it uses; of the whole package for an empty name."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): _relationship(element, folder) for element in root.iterchildren("{*}Relationship")
        }

    def related(self, part: str, kind: str) -> Element | None:
        """The root of the part that a part refers to as its styles, its numbering and so on."""
        return next((self.xml(name) for name in self.parts(part, kind)), None)

    def parts(self, part: str, kind: str) -> list[str]:
        """The names of the parts that a part refers to as its headers, its footnotes and so on."""
        return [
            found.target for found in self.relationships(part).values() if found.kind == kind and not found.external
        ]

    def has_pictures(self) -> bool:
        """Whether there are pictures in the file."""
        return any("/media/" in name for name in self._names)


def damaged() -> LessonbookError:
    """The error for a Word file whose parts cannot be read."""
    return LessonbookError("file-damaged", "The Word file is damaged: save it or download it again.")


def _relationship(element: Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rsplit("/", 1)[-1]
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relationship(kind, target, external)


def _parse(content: bytes) -> Element:
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error) or "huge" in str(error).lower():
            raise LessonbookError(
                "file-unsafe",
                "The Word file is nested too deeply, or holds one text that is too long, which Word never writes: "
                "it was not read; ask for a PDF.",
            ) from error
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise LessonbookError(
            "file-unsafe",
            "The Word file defines entities of its own, which Word never does: it was not opened; ask for a PDF.",
        )
    return root
