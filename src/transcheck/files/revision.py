"""Ask git which files are as they were at a revision. What git cannot vouch for has changed."""

from __future__ import annotations

import os
from pathlib import Path

from transcheck.errors import UsageError

_FETCH = "Fetch it first; in CI fetch all history (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"


class Revision:
    """The files of a work tree beside those of a revision: committed since, staged, edited, new.

    It is compared with the last commit that the revision and HEAD share, so that what others
    committed there meanwhile is no change here.
    """

    def __init__(self, name: str, folder: Path) -> None:
        """Compare. Raise UsageError where there is no git, no repository or no such revision."""
        self.name = name
        self._folder = folder
        self.root = self._find_root()
        base = self._find_base()
        since = ("diff", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff")
        self._changed = self._list(*since, "--ignore-submodules=none", base, "--")
        self._known = self._list("ls-files", "--cached")

    def is_changed(self, path: str) -> bool:
        """Say whether a file may differ: changed or new since, ignored by git, or elsewhere.

        A link has changed when it, a folder above it, or what it leads to has.
        """
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link in a path is part of its name
        named = Path(os.path.realpath(whole.parent)) / whole.name
        real = Path(os.path.realpath(whole))
        if any(str(place) not in self._known for place in {named, real}):
            return True
        above = (str(place) for place in (whole, *whole.parents, named, real))
        return any(place in self._changed for place in above)

    def holds(self, path: str) -> bool:
        """Say whether a path lies in the repository."""
        return Path(os.path.realpath(path)).is_relative_to(self.root)

    def is_gone(self, path: str) -> bool:
        """Say whether the file was there at the revision and is not any more."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - as above
        there = Path(os.path.realpath(whole.parent)) / whole.name
        return str(there) in self._changed and not whole.exists()

    def _find_root(self) -> Path:
        code, out, said = self._ask("rev-parse", "--show-toplevel")
        if b"safe.directory" in said:
            hint = f"`git config --global --add safe.directory {self._folder}` trusts it"
            what = f"--diff-base: git does not trust {self._folder}, which another user owns"
            raise UsageError(what, hint=hint)
        if code or not out.strip(b"\n"):
            hint = "Run it inside one, or leave --diff-base out"
            raise UsageError(f"--diff-base: {self._folder} is in no git repository", hint=hint)
        return Path(os.path.realpath(os.fsdecode(out.removesuffix(b"\n"))))

    def _find_base(self) -> str:
        if not self.name.strip():
            hint = "Name a branch, a tag or a commit, such as origin/main"
            raise UsageError("--diff-base is empty", hint=hint)
        commit = self._find_commit(self.name)
        if not commit:
            hint = _FETCH if ".." not in self.name else "Name one end only, such as origin/main"
            raise UsageError(f'--diff-base: git knows no revision "{self.name}"', hint=hint)
        if not self._find_commit("HEAD"):
            raise UsageError("--diff-base: nothing is committed here yet", hint="Leave it out")
        code, out = self._run("merge-base", commit, "HEAD")
        if code or not out:
            what = f'--diff-base: no commit that "{self.name}" and HEAD share is here'
            raise UsageError(what, hint=_FETCH)
        return out.decode("ascii", "replace").strip()

    def _find_commit(self, name: str) -> str:
        if name.startswith("-") or "\0" in name:  # git has no such names: it would be an option
            return ""
        code, out = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return "" if code else out.decode("ascii", "replace").strip()

    def _list(self, *arguments: str) -> frozenset[str]:
        """Return the paths that git lists, absolute."""
        separate = (*arguments[:1], "-z", *arguments[1:])
        code, out = self._run(*separate, folder=self.root)
        if code:
            hint = f"`git {arguments[0]}` fails here: try it by itself"
            raise UsageError("--diff-base: git cannot say what changed", hint=hint)
        return frozenset(str(self.root / os.fsdecode(name)) for name in out.split(b"\0") if name)

    def _run(self, *arguments: str, folder: Path | None = None) -> tuple[int, bytes]:
        return self._ask(*arguments, folder=folder)[:2]

    def _ask(self, *arguments: str, folder: Path | None = None) -> tuple[int, bytes, bytes]:
        import subprocess

        # No program that a repository's own configuration names is run to look at its files.
        command = ["git", "-c", "core.fsmonitor=false", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and no argument that is an option
                command, cwd=folder or self._folder, capture_output=True, check=False
            )
        except FileNotFoundError:
            hint = "Install it, or leave --diff-base out"
            raise UsageError("--diff-base needs git, which is not installed", hint=hint) from None
        return done.returncode, done.stdout, done.stderr
