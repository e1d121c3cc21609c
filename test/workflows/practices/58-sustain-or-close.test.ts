import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { archiveOf, readArchiveSource, sha256, writeArchive } from '../../../data/exchange/archive/index.ts';
import { readSource } from '../../../data/exchange/index.ts';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const STAGES = {
  frame: 'P2D',
  exchange: 'P2D',
  'solve-together': 'P1D',
  'co-create': 'P2D',
  'adapt-and-apply': 'P2D',
  'feed-back': 'P2D',
};

describe('Story 58: those whom the charter names are heard, a person decides, the lead passes on, and closing leaves an archive', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'sustained',
      practices: { stories: {} },
      charter: {
        learning: { cycles: 1, stages: STAGES },
        sustainment: {
          gates: {
            members: { smallestTurnout: 0.3 },
            sponsor: { binding: true },
            funding: { binding: true },
            within: 'P10D',
          },
        },
      },
    });
    await story.act('p06', 'tell-story', { text: 'SHARED words <b>bold</b>', value: 'applied', share: true });
    await story.act('p07', 'tell-story', { text: 'SECRET words', value: 'applied', share: false });
    await story.pass(14);
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks members, sponsor and funding, each only those whose word it is', async () => {
    const waiting = await story.waiting();
    expect(waiting).toContain('p04 answer-as-sponsor sustainment-1');
    expect(waiting).toContain('p01 confirm-funding sustainment-1');
    expect(waiting.filter((entry) => entry.includes('vote-on-future'))).toHaveLength(12);
    expect(await story.refusal('p05', 'answer-as-sponsor', { goOn: true })).toContain('Only a sponsor');
    expect(await story.refusal('p05', 'vote-on-future', { ranking: ['renew', 'renew'] })).toContain('once');
    expect(await story.refusal('p04', 'confirm-funding', { until: '2020-01-01' })).toContain('no day to come');
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09', 'p10']) {
      await story.act(person, 'vote-on-future', { ranking: person === 'p05' ? ['close'] : ['renew', 'hand-over'] });
    }
    await story.act('p04', 'answer-as-sponsor', { goOn: true });
    expect(await story.refusal('p04', 'answer-as-sponsor', { goOn: false })).toContain('answered already');
    expect(await story.refusal('p01', 'decide', { decision: 'sustainment-1', option: 'renew' })).toContain(
      'no decision',
    );
  });

  it('shows whoever decides what was said, and offers no renewal against a gate that binds', async () => {
    await story.pass(10);
    const [mail] = await story.mails('what was said about its future');
    expect(mail).toContain('Members: it should go on (6 of 12 voted)');
    expect(mail).toContain('Funding: nothing was said');
    expect(mail).toContain('cannot be renewed');
    expect(await story.facts('sustainment-gate')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ gate: 'members', status: 'yes', preferred: 'renew', voted: 6, eligible: 12 }),
        expect.objectContaining({ gate: 'sponsor', status: 'yes', by: 'p04' }),
        expect.objectContaining({ gate: 'funding', status: 'silent' }),
      ]),
    );
    const decision = 'sustainment-1';
    expect(await story.refusal('p01', 'decide', { decision, option: 'renew' })).toContain('gate');
    expect(await story.refusal('p01', 'decide', { decision, option: 'hand-over', to: 'p01' })).toContain('already');
    expect((await story.section('sustainment')).tables[0]?.rows).toHaveLength(3);
  });

  it('asks again where whoever was named declines', async () => {
    await story.act('p01', 'decide', { decision: 'sustainment-1', option: 'hand-over', to: 'p05' });
    expect(await story.waiting()).toContain('p05 answer-hand-over hand-over-1');
    expect(await story.refusal('p06', 'answer-hand-over', { handOver: 'hand-over-1', accept: true })).toContain('Only');
    await story.act('p05', 'answer-hand-over', { handOver: 'hand-over-1', accept: false });
    expect(await story.waiting()).toContain('p01 decide sustainment-2');
  });

  it('passes the lead on with what is open, item by item, and goes on under it', async () => {
    await story.act('p04', 'decide', { decision: 'sustainment-2', option: 'hand-over', to: 'p06' });
    expect(await story.refusal('p06', 'confirm-handed-over', { item: 'accounts' })).toContain('Nobody has taken over');
    await story.act('p06', 'answer-hand-over', { handOver: 'hand-over-2', accept: true });
    const roles = await story.facts('role');
    expect(roles.filter(({ role, held }) => role === 'lead' && held).map(({ person }) => person)).toEqual(['p06']);
    // The right has passed with the role, in the running workflow and in the façade.
    expect(await story.refusal('p01', 'close')).toContain('Only a lead');
    for (const item of ['open-matters', 'accounts']) await story.act('p06', 'confirm-handed-over', { item });
    expect(await story.refusal('p01', 'confirm-handed-over', { item: 'accounts' })).toContain('already');
    await story.act('p01', 'confirm-handed-over', { item: 'people-told' });
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'learning', cycle: 2 });
    expect((await story.facts('hand-over')).at(-1)).toMatchObject({ status: 'done', to: 'p06' });
  });

  it('closes by default where nobody decides, and leaves an archive that anybody can read', async () => {
    await story.pass(14);
    await story.act('p04', 'answer-as-sponsor', { goOn: false, reason: 'The REASON for it' });
    await story.pass(14);
    expect(await story.waiting()).toContain('p06 decide sustainment-3');
    await story.pass(40);
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'closed' });
    const [archive] = await story.facts('archive');
    const files = await filesUnder(story.archive());
    expect(Object.keys(files)).toHaveLength(archive?.files ?? 0);
    const integrity = JSON.parse(files['integrity.json'] ?? '') as { files: Record<string, string> };
    for (const [path, digest] of Object.entries(integrity.files)) expect(sha256(files[path] ?? ''), path).toBe(digest);
    expect(archive?.digest).toBe(sha256(files['integrity.json'] ?? ''));
    const everything = Object.values(files).join('\n');
    expect(everything).not.toMatch(/SECRET|Member p|example\.org|<script/);
    expect(files['index.html']).toContain('SHARED words &#60;b&#62;bold');
    expect(files['index.html']).toContain('The REASON for it');
    expect(files['report.html']).toContain('Health report');
    expect(files['index.html']).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(await story.mails('is closed')).toHaveLength(12);
  });

  it('is the same bytes for the same facts, and is measured as the network is', async () => {
    const places = story.archivePlaces();
    const once = archiveOf(await readArchiveSource(places, 'sustained'));
    expect(archiveOf(await readArchiveSource(places, 'sustained'))).toEqual(once);
    const folder = await mkdtemp(join(tmpdir(), 'weft-archive-'));
    const out = join(folder, 'archive');
    await writeArchive(out, once);
    await expect(writeArchive(out, once)).rejects.toThrow('not empty');
    const { records } = await readSource(out);
    const own = await places.store.networkRecords('sustained');
    expect(records.members.map(({ member }) => member).sort()).toEqual(own.members.map(({ member }) => member).sort());
    const figures = (of: typeof records) =>
      measure(of, { metrics: ['density', 'isolates'] }).results.map((r) => r.value);
    expect(figures(records)).toEqual(figures({ ...own, practices: undefined } as typeof records));
    await rm(folder, { recursive: true, force: true });
  });
});

async function filesUnder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, at) => [file.slice(folder.length + 1), texts[at] as string]));
}
