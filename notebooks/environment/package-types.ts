/**
 * The types of the package `weft` as a cell's compiler reads them. tslab's TypeScript (5.0.4) neither resolves imports that
 * end in `.ts` nor should it read the whole engine before the first cell: the declarations are written here by the
 * project's own compiler, those files only that a cell can reach.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LIBRARY = join(PROJECT, 'notebooks', 'lib');
const TYPES = join(LIBRARY, 'types');

export function writePackageTypes(): void {
  const declarations = declarationsFrom(join(LIBRARY, 'index.ts'));
  rmSync(TYPES, { recursive: true, force: true });
  for (const [file, text] of declarations) {
    const place = join(TYPES, relative(PROJECT, file));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

/** The declarations of a file and of all that they mention, by the path that they would have beside their sources. */
function declarationsFrom(entry: string): Map<string, string> {
  const program = ts.createProgram([entry], settings());
  const written = new Map<string, string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const place = file.replace(/\.ts$/, '.d.ts');
    if (written.has(place)) continue;
    const source = program.getSourceFile(file);
    if (source === undefined) continue;
    const text = declarationOf(program, source);
    written.set(place, text.replace(/((?:from|import)\s*\(?\s*["']\.[^"']*)\.ts(["'])/g, '$1.js$2'));
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      if (fileName.startsWith('.')) open.push(resolve(dirname(file), fileName));
    }
  }
  return written;
}

function declarationOf(program: ts.Program, source: ts.SourceFile): string {
  let text = '';
  const keep = (_name: string, written: string): void => {
    text = written;
  };
  program.emit(source, keep, undefined, true);
  return text;
}

function settings(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(PROJECT, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['x.ts'] }, ts.sys, PROJECT);
  const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true, checkJs: false };
  return { ...options, ...emit, outDir: TYPES, rootDir: PROJECT };
}
