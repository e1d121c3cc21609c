/**
 * Jupyter's messages on ZeroMQ: identities, a delimiter, a signature, and four parts of JSON that it signs.
 * Reference: jupyter-client.readthedocs.io/en/stable/messaging.html, version 5.3 of the protocol.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

export interface Message {
  /** To whom a router sends it. */
  identities: Uint8Array[];
  header: Header;
  parentHeader: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

const DELIMITER = '<IDS|MSG>';
const PROTOCOL = '5.3';

/** @throws when the signature is not the key's: whoever sent it does not know the connection file. */
export function decode(frames: readonly Uint8Array[], key: string): Message {
  const at = frames.findIndex((frame) => Buffer.from(frame).equals(Buffer.from(DELIMITER)));
  const parts = frames.slice(at + 2, at + 6).map((frame) => Buffer.from(frame));
  if (at === -1 || parts.length < 4) throw new Error('not a Jupyter message');
  const expected = Buffer.from(sign(parts, key));
  const given = Buffer.from(frames[at + 1]!);
  if (key !== '' && (given.length !== expected.length || !timingSafeEqual(given, expected))) {
    throw new Error('a message with a wrong signature');
  }
  const [header, parentHeader, metadata, content] = parts.map((part) => JSON.parse(part.toString('utf8')));
  return { identities: frames.slice(0, at), header, parentHeader, metadata, content };
}

export function encode(message: Message, key: string): (string | Uint8Array)[] {
  const { identities, header, parentHeader, metadata, content } = message;
  const parts = [header, parentHeader, metadata, content].map((part) => JSON.stringify(part));
  return [...identities, DELIMITER, sign(parts, key), ...parts];
}

/** What follows from a message: its reply, its outputs, the kernel's state while it is worked on. */
export function childOf(
  parent: Pick<Message, 'identities' | 'header'>,
  type: string,
  content: Record<string, unknown>,
): Message {
  const { session, username } = parent.header;
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username,
    date: new Date().toISOString(),
    version: PROTOCOL,
  };
  return { identities: parent.identities, header, parentHeader: parent.header, metadata: {}, content };
}

function sign(parts: readonly (string | Uint8Array)[], key: string): string {
  if (key === '') return '';
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
