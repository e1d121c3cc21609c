/**
 * The words of every notice. A person's name is put in at this last moment, from the people store; nothing here reaches
 * a log, a fact or a history.
 */

import type { NoticeTemplate } from '../../contract/index.ts';
import { accessTemplates } from './practices/access.ts';
import { accountabilityTemplates } from './practices/accountability.ts';
import { afterActionTemplates } from './practices/after-action.ts';
import { alignmentTemplates } from './practices/alignment.ts';
import { attributionTemplates } from './practices/attribution.ts';
import { circleTemplates } from './practices/circles.ts';
import { commitmentTemplates } from './practices/commitments.ts';
import { ideaTemplates } from './practices/diverge-converge.ts';
import { diversityTemplates } from './practices/diversity.ts';
import { experimentTemplates } from './practices/experiments.ts';
import { facilitationTemplates } from './practices/facilitation.ts';
import { framingTemplates } from './practices/framing.ts';
import { membershipTemplates } from './practices/membership-terms.ts';
import { mentorshipTemplates } from './practices/mentorship.ts';
import { newcomersTemplates } from './practices/newcomers.ts';
import { peerSupportTemplates } from './practices/peer-support.ts';
import { probeTemplates } from './practices/probes.ts';
import { problemTemplates } from './practices/problems.ts';
import { questionnaireTemplates } from './practices/questionnaires.ts';
import { recognitionTemplates } from './practices/recognition.ts';
import { reflectionTemplates } from './practices/reflection.ts';
import { repositoryTemplates } from './practices/repository.ts';
import { ritualTemplates } from './practices/rituals.ts';
import { sessionTemplates } from './practices/sessions.ts';
import { successionTemplates } from './practices/succession.ts';
import { sustainmentTemplates } from './practices/sustainment.ts';
import { tacitTemplates } from './practices/tacit-knowledge.ts';
import { theoryTemplates } from './practices/theory-of-change.ts';
import { variantTemplates } from './practices/variants.ts';
import { winsTemplates } from './practices/wins.ts';
import { answerBy, command, listed, type NoticeWords, seeStatus, type Template } from './template.ts';

