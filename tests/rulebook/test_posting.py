"""A posting is read alike however it was pasted: its sentences, its headings, its whole statements."""

from __future__ import annotations

import textwrap

import pytest

from desktop_app.i18n import load_words
from desktop_app.rulebook.passage import find, fingerprint
from desktop_app.rulebook.posting import LARGEST, MOST_WORDS, PostingError, decoded, read_posting
from tests.rulebook.made_posting import PASSAGES, POSTING

HEADINGS = [
    "Peer Guide I/II",
    "Pay",
    "Example of Duties",
    "Peer Guide II",
    "Education and Experience:",
    "Peer Guide I",
    "Peer Guide II",
    "Special Needs of the Work",
    "Peer Guide II",
    "A current peer certificate of this state:",
    "Union Local 7",
]


def wrapped(text: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width)) for line in text.split("\n"))


def test_headings_are_short_lines_by_themselves():
    assert [one.text for one in read_posting(POSTING).headings][:11] == HEADINGS


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80])
def test_lines_that_an_editor_broke_are_put_together(width):
    as_posted, again = read_posting(POSTING), read_posting(wrapped(POSTING, width))
    assert again.words == as_posted.words
    assert [one.text for one in again.headings][:11] == HEADINGS
    for passage, _, _ in PASSAGES.values():
        mark = fingerprint(passage)
        (start,) = find(again.words, [(mark.words, mark.sha256)])[mark.words, mark.sha256]
        assert again.whole(start, start + mark.words), passage


def test_sentences_know_their_line_in_the_file():
    posting = read_posting("One here. Two there!\n\n  • U.S. citizens and others\nGED. Or so.")
    assert [(one.line, one.text) for one in posting.sentences] == [
        (1, "One here."),
        (1, "Two there!"),
        (3, "U.S. citizens and others"),
        (4, "GED."),
        (4, "Or so."),
    ]


def test_a_whole_statement_ends_at_a_mark_a_bullet_or_a_line():
    posting = read_posting("Note; a guide: must sing well.\n  • dance, too\nNext\n(1) swim")
    words = list(posting.words)

    def whole(first: str, last: str) -> bool:
        return posting.whole(words.index(first), words.index(last) + 1)

    assert whole("must", "well")
    assert whole("dance", "too")
    assert whole("swim", "swim")
    assert not whole("sing", "well")
    assert not whole("must", "sing")


def test_where_all_lines_were_lost_any_place_may_begin_a_statement():
    posting = read_posting(" ".join(["word"] * 200))
    assert not posting.lined
    assert posting.whole(3, 7)


@pytest.mark.parametrize(
    "content",
    [POSTING.encode(), POSTING.encode("utf-8-sig"), POSTING.encode("utf-16")],
    ids=["", "bom", "16"],
)
def test_a_text_file_is_read_as_editors_save_it(content):
    assert decoded(content) == POSTING


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\x00\xff", "plain text"),
        (b"a\0b", "plain text"),
        (b"a " * LARGEST, "KB"),
        (b"a" * 6000, "5,000 letters"),
    ],
)
def test_what_is_no_text_is_told(content, said):
    with pytest.raises(PostingError) as caught:
        decoded(content)
    assert said in load_words("en").say(caught.value.message)


@pytest.mark.parametrize(
    ("text", "said"), [("", "no words"), ("• --\n", "no words"), ("a " * (MOST_WORDS + 1), "20,000 words")]
)
def test_a_text_without_words_or_with_far_too_many_is_told(text, said):
    with pytest.raises(PostingError) as caught:
        read_posting(text)
    assert said in load_words("en").say(caught.value.message)
