/**
 * An executed notebook as one page that needs nothing else: no host, no script, no font from outside. Jupyter's nbconvert
 * writes the prose, the code and the outputs; the page around them is ours, because Jupyter's own fetches MathJax and
 * require.js.
 *
 * The content security policy forbids everything but styles, pictures within the page, and the one script that draws maps
 * in their frames, which it knows by its hash.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { html, SafeHtml } from '../../analysis/report/render/safe-html.ts';
import { type NotebookFile, wholeText } from '../check/notebook-file.ts';
import { environmentOf, FOLDERS, PYTHON } from '../environment/folders.ts';
import { browserBundle } from '../lib/map/browser-bundle.ts';
import { type Medium, withLastingOutputs } from './lasting-outputs.ts';
import { STYLE } from './style.ts';

/** Jupyter did not write the page. */
export class NoPage extends Error {
  override readonly name = 'NoPage';
}

export async function pageOf(notebook: NotebookFile, file: string, medium: Medium): Promise<string> {
  const body = await bodyOf(withLastingOutputs(notebook, medium));
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    `script-src '${hashOf(await browserBundle())}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>${titleOf(notebook) ?? basename(file, '.ipynb')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${new SafeHtml(body)}
</main>
</body>
</html>
`.markup;
}

/** The first heading. */
function titleOf({ cells }: NotebookFile): string | null {
  const prose = cells.filter(({ cell_type: type }) => type === 'markdown').map(({ source }) => wholeText(source));
  const [, heading] = /^#\s+(.+?)\s*$/m.exec(prose.join('\n')) ?? [];
  return heading?.replaceAll(/\\(.)/g, '$1') ?? null;
}

/** @throws NoPage */
async function bodyOf(notebook: NotebookFile): Promise<string> {
  const scratch = await mkdtemp(join(FOLDERS.home, 'export-'));
  try {
    const input = join(scratch, 'notebook.ipynb');
    await writeFile(input, JSON.stringify(notebook));
    await runNbconvert(input);
    return await readFile(join(scratch, 'notebook.html'), 'utf8');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function runNbconvert(input: string): Promise<void> {
  const args = [
    ...['-m', 'nbconvert', '--to', 'html', '--template', 'basic', '--log-level', 'ERROR'],
    ...['input_prompt', 'output_prompt', 'anchor_links'].map((what) => `--HTMLExporter.exclude_${what}=True`),
    input,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environmentOf(process.env) });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', ({ message }) => reject(new NoPage(`Jupyter cannot be started: ${message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new NoPage(said.trim().split('\n').at(-1) ?? 'Jupyter ended without a word')),
    );
  });
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
