/** `weft charter`: a form to fill in, and what is wrong with one that was. */
import { access, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import type { TemplateValues } from '../../data/exchange/charter-templates.ts';
import type { CharterReading } from '../../data/exchange/charter-yaml.ts';
import { textTable } from '../../data/exchange/text-table.ts';
import { EXIT, UsageError, WorkSaysNo } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { textOf } from '../text-of.ts';

const SCHEMA_FILE = 'weft-charter.schema.json';

export function addCharter(program: Command): void {
  const charter = program.command('charter').description('The agreement that a network runs under, as a YAML file.');
  addFormat(
    charter
      .command('new')
      .description('Writes a charter to fill in, every setting explained, and beside it what editors need to help.')
      .argument('<file>', 'the file to write, such as charter.yaml')
      .addOption(new Option('--template <kind>', 'begin from a kind of network; weft charter templates lists them'))
      .action(writeNew)
      .addHelpText('after', '\nExample:\n  weft charter new charter.yaml --template rapid-exchange'),
  );
  addFormat(
    charter
      .command('templates')
      .description('The kinds of network that a charter can begin from.')
      .action(listTemplates)
      .addHelpText('after', '\nExample:\n  weft charter templates'),
  );
  addFormat(
    charter
      .command('explain')
      .description('Says of every setting of a charter what it does.')
      .argument('<file>', 'the charter')
      .action(explain)
      .addHelpText('after', '\nExample:\n  weft charter explain charter.yaml'),
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
  return readCharter(await textOf(file), basename(file), { metrics: METRICS.map(({ id }) => id) });
}

async function writeNew(file: string, options: FormatOptions & { template?: string }): Promise<void> {
  const format = formatOf(options, 'text');
  const values = await templateValues(options.template);
  const { charterTemplate } = await import('../../data/exchange/charter-template.ts');
  const { charterJsonSchema } = await import('../../data/exchange/charter-schema.ts');
  if (await exists(file)) throw new WorkSaysNo(`${file} is there already; give another name, or remove it first`);
  const schema = join(dirname(file), SCHEMA_FILE);
  try {
    await writeFile(schema, `${JSON.stringify(charterJsonSchema(), null, 2)}\n`);
    await writeFile(file, charterTemplate(SCHEMA_FILE, values), { flag: 'wx' });
  } catch (error) {
    throw new WorkSaysNo(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}); check the folder`);
  }
  if (format === 'json') writeJson({ charter: file, schema });
  else write(`${file}: fill in what is empty, then type: weft charter check ${file}`);
}

async function templateValues(kind: string | undefined): Promise<TemplateValues> {
  if (kind === undefined) return {};
  const { TEMPLATE_NAMES, TEMPLATES } = await import('../../data/exchange/charter-templates.ts');
  const name = TEMPLATE_NAMES.find((known) => known === kind);
  if (name === undefined)
    throw new UsageError(`there is no template '${kind}'; there are ${TEMPLATE_NAMES.join(', ')}`);
  return TEMPLATES[name].values;
}

async function listTemplates(options: FormatOptions): Promise<void> {
  const format = formatOf(options, 'text');
  const { TEMPLATE_NAMES, TEMPLATES } = await import('../../data/exchange/charter-templates.ts');
  if (format === 'json') return writeJson(TEMPLATE_NAMES.map((name) => ({ template: name, ...TEMPLATES[name] })));
  const rows = TEMPLATE_NAMES.map((name) => [name, TEMPLATES[name].says]);
  write(textTable([{ label: 'template' }, { label: 'for' }], rows));
}

async function explain(file: string, options: FormatOptions): Promise<void> {
  const format = formatOf(options, 'text');
  const reading = await readCharterFile(file);
  if (!reading.ok) {
    throw new WorkSaysNo(`${file} has ${reading.problems.length} problems; weft charter check ${file} names them`);
  }
  const { explainedCharter } = await import('../../data/exchange/charter-explained.ts');
  const settings = explainedCharter(reading.charter);
  if (format === 'json') return writeJson(settings);
  for (const { path, value, does } of settings) write(`${path}: ${shown(value)}\n    ${does}`);
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
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
