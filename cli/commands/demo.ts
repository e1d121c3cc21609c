/** `weft demo`: a whole lifecycle of the example network, its months compressed into seconds by its charter's clock. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { TEMPLATE_NAMES, type TemplateName } from '../../data/exchange/charter-templates.ts';
import type { Demo } from '../demo/run-demo.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { untilAsked } from '../stopping.ts';

interface Options extends FormatOptions {
  out: string;
  template?: TemplateName;
  slower: number;
}

export function addDemo(program: Command): void {
  const command = program
    .command('demo')
    .description('Plays a whole lifecycle of the example network in less than a minute, and leaves its reports.')
    .option('--out <dir>', 'where the reports are left', 'weft-demo')
    .addOption(
      new Option(
        '--template <name>',
        'a network of that kind, with all practices of its template; takes minutes',
      ).choices(TEMPLATE_NAMES),
    )
    .option('--slower <times>', 'let its days last so many times longer: for a machine that is busy', times, 1)
    .action(run)
    .addHelpText('after', '\nExamples:\n  weft demo --out weft-demo\n  weft demo --template collaborative');
  addFormat(command);
}

async function run(options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const say = format === 'json' ? note : write;
  const stopping = untilAsked();
  const stop = new AbortController();
  stopping.asked.then(() => stop.abort(new Error('stopped')));
  const { runDemo } = await import('../demo/run-demo.ts');
  try {
    const { out, slower, template = null } = options;
    const demo = await runDemo({ out, template, slower, say, signal: stop.signal });
    if (format === 'json') writeJson(demo);
    else write(inWords(demo));
    if (!demo.audit.verifies) process.exitCode = 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    note('stopped before its end');
    process.exitCode = 1;
  } finally {
    stopping.done();
  }
}

function times(text: string): number {
  const value = Number(text);
  // Whole: Temporal counts the schedule of health checks in whole seconds.
  if (!Number.isSafeInteger(value) || value < 1 || value > 1000) throw new InvalidArgumentError('Give 1 to 1000.');
  return value;
}

/** So many of all acts come too late where the machine cannot keep up, and not by people's habits. */
const TOO_MANY_LEFT = 0.2;
const REASONS_SHOWN = 8;

/** What was not taken, by action and reason: what a lead would hear from people. */
function leftInWords({ done, left }: Demo['played']): string[] {
  if (left.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { act, why } of left) {
    const reason = `${act.action}: ${why.split('\n')[0]}`.replace(/\d+/g, 'N');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rest = sorted.length - REASONS_SHOWN;
  return [
    `${left.length} acts came to nothing:`,
    ...sorted.slice(0, REASONS_SHOWN).map(([reason, count]) => `  ${count} × ${reason}`),
    ...(rest > 0 ? [`  and ${rest} reasons more; --json has them all`] : []),
    ...(left.length / (done + left.length) > TOO_MANY_LEFT
      ? ['Most came too late: this machine was too busy for the pace. weft demo --slower 3 gives people more time.']
      : []),
  ];
}

function inWords({ people, reports, latest, played, audit, seconds }: Demo): string {
  return [
    '',
    `Done in ${Math.round(seconds)} seconds: ${played.done} acts of ${people} people, ${reports.length} health reports.`,
    ...leftInWords(played),
    `The audit chain of ${audit.entries} entries ${audit.verifies ? 'verifies' : 'DOES NOT verify'}.`,
    ...reports.map((file) => `  ${file}`),
    `Open this one first: ${latest}`,
  ].join('\n');
}
