/** What every JavaScript peer shares, and Weft with them: answers one request a line (../README.md). */
import { createInterface } from 'node:readline';

/**
 * @typedef {Record<string, string>} Options The arguments `name=value`.
 * @typedef {Record<string, number | ArrayLike<number>>} Answer
 * @typedef {{ call: () => unknown, answer: (found: any) => Answer }} Work `call` is what is measured.
 */

/** @returns {Options} */
export function options() {
  return Object.fromEntries(
    process.argv.slice(3).map((argument) => {
      const at = argument.indexOf('=');
      return [argument.slice(0, at), argument.slice(at + 1)];
    }),
  );
}

/**
 * Runs that differ by chance: their mean, and how far the mean may be off.
 * @param {ArrayLike<number>} figures
 * @returns {Answer}
 */
export function acrossRuns(figures) {
  const all = Array.from(figures);
  const mean = all.reduce((sum, figure) => sum + figure, 0) / all.length;
  const squares = all.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (all.length - 1) / all.length) };
}

/** @param {Work | Promise<Work>} prepared */
export async function serve(prepared) {
  const { call, answer } = await prepared;
  say({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const [request, argument] = line.split(' ');
    if (request === 'answer') say(plain(answer(await call())));
    else if (request === 'run') say(await timed(call, Number(argument)));
    else if (request === 'memory') say({ peakBytes: process.resourceUsage().maxRSS * 1024 });
  }
}

/**
 * Calls again until so much time has passed, so that short work is not lost in the clock's grain.
 * @param {() => unknown} call
 * @param {number} leastSeconds
 */
async function timed(call, leastSeconds) {
  let calls = 0;
  const used = process.cpuUsage();
  const began = performance.now();
  do {
    const found = call();
    if (found instanceof Promise) await found;
    calls++;
  } while (performance.now() - began < leastSeconds * 1000);
  const { user, system } = process.cpuUsage(used);
  return { seconds: (user + system) / 1e6 / calls, wallSeconds: (performance.now() - began) / 1000 / calls, calls };
}

/** Typed arrays as lists. @param {Answer} answer */
function plain(answer) {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, typeof value === 'number' ? value : Array.from(value)]),
  );
}

/** @param {object} reply */
function say(reply) {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
