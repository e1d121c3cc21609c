import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KernelClient, type Output, startKernelClient } from '../support/kernel-client.ts';

let kernel: KernelClient;

beforeAll(async () => {
  kernel = await startKernelClient();
});
afterAll(async () => {
  // Closed in good order: an abort would end with a signal.
  expect(await kernel.stop()).toBe(0);
});

const textOf = (outputs: readonly Output[]): string =>
  outputs
    .map(({ content }) => (content.text ?? (content.data as Record<string, unknown>)?.['text/plain']) as string)
    .join('');
const errorOf = (outputs: readonly Output[]): string =>
  (outputs.find(({ type }) => type === 'error')?.content.traceback as string[]).join('\n');

describe('Story: cells build on one another', () => {
  it('what one declares, later ones use and declare anew; the last expression is shown', async () => {
    await kernel.execute('const rows: number[] = [1, 2];\nlet sum = 0;\ntype Pair = { a: number };');
    const { outputs } = await kernel.execute(
      'for (const row of rows) sum += row;\nconst pair: Pair = { a: sum };\npair',
    );
    expect(outputs).toEqual([expect.objectContaining({ type: 'execute_result' })]);
    expect(textOf(outputs)).toBe('{ a: 3 }');
    expect(textOf((await kernel.execute('const rows = "anew";\nrows')).outputs)).toBe('anew');
  });

  it('Law: shorthand properties of earlier names mean those names', async () => {
    await kernel.execute('const first = 1, second = 2;');
    expect(textOf((await kernel.execute('({ first, second })')).outputs)).toBe('{ first: 1, second: 2 }');
  });

  it('Law: a cell whose only await is a `for await` is asynchronous, and its last expression is shown still', async () => {
    const { outputs } = await kernel.execute(
      'async function* pages() { yield 1; yield 2; }\nlet seen = 0;\nfor await (const page of pages()) seen += page;\nseen',
    );
    expect(textOf(outputs)).toBe('3');
  });

  it('Law: ES modules with a top-level await can be imported', async () => {
    await kernel.execute('const { compile } = await import("vega-lite");');
    expect(textOf((await kernel.execute('typeof compile')).outputs)).toBe('function');
    expect(
      textOf((await kernel.execute('import { DirectedGraph } from "graphology";\nnew DirectedGraph().order')).outputs),
    ).toBe('0');
    expect(
      textOf(
        (
          await kernel.execute(
            'import { readFileSync } from "node:fs"; import * as path from "path";\npath.sep + typeof readFileSync',
          )
        ).outputs,
      ),
    ).toBe('/function');
  });

  it('a promise of a value is awaited and shown', async () => {
    expect(textOf((await kernel.execute('Promise.resolve({ a: 1 })')).outputs)).toBe('{ a: 1 }');
  });

  it('Story: the library is there, with its types and completion', async () => {
    await kernel.execute('import { open, show } from "weft";\nconst network = await open("data/examples/florentine");');
    const { content } = await kernel.request('complete_request', { code: 'network.asO', cursor_pos: 11 });
    expect(content.matches).toEqual(['asOf']);
    expect((await kernel.request('inspect_request', { code: 'network', cursor_pos: 3 })).content.found).toBe(true);
    const wrong = await kernel.execute('network.measur({})');
    expect(errorOf(wrong.outputs)).toBe(
      "line 1: Property 'measur' does not exist on type 'Network'. Did you mean 'measure'?\n  network.measur({})\n          ^",
    );
  });
});
