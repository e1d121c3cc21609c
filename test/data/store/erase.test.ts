import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { KIND_NAMES, KINDS, type NewFact } from '../../../data/records/index.ts';
import { hashOfFact } from '../../../data/store/audit-chain.ts';
import { openDatabase } from '../../../data/store/database.ts';
import { type DatabasePlace, mentions, openStore, type RecordStore } from '../../../data/store/index.ts';
import type { StoreTables } from '../../../data/store/tables.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day } from './facts.ts';

const NET = 'net';
const CANARY = 'm-00c0ffee00c0ffee';
const OPERATOR = { type: 'person', id: 'operator' } as const;

/** The example of every kind with the canary wherever it names p01: said by p01, too, and under a key of theirs. */
function everyKind(person: string): NewFact[] {
  return KIND_NAMES.map((kind): NewFact => {
    const body: unknown = JSON.parse(JSON.stringify(KINDS[kind].example).replaceAll('"p01"', `"${person}"`));
    return {
      ...{ network: NET, kind, body, key: `${kind}/${person}`, source: { type: 'person', id: person } },
      ...{ validFrom: day(1), validTo: null, recordedAt: day(1), retracted: false },
    } as NewFact;
  });
}

onEachBackend('whom the store erased is nowhere in it, and the chain still verifies', (backend) => {
  async function begun(): Promise<{ store: RecordStore; place: DatabasePlace; report: string }> {
    const place = await backend.fresh();
    const store = await openStore(place);
    const naming = await store.putArtifact(Buffer.from(`<p>${CANARY} turns to p02.</p>`));
    const other = await store.putArtifact(Buffer.from(`<p>${CANARY}0 is somebody else.</p>`));
    const facts = everyKind(CANARY).map((fact) =>
      fact.kind === 'report' ? { ...fact, body: { ...fact.body, html: naming, markdown: other } } : fact,
    );
    await store.append(facts, { type: 'person', id: CANARY });
    const member = { ...facts[0], kind: 'member', key: 'p02', body: { ...KINDS.member.example, member: 'p02' } };
    await store.append([{ ...member, source: ACTOR } as NewFact<'member'>], ACTOR);
    await store.recordAudit({
      network: NET,
      at: day(2),
      actor: { type: 'person', id: CANARY },
      action: 'refused',
      detail: {},
    });
    await store.putInbox([wait(CANARY), wait('p02')]);
    for (const person of [CANARY, 'p02']) await store.claimNotice(NET, `welcome.net.${person}`);
    return { store, place, report: naming };
  }

  function wait(person: string) {
    const since = { since: day(1), until: null };
    return { id: `w#vote#x#${person}`, network: NET, person, action: 'vote', about: 'x', workflowId: 'w', ...since };
  }

  it('facts go or name nobody, with inbox, notices and the reports that show the person', async () => {
    const { store, place, report } = await begun();
    const erasure = await store.eraseMember(NET, CANARY, OPERATOR, day(3));
    expect(erasure).toMatchObject({ entries: 2, inbox: 1, notices: 1, reports: [{ check: 'health-2026-03-31' }] });
    // One a line, so that two who add a kind each do not meet.
    expect(Object.keys(erasure.removed).sort()).toEqual([
      'access-need',
      'accountability-part',
      'adoption',
      'artifact-rating',
      'artifact-use',
      'circle-member',
      'commitment',
      'constraint',
      'contribution',
      'contribution-claim',
      'experiment',
      'facilitator-training',
      'idea',
      'impact',
      'invitation',
      'knowledge-choice',
      'knowledge-note',
      'member',
      'membership-term',
      'mentoring-part',
      'newcomer',
      'notice',
      'probe',
      'question-load',
      'question-place',
      'questionnaire-answer',
      'recognition',
      'response',
      'role',
      'skill-claim',
      'skill-endorsement',
      'sparing',
      'stipend',
      'story',
      'succession',
      'support-request',
      'takeaway',
      'tie',
      'tie-rating',
      'variant-arm',
      'vote',
    ]);
    expect(await store.getArtifact(report)).toBeNull();
    expect((await store.inbox({ network: NET })).map(({ person }) => person)).toEqual(['p02']);
    expect((await store.networkRecords(NET)).members.map(({ member }) => member)).toEqual(['p02']);
    const [introduction] = await store.read({ network: NET, kind: 'introduction' });
    expect(introduction?.body.members).toEqual(['erased', 'p41']);
    const left = await store.history({ network: NET });
    for (const fact of left) expect(KINDS[fact.kind].schema.safeParse(fact.body).success, fact.kind).toBe(true);
    expect(JSON.stringify([left, await store.audit(NET), await store.inbox({ network: NET })])).not.toContain(CANARY);
    expect(await store.verifyAudit(NET)).toMatchObject({ verifies: true, entries: 4 });
    expect((await store.audit(NET)).at(-1)).toMatchObject({ action: 'erase', actor: OPERATOR });
    if ('file' in place) expect(mentions(bytesBeside(place.file), CANARY)).toBe(false);
    else expect(await rowsOf(place)).not.toContain(CANARY);
    await store.close();
  });

  it('erasing twice changes nothing; erasing the other party too leaves a chain that verifies', async () => {
    const { store } = await begun();
    await store.eraseMember(NET, CANARY, OPERATOR, day(3));
    const before = [await store.history({ network: NET }), await store.audit(NET)];
    expect(await store.eraseMember(NET, CANARY, OPERATOR, day(4))).toMatchObject({
      removed: {},
      replaced: {},
      entries: 0,
    });
    expect([await store.history({ network: NET }), await store.audit(NET)]).toEqual(before);
    const second = await store.eraseMember(NET, 'p41', OPERATOR, day(5));
    expect(second.replaced).toEqual({ introduction: 1, proposal: 1 });
    const [introduction] = await store.read({ network: NET, kind: 'introduction' });
    expect(introduction?.body.members).toEqual(['erased', 'erased']);
    expect(await store.verifyAudit(NET)).toMatchObject({ verifies: true, entries: 5 });
    expect(await store.erased(NET, [CANARY, 'p02', 'p41'])).toEqual([CANARY, 'p41']);
    expect(await store.erased('another', [CANARY])).toEqual([]);
    await store.close();
  });

  it('what still carries the id brings nobody back: the same facts again, new ones, waits, refusals', async () => {
    const { store } = await begun();
    await store.eraseMember(NET, CANARY, OPERATOR, day(3));
    expect(await store.append(everyKind(CANARY), { type: 'person', id: CANARY })).toEqual({
      ...{ appended: 0, known: KIND_NAMES.length },
    });
    const introduction = everyKind(CANARY).find(({ kind }) => kind === 'introduction')!;
    await store.append([{ ...introduction, key: `met/${CANARY}`, validFrom: day(4) }], { type: 'person', id: CANARY });
    await store.putInbox([wait(CANARY)]);
    await store.recordAudit({
      network: NET,
      at: day(4),
      actor: { type: 'person', id: CANARY },
      action: 'refused',
      detail: {},
    });
    const all = [await store.history({ network: NET }), await store.audit(NET), await store.inbox({ network: NET })];
    expect(JSON.stringify(all)).not.toContain(CANARY);
    expect(await store.verifyAudit(NET)).toMatchObject({ verifies: true, entries: 6 });
    await store.close();
  });

  it.each<[string, (db: Awaited<ReturnType<typeof tampering>>) => Promise<unknown>, number]>([
    ['a fact is taken away and called erased', forged, 4],
    [
      'an erased fact is given other words',
      (db) => db.updateTable('fact').set({ body: '{}' }).where('kind', '=', 'decision').execute(),
      1,
    ],
    [
      'an erased entry is given to somebody else',
      (db) => db.updateTable('audit').set({ actor_id: 'p02' }).where('seq', '=', 1).execute(),
      1,
    ],
    ['the rows of an erasure are deleted', (db) => db.deleteFrom('erasure').where('target', '=', 'fact').execute(), 1],
    [
      'an erasure nobody vouches for is added',
      (db) =>
        db
          .insertInto('erasure')
          .values({ ...ROW, entry: 9 })
          .execute(),
      5,
    ],
  ])('and %s: that is found', async (_what, tamper, brokenAt) => {
    const { store, place } = await begun();
    await store.eraseMember(NET, CANARY, OPERATOR, day(3));
    const db = await tampering(place);
    await tamper(db);
    await db.destroy();
    expect(await store.verifyAudit(NET)).toMatchObject({ verifies: false, brokenAt });
    await store.close();
  });
});

const ROW = { network: NET, target: 'fact', seq: 999, audit_seq: 999, before: 'x', after: null } as const;

async function tampering(place: DatabasePlace) {
  return (await openDatabase<StoreTables>(place)).db;
}

/** This fact names somebody else: no erasure took it. The forger knows how the rows are made, and cannot make the digest fit. */
async function forged(db: Awaited<ReturnType<typeof tampering>>): Promise<void> {
  const fact = await db.selectFrom('fact').selectAll().where('key', '=', 'p02').executeTakeFirstOrThrow();
  await db.deleteFrom('fact').where('seq', '=', fact.seq).execute();
  await db
    .insertInto('erasure')
    .values({ ...ROW, entry: 4, seq: fact.seq, audit_seq: 2, before: hashOfFact(fact) })
    .execute();
}

/** Database, write-ahead log and all. */
function bytesBeside(file: string): string {
  return readdirSync(dirname(file))
    .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
    .join('\n');
}

async function rowsOf(place: DatabasePlace): Promise<string> {
  const db = await tampering(place);
  const tables = ['fact', 'audit', 'inbox', 'notice', 'erasure', 'erased_person'] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  await db.destroy();
  return JSON.stringify(rows);
}
