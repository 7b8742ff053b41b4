"""`check --resume FOLDER`: results are kept as they come, and not made twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

import transcheck
from transcheck.cli.output import tell
from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.files.journal import Journal
from transcheck.model import Article, ArticleReport
from transcheck.text.plural import plural

_NONE = Article(path="", id="", segments=())


class Kept:
    """Results of articles, each under the digest of all that it came of.

    That is the article as it was read, and the signature, the settings and the program: a result
    that would come out otherwise today is not found. The article's text is not kept with it.
    """

    def __init__(self, folder: str, desk: Desk) -> None:
        """Open the folder, or make it. Raise UsageError where that cannot be done."""
        if not folder:
            raise UsageError("--resume names no folder", hint="Name one, such as .transcheck")
        self.folder = folder
        self._facts = _list_facts(desk)
        self._journal = Journal(Path(folder), sha256(self._facts).hexdigest())
        self._keys: dict[int, str] = {}
        self._full = False

    def find_all(self, articles: list[Article]) -> list[ArticleReport | None]:
        """Return the result of each article, None where there is none; say how many there are."""
        found = [self._find(number, article) for number, article in enumerate(articles)]
        count = sum(one is not None for one in found)
        if count:
            of = plural(len(articles), "article")
            tell(f"{count:,} of {of} checked before: their results come from {self.folder}.")
        return found

    def add(self, number: int, report: ArticleReport) -> None:
        """Keep a result; where there is no room for it, say so once and go on."""
        key = self._keys.get(number)
        if self._full or key is None:
            return
        try:
            self._journal.add(key, msgspec.json.encode(replace(report, article=_NONE)))
        except OSError as error:
            self._full = True
            reason = error.strerror or str(error)
            tell(f"{self.folder}: no more results can be kept ({reason}). The check goes on.")
        except UnicodeEncodeError:
            pass  # half of a surrogate pair: no file can hold it, so it is checked each time

    def close(self) -> None:
        """Let go of the folder."""
        self._journal.close()

    def _find(self, number: int, article: Article) -> ArticleReport | None:
        try:
            key = sha256(self._facts + msgspec.msgpack.encode(article)).hexdigest()
        except UnicodeEncodeError:  # as above
            return None
        self._keys[number] = key
        content = self._journal.get(key)
        if content is None:
            return None
        try:
            return replace(_DECODER.decode(content), article=article)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None


@contextmanager
def open_kept(folder: str | None, desk: Desk) -> Iterator[Kept | None]:
    """Hand out what a folder keeps, None without one. Raise UsageError as `Kept` does."""
    if folder is None:
        yield None
        return
    with closing(Kept(folder, desk)) as kept:
        yield kept


_DECODER = msgspec.json.Decoder(ArticleReport)


def _list_facts(desk: Desk) -> bytes:
    """Return all that a result depends on beside its article."""
    settings = desk.settings.facts(dated=desk.verdicts.is_dated)
    # Waivers and baselines name files as they are called from here.
    place = (desk.settings.waivers, desk.settings.baseline, str(Path.cwd()))
    facts = (
        desk.signature,
        repr(sorted(settings.items())),
        repr(place if desk.verdicts.facts else ()),
        *_list_versions(),
        _sign_program(),
    )
    return "\n".join(facts).encode("utf-8", "surrogateescape")


def _list_versions() -> Iterator[str]:
    """Yield the versions of the libraries, where the program is installed as a package."""
    from importlib import metadata

    try:
        required = metadata.requires("transcheck") or ()
    except metadata.PackageNotFoundError:
        return
    for line in required:
        if "extra ==" not in line:
            name = line.split(">")[0].split("=")[0].split("<")[0].strip()
            yield f"{name} {metadata.version(name)}"


def _sign_program() -> str:
    """Return a digest of the program's own files: two builds may bear one version."""
    folder = Path(transcheck.__file__).parent
    whole = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content = sha256(path.read_bytes()).digest()
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + content)
    return whole.hexdigest()
