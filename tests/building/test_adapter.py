"""MkDocs and its other plugins work with the program: options, languages, what is published, and gh-deploy."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.built import mkdocs, name_of, parse, text_of
from timeline.starter.write import write
from timeline.values.bilingual import LANGUAGES

ADDRESS, EVENT = "https://example.org/", "2025-03-09-teapot-chat-outage"

HOOK = """
from pathlib import Path

def on_page_content(html, page, config, files):
    return html + "<p>from a hook</p>"

def on_post_build(config):
    (Path(config.site_dir) / "hook.txt").write_text("from a hook")
"""

every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as it begins: a whole record of another story, with pages by hand."""
    write(tmp_path / "project")
    return tmp_path / "project"


def timeline(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program's own command in a folder."""
    command = [sys.executable, "-m", "timeline", *arguments]
    return subprocess.run(
        command, cwd=folder, env=os.environ | variables, capture_output=True, text=True, check=False, timeout=300
    )


def configure(project: Path, **options: object) -> None:
    """Change the configuration of a project: options of the plugin, or of MkDocs where the plugin has none such."""
    file = project / "mkdocs.yml"
    read = yaml.safe_load(file.read_text("utf-8"))
    own = read["plugins"][0]["timeline"]
    for key, value in options.items():
        (own if key in ("events", "languages", "assets", "site") else read)[key] = value
    file.write_text(yaml.safe_dump(read, allow_unicode=True), "utf-8")


def built(project: Path, *arguments: str, **variables: str) -> Path:
    """Build a project with the program's own command, which says how many pages there are, and where."""
    done = timeline(project, "build", *arguments, **variables)
    site = project / "site"
    pages = len(list(site.glob("??/**/index.html")))
    assert (0, f"{site}\n", f"{pages} pages; 0 warnings.\n") == (done.returncode, done.stdout, done.stderr)
    return site


@pytest.mark.parametrize("events", ["events", "nowhere", None])
def test_events_of_the_command(project: Path, events: str | None) -> None:
    """The record that the command names is taken, whatever the configuration names, and whatever stands around."""
    (project / "events").rename(project / "record")
    configure(project, events=events) if events else None
    site = built(project, "--events", "record", TIMELINE_EVENTS="elsewhere")
    assert EVENT in json.loads((site / "api" / "v1" / "events.json").read_bytes())


@every_language
def test_one_language(project: Path, code: str) -> None:
    """A site of one language is whole, and nothing in it knows of the other."""
    other = next(one for one in LANGUAGES if one != code)
    configure(project, languages=[code])
    site = built(project)
    assert not (site / other).exists()
    named = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert [] == [path for path in named if f"/{other}/" in path or path.endswith((f"/{other}.json", f"-{other}.json"))]
    for path in site.rglob("*.html"):
        tree = parse(path.read_text("utf-8"))
        assert [] == [link.get("hreflang") for link in tree.iter("link") if link.get("hreflang")]
        leads = [a.get("href", "") for a in tree.iter("a") if f"/{other}/" in f"/{a.get('href', '')}"]
        assert [] == leads, path
    assert f"/{other}/" not in (site / "sitemap.xml").read_text("utf-8")
    assert f"url={code}/" in (site / "index.html").read_text("utf-8")


@every_language
def test_links_of_one_language(project: Path, code: str) -> None:
    """In a site of one language every address leads somewhere."""
    configure(project, languages=[code])
    site = built(project)
    for path in (site / code).rglob("*.html"):
        for element in parse(path.read_text("utf-8")).iter():
            href = element.get("href") if name_of(element) in ("a", "link") else element.get("src")
            if href and not re.match(r"https?:|webcal:|#", href):
                to = Path(os.path.normpath(path.parent / re.sub(r"[?#].*", "", href)))
                assert (to / "index.html").is_file() or to.is_file(), (path, href)


def test_other_plugins(project: Path) -> None:
    """What a hook makes of a page by hand is published, and what it writes after the build is a part of the site."""
    (project / "hook.py").write_text(HOOK, "utf-8")
    configure(project, hooks=["hook.py"])
    for _ in range(2):  # what it wrote is no file of others in the next build
        site = built(project)
    assert "from a hook" == (site / "hook.txt").read_text("utf-8")
    for code in LANGUAGES:
        assert "from a hook" in text_of(parse((site / code / "about" / "index.html").read_text("utf-8")))


def test_gh_deploy(project: Path, tmp_path: Path) -> None:
    """``mkdocs gh-deploy`` publishes the whole site."""
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "far.git"], check=True)  # noqa: S607 - git is the one in the path
    for command in (["init", "-q"], ["remote", "add", "origin", str(tmp_path / "far.git")]):
        subprocess.run(["git", *command], cwd=project, check=True)  # noqa: S607 - as above
    who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = mkdocs(project, "gh-deploy", "--quiet", **who)
    assert 0 == done.returncode, done.stderr
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"],  # noqa: S607 - as above
        cwd=tmp_path / "far.git", capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert {"index.html", "404.html", "api/v1/index.json", "ar/index.html", "en/about/index.html"} <= set(listed)


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs", {"name": None, "custom_dir": "site_src/assets"}])
def test_other_theme(project: Path, theme: object) -> None:
    """A theme that the site is not made for is refused in one line, in the language asked for."""
    configure(project, theme=theme)
    done = timeline(project, "build", "--language", "ar")
    assert 1 == done.returncode
    assert 1 == len((done.stdout + done.stderr).strip().splitlines())
    assert "القالب" in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_blocks_of_the_site(project: Path) -> None:
    """Blocks of the shell stand in the theme's ``custom_dir`` and hold on every page but frames, which have none."""
    (project / "own").mkdir()
    block = '{% extends "shell.html" %}{% block wordmark %}<b class="mine"></b>{% endblock %}'
    (project / "own" / "main.html").write_text(block, "utf-8")
    configure(project, theme={"name": "material", "font": False, "custom_dir": "own"})
    pages = [path for path in built(project).rglob("*.html") if "embed" not in path.parts]
    assert 20 < len(pages)
    assert [] == [path for path in pages if '<b class="mine">' not in path.read_text("utf-8")]


