"""The same window as in the tests of the window."""

from __future__ import annotations

from tests.ui.conftest import spoken_roles as spoken_roles
from tests.ui.window.conftest import desk as desk
