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
  outputs.flatMap(({ type, content }) => (type === 'error' ? (content.traceback as string[]) : [])).join('\n');

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

describe('Story: a cell that fails says what, where, and the way out', () => {
  it('an error of the language names the lines of the cell, and nothing of the kernel', async () => {
    const { outputs, content } = await kernel.execute(
      'interface Nothing { a?: { b: number } }\nconst nothing: Nothing = {};\nfunction reach() {\n  return nothing.a!.b;\n}\nreach();',
    );
    expect(content).toMatchObject({ status: 'error', ename: 'TypeError' });
    expect(errorOf(outputs)).toBe(
      "TypeError: Cannot read properties of undefined (reading 'b')\n  line 4: return nothing.a!.b;\n  line 6: reach();",
    );
  });

  it('an error in an earlier cell is found there', async () => {
    await kernel.execute(
      'function half(n: number) {\n  if (n % 2) throw new Error("odd: give an even number");\n  return n / 2;\n}',
    );
    const { outputs, content } = await kernel.execute('half(3)');
    const count = content.execution_count as number;
    expect(errorOf(outputs)).toBe(
      `odd: give an even number\n  cell [${count - 1}] line 2: if (n % 2) throw new Error("odd: give an even number");\n  line 1: half(3)`,
    );
  });

  it("Weft's own refusals are just their words, with the cell's line", async () => {
    await kernel.execute('import { open } from "weft";\nconst families = await open("data/examples/florentine");');
    const { outputs } = await kernel.execute('const a = 1;\nawait families.measure({ metrics: ["densty" as never] })');
    expect(errorOf(outputs)).toMatch(/^unknown metric "densty"; did you mean "density"\?\n {2}line 2: await families/);
  });

  it('an error without a stack of its own is found by the await that it came out of', async () => {
    const { outputs } = await kernel.execute(
      'import { Worker } from "node:worker_threads";\nconst fails = new Promise((_, reject) => {\n  new Worker("throw new Error(\'in the thread\')", { eval: true }).on("error", reject);\n});\n\nawait fails',
    );
    expect(errorOf(outputs)).toBe('in the thread\n  line 6: await fails');
  });

  it('what the compiler refuses is shown with its line and place', async () => {
    const { outputs } = await kernel.execute('const fine = 1;\nconst wrong: string = fine;');
    expect(errorOf(outputs)).toBe(
      "line 2: Type 'number' is not assignable to type 'string'.\n  const wrong: string = fine;\n        ^",
    );
  });

  it('anything may be thrown', async () => {
    expect(errorOf((await kernel.execute('throw "words"')).outputs)).toBe('thrown: words');
    expect(errorOf((await kernel.execute('await Promise.reject({ a: 1 })')).outputs)).toBe(
      'thrown: {"a":1}\n  line 1: await Promise.reject({ a: 1 })',
    );
  });

  it('a package that is not there', async () => {
    const { outputs } = await kernel.execute('const gone = await import("no-such-package" as string);');
    expect(errorOf(outputs)).toContain('no-such-package');
  });
});

describe('Story: what goes wrong behind a cell is seen', () => {
  it('Law: a promise that nobody awaited fails its cell', async () => {
    const { outputs, content } = await kernel.execute('Promise.reject(new Error("nobody listens"));\n"done"');
    expect(content.status).toBe('error');
    expect(errorOf(outputs)).toContain('nobody listens');
  });

  it('Law: an error of a timer is shown below the cell that set it, also while another one runs', async () => {
    const first = await kernel.execute('setTimeout(() => {\n  throw new Error("too late");\n}, 20);\n"set"');
    expect(first.content.status).toBe('ok');
    const second = await kernel.execute('await new Promise((resolve) => setTimeout(resolve, 100));\n"went on"');
    expect(second.content.status).toBe('ok');
    const error = await kernel.later(({ type, content }) => type === 'error' && content.evalue === 'too late');
    expect((error.content.traceback as string[])[0]).toBe('too late');
    expect(second.outputs.map(({ type }) => type)).toEqual(['execute_result']);
  });

  it('what a timer prints belongs to the cell that set it', async () => {
    const { outputs } = await kernel.execute('void setTimeout(() => console.log("of the first"), 20);');
    expect(outputs).toEqual([]);
    expect((await kernel.execute('await new Promise((r) => setTimeout(r, 60))')).outputs).toEqual([]);
    await kernel.later(({ content }) => content.text === 'of the first\n');
  });
});

describe('Story: an interrupted cell stops', () => {
  const interrupted = async (code: string): Promise<string> => {
    const word = `begun ${interruptions++}`;
    const running = kernel.execute(code.replace('begun', word));
    await kernel.later(({ content }) => content.text === `${word}\n`);
    await kernel.control('interrupt_request', {});
    return errorOf((await running).outputs);
  };
  let interruptions = 0;

  const cells: Record<string, string> = {
    'one that waits': 'console.log("begun");\nawait new Promise(() => undefined);',
    'one that loops without a pause': 'console.log("begun");\nfor (;;);',
    'one that loops after an await': 'await null;\nconsole.log("begun");\nfor (;;);',
    'one that catches everything': 'console.log("begun");\nfor (;;) { try { for (;;); } catch {} }',
    'one that waits for other threads':
      'console.log("begun");\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
  };
  for (const [which, code] of Object.entries(cells)) {
    it(which, async () => {
      expect(await interrupted(code)).toBe('interrupted; run the cell again to start it anew');
      expect(textOf((await kernel.execute('"the next one runs"')).outputs)).toBe('the next one runs');
      expect(await kernel.heartbeat()).toBe(true);
    });
  }

  it('Law: it goes no further than its next await, in its functions too', async () => {
    await kernel.execute('let steps = 0;\nconst pause = () => new Promise((r) => setTimeout(r, 5));');
    await interrupted(
      'async function walk() { for (;;) { await pause(); steps++; } }\nconsole.log("begun");\nawait walk();',
    );
    const stopped = textOf((await kernel.execute('steps')).outputs);
    await kernel.execute('await pause(); await pause(); await pause();');
    expect(textOf((await kernel.execute('steps')).outputs)).toBe(stopped);
  });

  it('a measurement of the library ends, with its thread', async () => {
    await kernel.execute('import { open } from "weft";\nconst big = await open("data/examples/three-regions");');
    const text = await interrupted(
      'console.log("begun");\nawait big.measure({ metrics: "all", groupBy: "region", permutations: 5_000_000 })',
    );
    expect(text).toMatch(/^interrupted/);
  });

  it('cells that were sent with it are not run', async () => {
    const first = kernel.execute('console.log("begun at last"); await new Promise(() => undefined)');
    const second = kernel.execute('"not run"');
    await kernel.later(({ content }) => content.text === 'begun at last\n');
    await kernel.control('interrupt_request', {});
    expect((await first).content.status).toBe('error');
    expect((await second).content.status).toBe('aborted');
  });
});
