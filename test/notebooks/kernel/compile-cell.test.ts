import { utimesSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler } from '../../../notebooks/kernel/cells/compile-cell.ts';

/** The compiler reads it with the first cell; `npm ci` has written it. */
const READ = fileURLToPath(new URL('../../../notebooks/lib/types/notebooks/lib/index.d.ts', import.meta.url));
/** File systems tell of a change within a moment; where they are polled, within a quarter of a second. */
const CHANGE_HEARD_MS = 600;

describe('Law: what happens to files while a notebook is open does not fail its cells', () => {
  const compiler = createCompiler((work) => work());
  afterAll(() => compiler.close());

  it('one that the compiler has read is saved anew, again and again', async () => {
    compiler.compile('import { open } from "weft";\nconst kept = open;').keep();
    for (const round of [1, 2]) {
      const now = new Date();
      utimesSync(READ, now, now);
      await pause(CHANGE_HEARD_MS);
      expect(compiler.compile(`const after${round} = kept;`).code).toContain('kept');
    }
  }, 60_000);
});
