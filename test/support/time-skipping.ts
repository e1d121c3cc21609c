/**
 * A Temporal server whose clock jumps over waiting: years of a network's life in seconds.
 *
 * Taken from what an earlier run built; else downloaded by the SDK, where its site answers quickly; else built from
 * Maven Central, with a main of our own that listens on loopback alone. One environment per test file, and results
 * awaited one by one (its clock is one for all).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SearchAttributeType } from '@temporalio/common';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { cacheDir } from '../../workflows/host/cache-dir.ts';
import { withLock } from '../../workflows/host/process/lock.ts';
import { quietRuntime } from './quiet-runtime.ts';

const javaDir = join(dirname(fileURLToPath(import.meta.url)), 'java');
const downloadSite = 'https://temporal.download';
const siteAnswersWithinMs = 2_000;
const buildLimitMs = 5 * 60_000;
const startTries = 4;

export interface TimeSkippingOptions {
  /** Registered before anything starts: a workflow that sets an unknown one hangs on this server. */
  searchAttributes?: Readonly<Record<string, SearchAttributeType>>;
}

/** The caller tears it down: `afterAll(() => env.teardown())`. */
export async function timeSkipping(options: TimeSkippingOptions = {}): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  const path = await testServerPath();
  const server = path === null ? {} : { executable: { type: 'existing-path', path } as const };
  const env = await patiently(() => TestWorkflowEnvironment.createTimeSkipping({ server }));
  await registerSearchAttributes(env, options.searchAttributes ?? {});
  return env;
}

/** The SDK waits five seconds for the server; on a machine that is busy a JVM may need more. */
async function patiently(create: () => Promise<TestWorkflowEnvironment>): Promise<TestWorkflowEnvironment> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await create();
    } catch (error) {
      if (tries === startTries || !String(error).includes('did not start within')) throw error;
    }
  }
}

export async function registerSearchAttributes(
  env: TestWorkflowEnvironment,
  wanted: Readonly<Record<string, SearchAttributeType>>,
): Promise<void> {
  const codes = Object.entries(wanted).map(([name, type]) => [name, encodeSearchAttributeIndexedValueType(type)]);
  if (codes.length === 0) return;
  await env.connection.operatorService.addSearchAttributes({
    namespace: env.namespace ?? 'default',
    searchAttributes: Object.fromEntries(codes),
  });
}

/** The launcher to give to the SDK, or null where the SDK can download the server itself. */
export async function testServerPath(): Promise<string | null> {
  const sources = await Promise.all(
    ['pom.xml', 'LoopbackTestServer.java'].map((name) => readFile(join(javaDir, name))),
  );
  const digest = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const target = join(cacheDir(), `temporal-test-server-${digest}`);
  const launcher = join(target, 'run');
  if (await exists(launcher)) return launcher;
  if (await siteAnswers()) return null;
  await withLock(`${target}.build`, { waitMs: buildLimitMs }, async () => {
    if (!(await exists(launcher))) await build(target);
  });
  return launcher;
}

async function build(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}-building-`);
  try {
    const lib = join(folder, 'lib');
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`, '-DincludeScope=runtime'];
    await run('mvn', ['-q', '-B', '-f', join(javaDir, 'pom.xml'), ...goal]);
    await run('javac', ['-cp', join(lib, '*'), '-d', folder, join(javaDir, 'LoopbackTestServer.java')]);
    // Relative to the launcher, so that the folder can be renamed into place. A small, single-threaded collector and
    // the quick compiler alone: many of these start on two cores.
    const script = `#!/bin/sh
here=$(dirname "$0")
exec java -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$here:$here/lib/*" LoopbackTestServer "$@"
`;
    await writeFile(join(folder, 'run'), script);
    await chmod(join(folder, 'run'), 0o755);
    await rename(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(command: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args, { timeout: buildLimitMs });
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    const words = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').slice(-5).join('\n');
    throw new Error(
      `The time-skipping Temporal server cannot be had: ${downloadSite} does not answer, and \`${command}\` failed (${code}). Install a JDK (17 or newer) and Maven, or allow ${downloadSite}.\n${words}`,
    );
  }
}

async function siteAnswers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(siteAnswersWithinMs);
    const response = await fetch(`${downloadSite}/temporal-test-server/default?arch=amd64&platform=linux`, { signal });
    return response.ok;
  } catch {
    return false;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
