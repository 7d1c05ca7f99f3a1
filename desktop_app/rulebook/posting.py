"""A posting's text, read as lines, sentences and headings, however it was pasted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.i18n import Message, PlainError
from desktop_app.rulebook.passage import WORD, as_compared, cleaned

LARGEST = 256 * 1024
"""Bytes of a posting; more is refused before it is read."""
MOST_WORDS = 20_000
MOST_LETTERS = 5_000
"""Without a blank between them. No posting has such a word, and a field that breaks it into lines takes seconds."""
_BULLET = re.compile(r"\s*(?:[•◦▪‣●○■□–—*·∙o-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_SYMBOLS = re.compile(r"\s*(?:[•◦▪‣●○■□–—*·∙-]|\((?:\d{1,2}|[a-z])\))")
_ENDS = re.compile(r"[.!?;:|•\t]| {2,}")
"""What may stand between two statements, or between two cells of a table."""
_TOO_LONG = re.compile(rf"[^ \t\r\n]{{{MOST_LETTERS + 1}}}")
_MOST_WORDS_A_LINE = 60
"""On average: beyond it the text was pasted as one paragraph."""
_FEWEST_RUNNING = 7
"""One line in so many runs on where lines were broken; fewer are the rows of a table."""
_LONGEST_HEADING = 10
_LONGEST_PLAIN_HEADING = 4


class PostingError(PlainError):
    """A text that cannot be used."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(Message(f"problems.{key}", values))


@dataclass(frozen=True)
class Span:
    """A run of words, from the first up to, not with, the last; its line in the file, and how it reads."""

    start: int
    end: int
    line: int
    text: str


@dataclass(frozen=True)
class Posting:
    """The words of a text in order, and how lines and sentences divide them."""

    words: tuple[str, ...]
    opens: frozenset[int]
    """The words with which a sentence, or a statement after a colon or semicolon, may begin."""
    closes: frozenset[int]
    """The words before which one may end."""
    sentences: tuple[Span, ...]
    headings: tuple[Span, ...]
    written: tuple[str, ...]
    """Each word as written."""
    gaps: tuple[str, ...]
    """What stands before each word, and at last after all of them."""
    lines: tuple[int, ...]
    """The line of each word in the file."""
    lined: bool = True
    """Lines are there to tell headings and bullets by; false where a text was pasted as one paragraph."""

    def span(self, start: int, end: int) -> Span:
        """A run of words, with the marks that close it."""
        between = (self.gaps[at] + self.written[at] for at in range(start + 1, end))
        text = self.written[start] + "".join(between) + _closing(self.gaps[end])
        return Span(start, end, self.lines[start], " ".join(text.split()))

    def statements(self) -> Iterator[tuple[int, int]]:
        """The smallest runs of words that stand by themselves: sentences, and what colons and semicolons part."""
        yield from itertools.pairwise(sorted(self.opens | self.closes))

    def whole(self, start: int, end: int) -> bool:
        """Whether a run of words is one or more whole statements; any is where the lines were lost."""
        return not self.lined or (start in self.opens and end in self.closes)


def _closing(gap: str) -> str:
    marks = re.match(r"[.!?:;)\"']+", gap)
    return marks.group() if marks else ""


