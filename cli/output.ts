/**
 * What goes where: results on standard output, everything else on standard error; progress only where somebody watches.
 */
import { type Command, Option } from 'commander';
import { UsageError } from './failures.ts';

export interface FormatOptions {
  json?: boolean;
  format?: string;
}

/** `--json` and `--format`, the same on every command. The first format is what people get. */
export function addFormat(command: Command, formats: readonly string[] = ['text', 'json']): Command {
  return command
    .addOption(new Option('--format <format>', 'how the result is written').choices(formats))
    .option('--json', 'the same as --format json: for machines, on standard output alone');
}

export function formatOf<Format extends string = 'text' | 'json'>(
  { json, format }: FormatOptions,
  usual: NoInfer<Format>,
): Format {
  if (json === true && format !== undefined && format !== 'json') {
    throw new UsageError(`--json and --format ${format} contradict each other; give one of them`);
  }
  return (json === true ? 'json' : (format ?? usual)) as Format;
}

export function wantsJson({ json, format }: FormatOptions): boolean {
  return json === true || format === 'json';
}

export function write(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function writeJson(value: unknown): void {
  write(JSON.stringify(value, null, 2));
}

/** Something to know that is no result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Long work says where it is, where a person watches; elsewhere it is quiet. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`… ${text}\n`);
}

/** `weft measure … | head` ends when head has enough: that is no failure. */
export function quietPipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
