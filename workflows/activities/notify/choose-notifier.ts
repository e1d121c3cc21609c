/** Which adapter delivers: SMTP where SMTP_URL is set, else files in the data folder. */
import { fileOutbox } from './file-outbox.ts';
import type { Notifier } from './notifier.ts';
import { isAddress } from './notifier.ts';
import { smtp } from './smtp.ts';

export interface NotifierSettings {
  SMTP_URL?: string;
  WEFT_MAIL_FROM?: string;
}

export function chooseNotifier(settings: NotifierSettings, outboxDir: string): Notifier {
  const { SMTP_URL: url, WEFT_MAIL_FROM: from } = settings;
  if (from !== undefined && !isAddress(from)) {
    throw new Error('WEFT_MAIL_FROM: expected one e-mail address, such as network@example.org.');
  }
  if (url === undefined || url === '') return fileOutbox(outboxDir, from ?? 'weft@weft.invalid');
  if (!/^smtps?:\/\/[^\s]+$/.test(url)) {
    // The setting holds a password: it is not repeated.
    throw new Error('SMTP_URL: expected smtp://user:password@host:port or smtps://user:password@host:port.');
  }
  if (from === undefined)
    throw new Error('WEFT_MAIL_FROM: expected the address that notices come from, beside SMTP_URL.');
  return smtp(url, from);
}
