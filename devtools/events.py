"""Makes a record of any size out of generated events of realistic length, the same for the same number."""

import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

Words: TypeAlias = Mapping[str, Sequence[str]]

FEW_WORDS: Words = {
    "en": (
        "the service stopped for people in several regions while engineers looked for the cause and status pages "
        "stayed green until monitoring firms reported errors in the back end of the platform after a change"
    ).split(),
    "ar": (
        "توقفت الخدمة عن العمل في مناطق عدة بينما بحث المهندسون عن السبب وظلت صفحات الحالة خضراء إلى أن أبلغت "
        "شركات الرصد عن أخطاء في الخوادم الخلفية للمنصة بعد تغيير في الإعدادات أجرته فرق التشغيل"
    ).split(),
}
_FIRST = datetime(2007, 1, 1, tzinfo=UTC)
_DAYS = 19 * 365

_VOCABULARY = {
    "people": "\n".join(
        f"person-{i}: {{name: {{en: Person {i}, ar: الشخص {i}}}, about: {{en: A person, ar: شخص}}, "
        f"company: {('alpha', 'beta')[i % 2]}}}"
        for i in range(12)
    ),
    "companies": (
        "alpha: {name: {en: Alpha, ar: ألفا}, about: {en: A company, ar: شركة}, lane: 1}\n"
        "beta: {name: {en: Beta, ar: بيتا}, about: {en: A company, ar: شركة}, lane: 2}"
    ),
    "platforms": "\n".join(
        f"service-{i}: {{name: {{en: Service {i}, ar: الخدمة {i}}}, about: {{en: A service, ar: خدمة}}, "
        f"company: {('alpha', 'beta')[i % 2]}}}"
        for i in range(6)
    ),
    "publishers": "\n".join(f"paper-{i}: {{name: {{en: Paper {i}, ar: الصحيفة {i}}}, lang: en}}" for i in range(40)),
    "tags": "outages: {name: {en: Outages, ar: أعطال}}\nmockery: {name: {en: Mockery, ar: تهكّم}}",
    "kinds": "\n".join(
        f"{kind}: {{name: {{en: {kind.title()}, ar: {name}}}, shape: {shape}, role: {role}, "
        f"plural: {{en: {{one: {kind}, other: {kind}s}}, "
        f"ar: {{zero: {name}, one: {name}, two: {name}, few: {name}, many: {name}, other: {name}}}}}}}"
        for kind, name, shape, role in (
            ("outage", "عطل", "bar", "outage"),
            ("jab", "تهكّم", "triangle", "jab"),
            ("reply", "ردّ", "open-triangle", "answer"),
            ("statement", "تصريح", "chevron", "move"),
        )
    ),
}


def write_record(root: Path, number: int, words: Words = FEW_WORDS) -> Path:
    """Write a record of ``number`` events below ``root``, in words drawn from a list, and return its folder."""
    events = root / "events"
    shutil.rmtree(events, ignore_errors=True)
    (events / "vocabulary").mkdir(parents=True)
    for table, text in _VOCABULARY.items():
        (events / "vocabulary" / f"{table}.yml").write_text(text + "\n", encoding="utf-8")
    chance = random.Random(number)
    texts = _Texts(chance, words)
    before: list[str] = []
    for index in range(number):
        start = _FIRST + timedelta(minutes=int(index * _DAYS * 1440 / number) + chance.randrange(400))
        one = f"{start:%Y-%m-%d}-event-{index:05}"
        folder = events / f"{start:%Y}"
        folder.mkdir(exist_ok=True)
        (folder / f"{one}.yml").write_text(_event(index, start, texts, before), encoding="utf-8")
        before.append(one)
    return events


@dataclass(frozen=True, slots=True)
class _Texts:
    """Draws texts of words; a word that stands in the list more often is drawn more often."""

    chance: random.Random
    words: Words

    def one(self, language: str, number: int) -> str:
        return " ".join(self.chance.choice(self.words[language]) for _ in range(number))

    def both(self, number: int, indent: str) -> str:
        return f"\n{indent}en: {self.one('en', number)}\n{indent}ar: {self.one('ar', number)}"


def _event(index: int, start: datetime, texts: _Texts, before: list[str]) -> str:
    chance = texts.chance
    outage = index % 2 == 0
    lines = [
        f"kind: {'outage' if outage else chance.choice(('jab', 'reply', 'statement'))}",
        f"title:{texts.both(9, '  ')}",
        f"summary:{texts.both(22, '  ')}",
        "when:",
        f"  started: {start:%Y-%m-%dT%H:%MZ}~",
        *(_outage(index, start, chance) if outage else _move(index, chance)),
        "tags: [outages, mockery]",
        "facts:",
        *(
            f"  - en: {texts.one('en', 24)}\n    ar: {texts.one('ar', 24)}\n    sources: [first, {key}]"
            for key in ("second", "third", "second", "third")
        ),
        "quotes:",
        f"  - {{id: said, speaker: person-{index % 12}, on: service-1, at: {start:%Y-%m-%d}, lang: en, source: third,",
        f"     text: {texts.one('en', 14)},\n     translation: {{ar: {texts.one('ar', 14)}}}}}",
    ]
    if not outage and before:
        lines += ["relations:", f"  - {{type: responds-to, event: {before[-1]}}}"]
    lines += ["status: confirmed", "added: 2026-11-22", "sources:"]
    lines += [_source(key, index, place, start) for place, key in enumerate(("first", "second", "third"))]
    return "\n".join(lines) + "\n"


def _outage(index: int, start: datetime, chance: random.Random) -> list[str]:
    side = index // 2 % 2
    first, second = (f"service-{2 * ((index + more) % 3) + side}" for more in (0, 1))  # of one company
    return [
        f"  resolved: {start + timedelta(minutes=chance.randrange(10, 700)):%Y-%m-%dT%H:%MZ}",
        "  basis: tracker",
        "outage:",
        f"  company: {('alpha', 'beta')[side]}",
        f"  services: [{first}, {second}]",
        "  scope: global",
        "  symptoms: [login, feed]",
        "  reports:",
        (
            f"    - {{service: {first}, tracker: paper-1, measure: peak, "
            f"count: {chance.randrange(900000)}, source: first}}"
        ),
    ]


def _move(index: int, chance: random.Random) -> list[str]:
    maker = index % 12
    return ["move:", f"  by: [person-{maker}]", f"  to: [{('beta', 'alpha')[maker % 2]}]", f"  on: service-{maker % 2}"]


def _source(key: str, index: int, place: int, start: datetime) -> str:
    paper = (index * 3 + place * 7) % 40
    url = f"https://paper-{paper}.example.com/{start:%Y/%m/%d}/{index}-{place}"
    return (
        f"  {key}:\n    url: {url}\n"
        f"    headline: A report about the event {index}\n    publisher: paper-{paper}\n    lang: en\n"
        f"    published: {start:%Y-%m-%d}\n"
        f"    archive: https://web.archive.org/web/2026/{url}"
    )
