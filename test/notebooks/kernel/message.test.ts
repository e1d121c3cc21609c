import { describe, expect, it } from 'vitest';
import { childOf, decode, encode } from '../../../notebooks/kernel/wire/message.ts';

const header = { msg_id: '1', msg_type: 'execute_request', session: 's', username: 'u', date: 'd', version: '5.3' };
const message = { identities: [Buffer.from('who')], header, parentHeader: {}, metadata: {}, content: { code: 'é' } };
const frames = (key: string): Uint8Array[] => encode(message, key).map((frame) => Buffer.from(frame));

describe('Law: messages arrive as they were sent, and only from who knows the key', () => {
  it('there and back', () => {
    expect(decode(frames('key'), 'key')).toEqual(message);
  });

  it('a wrong key, a changed part and noise are refused', () => {
    expect(() => decode(frames('key'), 'other')).toThrow('wrong signature');
    const changed = frames('key').with(-1, Buffer.from('{"code":"else"}'));
    expect(() => decode(changed, 'key')).toThrow('wrong signature');
    expect(() => decode([Buffer.from('noise')], 'key')).toThrow('not a Jupyter message');
  });

  it('what follows from a message names it as its parent and goes back to its sender', () => {
    expect(childOf(message, 'execute_reply', {})).toMatchObject({
      identities: message.identities,
      parentHeader: header,
    });
  });
});
