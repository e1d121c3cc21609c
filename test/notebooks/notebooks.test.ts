import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notebookSurroundings } from '../../cli/notebook-surroundings.ts';
import { type Checked, type CheckOptions, checkNotebooks } from '../../notebooks/check/check-notebooks.ts';
import {
  codeCells,
  type NotebookCell,
  type NotebookFile,
  type NotebookOutput,
  wholeText,
} from '../../notebooks/check/notebook-file.ts';
import { ensureEnvironment } from '../../notebooks/environment/install.ts';
import { shippedNotebooks } from '../../notebooks/environment/trust.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from './support/has-python.ts';

const FILES = await shippedNotebooks();
const NOTEBOOKS = FILES.map((file): [string, string] => [basename(file), readFileSync(file, 'utf8')]);
const MOST_LINES = 12;
/** What fits beside a notebook's margin in an exported page. */
const MOST_COLUMNS = 100;

interface Stored extends NotebookFile {
  cells: (NotebookCell & { id?: string; execution_count?: number | null })[];
  nbformat_minor: number;
}

describe.each(NOTEBOOKS)('Law: %s reads as a page that somebody wrote', (name, text) => {
  const notebook = JSON.parse(text) as Stored;
  const { cells } = notebook;

  it('is kept without outputs, by cells that keep their ids, in bytes that do not change by themselves', () => {
    expect(text).toBe(`${JSON.stringify(notebook, null, 1)}\n`);
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.metadata.kernelspec?.name).toBe('weft');
    const ids = cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(cells.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]{0,63}$/);
    for (const { outputs, execution_count: count } of codeCells(notebook) as Stored['cells']) {
      expect([outputs, count]).toEqual([[], null]);
    }
  });

  it('asks one question, and says what comes before each figure, and what to do next', () => {
    const prose = cells.filter(({ cell_type: type }) => type === 'markdown').map(({ source }) => wholeText(source));
    const titles = prose.flatMap((words) => words.split('\n')).filter((line) => line.startsWith('# '));
    expect(titles).toEqual([expect.stringMatching(/\?$/)]);
    expect(prose[0]).toContain(titles[0]);
    const kinds = cells.map(({ cell_type: type }) => type);
    expect(kinds.join(' ')).not.toContain('code code');
    expect([kinds[0], kinds.at(-1)]).toEqual(['markdown', 'markdown']);
  });

  it('has short cells, and its first imports what it needs of Weft', () => {
    const code = codeCells(notebook).map(({ source }) => wholeText(source));
    expect(code[0]).toMatch(/^import \{ [^}]+ \} from "weft";\n/);
    for (const source of code) {
      const lines = source.split('\n');
      expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(MOST_COLUMNS);
    }
  });

  it('goes on where the real networks are not there, and leads to notebooks that are', () => {
    for (const { source } of codeCells(notebook)) {
      const words = wholeText(source);
      if (words.includes('../shared/datasets')) expect(words).toMatch(/open\([^)]+\)\.catch\([\s\S]*instanceof Error/);
    }
    const known = NOTEBOOKS.map(([other]) => other);
    for (const [, link] of text.matchAll(/\]\(([\w-]+\.ipynb)\)/g)) expect(known).toContain(link);
    expect(known).toContain(name);
  });
});

describe('Law: whoever reads README finds every notebook', () => {
  it('all nine questions are there, each with its file', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(NOTEBOOKS).toHaveLength(9);
    for (const [name, text] of NOTEBOOKS) {
      const title = /^# (.+\?)$/m.exec(wholeText((JSON.parse(text) as Stored).cells[0]!.source))?.[1];
      expect(readme).toContain(`[${title}](notebooks/${name})`);
    }
  });
});

/** Chance and machines have no part in these; a Weft that runs is never twice alike. */
const TWICE = ['01-who-is-central.ipynb', '05-who-should-meet-whom.ipynb'];

describe.skipIf(!hasPython)(
  `Story: an evaluator runs all cells of every notebook${hasPython ? '' : ' (skipped: no Python with venv, no uv)'}`,
  () => {
    const stop = new AbortController();
    const surroundings = notebookSurroundings({ say: () => undefined, signal: stop.signal });
    beforeAll(async () => {
      await ensureEnvironment(console.log);
    }, INSTALL_TIMEOUT_MILLISECONDS);
    afterAll(async () => {
      stop.abort();
      await surroundings.end();
    });

    /** Checked as `weft notebook --check` checks, and what the cells put out. */
    async function check(name: string): Promise<{ checked: Checked; outputs: NotebookOutput[][] }> {
      let outputs: NotebookOutput[][] = [];
      const within: CheckOptions['within'] = async (notebook, execute) => {
        const executed = await surroundings.within(notebook, execute);
        outputs = codeCells(executed.notebook).map((cell) => cell.outputs ?? []);
        return executed;
      };
      const file = FILES.find((one) => basename(one) === name);
      if (file === undefined) throw new Error(`there is no notebook ${name}`);
      const options = { cellTimeoutSeconds: 300, say: () => undefined, onChecked: () => undefined, within };
      const [checked] = await checkNotebooks([file], options);
      return { checked: checked!, outputs };
    }

    it.each(NOTEBOOKS.map(([name]) => name))(
      '%s runs to its end, and shows what it says it shows',
      async (name) => {
        const { checked, outputs } = await check(name);
        expect(checked.faults).toEqual([]);
        expect(outputs.length).toBe(checked.cells);
        if (!TWICE.includes(name)) return;
        expect((await check(name)).outputs).toEqual(outputs);
      },
      900_000,
    );
  },
);
