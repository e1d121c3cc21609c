/**
 * The demonstration: a whole lifecycle of a network, its months compressed into seconds by the clock of its charter.
 * Nothing here is made up: Temporal, worker, store and report are those of `weft start`; only the people are played.
 */
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateName } from '../../data/exchange/charter-templates.ts';
import { Networks } from '../../workflows/host/client.ts';
import { OUTLIVES_VARIABLE } from '../../workflows/host/paths.ts';
import { startWeft } from '../../workflows/host/start.ts';
import { DemoError } from './demo-error.ts';
import { Narrator } from './narrator.ts';
import { ofATemplate } from './of-a-template.ts';
import type { Played } from './show.ts';
import { threeRegions } from './three-regions.ts';

/** Beside this file a folder is known to be a demonstration's, and may be cleared for the next. */
const MARK = 'weft-demo.json';

export interface DemoOptions {
  /** Where the reports are left. */
  out: string;
  /** A network of that kind instead of the six months by a script. */
  template?: TemplateName | null;
  /** How many times longer its days last than its charter says: for a machine that is busy. Default: 1. */
  slower?: number;
  /** Default: this process's. */
  env?: NodeJS.ProcessEnv;
  /** A line for whoever watches. */
  say: (line: string) => void;
  signal: AbortSignal;
}

export interface Demo {
  network: string;
  /** How many people take part. */
  people: number;
  /** Files of the reports, oldest first. */
  reports: string[];
  latest: string;
  played: Played;
  audit: { verifies: boolean; entries: number };
  seconds: number;
}

/** @throws DemoError */
export async function runDemo({
  out,
  template = null,
  slower = 1,
  env: given = process.env,
  say,
  signal,
}: DemoOptions): Promise<Demo> {
  const beganMs = Date.now();
  // A demonstration that the power ends is given again; what it would wait for the disk is most of its time.
  const env = { ...given, [OUTLIVES_VARIABLE]: 'crashes' };
  await clearFolder(out);
  const dataDir = join(out, 'data');
  const { charter, members, says, play } = await (template === null
    ? threeRegions(slower)
    : ofATemplate(template, slower));
  const weft = await startWeft({ dataDir, env, onProgress: (text) => say(text) });
  try {
    const networks = await Networks.open({ dataDir, env });
    try {
      const { network } = await networks.launch({ charter, members });
      say(says);
      const narrator = new Narrator(say);
      const played = await play(networks, network, {
        onLook: (status) => narrator.tell(status),
        signal: AbortSignal.any([signal, failureOf(weft.ended)]),
      });
      await untilLaidOut(networks, network, signal);
      narrator.tell(await networks.status(network));
      narrator.conclude(await networks.exportFacts(network));
      const { verdict } = await networks.audit(network);
      const { reports, latest } = await leaveReports(join(weft.reports, network), join(out, 'reports'));
      const { verifies, entries } = verdict;
      return {
        ...{ network, people: members.records.members.length, reports, latest, played },
        audit: { verifies, entries },
        seconds: (Date.now() - beganMs) / 1000,
      };
    } finally {
      await networks.close();
    }
  } finally {
    await weft.stop();
  }
}

async function clearFolder(out: string): Promise<void> {
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length > 0 && !entries.includes(MARK)) {
    throw new DemoError(`${out} holds files that are not a demonstration's. Name another folder: weft demo --out DIR`);
  }
  for (const name of ['data', 'reports']) await rm(join(out, name), { recursive: true, force: true });
  await mkdir(out, { recursive: true, mode: 0o700 });
  await writeFile(join(out, MARK), `${JSON.stringify({ what: 'weft demo; may be deleted' })}\n`);
}

/** The closing of the network starts a last check, whose report is the one to read; the archive waits for it. */
async function untilLaidOut(networks: Networks, network: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if ((await networks.facts(network, 'archive')).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function leaveReports(from: string, to: string): Promise<{ reports: string[]; latest: string }> {
  await cp(from, to, { recursive: true });
  const names = (await readdir(to)).filter((name) => name.endsWith('.html') && name !== 'latest.html');
  // By date: the last check's name does not begin as the others do.
  const dated = names.sort((a, b) => (dateIn(a) < dateIn(b) ? -1 : 1));
  return { reports: dated.map((name) => join(to, name)), latest: join(to, 'latest.html') };
}

function dateIn(name: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '';
}

function failureOf(ended: Promise<void>): AbortSignal {
  const controller = new AbortController();
  ended.catch((error: unknown) => controller.abort(error));
  return controller.signal;
}
