/**
 * Notices by SMTP. The address of the server, with its password, is one setting: SMTP_URL, as
 * `smtp://user:password@host:port` or `smtps://…`; WEFT_MAIL_FROM says who sends.
 *
 * Once: a notice is claimed in the store before it is sent and marked afterwards. A worker that dies between the
 * server's "accepted" and the mark leaves it claimed, and the next attempt sends it again under the same Message-ID, by
 * which a receiving server can tell that it is the same. That window is one transaction wide; SMTP offers no narrower one.
 */
import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';
import type { Notifier } from './notifier.ts';
import { Undeliverable } from './notifier.ts';

/** A mail server that does not answer must not hold an activity beyond its heartbeat. */
const TIMEOUT_MS = 10_000;

export function smtp(url: string, from: string): Notifier {
  const transport = createTransport({ url, pool: true, ...timeouts() });
  return {
    async send(message) {
      try {
        await transport.sendMail(compose(message, from));
      } catch (error) {
        throw withoutAddress(error);
      }
    },
    async close() {
      transport.close();
    },
  };
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
