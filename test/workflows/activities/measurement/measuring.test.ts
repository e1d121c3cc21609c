import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeasureOptions, measure } from '../../../../analysis/measure.ts';
import { createActivities } from '../../../../workflows/activities/index.ts';
import { decodeAnswer, encodeQuestion } from '../../../../workflows/activities/measurement/index.ts';
import type { Planned } from '../../../../workflows/contract/index.ts';
import { charterFact, ids, member, NETWORK, type TestWorld, testWorld } from '../world.ts';

const OPTIONS: MeasureOptions = { metrics: ['density', 'betweenness', 'harmonic-in'] };
const PEOPLE = ids(40);

describe('Law: every step of a measurement on many workers may be done twice, and somebody may be erased in between', () => {
  let world: TestWorld;
  const plan = (measurement: string) => world.run('planMeasurement', { measurement });
  const run = (measurement: string, job: string, shard: number) => world.run('runShard', { measurement, job, shard });
  const begin = (measurement: string, aboveNs: number) =>
    world.store.measurements.begin(measurement, {
      network: NETWORK,
      question: encodeQuestion({ asOf: null, options: OPTIONS, aboveNs }),
    });
  const runAll = async (measurement: string, { wanted }: Planned) => {
    for (const { job, shards } of wanted) {
      for (let shard = 0; shard < shards; shard++) {
        expect(await run(measurement, job, shard)).toEqual({ kept: true });
        expect(await run(measurement, job, shard)).toEqual({ kept: true });
      }
    }
  };
  /** Until nothing is wanted; every plan is asked for twice. */
  const carriedThrough = async (measurement: string) => {
    for (let round = 0; round < 10; round++) {
      const planned = await plan(measurement);
      expect(await plan(measurement)).toEqual(planned);
      if (planned.answer !== null) return answerOf(measurement);
      await runAll(measurement, planned);
    }
    throw new Error('it goes round in circles');
  };
  const answerOf = async (measurement: string) => {
    const bytes = await world.store.measurements.get(measurement, 'answer');
    return bytes === null ? null : decodeAnswer(bytes);
  };
  const here = async () => ({ measurement: measure(await world.store.measurableRecords(NETWORK), OPTIONS) });

  beforeAll(async () => {
    world = await testWorld();
    const tie = (from: string, to: string, strength: number) =>
      ({ kind: 'tie', body: { from, to, type: 'advice', strength, wave: null, time: null, occurrence: 0 } }) as const;
    await world.given(
      charterFact,
      ...PEOPLE.map((id) => member(id)),
      ...PEOPLE.map((id, at) => tie(id, PEOPLE[(at + 1) % PEOPLE.length] as string, 1)),
      ...PEOPLE.slice(0, 12).map((id, at) => tie(id, PEOPLE[(7 * at + 19) % PEOPLE.length] as string, 2)),
    );
  });
  afterAll(() => world.close());

  it('gives the bytes of one machine, and keeps each shard once', async () => {
    await begin('twice', 0);
    expect(JSON.stringify(await carriedThrough('twice'))).toBe(JSON.stringify(await here()));
    const shards = await world.store.measurements.list('twice', 'shard/');
    expect(shards.length).toBeGreaterThan(4);
    expect(new Set(shards).size).toBe(shards.length);
  });

  it('another worker takes up what one has left, with what has been carried out', async () => {
    await begin('left', 0);
    const first = await plan('left');
    await runAll('left', first);
    const second = await plan('left');
    expect(second.wanted).not.toEqual(first.wanted);
    const others = createActivities(world);
    const environment = new MockActivityEnvironment();
    const taken = await environment.run(others.planMeasurement, { measurement: 'left' });
    expect(taken).toEqual(second);
    await others.clearMeasurement({ measurement: 'left', keepAnswer: false });
    await world.run('clearMeasurement', { measurement: 'left', keepAnswer: false });
  });

  it('wants nothing of others where no job is above the size', async () => {
    await begin('small', 1e12);
    expect((await plan('small')).wanted).toEqual([]);
    expect(await answerOf('small')).toEqual(await here());
  });

  it('keeps nothing once it is over', async () => {
    await begin('over', 0);
    const { wanted } = await plan('over');
    const job = wanted[0]?.job as string;
    await run('over', job, 0);
    await world.run('clearMeasurement', { measurement: 'over', keepAnswer: false });
    expect(await run('over', job, 1)).toEqual({ kept: false });
    await expect(plan('over')).rejects.toThrow('is over');
    expect(await world.store.measurements.list('over', '')).toEqual([]);
  });

  it('whoever is erased while it goes on is in no answer', async () => {
    await begin('erasing', 0);
    const { wanted } = await plan('erasing');
    const job = wanted[0]?.job as string;
    await run('erasing', job, 0);
    const person = PEOPLE[4] as string;
    await world.store.eraseMember(NETWORK, person, { type: 'person', id: 'operator' }, '2026-02-01T00:00:00.000Z');
    const answer = await carriedThrough('erasing');
    expect(JSON.stringify(answer)).toBe(JSON.stringify(await here()));
    expect(JSON.stringify(answer)).not.toContain(`"${person}"`);
  });
});
