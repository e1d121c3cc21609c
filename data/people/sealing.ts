/**
 * Sealing: AES-256-GCM with a fresh nonce, bound to its place. The additional data names network, person and purpose, so
 * that ciphertext moved to another row does not open there.
 *
 * Layout of sealed bytes: nonce (12) · authentication tag (16) · ciphertext. Reference: NIST SP 800-38D.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { PeopleError } from './people-error.ts';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where sealed bytes belong. */
export interface Place {
  network: string;
  person: string;
  /** `key`, `details`, or `text` and the reference. */
  purpose: string;
}

export function seal(key: Uint8Array, content: Uint8Array, place: Place): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindingOf(place));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws PeopleError where the bytes were changed, moved, or sealed under another key. */
export function unseal(key: Uint8Array, sealed: Uint8Array | ArrayBuffer, place: Place): Uint8Array {
  const bytes = new Uint8Array(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(bindingOf(place));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new PeopleError(
      `Sealed data of network ${place.network} does not open: it was changed, or sealed under another key. ` +
        'Restore the database and its master.key from the same backup.',
    );
  }
}

/** A new key of one person's own. */
export function newPersonKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/** The keys that are drawn from the master key, one per use, so that no use weakens another. */
export class MasterKeys {
  readonly wrapping: Uint8Array;
  readonly #lookup: Uint8Array;
  readonly #ids: Uint8Array;
  readonly #references: Uint8Array;
  /** Says which master key this is, and nothing about it. */
  readonly fingerprint: string;

  constructor(master: Uint8Array) {
    if (master.length !== KEY_BYTES) throw new PeopleError(`The master key must have ${KEY_BYTES} bytes.`);
    const draw = (use: string) => new Uint8Array(hkdfSync('sha256', master, '', `weft people ${use}`, KEY_BYTES));
    this.wrapping = draw('wrapping');
    this.#lookup = draw('lookup');
    this.#ids = draw('ids');
    this.#references = draw('references');
    this.fingerprint = keyedHash(draw('fingerprint'), []);
  }

  /** Under which hash somebody is found who is called `name` (normalised). */
  lookupOf(network: string, name: string): string {
    return keyedHash(this.#lookup, [network, name]);
  }

  idOf(network: string, name: string): string {
    return `m-${keyedHash(this.#ids, [network, name]).slice(0, 16)}`;
  }

  /** The same words by the same person in the same network have the same reference. */
  referenceOf(network: string, person: string, text: string): string {
    return `t-${keyedHash(this.#references, [network, person, text]).slice(0, 32)}`;
  }
}

function keyedHash(key: Uint8Array, parts: string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}

/** As JSON, so that no two places have the same bytes. */
function bindingOf({ network, person, purpose }: Place): Uint8Array {
  return Buffer.from(JSON.stringify(['weft people 1', network, person, purpose]));
}
