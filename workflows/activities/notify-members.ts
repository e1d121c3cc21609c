/**
 * A notice to every member concerned. Works through the roster in batches and tells Temporal how far it is, so that a
 * worker that takes over goes on from there; what the first one did beyond that is known by the notices' ids.
 */
import { Context, heartbeat } from '@temporalio/activity';
import type { Activities, NoticeDraft } from '../contract/index.ts';
import { inboxId } from '../contract/index.ts';
import { deliver, networkWords } from './deliver.ts';
import { factOf } from './facts.ts';
import { invitationSteps, waitingForPlace } from './invitations.ts';
import { noticeDraft } from './notices.ts';
import { spare, takePlaces } from './practices/burden.ts';
import { pausedMembers } from './practices/paused-members.ts';
import { responsesOf } from './survey.ts';
import { askedBy, type World } from './world.ts';

type Input = Parameters<Activities['notifyMembers']>[0];

const BATCH = 200;

/** How far an attempt came: everybody up to and including this person, in order of ids. */
interface Cursor {
  done: string;
  notified: number;
}

export function notifyMembersActivities(
  world: Pick<World, 'store' | 'people' | 'notifier'>,
): Pick<Activities, 'notifyMembers'> {
  const { store } = world;
  return {
    async notifyMembers(input) {
      const { network, workflowId, at, template, about, ask, text } = input;
      const context = Context.current();
      const reached = context.info.heartbeatDetails as Cursor | undefined;
      const words = await networkWords(world, network);
      const source = askedBy();
      let { done, notified } = reached ?? { done: '', notified: 0 };
      const all = (await concerned(world, input)).filter((person) => person > done);
      const untilOf = await untilIn(world, input);
      const people = input.optional === true ? await mayBeAsked(store, input, all) : all;
      for (let start = 0; start < people.length; start += BATCH) {
        const batch = people.slice(start, start + BATCH);
        const sent: NoticeDraft[] = [];
        for (const person of batch) {
          const notice = {
            id: noticeId(input, person),
            person,
            template,
            about,
            ...(text === undefined ? {} : { text }),
            ...(ask === undefined ? {} : { asks: true as const }),
          };
          if (await deliver(world, network, words, notice, { until: untilOf(person), at })) sent.push(notice);
          // A mail server may be slow: a sign of life each, and an end where nobody waits for the rest.
          heartbeat({ done, notified } satisfies Cursor);
          context.cancellationSignal.throwIfAborted();
        }
        if (sent.length > 0) {
          const reached = template === 'invitation' ? sent.map(({ person }) => person) : [];
          const drafts = [
            ...sent.map((notice) => noticeDraft(notice, at)),
            ...(await invitationSteps(store, network, reached, 'reached', at)),
          ];
          await store.append(
            drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
            source,
          );
        }
        if (ask !== undefined) {
          await store.putInbox(
            batch.map((person) => ({
              id: inboxId(workflowId, ask.action, about, person),
              ...{ network, workflowId, person, about, since: at },
              ...ask,
            })),
          );
        }
        notified += sent.length;
        done = batch.at(-1) as string;
        heartbeat({ done, notified } satisfies Cursor);
      }
      return { notified };
    },
  };
}

/** Until when each is awaited: as is asked now, and in a reminder as was asked then, which their inboxes say. */
async function untilIn(
  { store }: Pick<World, 'store'>,
  { network, workflowId, about, ask }: Input,
): Promise<(person: string) => string | null> {
  if (ask !== undefined) return () => ask.until;
  const waiting = (await store.inbox({ network })).filter(
    (one) => one.workflowId === workflowId && one.about === about,
  );
  const known = new Map(waiting.map(({ person, until }) => [person, until]));
  return (person) => known.get(person) ?? null;
}

/** Who is asked takes a place; who is reminded has one. */
function mayBeAsked(store: World['store'], { network, about, at, ask }: Input, people: string[]): Promise<string[]> {
  const choice = { network, people, about, at };
  return ask === undefined ? spare(store, choice) : takePlaces(store, { ...choice, atMost: people.length });
}

/** Ids in order. Parts are of the whole roster, whatever anybody's standing: who joins meanwhile moves no boundary. */
async function concerned(
  { store, people }: Pick<World, 'store' | 'people'>,
  { network, whom, part, ask }: Input,
): Promise<string[]> {
  const roster = await store.read({ network, kind: 'member' });
  const members = roster.map(({ body }) => body).sort((a, b) => (a.member < b.member ? -1 : 1));
  const inPart = members.filter(
    (_, position) => part === undefined || Math.floor((position * part.of) / members.length) === part.index,
  );
  if ('standing' in whom) {
    const waiting = whom.notWaiting === true ? await waitingForPlace(store, network) : new Set<string>();
    // Told is everybody, asked nobody who pauses.
    const paused = ask === undefined ? new Set<string>() : await pausedMembers(store, network);
    return inPart
      .filter(({ member }) => !waiting.has(member) && !paused.has(member))
      .filter(({ status }) => whom.standing.some((standing) => standing === status))
      .map(({ member }) => member);
  }
  if ('unansweredRound' in whom) {
    const waiting = new Set(await people.rounds.unanswered(network, whom.unansweredRound));
    return inPart
      .filter(({ member, status }) => status === 'active' && waiting.has(member))
      .map(({ member }) => member);
  }
  const responses = await responsesOf(store, network, whom.unansweredIn);
  const silent = new Set(responses.filter(({ body }) => body.status === 'asked').map(({ body }) => body.member));
  return inPart.filter(({ member, status }) => status === 'active' && silent.has(member)).map(({ member }) => member);
}

/** The same notice in every attempt; another one in every round. */
function noticeId({ template, about, round }: Input, person: string): string {
  return `${template}.${about}.${round}.${person}`;
}
