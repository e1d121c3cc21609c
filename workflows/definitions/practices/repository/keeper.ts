/**
 * Whoever shares an artifact looks after it. An experiment that was scaled or stopped is told of here, and becomes a draft
 * that waits for its owner's words; what a member who leaves has looked after goes to the network's stewards.
 */
import type { ReportSignal, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Process, Step } from '../../process.ts';
import { nothing, report } from '../../process.ts';
import { type ItemKeeperState, itemKeeper, MOST_OPEN, opened } from '../item-keeper.ts';
import { settingsOf } from '../practice-module.ts';
import { numberOf } from './number-of.ts';

const of = {
  practice: 'repository',
  opens: 'share-artifact',
  calledSingular: 'artifact',
  openPerMember: (begin: WorkflowStarts['practice']) => settingsOf(begin, 'repository').perMember,
  given: ({ type, title, summary, link, tags, contributors, buildsOn }: Record<string, unknown>) => ({
    ...{ type: String(type), title: String(title), summary: String(summary), tags: (tags as string[]).join(' ') },
    ...{
      contributors: ((contributors ?? []) as string[]).join(' '),
      buildsOn: ((buildsOn ?? []) as string[]).join(' '),
    },
    ...(link === undefined ? {} : { link: String(link) }),
  }),
  said: (item: string) => `Kept as ${item}. You are asked from time to time whether it still holds.`,
} as const;

const plain = itemKeeper(of);

export const keeper: Process<WorkflowStarts['practice'], ItemKeeperState> = {
  ...plain,
  refuse(state, action, message, moment) {
    const refusal = plain.refuse(state, action, message, moment);
    if (refusal !== null) return refusal;
    const unknown = ((message.payload.buildsOn ?? []) as string[]).find((id) => numberOf(id) > state.made);
    return unknown === undefined ? null : `There is no ${unknown} to build on; weft repository lists what there is.`;
  },
  decide(state, event, moment) {
    if (!state.done && event.type === 'reported') {
      const { report: word, data } = event.report;
      if (word === 'experiment-ended') return draftOf(state, data);
      if (word === 'left') return withoutSteward(state, data);
    }
    return plain.decide(state, event, moment);
  },
};

function draftOf(state: ItemKeeperState, data: ReportSignal['data']): Step<ItemKeeperState> {
  // A draft more or less: what members share themselves comes first.
  if (state.open.length >= MOST_OPEN) return nothing(state);
  const { experiment, member, title, summary } = data as Record<string, string>;
  const given = { draft: 'yes', type: 'experiment-log', from: experiment, title, summary } as Record<string, string>;
  const { state: next, wishes } = opened(of, state, member as string, given);
  return { state: next, wishes };
}

function withoutSteward(state: ItemKeeperState, { member }: ReportSignal['data']): Step<ItemKeeperState> {
  const { network } = state.begin;
  return {
    state: { ...state, open: state.open.map((one) => (one.by === member ? { ...one, by: '' } : one)) },
    wishes: state.open
      .filter(({ by }) => by === member)
      .map(({ item }) =>
        report(workflowId({ kind: 'practice-item', network, practice: 'repository', item }), 'steward-left', {}),
      ),
  };
}
