"""Every page, heard and used by keys: names, roles, headings, states, and the way that Tab takes."""

from __future__ import annotations

import pytest

from desktop_app.i18n import LANGUAGES
from tests.ui.lint import findings
from tests.ui.scenes import scenes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.name)
def test_a_page_can_be_heard_and_used_by_keys(desk, scene, language) -> None:
    at = desk(language)
    scene.bring(at.window)
    for _ in range(10):  # what came from the background finds its place step by step
        at.settle()
    at.window.grab()  # everything has its place then
    assert at.page.name
    assert at.has_keys() is not None
    assert findings(at.window) == []
