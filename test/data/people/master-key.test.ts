import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMasterKey, PeopleError } from '../../../data/people/index.ts';

describe('there is one master key, its owner alone reads it, and it is never replaced', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'weft-key-')), 'data');
    file = join(folder, 'master.key');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  it('of twenty that start at once all get the same, and no draft is left', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadMasterKey(folder, {})));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(await readdir(folder)).toEqual(['master.key']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('stays the same at the next start', async () => {
    const first = await loadMasterKey(folder, {});
    const content = await readFile(file, 'utf8');
    expect(await loadMasterKey(folder, {})).toEqual(first);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('comes from WEFT_MASTER_KEY where that is set, as hexadecimal digits or base64, and makes no file', async () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 200 + index));
    for (const text of [
      key.toString('hex'),
      key.toString('base64'),
      key.toString('base64url'),
      ` ${key.toString('hex')}\n`,
    ]) {
      expect(Buffer.from(await loadMasterKey(folder, { WEFT_MASTER_KEY: text }))).toEqual(key);
    }
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  it('that others can read, or that is no key, is refused with words that do not show it', async () => {
    await loadMasterKey(folder, {});
    await chmod(file, 0o640);
    await expect(loadMasterKey(folder, {})).rejects.toThrow(/can be read by other users.*chmod 600/);
    await chmod(file, 0o600);
    await writeFile(file, 'half a ke');
    for (const environment of [{}, { WEFT_MASTER_KEY: 'half a ke' }]) {
      const refusal = await loadMasterKey(folder, environment).catch((error) => error);
      expect(refusal).toBeInstanceOf(PeopleError);
      expect(refusal.message).toMatch(/holds no key: expected 32 bytes/);
      expect(refusal.message).not.toContain('half a ke');
    }
  });
});
