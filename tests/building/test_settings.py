"""Settings in Material's terms: docs/settings.md says of each what becomes of it, and so it is, line by line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building.test_adapter import built, configure, timeline
from tests.built import PACKAGE, ROOT, parse, text_of
from timeline.building.material import FEATURES, look, with_repository
from timeline.building.mkdocs.plugin import TimelineConfig
from timeline.language.messages import VARIABLE, Refusal
from timeline.site.look import PLAIN, Look, Social
from timeline.site.settings import Settings
from timeline.starter.write import write
from timeline.values.bilingual import LANGUAGES

Said = dict[str, Any]

TABLE = (ROOT / "docs" / "settings.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `([^`]+)` \| (honoured|refused) \|", TABLE, re.MULTILINE))


OPTIONS = re.findall(r"^\| `([a-z_.]+)` \| (?!honoured|refused)", TABLE, re.MULTILINE)


def theme(**settings: object) -> Said:
    """Return a configuration with settings of the theme."""
    return {"theme": {"name": "material", **settings}}


SOCIAL = {"icon": "fontawesome/brands/mastodon", "link": "https://social.example/@record", "name": "Mastodon"}

# What is written for each line that is honoured, and what the site looks like for it.
HONOURED: Mapping[str, tuple[Said, Callable[[Look], bool]]] = {
    "theme.name": (theme(), lambda look: look == PLAIN),
    "theme.custom_dir": (theme(custom_dir="own"), lambda look: look == PLAIN),
    "theme.palette.scheme": (theme(palette={"scheme": "slate"}), lambda look: look.scheme == "dark"),
    "theme.palette.primary": (theme(palette={"primary": "lane-1"}), lambda look: look.primary == "lane-1"),
    "theme.palette.accent": (theme(palette=[{"accent": "lane-2"}]), lambda look: look.accent == "lane-2"),
    "theme.palette.toggle.icon": (
        theme(palette=[{"scheme": "default", "toggle": {"icon": "material/brightness-7"}}, {"scheme": "slate"}]),
        lambda look: (look.scheme, look.icons["theme"]) == (None, "material/brightness-7"),
    ),
    "theme.logo": (theme(logo="assets/icon.svg"), lambda look: look.logo == "assets/icon.svg"),
    "theme.favicon": (theme(favicon="assets/other.svg"), lambda look: look.favicon == "other.svg"),
    "theme.icon.logo": (theme(icon={"logo": "material/engine"}), lambda look: "logo" in look.icons),
    "theme.icon.search": (
        theme(icon={"search": "octicons/search-16"}),
        lambda look: 'viewBox="0 0 16 16"' in look.icon("search") and 'viewBox="0 0 24 24"' in look.icon("menu"),
    ),
    "theme.icon.admonition": (
        theme(icon={"admonition": {"note": "octicons/tag-16"}}),
        lambda look: look.admonitions == {"note": "octicons/tag-16"},
    ),
    "theme.font: false": (theme(font=False), lambda look: look == PLAIN),
    "extra.social": ({"extra": {"social": [SOCIAL]}}, lambda look: look.social == (Social(**SOCIAL),)),
    "extra.generator: false": ({"extra": {"generator": False}}, lambda look: look == PLAIN),
    "copyright": ({"copyright": "CC BY 4.0"}, lambda look: look.copyright == "CC BY 4.0"),
    "repo_url": ({"repo_url": "https://code.example/a"}, lambda look: look == PLAIN),
    "edit_uri": (
        {"repo_url": "https://code.example/a", "edit_uri": "-/edit/trunk/site_src/pages/"},
        lambda look: look.edit == "https://code.example/a/-/edit/trunk/events/",
    ),
    "extra_css": (
        {"extra_css": ["assets/own.css"]},
        lambda look: [one.path for one in look.styles] == ["assets/own.css"],
    ),
    "extra_javascript": (
        {"extra_javascript": ["assets/own.js"]},
        lambda look: [one.path for one in look.scripts] == ["assets/own.js"],
    ),
    "nav": ({"nav": [{"About": "en/about.md"}]}, lambda look: look == PLAIN),
    "markdown_extensions": ({"markdown_extensions": ["abbr", {"toc": {}}]}, lambda look: look == PLAIN),
} | {
    f"theme.features: {name}": (theme(features=[name]), lambda look, name=name: look.features == {name})
    for name in sorted(FEATURES)
}

# What is written for each line that is refused, and a word of what is to be done instead.
REFUSED: Mapping[str, tuple[Said, str]] = {
    "theme.palette.toggle.name": (theme(palette=[{"toggle": {"name": "Dark"}}]), "theme.palette.toggle.name"),
    "theme.palette.primary: indigo": (theme(palette={"primary": "indigo"}), "colours"),
    "theme.icon.top": (theme(icon={"top": "material/arrow-up"}), "search, theme"),
    "theme.font": (theme(font={"text": "Roboto"}), "font: false"),
    "theme.language": (theme(language="ar"), "languages"),
    "theme.direction": (theme(direction="rtl"), "languages"),
    "theme.features: navigation": (theme(features=["navigation.tabs"]), "places"),
    "theme.features: search": (theme(features=["search.suggest"]), "theme.features.search.suggest"),
    "theme.features: toc": (theme(features=["toc.follow"]), "places"),
    "theme.features: announce.dismiss": (theme(features=["announce.dismiss"]), "main.html"),
    "theme.features: content.code.select": (theme(features=["content.code.select"]), "docs/settings.md"),
    "extra.alternate": ({"extra": {"alternate": []}}, "languages"),
    "extra.analytics": ({"extra": {"analytics": {}}}, "extra.analytics"),
    "extra.consent": ({"extra": {"consent": {}}}, "extra.consent"),
    "extra.version": ({"extra": {"version": {}}}, "main.html"),
    "repo_name": ({"repo_name": "a/b"}, "extra.social"),
    "edit_uri_template": ({"edit_uri_template": "{path}"}, "edit_uri"),
    "site_description": ({"site_description": "A"}, "description"),
    "site_author": ({"site_author": "A"}, "disclaimer"),
    "extra_css: elsewhere": ({"extra_css": ["https://cdn.example/a.css"]}, "assets/…"),
    "markdown_extensions: pymdownx.arithmatex": ({"markdown_extensions": ["pymdownx.arithmatex"]}, "arithmatex"),
    "plugins: search": ({"plugins": ["search", {"timeline": {}}]}, "plugins.search"),
}

# Mistakes in what is honoured.
WRONG: list[tuple[Said, str]] = [
    (theme(palette={"scheme": "sepia"}), "default, slate"),
    (theme(logo="images/logo.svg"), "assets/…"),
    (theme(logo="assets/../mkdocs.svg"), "assets/…"),
    (theme(favicon="assets/icon.png"), ".svg"),
    (theme(icon={"menu": "material/no-such-icon"}), "material/magnify"),
    ({"extra": {"social": [{"icon": "material/link", "link": "ftp://a.example"}]}}, "https:"),
    ({"extra": {"social": [{"icon": "material/none", "link": "https://a.example/", "name": "A"}]}}, "extra.social.0"),
    ({"repo_url": "https://code.example/a", "edit_uri": "edit/main/docs/"}, "docs_dir"),
    ({"extra_javascript": ["assets/none.js"]}, "assets/none.js"),
    (theme(include_sidebar=False), "docs/settings.md"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as it begins, with a sheet, a script and a second drawing of its own."""
    write(tmp_path / "project")
    assets = tmp_path / "project" / "site_src" / "assets"
    (assets / "own.css").write_text("body { --mine: 1 }\n", "utf-8")
    (assets / "own.js").write_text("document.documentElement.dataset.mine = '';\n", "utf-8")
    (assets / "other.svg").write_bytes((assets / "icon.svg").read_bytes())
    return tmp_path / "project"


