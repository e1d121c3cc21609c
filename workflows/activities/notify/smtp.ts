/**
 * Notices by SMTP. The address of the server, with its password, is one setting: SMTP_URL, as
 * `smtp://user:password@host:port` or `smtps://…`; WEFT_MAIL_FROM says who sends.
 *
 * Once: a mail counts from the moment at which the server has seen its end. All but that end is sent first, then the
 * store is told that it is sent, then the end follows. A worker that dies before has sent nothing that counts, and the
 * next attempt sends it whole; one that dies after does not send it again. In between there is nothing but a write to
 * the socket: SMTP offers no narrower window.
 */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';
import type { Notifier } from './notifier.ts';
import { Undeliverable } from './notifier.ts';

/** A mail server that does not answer must not hold an activity beyond its heartbeat. */
const TIMEOUT_MS = 10_000;

export function smtp(url: string, from: string): Notifier {
  const transport = createTransport({ url, pool: true, ...timeouts() });
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(message, atLastMoment) {
      const { message: bytes, envelope } = await writer.sendMail(compose(message, from));
      const raw = Readable.from(withLastMoment(bytes as Buffer, atLastMoment), { objectMode: false });
      try {
        await transport.sendMail({ envelope, raw });
      } catch (error) {
        throw withoutAddress(error);
      }
    },
    async close() {
      transport.close();
      writer.close();
    },
  };
}

/** The sender ends a message when its stream ends: so the last moment is the one before that. */
async function* withLastMoment(bytes: Buffer, atLastMoment: () => Promise<void>): AsyncGenerator<Buffer> {
  yield bytes;
  await atLastMoment();
}

function timeouts() {
  return { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
}

/** What the server answers repeats the address: codes alone go on. */
function withoutAddress(error: unknown): Error {
  if (error instanceof Undeliverable) return error;
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE' && responseCode >= 550 && responseCode <= 553) {
    return new Undeliverable(`The mail server refuses this address (${responseCode}).`);
  }
  return new Error(`The mail server did not take a notice (${code}${responseCode === 0 ? '' : `, ${responseCode}`}).`);
}
