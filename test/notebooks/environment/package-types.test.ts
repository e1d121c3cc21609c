import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePackageTypes } from '../../../notebooks/environment/ensure-types.ts';

const TYPES = fileURLToPath(new URL('../../../notebooks/lib/types/', import.meta.url));
/** Every package that what a cell sees may be typed by: tslab's TypeScript reads these, and they cost little. */
const READABLE = /^(node:|arquero$|graphology)/;

describe("Law: a cell's compiler can read every type that the library gives it", () => {
  beforeAll(() => ensurePackageTypes(console.log), 120_000);

  it('every file that a declaration mentions is there, and every package is one that a cell may use', () => {
    const reached = new Set<string>();
    const missing: string[] = [];
    const open = [join(TYPES, 'notebooks', 'lib', 'index.d.ts')];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      if (!existsSync(file)) {
        missing.push(file);
        continue;
      }
      for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
        if (fileName.startsWith('.')) open.push(resolve(dirname(file), fileName.replace(/\.js$/, '.d.ts')));
        else if (!READABLE.test(fileName)) missing.push(`${file}: ${fileName}`);
      }
    }
    expect(missing).toEqual([]);
    expect(reached.size).toBeGreaterThan(10);
  });

  it('no member of the library is of a type that was left out', () => {
    // Without an import a name has no meaning, and the compiler would take it for `any`, in silence.
    const { options } = ts.convertCompilerOptionsFromJson(
      { module: 'esnext', moduleResolution: 'bundler', target: 'es2023', types: ['node'], strict: true },
      TYPES,
    );
    const program = ts.createProgram([join(TYPES, 'notebooks', 'lib', 'index.d.ts')], options);
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(TYPES, 'notebooks', 'lib')));
    const unknown = own
      .flatMap((file) => program.getSemanticDiagnostics(file))
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(unknown).toEqual([]);
  }, 60_000);
});
