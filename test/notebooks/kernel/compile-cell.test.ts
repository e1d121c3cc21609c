import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiler, createCompiler } from '../../../notebooks/kernel/cells/compile-cell.ts';

/** The compiler reads it with the first cell; `npm ci` has written it. */
const READ = fileURLToPath(new URL('../../../notebooks/lib/types/notebooks/lib/index.d.ts', import.meta.url));
/** File systems tell of a change within a moment; where they are polled, within a quarter of a second. */
const CHANGE_HEARD_MS = 700;

describe('Law: what happens to files while a notebook is open does not fail its cells', () => {
  const project = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'weft-cells-'));
  let compiler: Compiler;
  beforeAll(() => {
    process.chdir(folder);
    compiler = createCompiler((work) => work());
  });
  afterAll(() => {
    compiler.close();
    process.chdir(project);
    rmSync(folder, { recursive: true });
  });

  it('one that was read is saved anew, and others come beside the notebook', async () => {
    compiler.compile('import { open } from "weft";\nconst kept = open;').keep();
    for (const round of [1, 2]) {
      mkdirSync(join(folder, 'node_modules', `package-${round}`), { recursive: true });
      writeFileSync(join(folder, `table-${round}.ts`), 'export const rows = [];\n');
      utimesSync(READ, new Date(), new Date());
      await pause(CHANGE_HEARD_MS);
      expect(compiler.compile(`const after${round} = kept;`).code).toContain('kept');
    }
  }, 60_000);
});
