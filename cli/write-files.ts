/** Files appear whole or not at all: whoever presses Ctrl-C, or has a full disk, finds what was there before. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WorkSaysNo } from './failures.ts';

export async function writeFileWhole(path: string, text: string): Promise<string> {
  await inWords(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    await rename(await aside(path, text), path);
  });
  return path;
}

/** Every file is written aside before the first takes its place. */
export async function writeFolderWhole(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const paths = [...files.keys()].map((name) => join(folder, name));
  await inWords(folder, async () => {
    await mkdir(folder, { recursive: true });
    const written: string[] = [];
    for (const [name, text] of files) written.push(await aside(join(folder, name), text));
    for (const [at, path] of paths.entries()) await rename(written[at] as string, path);
  });
  return paths;
}

async function aside(path: string, text: string): Promise<string> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return beside;
}

async function inWords(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WorkSaysNo(`${path} cannot be written (${code}); check the folder, its rights and the space on the disk`);
  }
}
