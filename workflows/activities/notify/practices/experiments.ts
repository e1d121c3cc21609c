/** The words of experiments. */
import type { ExperimentNotice } from '../../../contract/practices/experiments.ts';
import { answerBy, type Template } from '../template.ts';

export const experimentTemplates: Record<ExperimentNotice, Template> = {
  'experiment-check-in': {
    subject: ({ networkName }) => `${networkName}: how does your experiment go?`,
    body: (words) => [
      `You set out to end it when this is the case (${words.about}):`,
      words.text ?? '(what you wrote has been taken back)',
      'Is it?',
      answerBy(words, 'check-in', { experiment: words.about, exitMet: false }),
    ],
  },
  'experiment-decide': {
    subject: ({ networkName }) => `${networkName}: scale, adapt or stop?`,
    body: (words) => [
      `It is time to decide on your experiment (${words.about}). You said this would show that it works:`,
      words.text ?? '(what you wrote has been taken back)',
      'To stop is as good as to scale: what did not work spares others the way. Say what you learned.',
      answerBy(words, 'decide-experiment', { experiment: words.about, decision: 'stop', learned: '…' }),
    ],
  },
  'experiment-learned': {
    subject: ({ networkName }) => `${networkName}: what an experiment that was stopped has shown`,
    body: ({ text }) => [
      'A member stopped an experiment and shares what was learned:',
      text ?? '(what was written has been taken back)',
    ],
  },
};
