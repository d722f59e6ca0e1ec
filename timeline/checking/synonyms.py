"""Which of a field's values is meant by another word for it, in English or in Arabic."""

from collections.abc import Collection
from functools import cache

from timeline.record.spellings import folded

# Each value with other words for it. No word may stand for a value that says more than it does: what is unconfirmed is
# at best reported.
_WORDS = {
    "global": "worldwide, world, international, everywhere, all, عالمي, عالمية, دولي, العالم, في كل العالم",
    "regional": "country, national, local, nationwide, region, إقليمي, إقليمية, محلي, وطني",
    "partial": "some, limited, partly, few, small, جزئي, جزئية, محدود, بعض المستخدمين",
    "unknown": "unclear, unsure, unspecified, none, n/a, غير معروف, مجهول, لا يُعرف",
    "confirmed": "verified, true, real, proven, certain, official, sure, مؤكد, مؤكّد, مثبت, صحيح, ثابت",
    "reported": (
        "unconfirmed, not confirmed, unverified, not verified, alleged, claimed, single source, "
        "غير مؤكد, لم يتأكد, مزعوم, متداول, منقول"
    ),
    "disputed": "contested, contradicted, denied, unclear, مختلف فيه, متنازع عليه, منفي, محل خلاف",
    "debunked": "fake, false, hoax, untrue, wrong, fabricated, misinformation, disproven, "
    "مزيف, مفبرك, زائف, كاذب, خاطئ, غير صحيح, مكذوب",
    "official": "company, statement, admitted, رسمي, الشركة",
    "tracker": "downdetector, netblocks, monitoring, راصد, موقع رصد",
    "press-estimate": "press, media, estimate, newspaper, الصحافة, تقدير صحفي",
    "post": "tweet, thread, toot, تغريدة, منشور",
    "true": "yes, on, نعم, صحيح",
    "false": "no, off, لا",
}


def value(found: str, allowed: Collection[str]) -> str | None:
    """Return the allowed value that a word stands for, if there is one and no other."""
    word = folded(found.strip("“”‘’«»\"'"))
    if word in map(folded, allowed):
        return next(one for one in allowed if folded(one) == word)
    meant = _meanings().get(word, ()) if allowed else ()
    matching = [one for one in meant if one in allowed]
    return matching[0] if len(matching) == 1 else None


def denies(found: str, value: str) -> bool:
    """Say whether a word is the opposite of a value, which it looks like for that very reason."""
    word = folded(found)
    return any(word.startswith(one) and word.endswith(value) for one in ("un", "non", "not", "in", "dis"))


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meant, words in _WORDS.items():
        for word in words.split(", "):
            found[folded(word)] = (*found.get(folded(word), ()), meant)
    return found
