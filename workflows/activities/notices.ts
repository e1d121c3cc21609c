/** Notices to named people: each delivered once, and kept as a fact. */
import { heartbeat } from '@temporalio/activity';
import type { Activities, FactDraft, NoticeDraft } from '../contract/index.ts';
import { deliver, networkWords, noticeKey } from './deliver.ts';
import { factOf } from './facts.ts';
import { FAREWELLS, whoLeft } from './who-left.ts';
import { askedBy, type World } from './world.ts';

export function noticeActivities(world: Pick<World, 'store' | 'people' | 'notifier'>): Pick<Activities, 'notify'> {
  return {
    async notify({ network, notices, at }) {
      if (notices.length === 0) return { sent: 0 };
      const words = await networkWords(world, network);
      const sent: NoticeDraft[] = [];
      const gone = await whoLeft(
        world.store,
        network,
        notices.map(({ person }) => person),
      );
      for (const notice of notices) {
        if (gone.has(notice.person) && !FAREWELLS.has(notice.template)) continue;
        const until = await untilIn(world, network, notice);
        if (await deliver(world, network, words, notice, { until, at })) sent.push(notice);
        heartbeat();
      }
      const source = askedBy();
      if (sent.length > 0) {
        await world.store.append(
          sent.map((notice) => factOf(noticeDraft(notice, at), { network, source, recordedAt: at })),
          source,
        );
      }
      return { sent: sent.length };
    },
  };
}

/** Where whoever tells asked the person for something, their inbox says until when. */
async function untilIn(
  { store }: Pick<World, 'store'>,
  network: string,
  { person, about }: NoticeDraft,
): Promise<string | null> {
  const waiting = await store.inbox({ network, person });
  const asker = askedBy().id;
  return waiting.find((entry) => entry.workflowId === asker && entry.about === about)?.until ?? null;
}

export function noticeDraft({ id, person, template, about, asks }: NoticeDraft, at: string): FactDraft {
  const notice = noticeKey(id);
  return {
    kind: 'notice',
    body: { notice, person, template, about, ...(asks === undefined ? {} : { asks }) },
    validFrom: at,
    key: `notice/${notice}`,
  };
}
