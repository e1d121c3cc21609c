import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../support/bundle.ts';
import { quietRuntime } from '../support/quiet-runtime.ts';
import { erringBuild, erringId, erringRunners, MISTAKES, placesOf, tellingBuild } from './mutants.ts';

const FOLDER = fileURLToPath(new URL('./histories/', import.meta.url));
const RELEASES = readdirSync(FOLDER).sort();
const GOAL = 0.95;
/** How the recorded people are called, what they wrote, anybody's address, and where it was recorded. */
const PERSONAL =
  /Member p\d|What p\d\d wants|intake form|[a-z.]+@[a-z-]+\.[a-z]{2,}|"identity"|"stackTrace"|\/home\/|\/tmp\//g;

interface Recorded {
  name: string;
  workflowId: string;
  history: ReturnType<typeof historyFromJSON>;
}

const RECORDED = RELEASES.flatMap(recordedBy);

describe('Law: today’s code understands every history that a release has left behind', () => {
  let code: string;
  beforeAll(async () => {
    quietRuntime();
    code = (await bundle()).code;
  });

  it('every kind of workflow is among them, however it can end', () => {
    const types = RECORDED.map(
      ({ history }) => history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    );
    expect([...new Set(types)].sort()).toEqual(
      [...code.matchAll(/async function (\w+)\(input, carried\)/g)].map((match) => match[1]).sort(),
    );
    const names = RECORDED.map(({ name }) => name.split('/')[1]);
    for (const end of ['approved', 'declined', 'expired', 'withdrawn']) expect(names).toContain(`decision-${end}.json`);
    for (const end of ['met', 'not-met', 'refused', 'lapsed']) expect(names).toContain(`introduction-${end}.json`);
    const continued = RECORDED.filter(({ history }) =>
      history.events?.some((event) => event.workflowExecutionContinuedAsNewEventAttributes),
    );
    expect(continued.length).toBeGreaterThan(0);
  });

  it('all of them replay', async () => {
    expect(await failuresOf(code, RECORDED)).toEqual([]);
  });

  it('they hold nobody’s name, address or words', () => {
    for (const { name, history } of RECORDED) {
      const text = readableText(JSON.stringify(history), readFileSync(join(FOLDER, name), 'utf8'));
      expect.soft(text.match(PERSONAL) ?? [], name).toEqual([]);
    }
  });

  it('a build that decides otherwise is caught', { timeout: 400_000 }, async () => {
    const { mutants, idle } = await mutantsOf(code);
    const missed = new Set(mutants.map(({ name }) => name));
    // The smallest history of each first: nearly all are caught by it.
    for (let turn = 0; mutants.some(({ name, showsIn }) => missed.has(name) && showsIn.length > turn); turn += 1) {
      const open = mutants.filter(({ name, showsIn }) => missed.has(name) && showsIn.length > turn);
      const tries = open.map(({ idFor, showsIn }) => {
        const { workflowId, history } = showsIn[turn] as Recorded;
        return { workflowId: idFor(workflowId), history };
      });
      const refused = new Set((await failuresOf(erringBuild(code), tries)).map(({ workflowId }) => workflowId));
      for (const { name, idFor, showsIn } of open) {
        if (refused.has(idFor((showsIn[turn] as Recorded).workflowId))) missed.delete(name);
      }
    }
    const runners = erringRunners(code);
    for (const { name, code: mutated } of runners) {
      if ((await failuresOf(mutated, RECORDED)).length === 0) missed.add(name);
    }
    const all = mutants.length + runners.length;
    process.stdout.write(
      `${all - missed.size} of ${all} builds that change the order of commands were caught. ` +
        `Missed: ${[...missed].join('; ') || 'none'}. Under no mark of their own: ${idle.join('; ') || 'none'}.\n`,
    );
    expect((all - missed.size) / all).toBeGreaterThanOrEqual(GOAL);
  });
});

interface Mutant {
  name: string;
  idFor: (workflowId: string) => string;
  /** Histories in which the order of commands becomes another, small ones first. */
  showsIn: Recorded[];
}

/** Every mistake at every place that some history came to; and the places to which none did. */
async function mutantsOf(code: string): Promise<{ mutants: Mutant[]; idle: string[] }> {
  const cameTo = new Map<string, Recorded[]>();
  const failures = await failuresOf(tellingBuild(code), RECORDED);
  for (const recorded of RECORDED) {
    const words = failures.find(({ run }) => run === runOf(recorded))?.message ?? '';
    const said = /CAME TO (.*) END/.exec(words)?.[1];
    if (said === undefined) throw new Error(`${recorded.name} did not say where it came.`);
    const places = new Set(said.split(' ').flatMap((place) => [place, place.replace('!', '')]));
    for (const place of places) cameTo.set(place, [...(cameTo.get(place) ?? []), recorded]);
  }
  const places = placesOf(code);
  const mutants = places.flatMap((name, place) =>
    MISTAKES.flatMap((mistake): Mutant[] => {
      // A report goes to a workflow and has no name of its own.
      if (mistake === 'renamed' && name.startsWith('report')) return [];
      const showsIn = cameTo.get(mistake === 'one-later' ? `${place}!` : `${place}`) ?? [];
      const idFor = (workflowId: string) => erringId(workflowId, mistake, place);
      return showsIn.length === 0 ? [] : [{ name: `${mistake}: ${name}`, idFor, showsIn: bySize(showsIn) }];
    }),
  );
  return { mutants, idle: places.filter((_, place) => !cameTo.has(`${place}`)) };
}

function runOf({ history }: Recorded): string {
  return history.events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? 'none';
}

function bySize(histories: readonly Recorded[]): Recorded[] {
  return [...histories].sort((a, b) => (a.history.events?.length ?? 0) - (b.history.events?.length ?? 0));
}

function recordedBy(release: string): Recorded[] {
  const folder = join(FOLDER, release);
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { workflowId, events } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return { name: join(release, file), workflowId, history: historyFromJSON({ events }) };
    });
}

async function failuresOf(
  code: string,
  histories: readonly Pick<Recorded, 'workflowId' | 'history'>[],
): Promise<{ workflowId: string; run: string; message: string }[]> {
  const failed: { workflowId: string; run: string; message: string }[] = [];
  for await (const { workflowId, runId: run, error } of Worker.runReplayHistories(
    { workflowBundle: { code } },
    histories,
  )) {
    if (error !== undefined) failed.push({ workflowId, run, message: error.message });
  }
  return failed;
}

/** Payloads are base64: what they hold is read as well as the text around them. */
function readableText(...texts: string[]): string {
  return texts.flatMap((text) => [text, ...(text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? []).map(decoded)]).join('\n');
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
