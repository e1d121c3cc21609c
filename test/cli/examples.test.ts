import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runWeft } from '../../cli/weft.ts';
import { type Running, startWeftProcess, temporaryFolder, weft } from './weft-process.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
/** In the order of the help, which is that of a network's life: what takes something away comes last. */
const COMMANDS = [
  ...['charter new', 'charter templates', 'charter check', 'charter explain', 'charter schema'],
  ...['practices', 'questionnaires', 'networks', 'status', 'act', 'words', 'repository', 'experts', 'import', 'export'],
  ...['calendar', 'archive', 'metrics', 'measure', 'simulate', 'report', 'audit', 'erase'],
];
/** Tried elsewhere, each with a reason why not here: it does not end, takes minutes, or asks for more than a fresh start has. */
const ELSEWHERE: Record<string, string> = {
  start: 'it runs beside this test',
  demo: 'e2e/demo.test.ts',
  launch: 'start.test.ts: it asks for a charter and people of one’s own',
  worker: 'it does not end',
  notebook: 'notebooks/',
  bench: 'bench.test.ts',
  'weft charter check charter.yaml': 'a form that nobody has filled in is refused',
  'weft charter explain charter.yaml': 'a form that nobody has filled in is refused',
  'weft metrics --conformance ../shared/datasets --json': 'oracle tests: it asks for the data sets, and minutes',
};

describe('Law: every example of the help does what it says, as it stands, on the network that a fresh start leaves', () => {
  const folder = temporaryFolder();
  let running: Running;

  beforeAll(async () => {
    // From the checkout's folder, where npx finds weft, the data that ships lies in data/.
    await symlink(DATA, join(folder, 'data'));
    running = startWeftProcess(folder, ['start', '--json']);
    await vi.waitFor(() => expect(running.said()).toMatch(/^\}$/m), { timeout: 150_000, interval: 100 });
  }, 180_000);
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
  });

  it('names every command that there is', async () => {
    const out = await helpOf([]);
    const listed = [...out.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name as string);
    const known = new Set([...COMMANDS.map((command) => command.split(' ')[0]), ...Object.keys(ELSEWHERE), 'help']);
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(COMMANDS)('weft %s', { timeout: 240_000 }, async (command) => {
    const examples = examplesIn(await helpOf(command.split(' ')));
    expect(examples).not.toEqual([]);
    for (const example of examples.filter((one) => !Object.hasOwn(ELSEWHERE, one))) {
      const { code, err } = await weft(folder, wordsOf(example.replace(/ > .*$/, '')).slice(1));
      expect({ example, code, err: code === 0 ? '' : err }).toEqual({ example, code: 0, err: '' });
    }
  });
});

/** In this process: only its words are looked at. */
async function helpOf(command: string[]): Promise<string> {
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    expect(await runWeft([...command, '--help'])).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return out;
}

function examplesIn(help: string): string[] {
  const [, after = ''] = help.split(/^Examples?:\n/m);
  return after.split('\n').flatMap((line) => (line.startsWith('  weft ') ? [line.trim()] : []));
}

/** As a shell would: single quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? (plain as string));
}
