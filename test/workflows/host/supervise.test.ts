/** A process that dies is started again, one that cannot live is given up with words, and stopping leaves nothing. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inspectProcess } from '../../../workflows/host/process/inspect.ts';
import { CrashLoop, type Restart, type Supervised, supervise } from '../../../workflows/host/supervise.ts';

const staysUp = `process.send({ ready: true }); setInterval(() => {}, 1000);`;
const ignoresAsking = `process.on('SIGTERM', () => {}); ${staysUp}`;

describe('a supervised process comes back, and goes when told', () => {
  let folder: string;
  let running: Supervised[];
  const run = (script: string, more: Partial<Parameters<typeof supervise>[0]> = {}) => {
    const logFile = join(folder, 'logs', 'child.log');
    const one = supervise({ name: 'child', command: process.execPath, args: ['-e', script], logFile, ...more });
    running.push(one);
    return one;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weft-supervise-'));
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('is started again after SIGKILL, and says so', async () => {
    const restarts: Restart[] = [];
    const child = run(staysUp, { onRestart: (restart) => restarts.push(restart) });
    await child.ready;
    const first = child.pid!;
    process.kill(first, 'SIGKILL');
    await vi.waitUntil(() => child.pid !== null && child.pid !== first, { timeout: 5_000 });
    expect(restarts).toEqual([{ name: 'child', ended: 'SIGKILL', crashes: 1, delayMs: 250 }]);
    expect(await inspectProcess(first)).toBeNull();
  });

  it('stop leaves no process, also one that ignores being asked', async () => {
    const child = run(ignoresAsking, { stopGraceMs: 300 });
    await child.ready;
    const pid = child.pid!;
    await child.stop();
    await child.ended;
    expect(child.pid).toBeNull();
    expect(await inspectProcess(pid)).toBeNull();
  });

  it('stop between two lives starts no third', async () => {
    const child = run('process.exit(3)', { firstDelayMs: 60_000 });
    await vi.waitUntil(() => child.pid === null, { timeout: 5_000 });
    await child.stop();
    await child.ended;
    await expect(child.ready).rejects.toThrow('stopped before it was ready');
  });

  it('backs off, and after so many crashes reports an error that names the log', async () => {
    const delays: number[] = [];
    const child = run(`console.error('no such setting'); process.exit(3)`, {
      ...{ firstDelayMs: 10, longestDelayMs: 40, quickCrashLimit: 5 },
      onRestart: ({ delayMs }) => delays.push(delayMs),
    });
    const error = await child.ended.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CrashLoop);
    expect(String(error)).toContain('ended 5 times in a row, last with code 3');
    expect(delays).toEqual([10, 20, 40, 40]);
    await expect(child.ready).rejects.toBe(error);
    const logFile = join(folder, 'logs', 'child.log');
    expect(String(error)).toContain(logFile);
    expect(readFileSync(logFile, 'utf8').match(/no such setting/g)).toHaveLength(5);
    expect(statSync(logFile).mode & 0o777).toBe(0o600);
  });

  it('a life that was long enough clears the count', async () => {
    const crashes: number[] = [];
    run('setTimeout(() => process.exit(1), 150)', {
      ...{ firstDelayMs: 10, healthyAfterMs: 100, quickCrashLimit: 2 },
      onRestart: (restart) => crashes.push(restart.crashes),
    });
    await vi.waitUntil(() => crashes.length >= 3, { timeout: 10_000 });
    expect(crashes.slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('a program that is not there is a crash with its reason, not a silence', async () => {
    const child = run('', { command: join(folder, 'missing'), firstDelayMs: 1, quickCrashLimit: 2 });
    await expect(child.ended).rejects.toThrow('ENOENT');
  });

  it('learns that its supervisor was killed, and can end with it', async () => {
    const supervisor = fileURLToPath(new URL('../../../workflows/host/supervise.ts', import.meta.url));
    const endsToo = `process.once('disconnect', () => process.exit()); ${staysUp}`;
    const inner = {
      name: 'inner',
      command: process.execPath,
      args: ['-e', endsToo],
      logFile: join(folder, 'inner.log'),
    };
    const script = `import { supervise } from ${JSON.stringify(supervisor)};
      const inner = supervise(${JSON.stringify(inner)});
      await inner.ready; console.log('inner ' + inner.pid); process.send({ ready: true });`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const outer = run('', { args, firstDelayMs: 60_000 });
    await outer.ready;
    const innerPid = Number(/inner (\d+)/.exec(readFileSync(join(folder, 'logs', 'child.log'), 'utf8'))?.[1]);
    expect(await inspectProcess(innerPid)).not.toBeNull();
    process.kill(outer.pid!, 'SIGKILL');
    await vi.waitUntil(async () => (await inspectProcess(innerPid)) === null, { timeout: 10_000 });
  }, 30_000);
});
