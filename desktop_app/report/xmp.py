"""What a PDF says about itself: title, language, day, the standards it keeps to, and which letters its fonts show."""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import md5
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp


class About(NamedTuple):
    """What is told of the file: of the product and the day alone, never of a person."""

    title: str
    subject: str
    product: str
    language: str
    made: datetime


def packet(about: About) -> bytes:
    """The packet as it stands in the file: PDF/UA-1 and PDF/A-2a."""
    made = about.made.strftime("%Y-%m-%dT%H:%M:%SZ")
    title, subject, product, language = (escape(text) for text in about[:4])
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title>{_in_any_language(title)}</dc:title>
<dc:description>{_in_any_language(subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>{product}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{product}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{product}</pdf:Producer><pdf:Keywords></pdf:Keywords>
{EXTENSION}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
""".encode()


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


EXTENSION = """<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A knows nothing of PDF/UA: a file that keeps to both has to explain the one to the other."""


def stamp(about: About) -> TimeStamp:
    """The given moment in UTC: no clock, no time zone of this machine."""
    made, stamp = about.made, TimeStamp(invariant=1)
    stamp.t, stamp.lt, stamp.YMDhms = made.timestamp(), made.timetuple(), tuple(made.timetuple())[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"
    return stamp


def identity(about: About) -> bytes:
    """The file's identity, which every PDF must have: made of the day and the title alone, never of the answers."""
    digest = md5(
        f"{about.subject} {about.made.date().isoformat()}".encode(), usedforsecurity=False
    ).hexdigest()
    return f"\n[<{digest}><{digest}>]\n".encode("ascii")


def letters(cmap: str) -> str:
    """The list of letters without those that are none (U+0000), a hundred a block at most: so the standards ask."""
    body = cmap.partition("beginbfchar")[2]
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>", body)
    shown = [
        f"<{code}> <{chr(int(value, 16)).encode('utf-16-be').hex().upper()}>"
        for code, value in pairs
        if int(value, 16)
    ]
    blocks = [shown[at : at + 100] for at in range(0, len(shown), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
