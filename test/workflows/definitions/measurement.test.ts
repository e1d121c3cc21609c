import { describe, expect, it } from 'vitest';
import {
  COLLECTED,
  isForManyMachines,
  type Planned,
  spreadAboveNs,
  workflowAddress,
  workflowId,
} from '../../../workflows/contract/index.ts';
import { type MeasurementState, measurementProcess } from '../../../workflows/definitions/measurement/decide.ts';
import type { Wish } from '../../../workflows/definitions/process.ts';
import { Play, testBegin } from '../../support/play.ts';

const { clock, settings } = testBegin();
const INPUT = { network: null, clock, settings, measurement: 'm1' };
const ID = 'measurement/m1';
const DONE: Planned = { wanted: [], answer: 'a'.repeat(64) };

/** Plays a measurement whose plans come out one after another; every shard is carried out. */
function played(plans: Planned[], answers: Record<string, unknown> = {}) {
  const left = [...plans];
  const play = new Play(measurementProcess, INPUT, ID, {
    planMeasurement: () => left.shift(),
    runShard: () => ({ kept: true }),
    ...answers,
  });
  while (play.state.due.some(({ what }) => what === 'go-on')) play.wait();
  return play;
}

/** What is asked together, at once: the shards by job. */
function batches(wishes: readonly Wish[]): string[][] {
  return wishes.flatMap((wish) =>
    wish.wish === 'together' && wish.activity === 'runShard'
      ? [wish.inputs.map(({ job, shard }: { job: string; shard: number }) => `${job}/${shard}`)]
      : [],
  );
}

describe('Law: a measurement is planned until nothing is wanted, and what it made is cleared away however it ends', () => {
  it('asks for nothing where one machine is enough', () => {
    const play = played([DONE]);
    expect(play.took()).toEqual(['planMeasurement', 'clearMeasurement']);
    expect(play.state).toMatchObject({ stage: 'answered', done: false, answer: DONE.answer, plans: 1, shards: 0 });
  });

  it('has each shard of what is wanted carried out once, and plans again', () => {
    const play = played([
      {
        wanted: [
          { job: 'x', shards: 3 },
          { job: 'y', shards: 2 },
        ],
        answer: null,
      },
      { wanted: [{ job: 'z', shards: 2 }], answer: null },
      DONE,
    ]);
    expect(batches(play.wishes)).toEqual([
      ['x/0', 'x/1', 'x/2', 'y/0', 'y/1'],
      ['z/0', 'z/1'],
    ]);
    expect(play.took().filter((word) => word === 'planMeasurement')).toHaveLength(3);
    expect(measurementProcess.status(play.state)).toEqual({ stage: 'answered', counts: { plans: 3, shards: 7 } });
  });

  it('asks for so many at once that neither a history nor a server is burdened', () => {
    const play = played([
      { wanted: [100, 1, 60].map((shards, at) => ({ job: `j${at}`, shards })), answer: null },
      DONE,
    ]);
    const asked = batches(play.wishes);
    expect(asked.map(({ length }) => length)).toEqual([64, 64, 33]);
    expect(new Set(asked.flat()).size).toBe(161);
  });

  it.each([
    ['collected', (play: ReturnType<typeof played>) => play.report(COLLECTED, {})],
    ['forgotten', (play: ReturnType<typeof played>) => void play.wait()],
  ])('keeps its answer until it is %s', (stage, end) => {
    const play = played([DONE]);
    play.took();
    end(play);
    expect(play.state).toMatchObject({ stage, done: true, due: [] });
    expect(play.wishes).toEqual([
      { wish: 'perform', activity: 'clearMeasurement', input: { measurement: 'm1', keepAnswer: false }, as: null },
    ]);
  });

  it('is forgotten after a day, and not before', () => {
    const play = played([DONE]);
    expect(play.state.due).toEqual([{ what: 'forget', at: '2026-01-06T08:00:00.000Z' }]);
  });

  it.each([
    ['cancelled', 'planMeasurement'],
    ['failed', 'planMeasurement'],
    ['cancelled', 'runShard'],
    ['failed', 'runShard'],
  ])('is %s over %s: nothing is kept', (why, activity) => {
    const play = played([{ wanted: [{ job: 'x', shards: 3 }], answer: null }], { [activity]: why });
    expect(play.took().at(-1)).toBe('clearMeasurement');
    expect(play.state).toMatchObject({ stage: why, done: true, open: [], due: [] });
  });

  it('ends where it goes round in circles', () => {
    const round: Planned = { wanted: [{ job: 'x', shards: 32 }], answer: null };
    const play = played(Array.from({ length: 10_001 }, () => round));
    expect(play.state).toMatchObject({ stage: 'failed', done: true });
  });

  it('stays small, and takes up where an earlier run was', () => {
    const { state } = played([{ wanted: [{ job: 'f'.repeat(64), shards: 32 }], answer: null }, DONE]);
    expect(JSON.stringify(state).length).toBeLessThan(500);
    expect(measurementProcess.decode(JSON.parse(JSON.stringify(state))) satisfies MeasurementState).toEqual(state);
  });
});

describe('Contract: what is measured on many machines, and under which id', () => {
  it('an id names a measurement and leads back to it', () => {
    const address = { kind: 'measurement', measurement: 'm1' } as const;
    expect(workflowId(address)).toBe(ID);
    expect(workflowAddress(ID)).toEqual(address);
    for (const id of ['measurement', 'measurement/', 'measurement/m1/x']) expect(workflowAddress(id)).toBeNull();
  });

  it('small networks never leave their machine unasked, and the size is a setting', () => {
    expect(isForManyMachines({}, 5_000, 50_000)).toBe(false);
    expect(isForManyMachines({}, 100_000, 1_000_000)).toBe(true);
    expect(isForManyMachines({ WEFT_DISTRIBUTE_ABOVE_SECONDS: '0.1' }, 5_000, 50_000)).toBe(true);
    expect(spreadAboveNs({})).toBe(5e9);
    expect(spreadAboveNs({ WEFT_SPREAD_ABOVE_SECONDS: '0' })).toBe(0);
    expect(() => spreadAboveNs({ WEFT_SPREAD_ABOVE_SECONDS: 'soon' })).toThrow('WEFT_SPREAD_ABOVE_SECONDS');
  });
});
