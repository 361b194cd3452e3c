"""Prints the documents of a site, those that differ from what is there, two at a time."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from build_tools.checks import CheckedFramework
from build_tools.pdf.compiler import STANDARDS, Compiled, compile_in_process
from build_tools.pdf.line_map import as_json, line_map
from build_tools.pdf.printed import PrintedDocument
from build_tools.pdf.source import Press, TypstSource, typst_source
from build_tools.pdf.source_places import SourcePlaces, file_text
from build_tools.pdf.trouble import Trouble

_ATTEMPTS = 4
_PROCESSES = 2
_LISTED = "printed.json"
_COMPILED = "compiled.json"


@dataclass(frozen=True)
class PrintFolders:
    """Where everything is."""

    project: Path
    """The project; paths in places are seen from here."""
    output: Path
    """The site."""
    cache: Path
    """Where sources are kept, and what is known of the last build."""
    look: Path
    """The file with the look of documents."""


class Printer:
    """Prints documents into the site's folder."""

    def __init__(self, checked: CheckedFramework, press: Press, folders: PrintFolders) -> None:
        """A printer for one site."""
        self._checked = checked
        self._press = press
        self._folders = folders
        self._texts: dict[str, str] = {}

    def print(self, documents: Iterable[PrintedDocument]) -> tuple[str, ...]:
        """Print those of the documents that are out of date, the longest first; the addresses of all that are there."""
        ordered = sorted(documents, key=lambda d: -sum(1 for _ in d.pages))
        with ThreadPoolExecutor(_PROCESSES) as pool:
            waiting = [(document, self._begin(document, pool)) for document in ordered]
            return tuple(document.address for document, work in waiting if self._end(document, work, pool))

    def remove_former(self, addresses: Iterable[str]) -> None:
        """Remove the documents of earlier builds that are none of these."""
        listed = self._folders.cache / _LISTED
        kept = sorted(set(addresses))
        try:
            before: list[str] = json.loads(listed.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            before = []
        for address in set(before) - set(kept):
            file = self._folders.output / address
            file.unlink(missing_ok=True)
            file.with_suffix(".lines.json").unlink(missing_ok=True)
        listed.parent.mkdir(parents=True, exist_ok=True)
        listed.write_text(json.dumps(kept), encoding="utf-8")

    # --- one document ---------------------------------------------------------------------------------------------

    def _begin(self, document: PrintedDocument, pool: ThreadPoolExecutor) -> _Work:
        """Begin with what was trouble the last time, as long as nothing else has changed."""
        folder = self._folders.cache / document.name
        trouble = _trouble(folder / _COMPILED)
        if trouble != Trouble():
            source = typst_source(self._press, document, trouble)
            if known := self._known(source, trouble, folder):
                return _Work(source, trouble, "", folder, None, known)
        return self._submit(document, Trouble(), pool)

    def _submit(self, document: PrintedDocument, trouble: Trouble, pool: ThreadPoolExecutor) -> _Work:
        source = typst_source(self._press, document, trouble)
        folder = self._folders.cache / document.name
        target = self._folders.output / document.address
        mark = self._mark(source, trouble)
        known = self._known(source, trouble, folder)
        if known is None:
            self._write(source, folder)
            future = pool.submit(compile_in_process, folder / "main.typ", target, mapped=self._press.numbered)
            return _Work(source, trouble, mark, folder, future)
        return _Work(source, trouble, mark, folder, None, known)

    def _end(self, document: PrintedDocument, work: _Work, pool: ThreadPoolExecutor) -> bool:
        """Wait for a document and map its lines; what it could not print is left out and the rest tried again."""
        for _ in range(_ATTEMPTS):
            compiled = work.compiled
            if not compiled.fault:
                break
            images = frozenset(
                work.source.images[name] for name in compiled.broken if name in work.source.images
            )
            trouble = work.trouble | Trouble(images, compiled.unprintable)
            if trouble == work.trouble:
                break
            work = self._submit(document, trouble, pool)
        if compiled.fault:
            message = f"the PDF of {document.name} cannot be made: {compiled.fault.splitlines()[0]}"
            self._press.report(None, document.source, 1, message)
            return False
        self._remember(work, compiled)
        target = self._folders.output / document.address
        lines = target.with_suffix(".lines.json")
        if not self._press.numbered:
            lines.unlink(missing_ok=True)
        else:
            _write_if_new(lines, self._map(document, work.source, compiled))
        return True

    def _map(self, document: PrintedDocument, source: TypstSource, compiled: Compiled) -> str:
        places = SourcePlaces(self._checked, self._read)
        title = ": ".join(document.title)
        return as_json(document.name, title, line_map(compiled, source.marks, places))

    def _read(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = file_text(self._folders.project, path)
        return self._texts[path]

    def _known(self, source: TypstSource, trouble: Trouble, folder: Path) -> Compiled | None:
        """What is known of a document that is there, printed from the same source; or None."""
        if not (self._folders.output / source.document.address).is_file():
            return None
        try:
            data = json.loads((folder / _COMPILED).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if data["mark"] != self._mark(source, trouble):
            return None
        return Compiled(data["fault"], tuple(map(tuple, data["lines"])), tuple(map(tuple, data["marks"])))

    def _mark(self, source: TypstSource, trouble: Trouble) -> str:
        """A digest of everything that shows in a document."""
        digest = hashlib.sha256(f"{version('typst')} {STANDARDS} {self._press.numbered}".encode())
        digest.update(self._folders.look.read_bytes())
        digest.update(source.text.encode())
        for name in sorted(source.files):
            digest.update(name.encode() + source.files[name])
        for address in sorted(trouble.broken):
            digest.update(self._press.images[address].read_bytes())
        return digest.hexdigest()

    def _write(self, source: TypstSource, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "figures").mkdir(parents=True)
        for name, content in source.files.items():
            (folder / name).write_bytes(content)
        shutil.copyfile(self._folders.look, folder / "print.typ")
        (folder / "main.typ").write_text(source.text, encoding="utf-8")

    def _remember(self, work: _Work, compiled: Compiled) -> None:
        if work.future is not None:
            trouble = {"broken": sorted(work.trouble.broken), "unprintable": sorted(work.trouble.unprintable)}
            data = {"mark": work.mark, "trouble": trouble, **asdict(compiled)}
            (work.folder / _COMPILED).write_text(json.dumps(data), encoding="utf-8")


@dataclass(frozen=True)
class _Work:
    """A document on its way."""

    source: TypstSource
    trouble: Trouble
    mark: str
    folder: Path
    future: Future[Compiled] | None
    known: Compiled | None = None

    @property
    def compiled(self) -> Compiled:
        """What came of it; waits until it is done."""
        if self.future is not None:
            return self.future.result()
        assert self.known is not None
        return self.known


def _trouble(file: Path) -> Trouble:
    """What was left out of a document when it was printed last."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))["trouble"]
    except (OSError, ValueError, KeyError):
        return Trouble()
    return Trouble(frozenset(data["broken"]), frozenset(data["unprintable"]))


def _write_if_new(file: Path, text: str) -> None:
    content = text.encode()
    if not (file.is_file() and file.read_bytes() == content):
        file.write_bytes(content)