def test_without_the_plugin(project: Path) -> None:
    """A configuration without the plugin is refused in one line."""
    configure(project, plugins=[])
    done = timeline(project, "build")
    assert 1 == done.returncode
    assert 1 == len(done.stderr.strip().splitlines())
    assert "mkdocs.yml does not name the plugin" in done.stderr


@pytest.mark.parametrize(
    ("said", "file", "before", "after"),
    [
        (r"mkdocs\.yml:\d+:\d+: error Y101", "mkdocs.yml", "plugins:", "plugins: ["),
        (r"mkdocs\.yml cannot be used: .*docs_dir", "mkdocs.yml", "docs_dir: ", "docs_dir: no/"),
        ("ar/about.md.*none.html", "site_src/pages/ar/about.md", "---\n", "---\ntemplate: none.html\n"),
        ("ar/about.md.*cannot be read", "site_src/pages/ar/about.md", "---\n", "---\ndescription: a: b\n"),
        ("UTF-8", "site_src/pages/ar/about.md", "title:", "title: \udce9"),
    ],
)
def test_what_mkdocs_cannot_use(project: Path, said: str, file: str, before: str, after: str) -> None:
    """A configuration or a page by hand that cannot be used ends a build with a line that names it."""
    text = (project / file).read_text("utf-8")
    (project / file).write_text(text.replace(before, after, 1), "utf-8", "surrogateescape")
    done = timeline(project, "build")
    assert (1, "") == (done.returncode, done.stdout)
    assert re.search(said, done.stderr.replace("\u2068", "").replace("\u2069", "")), done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_warnings(project: Path) -> None:
    """What names nothing is a warning, which fails the build of MkDocs where that is strict, and leaves no site."""
    configure(
        project,
        site=yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["plugins"][0]["timeline"]["site"]
        | {"lead": "2024-no-such"},
    )
    done = mkdocs(project, "build", "--strict")
    assert 1 == done.returncode
    assert "mkdocs.yml:" in done.stderr
    assert "2024-no-such" in done.stderr
    assert not (project / "site").exists()


def test_picture_of_a_page_by_hand(project: Path) -> None:
    """A picture beside a page by hand is published with it."""
    icon = (project / "site_src" / "assets" / "icon.svg").read_bytes()
    (project / "site_src" / "pages" / "en" / "icon.svg").write_bytes(icon)
    assert icon == (built(project) / "en" / "icon.svg").read_bytes()


def test_sitemap_of_one_language(project: Path) -> None:
    """The sitemap of one language has no alternates, for there are none."""
    configure(project, languages=["en"])
    tree = ET.fromstring((built(project) / "sitemap.xml").read_bytes())
    assert [] == [element for element in tree.iter() if name_of(element) == "link"]
    assert f"{ADDRESS}en/" in text_of(tree)