export const TEMPLATES: Record<NoticeTemplate, Template> = {
  'readiness-asked': {
    subject: ({ networkName }) => `${networkName}: is it ready to begin?`,
    body: (words) => [
      'Before anybody is invited, the items of the readiness gate are confirmed, each with what shows it.',
      command(words, 'confirm-readiness', { item: words.about }),
    ],
  },
  'priorities-open': {
    subject: ({ networkName }) => `${networkName}: what should it work on?`,
    body: (words) => [
      'Every member may propose what the network should work on. The proposals are voted on afterwards.',
      answerBy(words, 'propose-priority', { title: '…' }),
    ],
  },
  'vote-open': {
    subject: ({ networkName }) => `${networkName}: rank the priorities`,
    body: (words) => [
      'The priorities that members proposed stand to the vote:',
      listed(words),
      'Rank those you care for, best first; until the vote closes you may rank anew.',
      answerBy(words, 'vote', { ranking: words.ideas.slice(0, 2).map(({ idea }) => idea) }),
    ],
  },
  'agenda-asked': {
    subject: ({ networkName }) => `${networkName}: set the learning agenda`,
    body: (words) => [
      'The vote is counted. The learning agenda can be completed now.',
      command(words, 'set-agenda', { priority: '…' }),
    ],
  },
  'agenda-revised': {
    subject: ({ networkName }) => `${networkName}: the learning agenda says it anew`,
    body: ({ about, text }) => [
      `An item of the learning agenda (${about}) is said anew:`,
      text ?? '(what was written has been taken back)',
    ],
  },
  'goal-review': {
    subject: ({ networkName }) => `${networkName}: a target is to be looked at again`,
    body: (words) => [
      `The day has come on which you wanted to look at ${words.about} again. The newest report says where the figure stands.`,
      reviewGoal(words),
    ],
  },
  'goal-review-reminder': {
    subject: ({ networkName }) => `${networkName}: a target still waits to be looked at`,
    body: (words) => [`Nobody has looked at ${words.about} again yet.`, reviewGoal(words)],
  },
  'goal-review-escalated': {
    subject: ({ networkName }) => `${networkName}: looking at a target again came to you`,
    body: (words) => [`Nobody has looked at ${words.about} again. You may as well from now on.`, reviewGoal(words)],
  },
  invitation: {
    subject: ({ networkName }) => `Invitation to ${networkName}`,
    body: (words) => [
      `You are invited to take part in ${words.networkName}.`,
      ...words.purpose,
      answerBy(words, 'accept-invitation', {}),
      'If you would rather not, decline-invitation says so, and nobody asks again.',
    ],
  },
  'invitation-reminder': {
    subject: ({ networkName }) => `Your invitation to ${networkName} is still open`,
    body: (words) => [
      `You have not said yet whether you take part in ${words.networkName}.`,
      answerBy(words, 'accept-invitation', {}),
      'If you would rather not, decline-invitation says so, and nobody asks again.',
    ],
  },
  'waiting-list': {
    subject: ({ networkName }) => `${networkName}: you are on the waiting list`,
    body: (words) => [
      `All places of ${words.networkName} are taken. You are on its waiting list: when somebody leaves, those who wait move up in the order in which they said yes, and you hear of it.`,
      'If you would rather not wait any longer, decline-invitation takes you off it.',
      command(words, 'decline-invitation', {}),
    ],
  },
  'place-free': {
    subject: ({ networkName }) => `A place is free: you have joined ${networkName}`,
    body: (words) => [
      `A place became free, and it was your turn: you are a member of ${words.networkName} now.`,
      'If it does not suit you any more, leave hands the place on to the next.',
      command(words, 'leave', {}),
    ],
  },
  welcome: {
    subject: ({ networkName }) => `Welcome to ${networkName}`,
    body: ({ networkName }) => [`You are a member of ${networkName} now. You hear from it when a cycle begins.`],
  },
  'stage-open': {
    subject: ({ networkName }) => `${networkName}: the next stage is open`,
    body: (words) => [
      `A new stage of the learning cycle is open: ${stageInWords(words.about)}. Give what you have to it.`,
      answerBy(words, 'contribute', { text: '…' }),
    ],
  },
  'survey-open': {
    subject: ({ networkName }) => `${networkName}: whom do you turn to?`,
    body: (words) => [
      `Survey wave ${waveOf(words)} is open. It asks whom you turn to; it takes some minutes.`,
      answerBy(words, 'answer', { wave: waveOf(words), ties: [{ to: '…', type: '…' }] }),
    ],
  },
  'survey-reminder': {
    subject: ({ networkName }) => `${networkName}: your answer is missing`,
    body: (words) => [
      `Survey wave ${waveOf(words)} is still open, and your answer is not there yet. Without it, what the network looks like around you stays unknown.`,
      answerBy(words, 'answer', { wave: waveOf(words), ties: [{ to: '…', type: '…' }] }),
    ],
  },
  'decision-asked': {
    subject: ({ networkName }) => `${networkName}: a decision waits for you`,
    body: (words) => [`The decision ${words.about} waits for you.`, ...chooseFrom(words)],
  },
  'decision-reminder': {
    subject: ({ networkName }) => `${networkName}: a decision still waits for you`,
    body: (words) => [`The decision ${words.about} is not made yet.`, ...chooseFrom(words)],
  },
  'decision-escalated': {
    subject: ({ networkName }) => `${networkName}: a decision came to you`,
    body: (words) => [
      `The decision ${words.about} was not made in time. You may make it as well from now on.`,
      ...chooseFrom(words),
    ],
  },
  'introduction-asked': {
    subject: ({ networkName }) => `${networkName}: may we introduce you to somebody?`,
    body: (words) => [
      'There is a member whom you do not know yet and from whose part of the network you hear little. If both of you agree, each learns who the other is; until then neither does.',
      answerBy(words, 'consent', { introduction: words.about, agree: true }),
    ],
  },
  'introduction-agreed': {
    subject: ({ networkName }) => `${networkName}: you are introduced`,
    body: (words) => [
      `Both of you agreed. You meet ${partnerOf(words)}.`,
      'Write a line and find half an hour; what each of you tried lately is a good beginning.',
    ],
  },
  'introduction-confirm': {
    subject: ({ networkName }) => `${networkName}: did you meet?`,
    body: (words) => [
      'You were introduced to another member some time ago. Have you met?',
      answerBy(words, 'confirm-met', { introduction: words.about, met: true }),
    ],
  },
  'introduction-off': {
    subject: ({ networkName }) => `${networkName}: an introduction does not come about`,
    body: ({ about }) => [
      `The other member of an introduction to which you agreed (${about}) has left the network. Nothing more is asked of you about it.`,
    ],
  },
  'network-closed': {
    subject: ({ networkName }) => `${networkName} is closed`,
    body: ({ networkName, network }) => [
      `${networkName} has come to its end. Thank you for what you brought and took home.`,
      `What it did and learned is kept as an archive that opens in any browser: reports/${network}/archive/index.html in the folder of whoever runs it. Ask the lead for it. People stand in it by id only, unless the charter says otherwise.`,
    ],
  },
  ...peerSupportTemplates,
  ...commitmentTemplates,
  ...experimentTemplates,
  ...probeTemplates,
  ...framingTemplates,
  ...alignmentTemplates,
  ...newcomersTemplates,
  ...theoryTemplates,
  ...diversityTemplates,
  ...accessTemplates,
  ...facilitationTemplates,
  ...accountabilityTemplates,
  ...mentorshipTemplates,
  ...repositoryTemplates,
  ...problemTemplates,
  ...sessionTemplates,
  ...ritualTemplates,
  ...questionnaireTemplates,
  ...sustainmentTemplates,
  ...membershipTemplates,
  ...successionTemplates,
  ...ideaTemplates,
  ...tacitTemplates,
  ...winsTemplates,
  ...circleTemplates,
  ...afterActionTemplates,
  ...reflectionTemplates,
  ...recognitionTemplates,
  ...attributionTemplates,
  ...variantTemplates,
};

