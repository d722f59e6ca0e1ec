"""A sum of minutes in hours."""

from timeline.chronicle.figures import Figure
from timeline.language import Language


def hours(figure: Figure, language: Language) -> str:
    """Write a figure that is a number of minutes in hours, however many they are."""
    minutes, form = round(figure.value), "duration" if figure.exact else "duration.governed"
    parts = [("hour", minutes // 60), ("minute", minutes % 60)]
    shown = [language.counted(f"{form}.{unit}", number) for unit, number in parts if number]
    text = language.word("duration.join").join(shown) or language.counted(f"{form}.minute", 0)
    return text if figure.exact else language.word("duration.about").format(length=text)
