/**
 * A page as plain data, and the two ways in which it is written: HTML that needs nothing else (no script, nothing from
 * outside, everything escaped) and Markdown in which nothing that people wrote is markup.
 */
import { escapeXml } from '../xml.ts';

export interface Page {
  title: string;
  paragraphs: string[];
  sections: PageSection[];
}

export interface PageSection {
  id: string;
  title: string;
  paragraphs: string[];
  /** Files of the archive that belong here. */
  files: { path: string; says: string }[];
  table: { columns: string[]; rows: string[][] } | null;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; color: #1f2933; background: #fff;
  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
h2 { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #d9e0e7; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .35rem .75rem .35rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #d9e0e7; }
a { color: #12456f; }`;

export function pageHtml({ title, paragraphs, sections }: Page): string {
  const t = escapeXml;
  const paragraph = (text: string) => `<p dir="auto">${t(text)}</p>\n`;
  const parts = sections.map(
    ({ id, title: heading, paragraphs: said, files, table }) =>
      `<section id="${t(id)}">\n<h2 dir="auto">${t(heading)}</h2>\n${said.map(paragraph).join('')}${
        files.length === 0
          ? ''
          : `<ul>${files.map(({ path, says }) => `<li><a href="${t(path)}">${t(path)}</a>: ${t(says)}</li>`).join('')}</ul>\n`
      }${table === null ? '' : tableHtml(table)}</section>\n`,
  );
  const contents = sections.map(({ id, title: heading }) => `<li><a href="#${t(id)}">${t(heading)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${t(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${t(title)}</h1>
${paragraphs.map(paragraph).join('')}<nav><ul>${contents.join('')}</ul></nav>
${parts.join('')}</body>
</html>
`;
}

function tableHtml({ columns, rows }: NonNullable<PageSection['table']>): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag} dir="auto">${escapeXml(cell)}</${tag}>`).join('')}</tr>\n`;
  return `<div class="scroll"><table><thead>${cells('th', columns)}</thead><tbody>${rows
    .map((row) => cells('td', row))
    .join('')}</tbody></table></div>\n`;
}

export function pageMarkdown({ title, paragraphs, sections }: Page): string {
  const parts = sections.map(({ title: heading, paragraphs: said, files, table }) =>
    [
      `## ${plain(heading)}`,
      ...said.map(plain),
      ...(files.length === 0 ? [] : [files.map(({ path, says }) => `- [${path}](${path}): ${plain(says)}`).join('\n')]),
      ...(table === null ? [] : [tableMarkdown(table)]),
    ].join('\n\n'),
  );
  return `${[`# ${plain(title)}`, ...paragraphs.map(plain), ...parts].join('\n\n')}\n`;
}

function tableMarkdown({ columns, rows }: NonNullable<PageSection['table']>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** One line in which nothing is markup: HTML is made harmless by entities, Markdown by backslashes. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_[\]|~#])/g, '\\$1')
    .replace(/^([+=-]|\d+[.)])(?=[\s=-]|$)/, '\\$1')
    .replace(/\b(https?|ftp|javascript|data|mailto):/gi, '$1\u200b:');
}
