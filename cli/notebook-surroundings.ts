/**
 * What notebooks ask for in their metadata, made for as long as they are checked, in a scratch folder of its own: a Weft
 * that runs (`"needs": "running"`), as `weft start` starts it; or the demonstration's network at its end (`"needs":
 * "lived"`), played anew as `weft demo` plays it. Each is made once, when the first notebook asks for it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../notebooks/check/check-notebooks.ts';
import { type Executed, NotExecuted } from '../notebooks/check/execute-notebook.ts';
import type { NotebookFile } from '../notebooks/check/notebook-file.ts';
import { Networks } from '../workflows/host/client.ts';
import type { RunningWeft } from '../workflows/host/start.ts';
import { DemoError } from './demo/demo-error.ts';

export interface NotebookSurroundings {
  within(notebook: NotebookFile, execute: (surroundings: Surroundings) => Promise<Executed>): Promise<Executed>;
  /** Stops and removes what was made. */
  end(): Promise<void>;
}

/** Where a notebook looks for what `weft demo` has left. */
const DEMO_FOLDER = 'weft-demo';
/** A busy machine answers too late for the demonstration's own pace. */
const PACES = [1, 3, 6] as const;
/** A check must not run on a server, a database or a folder that somebody uses for real. */
const NOBODYS = {
  ...{ TEMPORAL_ADDRESS: undefined, DATABASE_URL: undefined, SMTP_URL: undefined },
  ...{ WEFT_MASTER_KEY: undefined, WEFT_DATA: undefined },
};
const ENV: NodeJS.ProcessEnv = { ...process.env, ...NOBODYS };

export function notebookSurroundings(told: { say(line: string): void; signal: AbortSignal }): NotebookSurroundings {
  const ends: (() => Promise<void>)[] = [];
  const scratch = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'weft-notebook-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const lived = once(async (): Promise<Surroundings> => {
    const demo = join(await scratch(), DEMO_FOLDER);
    await live(demo, told);
    return { env: NOBODYS, beside: { [DEMO_FOLDER]: demo } };
  });
  const running = once(async (): Promise<Surroundings> => {
    const dataDir = await scratch();
    const weft = await started(dataDir, told);
    ends.push(() => weft.stop());
    return { env: { ...NOBODYS, WEFT_DATA: dataDir } };
  });
  const made: Readonly<Record<string, () => Promise<Surroundings>>> = { lived, running };
  return {
    async within({ metadata }, execute) {
      const needs = metadata.weft?.needs;
      if (needs === undefined) return execute({});
      const make = Object.hasOwn(made, needs) ? made[needs] : undefined;
      if (make === undefined) {
        throw new NotExecuted(`asks for "${needs}" in its metadata; there are ${Object.keys(made).join(' and ')}`);
      }
      return execute(await make());
    },
    async end() {
      for (const finish of ends.splice(0).reverse()) await finish();
    },
  };
}

/** @throws NotExecuted where the machine is too busy even for the slowest pace. */
async function live(out: string, { say, signal }: { say(line: string): void; signal: AbortSignal }): Promise<void> {
  const { runDemo } = await import('./demo/run-demo.ts');
  for (const slower of PACES) {
    say(`playing the demonstration${slower === 1 ? '' : `, ${slower} times slower`}`);
    try {
      const { network } = await runDemo({ out, slower, env: ENV, say: () => undefined, signal });
      if (await hasOutcomes(join(out, 'data'), network)) return;
    } catch (error) {
      if (!(error instanceof DemoError)) throw error;
    }
  }
  throw new NotExecuted('asks for the network of the demonstration, which this machine is too busy to play');
}

/** Played late, it may have come to its end without an introduction to look back on. */
async function hasOutcomes(dataDir: string, network: string): Promise<boolean> {
  const networks = await Networks.open({ dataDir, env: ENV });
  try {
    return (await networks.facts(network, 'outcome')).length > 0;
  } finally {
    await networks.close();
  }
}

async function started(dataDir: string, { say }: { say(line: string): void }): Promise<RunningWeft> {
  const { startWeft } = await import('../workflows/host/start.ts');
  say('starting a Weft for the notebooks that need one');
  return startWeft({ dataDir, env: ENV });
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
