import { describe, expect, it } from 'vitest';
import { betweennessByPairs, betweennessJob } from '../../../analysis/graph/betweenness.ts';
import { type CompactGraph, fromArcs } from '../../../analysis/graph/compact.ts';
import {
  addressOf,
  addressOfArray,
  arrayOf,
  bytesOf,
  type JobOutline,
  jobOf,
  outlineOf,
} from '../../../analysis/kernels/content-address.ts';
import { createSpreadingExecute } from '../../../analysis/kernels/elsewhere.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import type { Job, KernelArray } from '../../../analysis/kernels/job.ts';

const KERNELS = 'kernels-of-the-test';

function ring(members: number): CompactGraph {
  const from = Array.from({ length: members }, (_, at) => at);
  const ids = from.map((at) => `m${at}`);
  return fromArcs(ids, { from, to: from.map((at) => (at + 1) % members), strength: from.map(() => 1) });
}

const job = (change: Partial<Job> = {}): Job => ({ ...betweennessJob(ring(40)), ...change });
const address = (of: Job, kernels = KERNELS): string => addressOf(outlineOf(of, kernels));

/** As it lies in a store: JSON, and the bytes of each array by its address. */
function throughAStore(of: Job): Job {
  const outline = JSON.parse(JSON.stringify(outlineOf(of, KERNELS))) as JobOutline;
  const kept = new Map(of.arrays.map((array) => [addressOfArray(array).address, Buffer.from(bytesOf(array))]));
  const fetched = ({ kind, address: at }: JobOutline['arrays'][0]) => arrayOf(kind, kept.get(at) as Uint8Array);
  return jobOf(outline, outline.arrays.map(fetched));
}

describe('Law: a job has one address, and what differs in anything that counts has another', () => {
  it('is the same however costly it is said to be, and wherever its arrays lie', () => {
    const { arrays, cost } = job();
    const moved = arrays.map((array) => {
      const wider = new Uint8Array(array.byteLength + 8);
      wider.set(bytesOf(array), 8);
      return new Int32Array(wider.buffer, 8, array.length) as KernelArray;
    });
    expect(address(job({ cost: cost * 2, arrays: moved }))).toBe(address(job()));
  });

  it.each<[string, Partial<Job>]>([
    ['the kernel', { kernel: 'betweennessLengths' }],
    ['an array', { arrays: job().arrays.map((array, at) => (at === 1 ? array.map((value) => value + 1) : array)) }],
    ['the order of arrays', { arrays: [...job().arrays].reverse() }],
    ['the kind of an array', { arrays: job().arrays.map((array) => new Uint8Array(bytesOf(array))) }],
    ['a number', { numbers: [...job().numbers, 1] }],
    ['the sign of zero', { numbers: [-0] }],
    ['working memory', { work: [8] }],
    ['how many items', { items: 39 }],
    ['the grain', { grain: 1 }],
    ['the result', { result: { perShard: 1, perItem: 0 } }],
  ])('%s counts', (_, change) => {
    const before = 'numbers' in change ? job({ numbers: [0] }) : job();
    expect(address(job(change))).not.toBe(address(before));
  });

  it('another build of the kernels is another job', () => {
    expect(address(job(), 'kernels-of-tomorrow')).not.toBe(address(job()));
  });

  it('comes out of a store as it went in', () => {
    const given = job({ numbers: [1.5, -0, Number.POSITIVE_INFINITY, 2 ** 53 - 1] });
    const back = throughAStore(given);
    expect({ ...back, cost: given.cost, arrays: back.arrays.map((array) => [...array]) }).toEqual({
      ...given,
      arrays: given.arrays.map((array) => [...array]),
    });
    expect(executeHere(throughAStore(job()))).toEqual(executeHere(job()));
  });
});

describe('Law: results from elsewhere are taken as if they were made here', () => {
  const asked: string[] = [];
  const elsewhere = (at: string, of: Job) => {
    asked.push(at);
    return executeHere(throughAStore(of));
  };

  it('gives the same bytes, and asks by the job’s address', () => {
    const graph = ring(40);
    const execute = createSpreadingExecute({ aboveNs: 0, kernels: KERNELS, elsewhere, here: executeHere });
    expect(betweennessByPairs(graph, execute)).toEqual(betweennessByPairs(graph, executeHere));
    expect(asked).toEqual([address(betweennessJob(graph))]);
  });

  it('carries out here what costs no more than the size, and what cannot be shared', () => {
    const done: string[] = [];
    const here = (of: Job) => {
      done.push(of.kernel);
      return executeHere(of);
    };
    asked.length = 0;
    createSpreadingExecute({ aboveNs: job().cost, kernels: KERNELS, elsewhere, here })(job());
    createSpreadingExecute({ aboveNs: 0, kernels: KERNELS, elsewhere, here })(betweennessJob(ring(8)));
    expect(done).toHaveLength(2);
    expect(asked).toEqual([]);
  });
});
