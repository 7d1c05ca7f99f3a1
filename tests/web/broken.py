"""The report's web page, spoiled in every way that the checks are to notice."""

from __future__ import annotations

import re
from typing import NamedTuple

NARROW, DARK = "320 px, light", "100 %, dark"


class Spoiled(NamedTuple):
    """A page with one fault, and how the finding about it begins."""

    page: str
    told: str
    seen: str = NARROW
    """Where it shows."""


def spoiled(page: str) -> dict[str, Spoiled]:
    """Each fault by its name."""
    made: dict[str, Spoiled] = {}

    def spoil(name: str, told: str, old: str, new: str, seen: str = NARROW) -> None:
        changed = re.sub(old, new, page, count=1, flags=re.DOTALL)
        assert changed != page, name
        made[name] = Spoiled(changed, told, seen)

    style = "</style>"
    spoil("no language", "axe: html-has-lang", r'<html lang="\w+">', "<html>")
    spoil("no such language", "axe: html-lang-valid", r'<html lang="\w+">', '<html lang="xx-nowhere-1">')
    spoil("no title", "markup: element-required-content", r"<title>.*?</title>", "")
    spoil("a level left out", "markup: heading-level", r"<h2>(.*?)</h2>", r"<h4>\1</h4>")
    spoil("two first headings", "markup: heading-level", r"<h2>(.*?)</h2>", r"<h1>\1</h1>")
    spoil("an empty heading", "markup: empty-heading", r"<h2>[^<]*</h2>", "<h2></h2>")
    spoil("an id twice", "markup: no-dup-id", r'id="part-1"', 'id="part-0"')
    spoil("a box without a name", "axe: label", r"<span>[^<]*</span></label>", "</label>")
    spoil(
        "a picture without a name",
        "axe: svg-img-alt",
        r'aria-labelledby="[^"]*" aria-describedby="[^"]*"><title.*?</title>',
        ">",
    )
    spoil(
        "signs without words",
        "axe: role-img-alt",
        r'class="marks" role="img" aria-label="[^"]*"',
        'class="marks" role="img"',
    )
    spoil("a header cell of nothing", "markup: wcag/h63", r'<th scope="col"', "<th")
    spoil(
        "no main part",
        "axe: landmark-one-main",
        r'<main id="report" tabindex="-1">(.*)</main>',
        r'<div id="report" tabindex="-1">\1</div>',
    )
    spoil("a skip link to nowhere", "axe: skip-link", r'href="#report"', 'href="#nothing"')
    spoil("a link without words", "axe: link-name", r'rel="noreferrer">[^<]*</a>', 'rel="noreferrer"></a>')
    spoil("an item outside its list", "axe: listitem", r'<ul class="ticks">(.*?)</ul>', r"<div>\1</div>")
    spoil("a part that no key scrolls", "axe: scrollable-region-focusable", r' tabindex="0">', ">")
    spoil("gray on gray", "axe: color-contrast", style, f".soft{{color:#aaa}}{style}")
    spoil(
        "dark on dark",
        "axe: color-contrast",
        style,
        f"@media (prefers-color-scheme:dark){{.soft{{color:#444}}}}{style}",
        DARK,
    )
    spoil("too wide for a narrow screen", "reflow:", style, f"main{{min-width:40rem}}{style}")
    spoil("a cell cut off", "clipped:", style, f"th{{width:2rem;overflow:hidden;white-space:nowrap}}{style}")
    spoil("not to be enlarged", "axe: meta-viewport", r"initial-scale=1", "initial-scale=1, user-scalable=no")
    spoil(
        "something from elsewhere",
        "asks:",
        "</main>",
        '<img src="https://example.org/a.png" alt="">\n</main>',
    )
    spoil("a script", "policy:", "</main>", "<script>document.title = 'x';</script>\n</main>")
    spoil("another style", "policy:", style, f"p{{margin:0}}{style}")
    spoil("markup that is never closed", "markup: ", r"</table>", "")
    return made
