/** A year of waiting takes seconds in a test, and the server that makes it so is reachable from this machine only. */
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowBundle } from '../../../workflows/host/bundle.ts';
import { listenersOnPort } from '../../support/listeners.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const workflowsPath = fileURLToPath(new URL('fixtures/workflows.ts', import.meta.url));

describe('four hundred days of waiting pass in seconds', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: { WeftNetwork: 'KEYWORD' } });
  }, 300_000);
  afterAll(() => env?.teardown());

  it('a sleeping workflow wakes, and one with a search attribute does not hang', async () => {
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'time',
      workflowBundle: await workflowBundle(workflowsPath),
    });
    const startedMs = Date.now();
    await worker.runUntil(async () => {
      const slept = await env.client.workflow.execute('sleepLong', { workflowId: 'long', taskQueue: 'time' });
      expect(slept).toBe('400 days');
      const marked = { workflowId: 'marked', taskQueue: 'time', args: ['net-1'] };
      expect(await env.client.workflow.execute('marked', marked)).toBe('marked');
    });
    expect(Date.now() - startedMs).toBeLessThan(20_000);
  }, 60_000);

  it.skipIf(process.platform !== 'linux')('listens on loopback alone', async () => {
    const port = Number(env.address.split(':').at(-1));
    expect(await listenersOnPort(port)).toEqual(['127.0.0.1']);
  });
});
