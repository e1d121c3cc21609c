/**
 * Whether the network is renewed, handed over or closed is decided by a person who has the right, or by what the charter
 * says for the case that nobody decides. Whoever decides is shown what the gates said, and cannot renew against one that
 * the charter makes binding.
 */
import { FUTURES } from '../../../../data/records/index.ts';
import { workflowId } from '../../../contract/index.ts';
import { type Moment, type Step, start } from '../../process.ts';
import { holders, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';

export function askWhatBecomes(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin, gates } = state;
  const { otherwise, decideWithin } = begin.policy.sustainment;
  const asked = state.futuresAsked + 1;
  const decision = `sustainment-${asked}`;
  const said = Object.values(gates?.said ?? {});
  const mayRenew = said.every(({ status, binding }) => !binding || status === 'yes');
  const shown =
    said.length === 0
      ? []
      : [
          tell(
            begin,
            moment,
            holders(begin, begin.policy.rights['decide-sustainment']),
            'gates-said',
            [decision, ...said.map(({ shown }) => shown), ...(mayRenew ? [] : ['bound'])].join(':'),
          ),
        ];
  return {
    state: { ...state, futuresAsked: asked },
    wishes: [
      ...shown,
      start('decision', workflowId({ kind: 'decision', network: begin.network, decision }), {
        ...begin,
        decision,
        subject: 'sustainment',
        about: decision,
        options: FUTURES.filter((future) => mayRenew || future !== 'renew'),
        otherwise: mayRenew || otherwise !== 'renew' ? otherwise : 'close',
        right: 'decide-sustainment',
        parties: null,
        expireAfter: decideWithin,
        reportTo: moment.workflowId,
      }),
    ],
  };
}
