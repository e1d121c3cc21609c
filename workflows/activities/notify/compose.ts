/** A message in the form in which mail travels (RFC 5322), by nodemailer: the file outbox and SMTP send the same. */
import type { CalendarPart, Message } from './notifier.ts';
import { isAddress, messageId, oneLine, Undeliverable } from './notifier.ts';

export interface Composed {
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  icalEvent?: { method: string; filename: string; content: string };
  /** Answers of mail robots to a robot help nobody (RFC 3834). */
  headers: Record<string, string>;
  disableFileAccess: true;
  disableUrlAccess: true;
}

/** @throws Undeliverable where the receiver's address is none. */
export function compose(message: Message, from: string): Composed {
  if (!isAddress(message.to)) throw new Undeliverable('This person’s address is not one e-mail address.');
  return {
    messageId: messageId(message.id),
    from,
    // As an object, so that nothing in it is read as a list of addresses.
    to: { name: '', address: message.to },
    subject: oneLine(message.subject),
    text: message.text,
    ...(message.calendar === undefined ? {} : { icalEvent: eventOf(message.calendar, from) }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function eventOf({ method, content }: CalendarPart, from: string): NonNullable<Composed['icalEvent']> {
  return { method, filename: 'invitation.ics', content: content(from) };
}
