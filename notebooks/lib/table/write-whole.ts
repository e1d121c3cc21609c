/** A file is there whole or not at all: an interrupted cell leaves no half of one. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** @returns the path that was written, from the root of the file system. */
export function writeWhole(path: string, content: string | Uint8Array): string {
  const file = resolve(path);
  const unfinished = `${file}.${process.pid}.unfinished`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
  return file;
}
