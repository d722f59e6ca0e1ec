"""The kinds of text that a field can hold, each with its check and its part of the JSON Schema.

A check that fails raises an error whose type is the code of the catalogue; pydantic adds the place.
"""

import re
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from timeline.values import dates, links
from timeline.values.dates import Moment
from timeline.values.text import ID, is_id, to_id, to_ids

MAX_TEXT = 8 * 1024

# The line breaks and indents of a file are no part of a text; a space that does not break is.
_SPACES = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.٬\u00a0\u202f]\d{3}){1,3}|[^\D0-9]{1,12}")  # digits with a mark at each thousand

COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
CODE = re.compile(r"[A-Z]\d{3}", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", re.ASCII)


def refuse(code: str, **values: Any) -> PydanticCustomError:
    """Make the error of a validator; ``values`` fill the blanks of the code's message."""
    return PydanticCustomError(code, code, values)


def _filled(text: Any) -> Any:
    if isinstance(text, str) and not text.strip():
        raise refuse("M103")
    return text


def _prose(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise refuse("M109", found=str(len(text)), limit=str(MAX_TEXT))
    return _SPACES.sub(" ", text).strip(" ")


def _id(text: str) -> str:
    if not is_id(text):
        raise refuse("M107", found=text, mend=to_ids(text) if re.search("[,،]", text) else to_id(text))
    return text


def _unique(ids: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            raise refuse("M112", at=(place,), found=one)
        seen.add(one)
    return ids


def _count(text: Any) -> Any:
    if isinstance(text, str) and not (text.isascii() and text.isdigit() and len(text) <= 12):
        grouped = _GROUPED.fullmatch(text)
        raise refuse("M108", found=text, mend="".join(str(int(c)) for c in text if c.isdecimal()) if grouped else None)
    return text


def _link(text: str) -> str:
    try:
        return links.check(text)
    except links.LinkError as error:
        raise refuse(error.code, found=error.found or text, mend=error.hint) from None


def _host(text: str) -> str:
    if not links.is_host(text):
        raise refuse("L112", found=text, mend=links.host_in(text))
    return text


def _hosts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_host(_filled(value)),)
    if not isinstance(value, list | tuple):
        raise PydanticCustomError("list_type", "list_type")
    for place, host in enumerate(value):
        if not isinstance(host, str) or not links.is_host(host):
            mend = links.host_in(host) if isinstance(host, str) else None
            raise refuse("L112", at=(place,), found=str(host), mend=mend)
    return tuple(value)


def _moment(text: Any) -> Moment:
    return _date(text, dates.parse)


def _day(text: Any) -> Moment:
    return _date(text, dates.parse_day)


def _date(text: Any, parse: Any) -> Moment:
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "string_type")
    try:
        moment: Moment = parse(_filled(text))
    except dates.DateError as error:
        raise refuse(error.code, found=text, mend=error.hint) from None
    return moment


def _language(text: str) -> str:
    if not LANGUAGE.fullmatch(text):
        first, _, rest = text.replace("_", "-").partition("-")
        tag = f"{first.lower()}-{rest}" if rest else first.lower()
        raise refuse("M110", found=text, mend=tag if LANGUAGE.fullmatch(tag) else None)
    return text


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        upper = text.strip().upper()
        raise refuse("M115", found=text, mend=upper if CODE.fullmatch(upper) else None)
    return text


def _country(text: str) -> str:
    if not COUNTRY.fullmatch(text):
        upper = text.strip().upper()
        raise refuse("M113", found=text, mend=upper if COUNTRY.fullmatch(upper) else None)
    return text


_TEXT_OR_YEAR = ["string", "integer"]  # an editor takes a year that stands alone for a number

Prose: TypeAlias = Annotated[str, BeforeValidator(_filled), AfterValidator(_prose), Field(min_length=1)]
Id: TypeAlias = Annotated[
    str, BeforeValidator(_filled), AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{ID.pattern}$"})
]
Link: TypeAlias = Annotated[
    str, BeforeValidator(_filled), AfterValidator(_link), Field(json_schema_extra={"pattern": f"^{links.PATTERN}$"})
]
Hosts: TypeAlias = Annotated[tuple[str, ...], PlainValidator(_hosts)]  # one name may stand without a list
Date: TypeAlias = Annotated[
    Moment,
    PlainValidator(_moment),
    PlainSerializer(str),
    WithJsonSchema({"type": _TEXT_OR_YEAR, "pattern": f"^{dates.PATTERN}$"}),
]
Day: TypeAlias = Annotated[
    Moment,
    PlainValidator(_day),
    PlainSerializer(str),
    WithJsonSchema({"type": _TEXT_OR_YEAR, "pattern": f"^{dates.DAY_PATTERN}[~?%]?$"}),
]
Ids: TypeAlias = Annotated[tuple[Id, ...], AfterValidator(_unique), Field(json_schema_extra={"uniqueItems": True})]
LanguageTag: TypeAlias = Annotated[
    str,
    BeforeValidator(_filled),
    AfterValidator(_language),
    Field(json_schema_extra={"pattern": f"^{LANGUAGE.pattern}$"}),
]
Country: TypeAlias = Annotated[
    str,
    BeforeValidator(_filled),
    AfterValidator(_country),
    Field(json_schema_extra={"pattern": f"^{COUNTRY.pattern}$"}),
]
Countries: TypeAlias = Annotated[
    tuple[Country, ...], AfterValidator(_unique), Field(json_schema_extra={"uniqueItems": True})
]
Code: TypeAlias = Annotated[
    str, BeforeValidator(_filled), AfterValidator(_code), Field(json_schema_extra={"pattern": f"^{CODE.pattern}$"})
]
Count: TypeAlias = Annotated[int, BeforeValidator(_count)]
