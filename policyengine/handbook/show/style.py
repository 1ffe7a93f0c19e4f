"""The look of the page: readable on a telephone, on a screen and on A4, without anything from elsewhere."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light; --ink: #1c2733; --soft: #5a6775; --line: #cfd6dd; --head: #eef2f6; --mark: #fff4d6;
  --link: #0b5394; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 1.25rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font: 1rem/1.55 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: .5rem 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.35; margin: 2.5rem 0 .75rem; padding-bottom: .3rem;
  border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
.number { color: var(--soft); font-weight: 400; margin-right: .35em; }
p { margin: .45rem 0; }
a { color: var(--link); }
.notice { border-left: 4px solid var(--link); background: var(--head); padding: .6rem .9rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2rem; }
nav li { margin: .2rem 0; break-inside: avoid; }
.place { color: var(--soft); }
.place span { white-space: nowrap; }
.mark { background: var(--mark); border-radius: .2rem; padding: 0 .25em; font-size: .9em; }
caption .place, caption .mark { font-weight: 400; }
table { width: 100%; border-collapse: collapse; margin: .9rem 0 1.2rem; font-size: .94rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border: 1px solid var(--line); }
thead th { background: var(--head); }
@media (max-width: 44rem) {
  body { padding: .75rem .9rem 3rem; }
  h1 { font-size: 1.3rem; }
  h2 { font-size: 1.15rem; }
  nav ol { columns: 1; }
  table, caption, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid var(--line); border-radius: .3rem; margin: .6rem 0; padding: .3rem .6rem; }
  td { border: 0; padding: .2rem 0; }
  td:empty { display: none; }
  td::before { content: attr(data-head) ": "; font-weight: 600; color: var(--soft); }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0 1px; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, p { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  .mark { background: none; padding: 0; font-style: italic; }
}
""".strip()
