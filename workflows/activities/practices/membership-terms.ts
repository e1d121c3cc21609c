/**
 * Terms of membership, all members together: batches, a sign of life each, and a cursor, so that a worker that takes over
 * goes on where the other was. What was done twice is known by the keys of facts and notices.
 */
import { Context, heartbeat } from '@temporalio/activity';
import { type BodyOf, type Fact, type Instant, subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import { type Activities, inboxId, type NoticeDraft } from '../../contract/index.ts';
import { calendarDates } from '../calendar.ts';
import { deliver, type NetworkWords, networkWords } from '../deliver.ts';
import { factOf } from '../facts.ts';
import { noticeDraft } from '../notices.ts';
import { askedBy, type World } from '../world.ts';

type Term = BodyOf<'membership-term'>;
type Input = Parameters<Activities['lookAtTerms']>[0];
type Places = Pick<World, 'store' | 'people' | 'notifier'>;

const BATCH = 200;
/** How many lapse in one look: each is a report to the network's lifecycle. */
const MOST_LAPSED = 100;
const RENEW = 'renew-membership';

interface Look {
  done: string;
  asked: number;
  reminded: number;
  stayed: number;
  lapsed: string[];
}

/** What is to be done about one member. */
interface Change {
  term: Term;
  asks: boolean;
  template: NoticeDraft['template'] | null;
  counts: 'asked' | 'reminded' | 'stayed' | 'lapsed' | null;
}

export function membershipTermActivities(world: Places): Pick<Activities, 'lookAtTerms' | 'settleTerm' | 'endTerm'> {
  const { store } = world;
  return {
    async lookAtTerms(input) {
      const { network } = input;
      const context = Context.current();
      const fresh: Look = { done: '', asked: 0, reminded: 0, stayed: 0, lapsed: [] };
      let look = (context.info.heartbeatDetails as Look | undefined) ?? fresh;
      const words = await networkWords(world, network);
      const terms = await termsOf(store, network);
      const roster = (await store.read({ network, kind: 'member' })).map(({ body }) => body);
      const active = roster
        .filter(({ status, member }) => status === 'active' && member > look.done)
        .map(({ member }) => member)
        .sort();
      for (let start = 0; start < active.length; start += BATCH) {
        const changes = active
          .slice(start, start + BATCH)
          .flatMap((member) => changeOf(member, terms.get(member) ?? null, input) ?? []);
        const room = MOST_LAPSED - look.lapsed.length;
        const lapsing = changes.filter(({ counts }) => counts === 'lapsed').map(({ term }) => term.member);
        const chosen = changes.filter(({ counts, term }) => counts !== 'lapsed' || lapsing.indexOf(term.member) < room);
        await carryOut(world, words, input, chosen);
        look = {
          done: active.slice(start, start + BATCH).at(-1) as string,
          asked: look.asked + countOf(chosen, 'asked'),
          reminded: look.reminded + countOf(chosen, 'reminded'),
          stayed: look.stayed + countOf(chosen, 'stayed'),
          lapsed: [...look.lapsed, ...lapsing.slice(0, Math.max(0, room))],
        };
        heartbeat(look);
        context.cancellationSignal.throwIfAborted();
        if (lapsing.length > room) return { ...withoutCursor(look), more: true };
      }
      return { ...withoutCursor(look), more: false };
    },

    async settleTerm({ network, workflowId, member, pauseUntil, calendar, settings, at }) {
      const [known] = await store.read({ network, kind: 'membership-term', subject: subjectOf(member) });
      if (known === undefined)
        return { changed: false, said: 'Your membership has no end yet; you are asked before it has.' };
      const term = known.body;
      const day = (instant: Instant) => instant.slice(0, 10);
      if (pauseUntil !== null) {
        // What an attempt before this one did stays done, and is said again.
        const said = `You pause until ${pauseUntil}: until then you are asked for nothing.`;
        if (term.status === 'paused' && term.pausedUntil === pauseUntil) return { changed: false, said };
        await append(store, network, at, [{ ...term, status: 'paused', pausedUntil: pauseUntil, askedAt: null }]);
        await store.clearInbox({ ids: [waitOf(workflowId, term)] });
        return { changed: true, said };
      }
      if (term.status === 'running') {
        return {
          changed: false,
          said: `Your membership runs until ${day(term.until)}; you are asked before that day.`,
        };
      }
      const from = term.status === 'paused' || term.until < at ? at : term.until;
      const next = nextTerm(term, 'renewed', from, { calendar, settings });
      await append(store, network, at, [next]);
      await store.clearInbox({ ids: [waitOf(workflowId, term)] });
      return { changed: true, said: `Good that you go on: until ${day(next.until)}.` };
    },

    async endTerm({ network, workflowId, member, at }) {
      const [known] = await store.read({ network, kind: 'membership-term', subject: subjectOf(member) });
      if (known === undefined || known.body.status === 'lapsed' || known.body.status === 'left')
        return { ended: false };
      await append(store, network, at, [{ ...known.body, status: 'left' }]);
      await store.clearInbox({ ids: [waitOf(workflowId, known.body)] });
      return { ended: true };
    },
  };
}

async function termsOf(store: RecordStore, network: string): Promise<Map<string, Term>> {
  const terms = await store.read({ network, kind: 'membership-term' });
  return new Map(terms.map(({ body }) => [body.member, body]));
}

function changeOf(member: string, term: Term | null, input: Input): Change | null {
  const { at, settings, calendar } = input;
  if (term === null || term.status === 'lapsed' || term.status === 'left') {
    const before = term ?? { member, term: 0 };
    return { ...QUIET, term: nextTerm(before, 'joined', at, { calendar, settings }) };
  }
  const asked: Term = { ...term, status: 'asked', askedAt: at, reminders: 0, pausedUntil: null };
  if (term.status === 'paused') {
    if (term.pausedUntil !== null && term.pausedUntil > at.slice(0, 10)) return null;
    // A pause may outlast the term: then there is as much time to answer as others have.
    const until = dateOf(at, settings.askBefore, calendar);
    return { term: { ...asked, until: term.until > until ? term.until : until }, ...ASKS };
  }
  if (term.status === 'running') {
    return at >= dateOf(term.until, settings.askBefore, calendar, true) ? { term: asked, ...ASKS } : null;
  }
  const askedAt = term.askedAt ?? at;
  const reminded = dateOf(askedAt, settings.remindEvery, calendar);
  if (at >= term.until && at >= reminded) {
    return settings.otherwise === 'stay'
      ? { ...QUIET, counts: 'stayed', term: nextTerm(term, 'stayed', at, { calendar, settings }) }
      : { ...QUIET, counts: 'lapsed', template: 'term-lapsed', term: { ...term, status: 'lapsed' } };
  }
  if (term.reminders >= settings.reminders || at < reminded) return null;
  // The next one counts from this one.
  const again = { ...term, reminders: term.reminders + 1, askedAt: at };
  return { term: again, asks: false, template: 'term-ends-soon', counts: 'reminded' };
}

const QUIET = { asks: false, template: null, counts: null } as const;
const ASKS = { asks: true, template: 'term-ends', counts: 'asked' } as const;

async function carryOut(world: Places, words: NetworkWords, input: Input, changes: readonly Change[]): Promise<void> {
  const { store } = world;
  const { network, workflowId, at } = input;
  const source = askedBy();
  const sent: NoticeDraft[] = [];
  for (const { term, asks, template } of changes) {
    if (template === null) continue;
    const about = aboutOf(term);
    const id = `${template}.${about}.${term.reminders}.${term.member}`;
    const notice = { id, person: term.member, template, about };
    if (await deliver(world, network, words, notice, { until: asks ? term.until : null, at })) sent.push(notice);
    heartbeat();
  }
  await store.putInbox(
    changes
      .filter(({ asks }) => asks)
      .map(({ term }) => ({
        ...{ id: waitOf(workflowId, term), network, workflowId, person: term.member, action: RENEW },
        ...{ about: aboutOf(term), since: at, until: term.until },
      })),
  );
  const ended = changes.filter(({ counts }) => counts === 'stayed' || counts === 'lapsed');
  const before = ended.map(({ term, counts }) => (counts === 'stayed' ? { ...term, term: term.term - 1 } : term));
  if (before.length > 0) await store.clearInbox({ ids: before.map((term) => waitOf(workflowId, term)) });
  const lapsed = changes.filter(({ counts }) => counts === 'lapsed').map(({ term }) => term.member);
  const members = new Map((await store.read({ network, kind: 'member' })).map(({ body }) => [body.member, body]));
  const left = lapsed.flatMap((member) => {
    const body = members.get(member);
    const key = `standing/lapsed/${member}/${at}`;
    return body === undefined
      ? []
      : [{ kind: 'member' as const, body: { ...body, status: 'left' as const }, validFrom: at, key }];
  });
  const drafts = [...left, ...sent.map((notice) => noticeDraft(notice, at))];
  if (drafts.length > 0) {
    await store.append(
      drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
      source,
    );
  }
  // Last: until it is there, another attempt does all of it again, and finds what is done by its keys.
  await append(
    store,
    network,
    at,
    changes.map(({ term }) => term),
  );
}

async function append(store: RecordStore, network: string, at: Instant, terms: readonly Term[]): Promise<void> {
  if (terms.length === 0) return;
  const source = askedBy();
  await store.append(
    terms.map((body): Fact<'membership-term'> | ReturnType<typeof factOf> =>
      factOf({ kind: 'membership-term', body, validFrom: at, key: keyOf(body) }, { network, source, recordedAt: at }),
    ),
    source,
  );
}

function nextTerm(
  before: Pick<Term, 'member' | 'term'>,
  begun: Term['begun'],
  from: Instant,
  { calendar, settings }: Pick<Input, 'calendar' | 'settings'>,
): Term {
  return {
    ...{ member: before.member, term: before.term + 1, begun, from, until: dateOf(from, settings.length, calendar) },
    ...{ status: 'running', askedAt: null, reminders: 0, pausedUntil: null },
  };
}

function dateOf(from: Instant, add: string, calendar: Input['calendar'], before = false): Instant {
  return calendarDates({ ...calendar, from, steps: [{ name: 'date', add, before }] }).date as Instant;
}

function keyOf({ member, term, status, askedAt, reminders, pausedUntil }: Term): string {
  return ['term', member, term, status, askedAt ?? '', reminders, pausedUntil ?? ''].join('/');
}

function aboutOf({ term }: Pick<Term, 'term'>): string {
  return `term-${term}`;
}

function waitOf(workflowId: string, term: Term): string {
  return inboxId(workflowId, RENEW, aboutOf(term), term.member);
}

function countOf(changes: readonly Change[], what: Change['counts']): number {
  return changes.filter(({ counts }) => counts === what).length;
}

function withoutCursor({ asked, reminded, stayed, lapsed }: Look): Omit<Look, 'done'> {
  return { asked, reminded, stayed, lapsed };
}
