import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invitation } from '../../../../data/exchange/icalendar/index.ts';
import {
  chooseNotifier,
  fileOutbox,
  type Notifier,
  smtp,
  Undeliverable,
} from '../../../../workflows/activities/index.ts';
import { type SmtpSink, smtpSink } from '../../../support/smtp-sink.ts';

/** Nothing to settle. */
const lastMoment = async () => {};
const message = { id: 'net.n1', to: 'ana@example.org', subject: 'Grüße: eine Frage', text: 'Liebe Ana,\n\nja?\n' };

describe('by mail: a real server gets one message, with one receiver and the same Message-ID each time', () => {
  let sink: SmtpSink;
  let notifier: Notifier;
  beforeEach(async () => {
    sink = await smtpSink({ user: 'weft', pass: 'p4ss' });
    notifier = smtp(sink.url, 'network@example.org');
  });
  afterEach(async () => {
    await notifier.close();
    await sink.close();
  });

  it('delivers an invitation as text/calendar with its method, whole, from the address that sends', async () => {
    const meeting = {
      ...{
        uid: 'session-1.net@weft.invalid',
        sequence: 2,
        title: 'Übergang; „erstes“ Gespräch 🧵',
        description: 'Ä\nÖ',
      },
      ...{ place: 'Raum 3', timeZone: 'Europe/Berlin', day: '2026-03-10', at: '09:00', minutes: 90, series: null },
      ...{ stamp: '2026-03-01T08:00:00.000Z', isCancelled: false, insteadOf: null },
    };
    const content = (address: string) => invitation(meeting, 'REQUEST', { name: 'Net', address }, 'ana@example.org');
    await notifier.send({ ...message, calendar: { method: 'REQUEST', content } }, lastMoment);
    const raw = sink.received[0]?.raw ?? '';
    // Twice: as an alternative that mail programs show, and as a file for those that do not.
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(raw).toMatch(/Content-Type: application\/ics; name="?invitation.ics"?/);
    const [, headers = '', body = ''] =
      /(Content-Type: text\/calendar[\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n--/i.exec(raw) ?? [];
    expect(headers).toContain('Content-Transfer-Encoding: quoted-printable');
    const octets = body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const calendar = Buffer.from(octets, 'latin1').toString('utf8');
    expect(calendar).toBe(content('network@example.org'));
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(calendar) as unknown as string).getFirstSubcomponent('vevent') ?? undefined,
    );
    expect(event).toMatchObject({
      uid: meeting.uid,
      sequence: 2,
      summary: meeting.title,
      description: meeting.description,
    });
  });

  it('delivers words in any script', async () => {
    await notifier.send(message, lastMoment);
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]).toMatchObject({ from: 'network@example.org', to: ['ana@example.org'] });
    expect(sink.received[0]?.raw).toContain('Message-ID: <net.n1@weft.invalid>');
    expect(sink.received[0]?.raw).toContain('Auto-Submitted: auto-generated');
    expect(sink.received[0]?.raw).toMatch(/Subject: =\?UTF-8\?/);
  });

  it('has its last moment before the server has taken it', async () => {
    let takenBefore = -1;
    await notifier.send(message, async () => {
      takenBefore = sink.received.length;
    });
    expect([takenBefore, sink.received.length]).toEqual([0, 1]);
  });

  it('nothing is taken where the last moment fails', async () => {
    const failing = notifier.send(message, async () => {
      throw new Error('the store is gone');
    });
    await expect(failing).rejects.toThrow(/did not take a notice/);
    await notifier.send(message, lastMoment);
    expect(sink.received).toHaveLength(1);
  });

  it('a second try has the same Message-ID', async () => {
    await notifier.send(message, lastMoment);
    await notifier.send(message, lastMoment);
    const ids = sink.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  it('no subject or address makes a header or a second receiver', async () => {
    await notifier.send({ ...message, subject: 'a\r\nBcc: eve@example.org\r\n\r\nbody' }, lastMoment);
    expect(sink.received[0]?.to).toEqual(['ana@example.org']);
    expect(sink.received[0]?.raw).not.toMatch(/^Bcc:/m);
    for (const to of ['a@x.org, b@x.org', 'a@x.org\nBcc: b@x.org', '"a" <a@x.org>', 'a', '']) {
      await expect(notifier.send({ ...message, to }, lastMoment)).rejects.toBeInstanceOf(Undeliverable);
    }
    expect(sink.received).toHaveLength(1);
  });

  it('a refused address is undeliverable, without saying which', async () => {
    sink.refuse.add('ana@example.org');
    const failure = await notifier.send(message, lastMoment).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Undeliverable);
    expect(String((failure as Error).stack)).not.toContain('ana@');
  });

  it('a wrong password or a dead server is worth another try, and says nothing personal', async () => {
    const wrong = smtp(sink.url.replace('p4ss', 'guess'), 'network@example.org');
    const failure = (await wrong.send(message, lastMoment).catch((error: Error) => error)) as Error;
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect(failure.message).toMatch(/EAUTH/);
    expect(String(failure.stack)).not.toMatch(/guess|ana@/);
    await wrong.close();
    await sink.close();
    const dead = smtp(sink.url, 'network@example.org');
    await expect(dead.send(message, lastMoment)).rejects.toThrow(/did not take a notice/);
    await dead.close();
  });
});

describe('as files: one readable mail per notice, for its owner alone', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weft-outbox-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('fifty tries at once leave one whole file', async () => {
    const outbox = fileOutbox(join(folder, 'outbox'), 'weft@weft.invalid');
    await Promise.all(Array.from({ length: 50 }, () => outbox.send(message, lastMoment)));
    expect(await readdir(join(folder, 'outbox'))).toEqual(['net.n1.eml']);
    const file = join(folder, 'outbox', 'net.n1.eml');
    expect(await readFile(file, 'utf8')).toMatch(/^To: ana@example.org$/m);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'outbox'))).mode & 0o777).toBe(0o700);
    await outbox.close();
  });

  it('settings choose; a broken one is named and its password is not', () => {
    expect(() => chooseNotifier({ SMTP_URL: 'http://u:secret@x', WEFT_MAIL_FROM: 'a@x.org' }, folder)).toThrow(
      /^SMTP_URL: (?!.*secret)/,
    );
    expect(() => chooseNotifier({ SMTP_URL: 'smtp://u:secret@x' }, folder)).toThrow(/^WEFT_MAIL_FROM/);
    expect(() => chooseNotifier({ WEFT_MAIL_FROM: 'a@x.org, b@x.org' }, folder)).toThrow(/^WEFT_MAIL_FROM/);
  });
});