def decoded(content: bytes) -> str:
    """The text of a file. Raises PostingError for what is no text, or too much of it."""
    _check_size(len(content))
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))  # as older editors save "Unicode"
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise PostingError("posting_not_text") from error
    if "\0" in text:
        raise PostingError("posting_not_text")
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Raises PostingError for more than a posting may be, before it is laid out or read."""
    _check_size(len(text.encode("utf-8", "replace")))
    if _TOO_LONG.search(text):
        raise PostingError("posting_word_too_long", letters=float(MOST_LETTERS))


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise PostingError("posting_too_large", kilobytes=LARGEST // 1024)


def read_posting(text: str) -> Posting:
    """A posting from its text. Raises PostingError where there are no words in it, or too many."""
    reading = _Reading()
    for block in _blocks(cleaned(text)):
        reading.take(block)
    if not reading.words:
        raise PostingError("posting_empty")
    if len(reading.words) > MOST_WORDS:
        raise PostingError("posting_too_many_words", words=float(MOST_WORDS))
    return reading.posting()


# ---------------------------------------------------------------- lines


@dataclass(frozen=True)
class _Block:
    """Lines that belong together: one sentence or more, a bullet, a heading, a row."""

    line: int
    text: str
    bullet: bool
    apart: bool
    """It follows a blank line or a finished sentence, or begins the text."""


def _blocks(text: str) -> Iterator[_Block]:
    lines = text.split("\n")
    wrapped_at = _wrapped_at(lines)
    apart, number = True, 0
    while number < len(lines):
        line = lines[number]
        if not line.strip():
            apart, number = True, number + 1
            continue
        first = number
        while wrapped_at and _runs_on(lines, number) and _is_full(lines, number, wrapped_at):
            number += 1
        block = "\n".join(lines[first : number + 1])
        yield _Block(first + 1, block, bool(_BULLET.match(line)), apart)
        apart, number = block.rstrip().endswith((".", ":", "!", "?")), number + 1


def _wrapped_at(lines: Sequence[str]) -> int:
    """The width at which an editor or a mail program broke the lines; 0 where it did not.

    Where it did, many lines run on, and nearly all of these are full: the next word would not have fitted.
    """
    running = [number for number in range(len(lines)) if _runs_on(lines, number)]
    if len(running) < 3 or len(running) * _FEWEST_RUNNING <= sum(bool(line.strip()) for line in lines):
        return 0
    lengths = sorted(len(lines[number].rstrip()) for number in running)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_is_full(lines, number, width) for number in running)
    return width if full * 5 >= len(running) * 3 else 0


def _runs_on(lines: Sequence[str], number: int) -> bool:
    """Whether a line may go on in the next: no blank line, bullet, row or end of a sentence between them."""
    line = lines[number].rstrip()
    following = lines[number + 1] if number + 1 < len(lines) else ""
    ended = not line or "\t" in line or line.endswith((".", ":", "!", "?"))
    return not ended and bool(following.strip()) and not _SYMBOLS.match(following)


def _is_full(lines: Sequence[str], number: int, width: int) -> bool:
    return len(lines[number].rstrip()) + 1 + len(lines[number + 1].split()[0]) > width


# ---------------------------------------------------------------- words, sentences, headings


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.blocks = 0
        self.words: list[str] = []
        self.written: list[str] = []
        self.gaps: list[str] = [""]
        self.lines: list[int] = []
        self.opens: set[int] = set()
        self.closes: set[int] = set()
        self.sentences: list[tuple[int, int]] = []
        self.headings: list[tuple[int, int]] = []

    def take(self, block: _Block) -> None:
        self.blocks += 1
        bullet = _BULLET.match(block.text)
        text_begins = bullet.end() if bullet else 0
        first = begun = len(self.words)
        read_to, line = 0, block.line
        for match in WORD.finditer(block.text):
            here, gap = len(self.words), block.text[read_to : match.start()]
            if here > first and self._ends_sentence(gap, match.group()):
                self.sentences.append((begun, here))
                begun = here
            if here == first or _ENDS.search(gap) or read_to < text_begins <= match.start():
                self.opens.add(here)
                self.closes.add(here)
            line += gap.count("\n")
            self.words.append(as_compared(match.group()))
            self.written.append(match.group())
            self.lines.append(line)
            self.gaps[-1] += gap
            self.gaps.append("")
            read_to = match.end()
        self.gaps[-1] += block.text[read_to:] + " "
        self.sentences.append((begun, len(self.words)))
        if _is_heading(block, len(self.words) - first):
            self.headings.append((first, len(self.words)))

    def _ends_sentence(self, gap: str, word: str) -> bool:
        """A mark, space, and no small letter after it; "U.S. citizen" goes on."""
        mark = re.search(r"[.!?][\"')\]]*\s", gap)
        return bool(mark) and not word[0].islower() and len(self.words[-1]) > 1

    def posting(self) -> Posting:
        self.closes.add(len(self.words))
        bare = Posting(
            tuple(self.words),
            frozenset(self.opens),
            frozenset(self.closes),
            (),
            (),
            tuple(self.written),
            tuple(self.gaps),
            tuple(self.lines),
            lined=self.blocks * _MOST_WORDS_A_LINE >= len(self.words),
        )
        said = [one for one in self.sentences if any(len(word) > 1 for word in self.words[one[0] : one[1]])]
        return replace(
            bare,
            sentences=tuple(bare.span(*one) for one in said),
            headings=tuple(bare.span(*one) for one in self.headings),
        )


def _is_heading(block: _Block, words: int) -> bool:
    """A short line by itself that begins with a capital and ends no sentence."""
    text = block.text.strip()
    if block.bullet or not 0 < words <= _LONGEST_HEADING or "$" in text or not text[0].isupper():
        return False
    if text.endswith((".", "!", "?", ";", ",")) or not (block.apart or text.endswith(":")):
        return False
    titled = all(not word[0].islower() for word in re.findall(r"[^\W\d_]{4,}", text))
    return titled or text.endswith(":") or words <= _LONGEST_PLAIN_HEADING
