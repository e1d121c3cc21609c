/**
 * How a report looks: a printed brief, on a screen. System fonts, one column of about seventy letters, dark text on white
 * (contrast 7:1 and more), wide tables in a box of their own that scrolls, and paper that loses nothing: details are open
 * and boxes are not cut.
 */
import { SafeHtml } from './safe-html.ts';

export const STYLE = new SafeHtml(`
:root { --ink: #1f2933; --quiet: #52606d; --line: #d9e0e7; --wash: #f5f7f9; --main: #12456f; --accent: #b3400e; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: #fff; outline: 2px solid var(--main); }
header { border-top: 6px solid var(--main); padding-top: 1.25rem; margin-bottom: 2.5rem; }
.kind { margin: 0; font-size: .8125rem; letter-spacing: .12em; text-transform: uppercase; color: var(--main); font-weight: 600; }
h1, h2, h3, h4, figcaption { font-family: Georgia, Cambria, "Times New Roman", serif; }
h1 { margin: .25rem 0 .25rem; font-size: 2.25rem; line-height: 1.15; font-weight: 600; }
.facts { margin: 0; color: var(--quiet); }
.challenge { margin: 1.25rem 0 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); font-style: italic; }
section { margin: 0 0 3rem; }
h2 { margin: 0 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.5rem; line-height: 1.25; font-weight: 600; }
h3, h4 { margin: 1.75rem 0 .5rem; font-size: 1.0625rem; line-height: 1.35; font-weight: 600; }
h4 { margin-top: .75rem; font-size: 1rem; }
p { margin: 0 0 .9rem; }
#headline > p:first-of-type { font-family: Georgia, Cambria, "Times New Roman", serif; font-size: 1.375rem; line-height: 1.4; }
.figures { display: flex; flex-wrap: wrap; margin: 1.5rem 0; border-top: 1px solid var(--line); border-inline-start: 1px solid var(--line); }
.figures > div { flex: 1 1 9.5rem; padding: .9rem 1rem; border-bottom: 1px solid var(--line); border-inline-end: 1px solid var(--line); }
.figures dt { font-size: .8125rem; line-height: 1.35; color: var(--quiet); }
.figures dd { margin: .15rem 0 0; }
.value { display: block; font-family: Georgia, Cambria, "Times New Roman", serif; font-size: 1.875rem; line-height: 1.2; font-variant-numeric: lining-nums tabular-nums; color: var(--main); }
.figures .note { display: block; font-size: .8125rem; line-height: 1.35; color: var(--quiet); }
figure { margin: 2rem 0; }
figcaption { margin-bottom: .75rem; font-size: 1.0625rem; font-weight: 600; line-height: 1.4; }
.picture { overflow-x: auto; }
.picture svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.described, .note, .notes p { font-size: .875rem; line-height: 1.5; color: var(--quiet); }
.described { margin: .5rem 0; }
.notes { margin-top: 1.5rem; }
.notes p { margin-bottom: .5rem; }
details { border-bottom: 1px solid var(--line); }
summary { padding: .35rem 0; font-size: .875rem; color: var(--main); cursor: pointer; }
summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--main); outline-offset: 2px; }
.scroll { overflow-x: auto; margin-bottom: .75rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: .45rem .75rem .45rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .8125rem; color: var(--quiet); border-bottom: 2px solid var(--ink); vertical-align: bottom; }
.number { text-align: end; white-space: nowrap; }
#definitions-title + .scroll table { min-width: 42rem; font-size: .8125rem; table-layout: fixed; }
#definitions-title + .scroll th:first-child { width: 15%; }
#definitions-title + .scroll th:nth-child(2) { width: 40%; }
#definitions-title + .scroll th:last-child { width: 20%; }
#proposals-title + .scroll td:nth-child(3) { min-width: 15rem; }
#settings-title + .scroll td { overflow-wrap: anywhere; }
footer { padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; color: var(--quiet); overflow-wrap: anywhere; }
@media (max-width: 34rem) {
  body { padding: 1.25rem 1rem 3rem; font-size: 1rem; }
  h1 { font-size: 1.75rem; }
  #headline > p:first-of-type { font-size: 1.1875rem; }
  .value { font-size: 1.5rem; }
  .words { min-width: 8.5rem; }
}
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip, summary { display: none; }
  h2, h3, h4, figcaption { break-after: avoid; }
  .picture, .figures, tr, .challenge, details { break-inside: avoid; }
  .picture { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  h2 { padding-top: 5mm; }
  figure { margin: 5mm 0; }
  h3, h4 { margin-top: 5mm; }
  thead { display: table-header-group; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .scroll, .picture { overflow: visible; }
  .picture svg { max-width: 125mm; max-height: 84mm; }
  table { font-size: 9pt; }
  #definitions-title + .scroll table { min-width: 0; font-size: 7.5pt; line-height: 1.3; }
  section { margin-bottom: 8mm; }
}
`);
