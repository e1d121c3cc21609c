import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type DatabasePlace, openStore } from '../../../data/store/index.ts';
import { onEachBackend } from './backends.ts';
import { tie } from './facts.ts';

const ROUNDS = 60;
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

interface Writer {
  process: ChildProcess;
  /** Resolves when it has appended for the first time. */
  begun: Promise<unknown>;
  /** Its exit code and what it complained of. */
  ended: Promise<{ code: number | null; errors: string }>;
}

function startWriter(place: DatabasePlace, name: string, rounds: number): Writer {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, JSON.stringify(place), name, String(rounds)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return { process: child, begun: Promise.race([once(child.stdout, 'data'), ended]), ended };
}

onEachBackend(
  'several processes share one store: nothing is lost, doubled, half-seen or refused as busy',
  (backend) => {
    it('two write while a third reads', async () => {
      const place = await backend.fresh();
      // Nobody has made the tables yet: the three also start at once.
      const writers = ['left', 'right'].map((name) => startWriter(place, name, ROUNDS));
      const store = await openStore(place);
      let running = true;
      const ended = Promise.all(writers.map((writer) => writer.ended)).finally(() => {
        running = false;
      });
      let readings = 0;
      while (running) {
        const keys = (await store.history({ network: 'net' })).map(({ key }) => key);
        for (const key of keys) if (key.endsWith('-a')) expect(keys).toContain(key.replace(/a$/, 'b'));
        expect(await store.verifyAudit('net')).toMatchObject({ verifies: true });
        readings += 1;
        await new Promise(setImmediate);
      }
      expect(await ended).toEqual([
        { code: 0, errors: '' },
        { code: 0, errors: '' },
      ]);
      expect(readings).toBeGreaterThan(1);

      const keys = (await store.history({ network: 'net' })).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toHaveLength(ROUNDS * 5);
      expect(await store.verifyAudit('net')).toMatchObject({ verifies: true, entries: ROUNDS * 2 });
      await store.close();
    });

    it('one that comes and goes takes nothing from a process that has the store open twice', async () => {
      const place = await backend.fresh();
      // A worker opens the file for facts and again for people: opening it must not drop the locks of the first.
      const [store, second] = [await openStore(place), await openStore(place)];
      const { ended } = startWriter(place, 'visitor', 1);
      expect(await ended).toEqual({ code: 0, errors: '' });
      await store.append([tie('after')], { type: 'import', id: 'test' });
      const later = await openStore(place);
      const keys = (await later.history({ network: 'net' })).map(({ key }) => key);
      expect(keys.sort()).toEqual(['after', 'shared-1', 'visitor-1-a', 'visitor-1-b']);
      for (const open of [store, second, later]) await open.close();
    });

    it('one that is killed in the middle leaves whole appends only, and blocks nobody', async () => {
      const place = await backend.fresh();
      const writer = startWriter(place, 'killed', 100_000);
      await writer.begun;
      writer.process.kill('SIGKILL');
      await writer.ended;
      const store = await openStore(place);
      const before = (await store.history({ network: 'net' })).length;
      expect(before).toBeGreaterThan(0);
      expect(before % 3).toBe(0);
      await store.append([tie('after')], { type: 'import', id: 'test' });
      expect(await store.verifyAudit('net')).toMatchObject({ verifies: true, entries: before / 3 + 1 });
      await store.close();
    });

    it.runIf(backend.name === 'SQLite')('the files are readable by their owner alone', async () => {
      const place = await backend.fresh();
      const store = await openStore(place);
      await store.append([tie('a')], { type: 'import', id: 'test' });
      const file = 'file' in place ? place.file : '';
      const rights = async (path: string) => (await stat(path)).mode & 0o777;
      expect(await rights(dirname(file))).toBe(0o700);
      for (const suffix of ['', '-wal', '-shm']) expect(await rights(`${file}${suffix}`)).toBe(0o600);
      expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
      await store.close();
    });
  },
);
