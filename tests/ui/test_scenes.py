"""Every page can be brought up, in both languages, and nothing goes wrong on the way."""

from __future__ import annotations

import pytest

from desktop_app.i18n import LANGUAGES
from tests.ui.scenes import scenes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.name)
def test_it_comes_up_with_a_name_and_something_that_has_the_keys(desk, scene, language) -> None:
    at = desk(language)
    scene.bring(at.window)
    at.settle()
    assert at.page.name
    assert at.has_keys() is not None
