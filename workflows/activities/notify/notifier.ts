/**
 * The one port through which people are told something. An adapter delivers; it knows nothing of networks.
 */
export interface Message {
  /** The same message has the same id, however often it is tried: safe in a file name and in a Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
  calendar?: CalendarPart;
}

/** An invitation, its change or its end (RFC 6047), by whoever's address the mail comes from. */
export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL';
  content(from: string): string;
}

export interface Notifier {
  /**
   * Hands a message over. Resolves once it is safe with the receiver.
   *
   * `atLastMoment` is awaited when all but the end of the message is with the receiver: what is settled there and what
   * the receiver takes differ only if the process dies between the two. An adapter that delivers the same message once
   * by itself need not call it.
   * @throws Undeliverable where this address never takes mail; anything else is worth another try.
   */
  send(message: Message, atLastMoment: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The address is refused for good. Carries no address: errors reach logs and histories. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** One address and nothing else: what could smuggle in a second receiver or a header is no address. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
}

/** Words for a header: one line, whatever a name contains. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Only this part of Message-ID is ours; `.invalid` never belongs to anybody (RFC 2606). */
export function messageId(id: string): string {
  return `<${id}@weft.invalid>`;
}
