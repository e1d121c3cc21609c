/** An archive's folder appears whole or not at all: it is written beside its place, and takes it by one rename. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder that holds something is not written into: what is there would be lost, or mixed with what comes. */
export class ArchiveFolderTaken extends Error {
  override readonly name = 'ArchiveFolderTaken';
}

/** @throws ArchiveFolderTaken before anything is written. */
export async function refuseTakenFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new ArchiveFolderTaken(`${folder} is a file; name a folder.`);
    throw error;
  });
  if (there.length > 0) {
    throw new ArchiveFolderTaken(`${folder} is not empty; name a folder that is, or one that is not there yet.`);
  }
}

/** `replacing`: an archive that was left there before gives way. @throws ArchiveFolderTaken */
export async function writeArchive(
  folder: string,
  files: ReadonlyMap<string, string>,
  { replacing = false }: { replacing?: boolean } = {},
): Promise<{ files: number; bytes: number }> {
  if (!replacing) await refuseTakenFolder(folder);
  const beside = `${folder}.${process.pid}.part`;
  let bytes = 0;
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(beside, path)), { recursive: true, mode: 0o700 });
      await writeFile(join(beside, path), text, { mode: 0o600 });
      bytes += Buffer.byteLength(text);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  return { files: files.size, bytes };
}
