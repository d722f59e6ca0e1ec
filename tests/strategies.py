"""What property tests are tried on: any text, text that looks for trouble, and text that nearly is YAML."""

from hypothesis import strategies as st

from tests.golden import RECORD

# Any text at all, lone surrogates included.
ANYTHING = st.text(st.characters())

# What a file can hold: any text that UTF-8 can write.
WRITABLE = st.text(st.characters(exclude_categories=["Cs"]))

HOSTILE = st.text(
    st.sampled_from(
        "\0\t\n\r\v\f\x1b\x7f\x85\u2028\u2029\u202a\u202e\u2066\u2069\u200b\u200c\u200d\u200e\u061c\ufe0f\ufeff\uffff"
        "\ud800\udce9\u0301\U0001d173\U000e0041%:,#[]{}&*!|>'\"\\`@<>ab é٣عμ😀"
    )
)

_SIGNS = st.sampled_from(
    [
        *":-?[]{},#&*!|>'\"%@` \t\n\r\\~",
        "\n  ", "\n- ", ": ", "? ", "--- ", "\n---\n", "\n...\n", "%YAML 1.1\n", "%TAG ! tag:x,2000:\n", "!!str ", "!<",
        "&a ", "*a", "<<: ", "\\u", "\\x", "\\ud83d", "\\0", "|2\n", "|-\n", ">+\n", "\u2066", "\u2069", "\u200c",
        "\u0301", "é", "\x85", "\u2028", "\ufeff", "\x01", "\x7f", "\uffff", "😀", "ع", "：", "null",
        "a", "b: c", "key: ",
    ]
)  # fmt: skip

_FILES = st.sampled_from([path.read_text("utf-8") for path in sorted(RECORD.rglob("*.yml"))])


@st.composite
def _spoilt(draw: st.DrawFn) -> str:
    text = draw(_FILES)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 2, 10]))
        text = text[:start] + draw(_SIGNS) + text[end:]
    return text


# Signs of YAML in any order, and event files with slips in them.
NEARLY_YAML = st.one_of(st.lists(_SIGNS, max_size=25).map("".join), _spoilt())

# Values as a YAML file holds them: texts, lists and mappings.
PLAIN = st.recursive(
    st.one_of(WRITABLE, st.sampled_from(["", "en", "alpha", "2024-03-05", "true", "5", "https://daily.example/a"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["en", "ar", "lang", "source", "[key]", "self", "", "x"]), inner, max_size=3),
    ),
    max_leaves=6,
)
