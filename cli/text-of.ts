/** The text of a file that somebody names on the command line; in words where it cannot be had. */
import { readFile } from 'node:fs/promises';
import { WorkSaysNo } from './failures.ts';

/** @throws WorkSaysNo where the file cannot be found or read. */
export async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WorkSaysNo(`${file}: ${error.code === 'ENOENT' ? 'cannot be found; check the path' : 'cannot be read'}`);
  });
}
