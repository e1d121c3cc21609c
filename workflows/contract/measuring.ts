/** Measurements that are spread over workers: from which size on, and the word that ends them. */

/** Who asked for a measurement has its answer: nothing of it needs to be kept. */
export const COLLECTED = 'collected';

/** Below this a job is done sooner than it has travelled through a server and a store. */
const SPREAD_ABOVE_SECONDS = 5;

/** Below this one machine is done while a person waits. */
const DISTRIBUTE_ABOVE_SECONDS = 60;

/** A source, and a tie that is looked at from it: so long it takes in the kernel that measures betweenness. */
const STEP_NS = 0.8;

/**
 * How costly a job must be, in nanoseconds of one processor, to be cut up and carried out by whichever worker is free.
 * `WEFT_SPREAD_ABOVE_SECONDS` sets another size.
 * @throws RangeError
 */
export function spreadAboveNs(env: NodeJS.ProcessEnv): number {
  return 1e9 * seconds(env, 'WEFT_SPREAD_ABOVE_SECONDS', SPREAD_ABOVE_SECONDS);
}

/**
 * Whether a running network is so large that its measurement becomes a workflow without being told to: where the ways
 * between all its members take one processor longer than a minute, as with 100,000 members and 700,000 ties.
 * `WEFT_DISTRIBUTE_ABOVE_SECONDS` sets another size.
 * @throws RangeError
 */
export function isForManyMachines(env: NodeJS.ProcessEnv, members: number, ties: number): boolean {
  const aboveSeconds = seconds(env, 'WEFT_DISTRIBUTE_ABOVE_SECONDS', DISTRIBUTE_ABOVE_SECONDS);
  return members * (members + ties) * STEP_NS > 1e9 * aboveSeconds;
}

function seconds(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const setting = env[name];
  const value = setting === undefined || setting.trim() === '' ? usual : Number(setting);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new RangeError(`${name} is ${JSON.stringify(setting)}; give seconds, 0 or more.`);
}
