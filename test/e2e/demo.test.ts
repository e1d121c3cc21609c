import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../../cli/demo/run-demo.ts';

const WEFT = fileURLToPath(new URL('../../cli/weft.mjs', import.meta.url));

describe('Story: somebody types one line, and six months of a network pass before their eyes', () => {
  let out: string;
  let demo: Demo;
  let told: string;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'weft-demo-'));
    const env = { ...process.env, TEMPORAL_ADDRESS: undefined, DATABASE_URL: undefined, SMTP_URL: undefined };
    const args = [WEFT, 'demo', '--json', '--out', join(out, 'demo')];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 10 ** 8 });
    demo = JSON.parse(stdout);
    told = stderr;
  }, 240_000);
  afterAll(() => rm(out, { recursive: true, force: true }));

  it('goes through every phase to the end, by the programme’s dates', () => {
    for (const words of [
      'priorities are voted on',
      'invitation',
      'cycle 1: exchange',
      'cycle 2',
      'it is to be decided what becomes of the network',
      'closed',
    ]) {
      expect(told).toMatch(new RegExp(`2026-\\d\\d-\\d\\d {2}${words}`));
    }
    expect(demo.audit.verifies).toBe(true);
  });

  it('leaves the report of each health check, dated in months', () => {
    expect(demo.reports.length).toBeGreaterThanOrEqual(5);
    for (const file of demo.reports) expect(basename(file)).toMatch(/^(health|final)-2026-0[1-7]-\d\d\.html$/);
  });

  it('finds the planted silo, proposes four introductions, and sets what came of them against what was predicted', async () => {
    const reports = await Promise.all(demo.reports.map((file) => readFile(file.replace(/html$/, 'md'), 'utf8')));
    const thin = reports.find((text) => text.includes('Four introductions would help most'));
    expect(thin).toMatch(/The exchange between the three regions is thin: E-I by region −0\.[56]\d \(p\s&lt;\s\.001/);
    expect(told).toMatch(/4 introductions proposed · 2 approved · 2 declined · 1 met/);
    // Where the machine is busy, some answer too late: the tie is there, and the index may have moved by less.
    expect(told).toMatch(/outcome after 30 days: .* predicted, .* observed: (worked|partly)/);
    expect(told).toMatch(/outcome after 30 days: .* observed: not-done/);
  });
});
