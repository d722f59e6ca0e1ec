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
_TIME = rf"(?:(?:,? +|T)(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}}) *(?P<zone>{_ZONE}|[+-][0-9]{{2}}:[0-9]{{2}}))?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_ORDINAL} +{_MONTH},? +{_YEAR}",
        rf"{_MONTH} +{_ORDINAL},? +{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.]{_DAY}",
    )
)
LONGEST = 60


def standard(text: str) -> str | None:
    """Return a date in the record's form, if it can be read in one way only: ``5/6/2024`` cannot."""
    forms = _FORMS if len(text) <= LONGEST else ()
    match = next((found for form in forms if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    month = _MONTHS.get(match["month"].lower()) or int(match["month"])
    day = f"{match['year']}-{month:02}-{int(match['day']):02}"
    if not match["zone"]:
        return day
    zone, kept = _ZONES.get(match["zone"].lower(), (match["zone"], _ALWAYS))
    return f"{day}T{int(match['hour']):02}:{match['minute']}{zone}" if month % 12 in kept else None
