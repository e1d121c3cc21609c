/** `weft charter`: a form to fill in, and what is wrong with one that was. */
import { access, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { CharterReading } from '../../data/exchange/charter-yaml.ts';
import { EXIT, WorkSaysNo } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

const SCHEMA_FILE = 'weft-charter.schema.json';

export function addCharter(program: Command): void {
  const charter = program.command('charter').description('The agreement that a network runs under, as a YAML file.');
  addFormat(
    charter
      .command('new')
      .description('Writes a charter to fill in, every setting explained, and beside it what editors need to help.')
      .argument('<file>', 'the file to write, such as charter.yaml')
      .action(writeNew)
      .addHelpText('after', '\nExample:\n  weft charter new charter.yaml'),
  );
  addFormat(
    charter
      .command('check')
      .description('Says what is wrong with a charter, by line and column. Ends with 1 where something is.')
      .argument('<file>', 'the charter')
      .action(check)
      .addHelpText('after', '\nExample:\n  weft charter check charter.yaml'),
  );
  addFormat(
    charter
      .command('schema')
      .description('Writes the JSON Schema of a charter, for editors, on standard output.')
      .action(writeSchema)
      .addHelpText('after', `\nExample:\n  weft charter schema > ${SCHEMA_FILE}`),
  );
}

/** The charter of a file. @throws WorkSaysNo where it cannot be found. */
export async function readCharterFile(file: string): Promise<CharterReading> {
  const { readCharter } = await import('../../data/exchange/charter-yaml.ts');
  const { METRICS } = await import('../../analysis/metrics/index.ts');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WorkSaysNo(`${file}: ${error.code === 'ENOENT' ? 'cannot be found; check the path' : 'cannot be read'}`);
  });
  return readCharter(text, basename(file), { metrics: METRICS.map(({ id }) => id) });
}

async function writeNew(file: string, options: FormatOptions): Promise<void> {
  const format = formatOf(options, 'text');
  const { charterTemplate } = await import('../../data/exchange/charter-template.ts');
  const { charterJsonSchema } = await import('../../data/exchange/charter-schema.ts');
  if (await exists(file)) throw new WorkSaysNo(`${file} is there already; give another name, or remove it first`);
  const schema = join(dirname(file), SCHEMA_FILE);
  try {
    await writeFile(schema, `${JSON.stringify(charterJsonSchema(), null, 2)}\n`);
    await writeFile(file, charterTemplate(SCHEMA_FILE), { flag: 'wx' });
  } catch (error) {
    throw new WorkSaysNo(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}); check the folder`);
  }
  if (format === 'json') writeJson({ charter: file, schema });
  else write(`${file}: fill in what is empty, then type: weft charter check ${file}`);
}

async function check(file: string, options: FormatOptions): Promise<void> {
  const format = formatOf(options, 'text');
  const { charterProblemText } = await import('../../data/exchange/charter-yaml.ts');
  const reading = await readCharterFile(file);
  const problems = reading.ok ? [] : reading.problems;
  if (format === 'json') writeJson({ file, valid: reading.ok, problems, warnings: reading.warnings });
  else {
    for (const problem of problems) write(charterProblemText(problem));
    if (reading.ok) write(`${file} is complete. Type: weft launch ${file} --members MEMBERS.csv`);
    for (const warning of reading.warnings) note(`warning: ${charterProblemText(warning)}`);
    if (!reading.ok) note(`${problems.length} to mend.`);
  }
  if (!reading.ok) process.exitCode = EXIT.refused;
}

async function writeSchema(options: FormatOptions): Promise<void> {
  formatOf(options, 'json');
  const { charterJsonSchema } = await import('../../data/exchange/charter-schema.ts');
  writeJson(charterJsonSchema());
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