def looked(project: Path, said: Said) -> Look:
    """Return how a project looks by what a configuration says."""
    source = project / "site_src"
    return look(said, source / "assets", (source / "pages", project / "events"))


def test_table() -> None:
    """The table has the lines that are tried here, and each says what becomes of it."""
    assert dict.fromkeys(HONOURED, "honoured") | dict.fromkeys(REFUSED, "refused") == ROWS


@pytest.mark.parametrize("line", HONOURED)
def test_honoured(project: Path, line: str) -> None:
    """What the table says is honoured changes how the site looks, as it says."""
    said, fits = HONOURED[line]
    assert fits(looked(project, said))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("said", "instead"), [*REFUSED.values(), *WRONG], ids=[*REFUSED, *(f"wrong {n}" for n in range(len(WRONG)))]
)
def test_refused(monkeypatch: pytest.MonkeyPatch, project: Path, said: Said, instead: str, code: str) -> None:
    """What the table says is refused is so in one line, in the language asked for, which says what to do instead."""
    monkeypatch.setenv(VARIABLE, code)
    with pytest.raises(Refusal) as refusal:
        looked(project, said)
    lines = str(refusal.value).splitlines()[1:]
    assert 1 == len(lines)
    assert instead in lines[0]
    assert (code == "ar") == bool(re.search("[\u0620-\u064a]", lines[0]))


