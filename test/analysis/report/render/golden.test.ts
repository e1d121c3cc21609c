import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml, renderJson, renderMarkdown } from '../../../../analysis/report/render/index.ts';
import { firstCheck, reportOf, secondCheck, type Told } from './fixture.ts';

const GOLDEN = fileURLToPath(new URL('../../../golden/report/', import.meta.url));
const told: Record<string, Told> = {};

beforeAll(() => {
  told.first = firstCheck();
  told.second = secondCheck();
});

describe('the same facts and date give the same bytes', () => {
  it.each(['first', 'second'])('the %s report is as it was agreed (UPDATE_GOLDEN=1 writes it anew)', async (name) => {
    const report = reportOf(told[name]!);
    const files = { html: await renderHtml(report), md: renderMarkdown(report), json: renderJson(report) };
    for (const [extension, written] of Object.entries(files)) {
      const path = `${GOLDEN}${name}.${extension}`;
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(path, written);
      }
      expect(existsSync(path), `${name}.${extension} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
      expect(written).toBe(readFileSync(path, 'utf8'));
    }
  });

  it('again in the same process', async () => {
    const again = reportOf(secondCheck());
    expect(await renderHtml(again)).toBe(await renderHtml(reportOf(told.second!)));
    expect(renderJson(again)).toBe(renderJson(reportOf(told.second!)));
  });

  it('in another process, in Tokyo and in Turkish', async () => {
    const here = await renderHtml(reportOf(told.second!));
    const script = fileURLToPath(new URL('./print-digest.ts', import.meta.url));
    const digest = execFileSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      encoding: 'utf8',
    });
    expect(digest.trim()).toBe(createHash('sha256').update(here).digest('hex'));
  }, 60_000);

  it('with the facts in another order', () => {
    const { check, input } = told.first!;
    const { records } = input;
    const turned = { ...records, members: records.members.toReversed(), ties: records.ties.toReversed() };
    expect(renderJson(reportOf({ check, input: { ...input, records: turned } }))).toBe(
      renderJson(reportOf({ check, input })),
    );
  });
});
