"""How long WeasyPrint or typst takes for a report that is ready to be set, in ms: the first time, and later."""

import json
import statistics
import sys
import time
from pathlib import Path

tool, source = sys.argv[1], Path(sys.argv[2])
TIMES = 7

began = time.perf_counter()
if tool == "weasyprint":
    from weasyprint import HTML

    page = source.read_text(encoding="utf-8")

    def work() -> bytes:
        made: bytes = HTML(string=page).write_pdf(pdf_tags=True)
        return made
else:
    import typst

    def work() -> bytes:
        made: bytes = typst.compile(str(source))
        return made


size = len(work())
first = (time.perf_counter() - began) * 1000
later = []
for _ in range(TIMES):
    began = time.perf_counter()
    work()
    later.append((time.perf_counter() - began) * 1000)
print(json.dumps({"first": first, "later": statistics.median(later), "kb": size / 1024}))
