"""Writes the same events as an equally rich, minimal bilingual site for Hugo, whose templates show the same things.

A page for each event with its facts, quotes, relations and sources; pages for years, people, companies and
platforms; a feed and a JSON file for each language. Hugo gets its data ready parsed, as page parameters in JSON.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.chronicle import Chronicle, Entry
from timeline.language import Language, languages
from timeline.model import Event
from pydantic import TypeAdapter

_EVENT = TypeAdapter(Event)

_CONFIG = """
baseURL = "https://example.org/"
defaultContentLanguage = "ar"
defaultContentLanguageInSubdir = true
disableKinds = ["sitemap"]
[taxonomies]
person = "people"
company = "companies"
platform = "platforms"
year = "years"
[outputs]
home = ["html", "rss", "json"]
[languages.ar]
languageDirection = "rtl"
title = "خوادمنا تعمل"
contentDir = "content/ar"
[languages.en]
languageDirection = "ltr"
title = "Our servers are working"
contentDir = "content/en"
"""

_BASE = """<!doctype html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary_text }}">
<link rel="canonical" href="{{ .Permalink }}">{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Params.summary_text }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/site.css"></head>
<body><a class="skip" href="#main">Skip</a><header class="bar"><a class="name" href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav><ul>{{ range slice "years" "people" "companies" "platforms" }}<li><a href="/{{ $.Language.Lang }}/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></nav>
{{ range .Translations }}<a hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</header>
<main id="main">{{ block "main" . }}{{ end }}</main><footer><p>Not affiliated.</p></footer></body></html>
"""

_ROW = """<li class="row"><time class="day" datetime="{{ .Params.started }}">{{ .Params.day }}</time><svg class="mark" viewBox="0 0 14 14" width="14" height="14" role="img" aria-label="{{ .Params.kind }}"><path d="M7 1.5 13 12.5H1z"/></svg><div><a class="title" href="{{ .RelPermalink }}">{{ .Title }}</a><p class="small"><span>{{ .Params.facts_line }}</span></p></div></li>
"""

_LIST = """{{ define "main" }}<div class="wrap"><h1>{{ .Title }}</h1><ol class="rows">{{ range .Pages }}{{ if .Params.started }}{{ partial "row.html" . }}{{ else }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ol></div>{{ end }}
"""

_HOME = """{{ define "main" }}<div class="wrap"><h1>{{ .Site.Title }}</h1><ol class="rows">{{ range first 10 .Site.RegularPages }}{{ partial "row.html" . }}{{ end }}</ol></div>{{ end }}
"""

_SINGLE = """{{ define "main" }}{{ $p := .Params }}<article class="wrap event"><header>
<p class="kicker"><a class="tag" href="/{{ .Language.Lang }}/companies/{{ $p.company }}/">{{ $p.kind }} · {{ $p.company }}</a><span class="badge"><svg viewBox="0 0 11 11" width="11" height="11" aria-hidden="true"><circle class="f" cx="5.5" cy="5.5" r="4.6"/></svg>{{ $p.status }}</span></p>
<h1>{{ .Title }}</h1><p class="when-line"><b><time datetime="{{ $p.started }}">{{ $p.date_text }}</time></b> <span>{{ $p.clock }} UTC</span></p><p class="deck">{{ $p.summary_text }}</p></header>
<aside class="rail"><dl class="pairs">
{{ with $p.services }}<dt>services</dt><dd>{{ range . }}<a href="/{{ $.Language.Lang }}/platforms/{{ . }}/">{{ . }}</a>, {{ end }}</dd>{{ end }}
{{ with $p.length }}<dt>length</dt><dd>{{ . }}</dd>{{ end }}
{{ with $p.by }}<dt>by</dt><dd>{{ range . }}<a href="/{{ $.Language.Lang }}/people/{{ . }}/">{{ . }}</a>{{ end }}</dd>{{ end }}
<dt>sources</dt><dd><a href="#sources">{{ len $p.sources_list }}</a></dd></dl></aside>
<section id="what"><h2>What happened</h2>{{ range $p.facts_list }}<p class="fact">{{ .text }}{{ range .numbers }}<a class="src" href="#s-{{ . }}"><span class="vh">Source </span>{{ . }}</a>{{ end }}</p>{{ end }}</section>
{{ with $p.reports_list }}<section id="reports"><h2>Reports</h2><table><tbody>{{ range . }}<tr><th scope="row">{{ .service }}</th><td>{{ .count }}</td><td>{{ .tracker }}</td></tr>{{ end }}</tbody></table></section>{{ end }}
{{ with $p.quotes_list }}<section id="words"><h2>In their words</h2>{{ range . }}<figure class="quote"><blockquote lang="{{ .lang }}"><p>“{{ .text }}”</p></blockquote>{{ with .translation }}<blockquote><p>{{ . }}</p></blockquote>{{ end }}<figcaption><b>{{ .speaker }}</b> · {{ .on }} · {{ .at }}</figcaption></figure>{{ end }}</section>{{ end }}
{{ with $p.related }}<section id="thread"><h2>Thread</h2><ol class="rows">{{ range . }}{{ with $.Site.GetPage (printf "/events/%s" .) }}{{ partial "row.html" . }}{{ end }}{{ end }}</ol></section>{{ end }}
<section id="sources"><h2>Sources</h2><ol>{{ range $p.sources_list }}<li id="s-{{ .number }}"><p><b>{{ .publisher }}</b> · <cite>{{ .headline }}</cite></p><p class="small"><time datetime="{{ .published }}">{{ .published }}</time> · {{ .lang }} · {{ .evidence }} <a href="{{ .url }}" rel="noopener noreferrer external">Open the source</a> {{ with .archive }}<a href="{{ . }}" rel="noopener noreferrer external">Archive copy</a>{{ end }}</p></li>{{ end }}</ol></section>
<p class="cite">{{ .Title }}, {{ .Site.Title }} <bdi>{{ .Permalink }}</bdi></p>
<nav class="pager">{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""

_JSON = """{"events":[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}{{ dict "id" $p.File.BaseFileName "title" $p.Title "params" $p.Params | jsonify }}{{ end }}]}
"""


def write_site(root: Path, chronicle: Chronicle) -> None:
    """Write a Hugo site with all entries of a chronicle below ``root``."""
    shutil.rmtree(root, ignore_errors=True)
    layouts = root / "layouts"
    (layouts / "_default").mkdir(parents=True)
    (layouts / "partials").mkdir()
    (root / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    for name, text in {
        "_default/baseof.html": _BASE,
        "_default/list.html": _LIST,
        "_default/single.html": _SINGLE,
        "index.html": _HOME,
        "index.json": _JSON,
        "partials/row.html": _ROW,
    }.items():
        (layouts / name).write_text(text, encoding="utf-8")
    for own in languages():
        folder = root / "content" / own.code / "events"
        folder.mkdir(parents=True)
        for entry in chronicle.entries:
            parameters = dict(_parameters(entry, chronicle, own))
            (folder / f"{entry.id}.md").write_text(json.dumps(parameters, ensure_ascii=False) + "\n", encoding="utf-8")


def _parameters(entry: Entry, chronicle: Chronicle, own: Language) -> Iterator[tuple[str, Any]]:
    event = entry.event
    plain = _EVENT.dump_python(event, mode="python")
    duration = event.when.duration
    yield "title", event.title.in_language(own.code)
    yield "date", f"{event.when.started.start:%Y-%m-%dT%H:%M:%SZ}"
    yield "started", str(event.when.started).rstrip("~?%")
    yield "date_text", own.date(event.when.started)
    yield "clock", own.clock(event.when.started)
    yield "day", own.day(event.when.started.start)
    yield "kind", event.kind
    yield "status", event.status
    yield "company", entry.company
    yield "length", own.duration(duration) if duration else ""
    yield "facts_line", own.duration(duration) if duration else event.kind
    yield "services", list(event.outage.services) if event.outage else []
    yield "by", list(event.move.by) if event.move else []
    yield "summary_text", event.summary.in_language(own.code)
    yield "people", list(entry.people)
    yield "companies", list(entry.companies)
    yield "platforms", list(entry.platforms)
    yield "years", [entry.year]
    keys = list(event.sources)
    yield "facts_list", [{"text": f.in_language(own.code), "numbers": [keys.index(k) + 1 for k in f.sources]} for f in event.facts]
    yield "reports_list", plain["outage"]["reports"] if plain["outage"] else []
    yield "quotes_list", [{"lang": q.lang, "text": q.text, "translation": q.translation.get(own.code), "speaker": q.speaker, "on": q.on, "at": str(q.at or "")} for q in event.quotes]
    yield "related", [turn.id for turn in chronicle.thread(entry)]
    yield (
        "sources_list",
        [
            {"number": number, "publisher": source.publisher, "headline": source.headline, "published": str(source.published), "lang": source.lang, "evidence": source.evidence, "url": source.url, "archive": source.archive}
            for number, source in enumerate(event.sources.values(), 1)
        ],
    )
