/** What people are told before a network is renewed, handed over or closed, and when its lead passes on. */
import type { SustainmentNotice } from '../../../contract/practices/sustainment.ts';
import { answerBy, command, seeStatus, type Template } from '../template.ts';

const FUTURES: Readonly<Record<string, string>> = { renew: 'go on', 'hand-over': 'be handed over', close: 'close' };

export const sustainmentTemplates: Record<SustainmentNotice, Template> = {
  'future-vote': {
    subject: ({ networkName }) => `${networkName}: what should become of it?`,
    body: (words) => [
      'The cycles that were agreed are over. Should the network go on, be handed over, or close? Rank the three, best first; whoever decides is shown what came first.',
      answerBy(words, 'vote-on-future', { ranking: ['renew', 'hand-over', 'close'] }),
    ],
  },
  'future-reminder': {
    subject: ({ networkName }) => `${networkName}: your word is still awaited`,
    body: (words) => ['You were asked about what becomes of the network, and have not answered yet.', seeStatus(words)],
  },
  'sponsor-asked': {
    subject: ({ networkName }) => `${networkName}: should it go on?`,
    body: (words) => [
      'The cycles that were agreed are over. As its sponsor, say whether the network should go on.',
      command(words, 'answer-as-sponsor', { goOn: true, reason: '…' }),
    ],
  },
  'funding-asked': {
    subject: ({ networkName }) => `${networkName}: until when is there money?`,
    body: (words) => [
      'Before it is decided what becomes of the network: until when is it funded? Leave the date out where it is not.',
      command(words, 'confirm-funding', { until: '2027-12-31' }),
    ],
  },
  'gates-said': {
    subject: ({ networkName }) => `${networkName}: what was said about its future`,
    body: (words) => [
      'Before you decide what becomes of the network, this is what was said:',
      ...words.about.split(':').slice(1).map(gateInWords),
      seeStatus(words),
    ],
  },
  'hand-over-asked': {
    subject: ({ networkName }) => `${networkName}: would you lead it?`,
    body: (words) => [
      'It was decided to hand the network over, and to ask you to lead it from now on. If you accept, what is open passes to you; if not, it is asked again what becomes of the network.',
      answerBy(words, 'answer-hand-over', { handOver: words.about, accept: true }),
    ],
  },
  'hand-over-items': {
    subject: ({ networkName }) => `${networkName}: handing it over`,
    body: (words) => [
      `The lead passes on. Confirm when this is handed over: ${words.about}.`,
      command(words, 'confirm-handed-over', { item: words.about }),
    ],
  },
  'role-taken-over': {
    subject: ({ networkName }) => `${networkName}: a role is yours`,
    body: (words) => [`You are ${words.about.split(':')[0]} of the network from now on.`, seeStatus(words)],
  },
};

/** `members-renew-12-20`, `funding-2027-12-31`, `sponsor-no`, `bound` → a sentence. */
function gateInWords(said: string): string {
  if (said === 'bound') return 'The charter makes a gate binding that did not say yes: the network cannot be renewed.';
  const vote = /^members-(.+)-(\d+)-(\d+)$/.exec(said);
  if (vote !== null) {
    const [, future = '', voted, eligible] = vote;
    const first = FUTURES[future];
    return first === undefined
      ? `Members: too few voted to say anything (${voted} of ${eligible}).`
      : `Members: it should ${first} (${voted} of ${eligible} voted).`;
  }
  const [, gate = '', answer = ''] = /^(sponsor|funding)-(.+)$/.exec(said) ?? [];
  const who = gate === 'sponsor' ? 'The sponsor' : 'Funding';
  if (answer === 'silent') return `${who}: nothing was said.`;
  if (gate === 'sponsor') return `${who} says ${answer}.`;
  return answer === 'no' ? `${who}: there is none.` : `${who}: confirmed until ${answer}.`;
}
