import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveOf, KEPT, readArchiveSource, sha256, writeArchive } from '../../../data/exchange/archive/index.ts';
import { openPeople, type PeopleStore } from '../../../data/people/index.ts';
import { type BodyOf, KINDS, type Kind, type NewFact } from '../../../data/records/index.ts';
import { openStore, type RecordStore } from '../../../data/store/index.ts';

const NET = 'archived';
const AT = '2026-03-01T09:00:00.000Z';
const ACTOR = { type: 'workflow', id: `network/${NET}` } as const;
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</table></body><iframe src="https://example.org">',
  '[click](javascript:alert(1))',
  "=HYPERLINK('http://example.org')",
  '| a | b |\n# heading',
];

describe('Law: an archive holds what was meant for others, harms no reader, and says only what the facts say', () => {
  let folder: string;
  let store: RecordStore;
  let people: PeopleStore;
  const archive = async () => archiveOf(await readArchiveSource({ store, people }, NET));
  const sealed = (person: string, text: string) => people.sealText(NET, person, text);

  function fact<K extends Kind>(kind: K, change: Partial<BodyOf<K>>, key: string): NewFact {
    const body = { ...(KINDS[kind].example as BodyOf<K>), ...change };
    const envelope = { validFrom: AT, validTo: null, recordedAt: AT, source: ACTOR, retracted: false };
    return { network: NET, kind, body, key: `${kind}/${key}`, ...envelope } as unknown as NewFact;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weft-archive-'));
    const place = { file: join(folder, 'weft.db') };
    store = await openStore(place);
    people = await openPeople({ ...place, masterKey: randomBytes(32) });
    for (const member of ['p01', 'p02', 'p03']) {
      await people.put(NET, member, { name: `Name of ${member}`, email: `${member}@example.org` });
    }
    const document = {
      ...KINDS.charter.example.document,
      network: NET,
      challenge: HOSTILE.join(' ').replace(/\s+/g, ' '),
    };
    const stories = await Promise.all(
      HOSTILE.map(async (text, at) =>
        fact(
          'story',
          { story: `story-${at}`, member: 'p01', text: await sealed('p01', text), shared: true },
          String(at),
        ),
      ),
    );
    await store.append(
      [
        fact('charter', { document }, 'charter'),
        ...['p01', 'p02', 'p03'].map((member) => fact('member', { member }, member)),
        fact('tie', { from: 'p01', to: 'p02' }, 'tie'),
        ...stories,
        fact(
          'story',
          { story: 'private', member: 'p02', text: await sealed('p02', 'NOT-SHARED'), shared: false },
          'private',
        ),
        fact('story', { story: 'gone', member: 'p03', text: await sealed('p03', 'OF-P03'), shared: true }, 'gone'),
        fact('commitment', { member: 'p01', text: await sealed('p01', 'A-PROMISE') }, 'promise'),
        fact('vote', { voter: 'p02', ranking: ['priority-9'] }, 'vote'),
        fact('experiment', { member: 'p01', learned: await sealed('p01', 'WHAT-WAS-LEARNED') }, 'experiment'),
      ],
      ACTOR,
    );
  });
  afterAll(async () => {
    await people?.close();
    await store?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('opens words that are shared, and no others; people stand in it by id', async () => {
    const text = [...(await archive()).values()].join('\n');
    expect(text).toContain('WHAT-WAS-LEARNED');
    for (const private_ of ['NOT-SHARED', 'A-PROMISE', 'priority-9', 'Name of p01', '@example.org']) {
      expect(text).not.toContain(private_);
    }
  });

  it('names people only where the charter says so', async () => {
    const source = await readArchiveSource({ store, people }, NET);
    const named = archiveOf({ ...source, names: [{ id: 'p01', name: 'Name of p01' }] });
    expect(named.get('people.csv')).toBe('id,name\np01,Name of p01\n');
    expect((await archive()).has('people.csv')).toBe(false);
  });

  it('runs nothing in a browser and computes nothing in a spreadsheet', async () => {
    const files = await archive();
    const html = files.get('index.html') as string;
    expect(html).not.toMatch(/<(script|img|iframe)/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&#60;script&#62;');
    expect(files.get('index.md')).not.toMatch(/<script|\]\(javascript:/);
    for (const [path, text] of files) {
      if (path.endsWith('.csv')) expect(text, path).not.toMatch(/(^|,|")[=+@]/m);
    }
  });

  it('gives the same bytes for the same facts, and the digest of each', async () => {
    const files = await archive();
    expect(await archive()).toEqual(files);
    const integrity = JSON.parse(files.get('integrity.json') as string) as {
      audit: { head: string };
      files: Record<string, string>;
    };
    expect(Object.keys(integrity.files).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'integrity.json').sort(),
    );
    for (const [path, digest] of Object.entries(integrity.files))
      expect(sha256(files.get(path) as string)).toBe(digest);
    expect(integrity.audit.head).toBe((await store.audit(NET)).at(-1)?.hash);
  });

  it('knows nobody who was erased', async () => {
    await store.eraseMember(NET, 'p03', { type: 'person', id: 'operator' }, AT);
    await people.erase(NET, 'p03');
    expect([...(await archive()).values()].join('\n')).not.toMatch(/p03|OF-P03/);
  });

  it('is written whole or not at all, and over nothing', async () => {
    const files = await archive();
    const taken = join(folder, 'taken');
    await mkdir(taken);
    await writeFile(join(taken, 'mine.txt'), 'mine');
    await expect(writeArchive(taken, files)).rejects.toThrow('not empty');
    expect(await readdir(taken)).toEqual(['mine.txt']);
    // A name that no file system takes: what was written before is gone again.
    const broken = new Map([...files, ['x'.repeat(300), 'too long']]);
    await expect(writeArchive(join(folder, 'broken'), broken)).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.startsWith('broken'))).toEqual([]);
    await writeArchive(join(folder, 'whole'), files);
    expect(await readFile(join(folder, 'whole', 'index.html'), 'utf8')).toBe(files.get('index.html'));
  });

  it('opens only fields that hold references to words', () => {
    for (const [kind, kept] of Object.entries(KEPT)) {
      const example = KINDS[kind as Kind].example as Record<string, unknown>;
      for (const field of (kept as { words?: readonly string[] }).words ?? []) {
        expect(example[field] === null || /^t-/.test(String(example[field])), `${kind}.${field}`).toBe(true);
      }
    }
  });
});
