import { z } from 'zod';
import { practice } from './practice.ts';

export const diversity = practice({
  name: 'diversity',
  title: 'Invite across domains',
  rows: [{ row: 13, title: 'Invite across domains' }],
  chapter: 'invite-and-launch',
  does: 'When the invitation closes, it is measured how mixed those are who joined. Where that falls short of the target, the lead hears from which segments fewer came than an even share, and decides: ask those who have not answered once more, or go on as it is.',
  neverRests: 'its gate is passed once, before learning begins',
  beginsIn: 'invitation',
  settings: z.strictObject({
    targets: z
      .array(
        z.strictObject({
          attribute: z.string().min(1).max(100),
          atLeast: z.number().gt(0).lt(1),
        }),
      )
      .min(1)
      .max(10)
      .default([{ attribute: 'region', atLeast: 0.5 }]),
  }),
  explains: {
    targets: 'How mixed the network is to be, by which attributes.',
    'targets[].attribute': 'A column of the file of members.',
    'targets[].atLeast':
      'The chance that two members drawn at random are of different segments (Blau): with four equal ones 0.75 at most.',
  },
  records: ['diversity-check', 'decision'],
  metrics: ['blau-diversity'],
  section: 'diversity',
});
