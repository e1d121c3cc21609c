/** The words of probes. */
import type { ProbeNotice } from '../../../contract/practices/probes.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const probeTemplates: Record<ProbeNotice, Template> = {
  'probe-on-cycle': {
    subject: ({ networkName }) => `${networkName}: a constraint on this cycle`,
    body: ({ about, text }) => [
      `Let us see what this makes possible, for everybody in the cycle that is running (${about}):`,
      text ?? '(what was written has been taken back)',
    ],
  },
  'probe-decide': {
    subject: ({ networkName }) => `${networkName}: amplify or dampen?`,
    body: (words) => [
      `The day of your probe has come (${words.about}). You expected:`,
      words.text ?? '(what you wrote has been taken back)',
      'What did its constraint make possible? Nothing is an answer as well.',
      decideBy(words),
    ],
  },
  'probe-decide-reminder': {
    subject: ({ networkName }) => `${networkName}: your probe waits for you`,
    body: (words) => [`Your probe (${words.about}) is not decided on yet.`, decideBy(words)],
  },
  'probe-amplified': {
    subject: ({ networkName }) => `${networkName}: what a constraint made possible`,
    body: ({ text }) => [
      'A member amplifies a probe, and tells what its constraint made possible:',
      text ?? '(what was written has been taken back)',
    ],
  },
};

function decideBy(words: NoticeWords): string {
  const payload = { probe: words.about, decision: 'amplify', madePossible: ['ideas'], words: '…' };
  return answerBy(words, 'decide-probe', payload);
}
