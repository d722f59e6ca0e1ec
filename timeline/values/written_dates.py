"""Dates as people write them, where they have one meaning: the day, or the minute, that they say."""

import re

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ARABIC = (
    ("يناير", "كانون الثاني"), ("فبراير", "شباط"), ("مارس", "آذار", "اذار"), ("أبريل", "ابريل", "إبريل", "نيسان"),
    ("مايو", "أيار", "ايار"), ("يونيو", "يونيه", "حزيران"), ("يوليو", "يوليه", "تموز"), ("أغسطس", "اغسطس", "آب"),
    ("سبتمبر", "أيلول", "ايلول"), ("أكتوبر", "اكتوبر", "تشرين الأول"), ("نوفمبر", "تشرين الثاني"),
    ("ديسمبر", "كانون الأول"),
)  # fmt: skip
_MONTHS = {
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
    **{name: number for number, names in enumerate(_ARABIC, 1) for name in names},
    **{f"{a}/{b}": number for number, names in enumerate(_ARABIC, 1) for a in names for b in names},
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY, _YEAR = "(?P<day>[0-9]{1,2})", "(?P<year>[0-9]{4})"
_ORDINAL = _DAY + "(?:st|nd|rd|th)?"

# Only abbreviations that name one zone, and the half year in which it is kept: in summer many write EST for EDT.
# IST, BST, CST and MST name several zones; in March and in autumn clocks change on different days.
_WINTER, _SUMMER, _ALWAYS = range(3), range(4, 10), range(12)
_ZONES = {
    "z": ("Z", _ALWAYS), "utc": ("Z", _ALWAYS), "gmt": ("Z", _ALWAYS),
    "est": ("-05:00", _WINTER), "edt": ("-04:00", _SUMMER),
    "pst": ("-08:00", _WINTER), "pdt": ("-07:00", _SUMMER),
    "cet": ("+01:00", _WINTER), "cest": ("+02:00", _SUMMER),
}  # fmt: skip
_ZONE = "|".join(_ZONES)
_OFFSET = re.compile(r"(?:utc|gmt)?(?P<sign>[+-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?", re.IGNORECASE)
_TIME = rf"(?:(?:,? +|T)(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}}) *(?P<zone>{_OFFSET.pattern}|{_ZONE}))?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_ORDINAL} +{_MONTH},? +{_YEAR}",
        rf"{_MONTH} +{_ORDINAL},? +{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.]{_DAY}",
    )
)
_OF_A_MONTH = re.compile(rf"{_MONTH},? +{_YEAR}", re.IGNORECASE)
_ABOUT = re.compile(r"(?:~|(?:about|around|circa|ca\.?|c\.|نحو|حوالي|قرابة) +)(?P<rest>.+)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[T ]00:00(?::00)?(?:\.0+)?$")  # which a spreadsheet puts behind a day that has no time
LONGEST = 60


def standard(text: str) -> str | None:
    """Return a date in the record's form, if it can be read in one way only: ``5/6/2024`` cannot."""
    if len(text) > LONGEST:
        return None
    if about := _ABOUT.fullmatch(text):
        exact = standard(about["rest"])
        return f"{exact}~" if exact and not exact.endswith("~") else None
    if of_a_month := _OF_A_MONTH.fullmatch(text):
        return f"{of_a_month['year']}-{_MONTHS[of_a_month['month'].lower()]:02}"
    found = (form.fullmatch(_MIDNIGHT.sub("", text)) for form in _FORMS)
    match = next((one for one in found if one), None)
    return _standard(match) if match else None


def _standard(match: "re.Match[str]") -> str | None:
    month = _MONTHS.get(match["month"].lower()) or int(match["month"])
    day = f"{match['year']}-{month:02}-{int(match['day']):02}"
    if not match["zone"]:
        return day
    zone, kept = _zone(match)
    return f"{day}T{int(match['hour']):02}:{match['minute']}{zone}" if month % 12 in kept else None


def _zone(match: "re.Match[str]") -> tuple[str, range | tuple[int, ...]]:
    """Return a zone in the record's form, and the months in which it is kept."""
    if match["sign"]:
        return f"{match['sign']}{int(match['hours']):02}:{match['minutes'] or '00'}", _ALWAYS
    return _ZONES[match["zone"].lower()]
