/**
 * The key that every person's key is wrapped under: from WEFT_MASTER_KEY, else from the file `master.key` in the data
 * folder, which is made the first time. Whoever backs up the database keeps the key elsewhere: together they are names.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PeopleError } from './people-error.ts';
import { KEY_BYTES } from './sealing.ts';

const FILE_NAME = 'master.key';
const VARIABLE = 'WEFT_MASTER_KEY';

/** @param environment where WEFT_MASTER_KEY is looked for: `process.env` */
export async function loadMasterKey(
  dataFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const given = environment[VARIABLE];
  if (given !== undefined && given !== '') return decode(given, VARIABLE);
  const file = join(dataFolder, FILE_NAME);
  await createOnce(dataFolder, file);
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) {
    throw new PeopleError(`${FILE_NAME} can be read by other users of this machine. Run: chmod 600 ${FILE_NAME}`);
  }
  return decode(await readFile(file, 'utf8'), FILE_NAME);
}

/** Of several processes that start at once, one makes the key; a reader never sees half of it. */
async function createOnce(folder: string, file: string): Promise<void> {
  if (await exists(file)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
    await handle.sync();
    // A hard link, unlike a rename, fails where the name is taken: a key that people depend on is never replaced.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** 32 bytes, as 64 hexadecimal digits or as base64. */
function decode(text: string, from: string): Uint8Array {
  const trimmed = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return Buffer.from(trimmed, 'hex');
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return Buffer.from(trimmed, 'base64');
  throw new PeopleError(
    `${from} holds no key: expected ${KEY_BYTES} bytes as 64 hexadecimal digits or as base64 (openssl rand -hex ${KEY_BYTES}).`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
