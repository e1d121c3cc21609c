/**
 * The types of the package `weft` as a cell's compiler reads them. tslab's TypeScript (5.0.4) neither resolves imports that
 * end in `.ts` nor should it read the whole engine before the first cell: the declarations are written here by the
 * project's own compiler, those files only that a cell can reach.
 *
 * What zod infers of a record is written out as the type that it is. Of other packages only those stay that a cell may
 * use itself: Temporal's and the databases' types would take longer to read than all of ours, and no value of the library
 * is of theirs (a test holds the library's own declarations to it).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LIBRARY = join(PROJECT, 'notebooks', 'lib');
/** Packages that a cell may import, and whose types tslab's TypeScript finds. */
const READABLE = /^(node:|arquero$|graphology)/;
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
    const { importedFiles } = ts.preProcessFile(text, true, true);
    for (const { fileName } of importedFiles) if (fileName.startsWith('.')) open.push(resolve(dirname(file), fileName));
    written.set(place, readable(text, writtenOut(program, source)));
  }
  return written;
}

/** Type aliases that zod infers, as they are. */
function writtenOut(program: ts.Program, source: ts.SourceFile): Map<string, string> {
  const checker = program.getTypeChecker();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  return new Map(
    source.statements
      .filter(ts.isTypeAliasDeclaration)
      .filter(({ type }) => /\bz\.(infer|input|output)</.test(type.getText(source)))
      .map(({ name }) => [name.text, checker.typeToString(checker.getTypeAtLocation(name), name.parent, flags)]),
  );
}

/** A declaration as TypeScript 5.0 reads it, without packages that it should not read. */
function readable(text: string, aliases: ReadonlyMap<string, string>): string {
  const file = ts.createSourceFile('x.d.ts', text, ts.ScriptTarget.Latest, true);
  const pieces = file.statements.map((statement) => {
    if (ts.isImportDeclaration(statement) && !isReadable(statement.moduleSpecifier)) return '';
    const alias = ts.isTypeAliasDeclaration(statement) ? aliases.get(statement.name.text) : undefined;
    if (alias === undefined || !ts.isTypeAliasDeclaration(statement)) return statement.getFullText(file);
    return `${text.slice(statement.pos, statement.type.getStart(file))}${alias};`;
  });
  return `${pieces.join('').replace(/((?:from|import)\s*\(?\s*["']\.[^"']*)\.ts(["'])/g, '$1.js$2')}\n`;
}

function isReadable(specifier: ts.Expression): boolean {
  return ts.isStringLiteral(specifier) && (specifier.text.startsWith('.') || READABLE.test(specifier.text));
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
