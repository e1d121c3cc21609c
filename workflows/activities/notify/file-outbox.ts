/**
 * The default: one file per notice, `<folder>/<id>.eml`, which any mail program opens. Nothing leaves the machine.
 *
 * A file appears whole or not at all, and never twice: it is written aside and then linked, which fails where it exists.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';
import type { Notifier } from './notifier.ts';

export function fileOutbox(folder: string, from: string): Notifier {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(message) {
      const { message: bytes } = await writer.sendMail(compose(message, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A name of its own: a second writer on the same one would cut what the first has linked already.
      const aside = join(folder, `.${randomUUID()}`);
      await writeFile(aside, bytes as Buffer, { mode: 0o600 });
      try {
        await link(aside, join(folder, `${message.id}.eml`));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        await rm(aside, { force: true });
      }
    },
    async close() {
      writer.close();
    },
  };
}
