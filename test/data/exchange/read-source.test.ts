import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportError, readSource, readSources } from '../../../data/exchange/index.ts';
import { tie } from './support.ts';

const DATASETS = join(import.meta.dirname, '../../../../shared/datasets');

let folder = '';
const put = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a source is a folder, a file or several files, and what was read is said', () => {
  it('a folder: known tables are read, the rest is named, each file with its digest', async () => {
    await put('nodes.csv', 'id\na\nb\n');
    await put('edges.csv', 'from,to\na,b\n');
    await put('survey_roster.csv', 'id,answered\na,yes\nb,no\n');
    await put('meta.json', 'not even JSON');
    const result = await readSource(folder);
    expect(result.records.ties).toEqual([tie('a', 'b')]);
    expect(result.records.responses).toHaveLength(2);
    expect(result.notes[0]).toBe('not read: meta.json');
    const sha256 = createHash('sha256').update('id\na\nb\n').digest('hex');
    expect(result.files).toContainEqual({ name: 'nodes.csv', sha256 });
  });

  it('several files of one network; reading twice gives the same', async () => {
    const paths = [await put('members.csv', 'id\nx\ny\n'), await put('answers.csv', 'from,to\nx,y\n')];
    const result = await readSources(paths);
    expect(result.records.ties).toEqual([tie('x', 'y')]);
    expect(await readSources(paths)).toEqual(result);
  });

  it('what is not there, holds nothing or is too large is refused with words', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const large = await put('large.csv', 'id\n');
    await truncate(large, 50_000_001);
    for (const [path, message] of [
      [join(folder, 'missing.csv'), 'missing.csv: cannot be found; check the path'],
      [empty, 'empty: holds no table that is known; put nodes.csv and edges.csv into the folder'],
      [large, 'large.csv: has 50000001 bytes; at most 50000000 are read'],
    ] as const) {
      await expect(readSource(path)).rejects.toBeInstanceOf(ImportError);
      await expect(readSource(path)).rejects.toThrow(message);
    }
  });
});

describe.skipIf(!existsSync(DATASETS))('real networks (../shared/datasets; skipped where they are absent)', () => {
  const names = existsSync(DATASETS) ? readdirSync(DATASETS).filter((name) => !name.includes('.')) : [];
  const rows = (name: string, file: string) =>
    readFileSync(join(DATASETS, name, file), 'utf8')
      .trim()
      .split('\n').length - 1;

  it.each(names)('%s is read row by row, and nobody is taken for a personal detail', async (name) => {
    const { records, people, notes } = await readSource(join(DATASETS, name));
    expect(records.members).toHaveLength(rows(name, 'nodes.csv'));
    expect(records.ties).toHaveLength(rows(name, 'edges.csv'));
    expect(people).toEqual([]);
    expect(notes).toHaveLength(1);
  });
});