def test_all_at_once(project: Path) -> None:
    """Of several settings that are refused each has its line, so that one attempt is enough."""
    with pytest.raises(Refusal) as refusal:
        looked(project, theme(language="ar", features=["toc.follow"]) | {"repo_name": "a"})
    assert 4 == len(str(refusal.value).splitlines())


def test_one_repository() -> None:
    """The address of the repository may stand in either place, and in both if it is the same."""
    ours, other = "https://code.example/a", "https://code.example/b"
    assert {"repository": ours} == with_repository({}, ours) == with_repository({"repository": ours}, f"{ours}/")
    assert {} == with_repository({}, None)
    with pytest.raises(Refusal, match=other):
        with_repository({"repository": ours}, other)


def test_built(project: Path) -> None:
    """What is honoured is so on every page: logo, schemes, links, own files by their hashes, and where to edit."""
    configure(
        project,
        theme={"name": "material", "font": False, "logo": "assets/other.svg", "palette": {"scheme": "slate"},
               "favicon": "assets/other.svg", "features": ["content.action.edit"]},
        copyright="CC BY",
        extra={"social": [SOCIAL]},
        extra_css=["assets/own.css"],
        extra_javascript=["assets/own.js"],
        repo_url="https://github.com/example/boiling-point",
        edit_uri="edit/trunk/site_src/pages/",
        nav=[{"All about it": "en/about.md"}, "ar/about.md"],
    )  # fmt: skip
    site = built(project)
    event = next((site / "en" / "events").glob("*/index.html")).read_text("utf-8")
    for part in (
        'data-theme="dark"',
        '<img src="../../../assets/other.svg" alt="" height="28">',
        'href="../../../assets/other.svg" type="image/svg+xml"',
        "CC BY",
        'href="https://social.example/@record"',
        "site/styles/look.css",
        "https://github.com/example/boiling-point/edit/trunk/events/",
    ):
        assert part in event
    assert "ctl theme" not in event
    policy = parse(event).find(".//meta[@http-equiv]")
    hashes = re.findall(r'integrity="([^"]*)"', event)
    assert policy is not None
    assert (2, []) == (len(hashes), [one for one in hashes if f"'{one}'" not in policy.get("content", "")])
    about = (site / "en" / "about" / "index.html").read_text("utf-8")
    assert "https://github.com/example/boiling-point/edit/trunk/site_src/pages/en/about.md" in about
    assert "All about it" in text_of(parse(about))


def test_refused_before_anything(project: Path) -> None:
    """A setting that is refused ends the command, and no site is written."""
    configure(project, theme={"name": "material", "font": {"text": "Roboto"}})
    done = timeline(project, "build")
    assert (1, False) == (done.returncode, (project / "site").exists())
    assert "font: false" in done.stderr


def test_our_own() -> None:
    """The configurations that come with the program say nothing that would be refused."""
    for file in ("mkdocs.yml", "tests/site_record/mkdocs.yml", "timeline/starter/files/mkdocs.yml"):
        said = yaml.safe_load((ROOT / file).read_text("utf-8"))
        made = look(said, ROOT / "site_src" / "assets", (ROOT / "site_src" / "pages", ROOT / "events"))
        assert FEATURES == made.features


def test_own_options() -> None:
    """The second table has every option of the plugin and of the site, once, and no other."""
    own = {name for name, _ in TimelineConfig._schema} | {f"site.{one.name}" for one in fields(Settings)}
    assert sorted(own - {"site"}) == sorted(OPTIONS)


def test_options_that_must_be_there() -> None:
    """Those that it says must be there are those without which nothing is built."""
    needed = {f"site.{one.name}" for one in fields(Settings) if one.default is one.default_factory is MISSING}
    assert needed == set(re.findall(r"^\| `([a-z_.]+)` \|.*\| must be there \|$", TABLE, re.MULTILINE))


def test_nothing_is_said_twice() -> None:
    """No configuration that we write says anything twice, of which YAML would keep the last alone."""
    for path in (ROOT / "mkdocs.yml", PACKAGE / "starter/files/mkdocs.yml", ROOT / "tests/site_record/mkdocs.yml"):
        nodes = [yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                names = [key.value for key, _ in node.value]
                assert sorted(set(names)) == sorted(names), path
                nodes += [value for _, value in node.value]
            elif isinstance(node, yaml.SequenceNode):
                nodes += node.value