export function wordsOf(template: NoticeTemplate, words: NoticeWords): { subject: string; text: string } {
  const { subject, body } = TEMPLATES[template];
  const greeting = words.name === null ? 'Good day,' : `Dear ${words.name},`;
  return { subject: subject(words), text: `${[greeting, ...body(words), words.networkName].join('\n\n')}\n` };
}

/** What there is to choose from, and the command that chooses; of a proposal the report says why it is made. */
function chooseFrom(words: NoticeWords): string[] {
  const { about, options } = words;
  if (options.length === 0) return [seeStatus(words)];
  if (options.includes('approve')) {
    return [
      'It is a proposal: the newest report says what it is and why. Decline it with decline, in the same way.',
      command(words, 'approve', { proposal: about }),
    ];
  }
  return [`To choose from: ${options.join(', ')}.`, command(words, 'decide', { decision: about, option: options[0] })];
}

function reviewGoal(words: NoticeWords): string {
  return command(words, 'review-goal', { goal: words.about, decision: 'keep', review: '…' });
}

/** cycle-1-adapt-and-apply, as one says it. */
function stageInWords(about: string): string {
  const [, cycle, stage] = /^cycle-(\d+)-(.+)$/.exec(about) ?? [];
  return stage === undefined ? about : `${stage.replaceAll('-', ' ')}, in cycle ${cycle}`;
}

/** Waits name a wave `wave-1`, so that it is told apart from other ids; its answer names it `1`. */
function waveOf({ about }: NoticeWords): string {
  return about.replace(/^wave-/, '');
}

function partnerOf({ partner }: NoticeWords): string {
  const known = [partner?.name, partner?.email === null ? null : `<${partner?.email}>`].filter(
    (part) => part !== null && part !== undefined,
  );
  return partner === null || known.length === 0
    ? 'a member who gave neither name nor address; ask the lead'
    : known.join(' ');
}
