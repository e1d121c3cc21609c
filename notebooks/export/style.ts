/**
 * How an exported notebook looks: prose in a column that one can read, code quiet, outputs as wide as they need; on paper
 * nothing that scrolls, and no picture, row or heading cut off from what belongs to it.
 */
import { SafeHtml } from '../../analysis/report/render/safe-html.ts';

export const STYLE = new SafeHtml(`
:root { --ink: #1f2933; --quiet: #52606d; --line: #d9e0e7; --wash: #f5f7f9; --main: #12456f; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: #fff;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: Georgia, Cambria, "Times New Roman", serif; line-height: 1.25; margin: 2rem 0 .6rem; }
h1 { font-size: 2rem; border-top: 6px solid var(--main); padding-top: 1rem; margin-top: 0; }
h2 { font-size: 1.45rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.text_cell { max-width: 46rem; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
pre, code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .85rem; }
pre { margin: 0; white-space: pre-wrap; }
.input { margin: 1rem 0 .25rem; padding: .5rem .75rem; background: var(--wash); border-left: 3px solid var(--line); }
.output { margin: .25rem 0 1.25rem; }
.output_area { margin: .5rem 0; overflow-x: auto; }
.output_area svg, .output_area img { display: block; max-width: 100%; height: auto; }
iframe { max-width: 100%; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.highlight .k, .highlight .kr, .highlight .kd, .highlight .kc, .highlight .kt { color: #5b2a86; font-weight: 600; }
.highlight .s1, .highlight .s2, .highlight .sb, .highlight .s { color: #8a3b12; }
.highlight .m, .highlight .mi, .highlight .mf { color: #0b5a4a; }
.highlight .c1, .highlight .cm, .highlight .c { color: var(--quiet); font-style: italic; }
.output_error pre, .output_stderr pre { color: #8a1c1c; }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .text_cell { max-width: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .input { break-inside: avoid; break-after: avoid; }
  .output_area { overflow: visible; }
  .picture, .output_png, .output_area svg, .output_area img, iframe { break-inside: avoid; }
  .output_area svg, .output_area img { max-height: 225mm; }
  .output_area [style*="max-height"] { max-height: none !important; overflow: visible !important; }
  .output_area th, .output_area td { white-space: normal !important; min-width: 0 !important; padding: 2px 8px 2px 0 !important; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`);
