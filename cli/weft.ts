/**
 * The command line: one file a command in commands/, each a thin call of the façade or of analysis, loaded when it is
 * used. Here is only what all share: help, wrong use, and how a refusal ends.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addAct } from './commands/act.ts';
import { addArchive } from './commands/archive.ts';
import { addAudit } from './commands/audit.ts';
import { addBench } from './commands/bench.ts';
import { addCalendar } from './commands/calendar.ts';
import { addCharter } from './commands/charter.ts';
import { addDemo } from './commands/demo.ts';
import { addErase } from './commands/erase.ts';
import { addExperts } from './commands/experts.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addLaunch } from './commands/launch.ts';
import { addMeasure } from './commands/measure.ts';
import { addMetrics } from './commands/metrics.ts';
import { addNetworks } from './commands/networks.ts';
import { addNotebook } from './commands/notebook.ts';
import { addPractices } from './commands/practices.ts';
import { addQuestionnaires } from './commands/questionnaires.ts';
import { addReport } from './commands/report.ts';
import { addRepository } from './commands/repository.ts';
import { addSimulate } from './commands/simulate.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addWords } from './commands/words.ts';
import { addWorker } from './commands/worker.ts';
import { EXIT, explain } from './failures.ts';
import { quietPipes, wantsJson, writeJson } from './output.ts';

/** In the order of a network's life: that is the order of the help. */
const COMMANDS = [
  addStart,
  addDemo,
  addCharter,
  addPractices,
  addQuestionnaires,
  addLaunch,
  addNetworks,
  addStatus,
  addAct,
  addWords,
  addRepository,
  addExperts,
  addImport,
  addExport,
  addCalendar,
  addArchive,
  addMetrics,
  addMeasure,
  addWorker,
  addSimulate,
  addReport,
  addNotebook,
  addErase,
  addAudit,
  addBench,
];

/** Runs one command line and says with which code to end. */
export async function runWeft(args: readonly string[]): Promise<number> {
  quietPipes();
  const program = new Command('weft')
    .description('Runs collaborative learning networks, measures whether they work, and acts on it.')
    .version(ownVersion())
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)');
  for (const add of COMMANDS) add(program);
  let running: Command = program;
  program.hook('preAction', (_program, command) => {
    running = command;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    // Help and version end this way too; commander has said already what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    const { message, code, refusal } = explain(error);
    process.stderr.write(`${message}\n`);
    if (refusal !== null && wantsJson(running.opts())) writeJson({ refused: refusal });
    return code;
  }
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}
