"""The same agreements from HTML with WeasyPrint: run by bench.agreement_pdf in a Python that has WeasyPrint.

A line of JSON in, a list of papers; a line out, how many pages came of them and the CPU seconds they took.
It is asked for PDF/UA-1, tagged: the nearest it has to the file of both standards that typst makes.
"""

import json
import sys
from html import escape
from time import process_time

from weasyprint import HTML

CSS = (
    "@page { size: A4; margin: 2.2cm; @bottom-center { content: counter(page) } }"
    "body { font-size: 11pt; line-height: 1.4 } table { width: 100%; border-collapse: collapse }"
    "th, td { text-align: left; vertical-align: top; padding: 4pt; border-bottom: 0.5pt solid #787878 }"
)


def page_of(paper: dict) -> str:
    """The paper as HTML, with the same headings, paragraphs and tables."""
    parts = [f"<h1>{escape(paper['title'])}</h1>", *(f"<p>{escape(each)}</p>" for each in paper["head"])]
    for section in paper["sections"]:
        parts.append(f"<h2>{escape(section['heading'])}</h2>")
        parts += [f"<p>{escape(each)}</p>" for each in section["paragraphs"]]
        parts.append(table_of(section["table"]["heads"], section["table"]["rows"]))
    signed = [
        [each["party"], each["name"], each["signed_at"], each["identified_by"]]
        for each in paper["signatures"]
    ]
    parts += ["<h2>Underskrifter</h2>", table_of(["Part", "Navn", "Når", "Hvordan"], signed)]
    parts += [f"<p>{escape(each)}</p>" for each in paper["foot"]]
    head = f"<title>{escape(paper['title'])}</title><style>{CSS}</style>"
    return f'<html lang="nb"><head>{head}</head><body>{"".join(parts)}</body></html>'


def table_of(heads: list, rows: list) -> str:
    """A table with heads over its columns."""
    top = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


for line in sys.stdin:
    papers = json.loads(line)
    before, pages = process_time(), 0
    for paper in papers:
        document = HTML(string=page_of(paper)).render(pdf_variant="pdf/ua-1")
        document.write_pdf(pdf_variant="pdf/ua-1")
        pages += len(document.pages)
    print(json.dumps({"pages": pages, "cpu": process_time() - before}), flush=True)
