"""What the system refuses is one line in the language asked for, and leaves nothing half written."""

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import copy_inputs
from tests.golden import RECORD

WORDS = {
    "x" * 300: "اسم أطول|الاسم أطول",
    "/dev/null": "ملف لا مجلد",
    "/dev/null/x": "ليس مجلدًا|موجود من قبل",
    "/proc/x": "غير موجود",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the tests' small record."""
    return copy_inputs(tmp_path_factory.mktemp("faults") / "project", RECORD)


def refused(project: Path, *arguments: str, largest: int | None = None, **variables: str) -> str:
    """Run the program where it must refuse; return the one line that it ends with."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        cwd=project,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))) if largest else None,
    )
    assert "Traceback" not in done.stderr
    assert (1, "") == (done.returncode, done.stdout)
    *others, last = done.stderr.strip().splitlines()
    assert [] == [line for line in others if "mkdocs.yml" not in line and not line.startswith("Error building page")]
    return last


@pytest.mark.parametrize("target", WORDS)
def test_target(project: Path, target: str) -> None:
    """A place where no site can be is named, with the reason."""
    said = refused(project, "build", "--site-dir", target, TIMELINE_LANGUAGE="ar")
    assert any(reason in said for reason in WORDS[target].split("|")), said
    assert {"events", "site_src", "mkdocs.yml"} == {path.name for path in project.iterdir()}


@pytest.mark.parametrize("largest", [20_000, 60_000])
def test_disk(project: Path, largest: int) -> None:
    """Where a file cannot be written whole, in whichever process, the build ends with one line and leaves nothing."""
    said = refused(project, "build", largest=largest)
    assert "the file would be larger than allowed" in said
    assert {"events", "site_src", "mkdocs.yml"} == {path.name for path in project.iterdir()}


def test_port_in_use(project: Path) -> None:
    """A port that another server has is said before anything is built, with what to type."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(project, "serve", "--address", f"127.0.0.1:{port}")
    assert f"port {port} is in use" in said
    assert f"timeline serve --address 127.0.0.1:{port + 1}" in said


@pytest.mark.parametrize("port", ["0", "65536", "99999"])
def test_port_out_of_range(project: Path, port: str) -> None:
    """A port that there cannot be is said before anything is built, with what to type."""
    said = refused(project, "serve", "--address", f"127.0.0.1:{port}", TIMELINE_LANGUAGE="ar")
    assert "أرقام المنافذ من" in said
    assert "timeline serve --address 127.0.0.1:8001" in said
