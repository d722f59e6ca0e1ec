"""What is taken of Material: icons, words and style rules, from where it is installed."""

from typing import cast

import pytest

from timeline.language import Language, MissingWord, languages
from timeline.material.icons import INTERFACE, icon, there_is
from timeline.material.place import NoMaterial
from timeline.material.words import SAME, words
from timeline.values.bilingual import LanguageCode


@pytest.mark.parametrize("name", INTERFACE)
def test_icons_of_the_interface(name: str) -> None:
    """Every icon of the interface is one of Material's, and silent beside its words."""
    assert icon(name).startswith('<svg viewBox="0 0 24 24" aria-hidden="true"><path d="')


@pytest.mark.parametrize("name", ["material/no-such-icon", "../main", "material/../logo", "", "magnify"])
def test_no_such_icon(name: str) -> None:
    """What is no icon of Material's is said to be none, and no other file of it is read."""
    assert not there_is(name)
    with pytest.raises(NoMaterial):
        icon(name)


def test_words_of_a_third_language() -> None:
    """A language that has no catalogue of ours has the words of the shell that Material has, and no others."""
    french = Language(cast("LanguageCode", "fr"))
    assert ("Recherche", "Aller au contenu") == (french.word("shell.search"), french.word("shell.skip"))
    with pytest.raises(MissingWord):
        french.word("shell.last_change")


def test_own_words_come_first() -> None:
    """Where our catalogue has a word, Material's is not used."""
    for own in languages():
        assert SAME.keys() == words(own.code).keys()
        assert {} == {key: text for key, text in words(own.code).items() if not own.words[key]}
    assert ("Search the record", "Search") == (languages()[1].word("shell.search"), words("en")["shell.search"])


@pytest.mark.parametrize("code", ["tlh", "../languages/ar", ""])
def test_unknown_language(code: str) -> None:
    """Of a language that Material does not know it has no words."""
    assert {} == words(code)
