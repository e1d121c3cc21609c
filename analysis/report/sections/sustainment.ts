/** Whether the network goes on: what was said before it was decided, round by round; to whom its lead has passed. */
import type { HandOverBody } from '../../../data/records/hand-over.ts';
import type { SustainmentGateBody } from '../../../data/records/sustainment-gate.ts';
import type { Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { many } from '../words.ts';
import { section } from './section.ts';

const GATES: Readonly<Record<SustainmentGateBody['gate'], string>> = {
  members: 'members',
  sponsor: 'sponsor',
  funding: 'funding',
};
const FUTURES = { renew: 'renew', 'hand-over': 'hand over', close: 'close' } as const;

/** Nothing where nobody has been asked yet. */
export function sustainment(scene: Scene): Section[] {
  const { 'sustainment-gate': gates = [], 'hand-over': handOvers = [] } = scene.input.records.practices ?? {};
  if (gates.length + handOvers.length === 0) return [];
  const rows = [...gates].sort((a, b) => a.round - b.round || (a.gate < b.gate ? -1 : 1));
  return [
    section('sustainment', 'Does the network go on?', {
      paragraphs: handOvers.map(handOverInWords),
      tables:
        rows.length === 0
          ? []
          : [
              {
                id: 'sustainment-gates',
                title: 'What was said before it was decided',
                columns: [
                  { label: 'asked', format: 'count' },
                  { label: 'gate', format: 'text' },
                  { label: 'says', format: 'text' },
                  { label: 'binds', format: 'text' },
                ],
                rows: rows.map((gate) => [
                  ...[gate.round, GATES[gate.gate], said(gate, scene.smallest), gate.binding ? 'yes' : 'no'],
                ]),
                note: null,
              },
            ],
      notes: rows.length === 0 ? [] : ['A gate that binds and does not say yes leaves no renewal to decide on.'],
    }),
  ];
}

/** How few voted is not said where they could be told apart. */
function said({ gate, status, preferred, voted, eligible, until }: SustainmentGateBody, smallest: number): string {
  if (status === 'open') return 'is asked';
  if (gate === 'members') {
    if (voted === null || eligible === null) return 'nothing';
    if (voted < smallest) return `fewer than ${smallest} of ${eligible} voted`;
    return `${preferred === null ? 'too few voted' : FUTURES[preferred]} (${voted} of ${eligible} voted)`;
  }
  if (status === 'silent') return 'nothing';
  return until === null ? status : `until ${until}`;
}

function handOverInWords({ status, checklist, handedOver }: HandOverBody): string {
  switch (status) {
    case 'asked':
      return 'Somebody is asked to take over the lead.';
    case 'accepted':
      return `The lead has passed on; ${handedOver.length} of ${many(checklist.length, 'thing')} are handed over.`;
    case 'done':
      return `The lead has passed on, and ${handedOver.length} of ${many(checklist.length, 'thing')} were handed over.`;
    case 'declined':
      return 'Whoever was asked to take over the lead declined.';
    case 'expired':
      return 'Whoever was asked to take over the lead did not answer.';
  }
}
