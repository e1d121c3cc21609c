/** What holders of roles, and those who may follow them, are told. */
import type { SuccessionNotice } from '../../../contract/practices/succession.ts';
import { command, type NoticeWords, seeStatus, type Template } from '../template.ts';

export const successionTemplates: Record<SuccessionNotice, Template> = {
  'successor-asked': {
    subject: ({ networkName }) => `${networkName}: who would take over from you?`,
    body: (words) => [
      `You are ${roleOf(words)} of the network. If you could not go on tomorrow, who would take over, and could they today?`,
      command(words, 'name-successor', { role: roleOf(words), successor: '…', ready: false }),
    ],
  },
  'successor-reminder': {
    subject: ({ networkName }) => `${networkName}: who would take over from you? (reminder)`,
    body: (words) => [
      `You have not said yet who would take over from you as ${roleOf(words)}. That nobody would is an answer too.`,
      command(words, 'name-successor', { role: roleOf(words), successor: '…', ready: false }),
    ],
  },
  'role-vacant': {
    subject: ({ networkName }) => `${networkName}: somebody who held a role has left`,
    body: (words) => [
      `Whoever was ${roleOf(words)} has left the network. You are asked whether you take over.`,
      command(words, 'decide', { decision: words.about, option: 'take-over' }),
      seeStatus(words),
    ],
  },
};

/** `lead`, `lead.3`, `succession-lead-2` → lead. */
function roleOf({ about }: NoticeWords): string {
  return /(lead|steward|facilitator|evaluator|sponsor)/.exec(about)?.[1] ?? about;
}
