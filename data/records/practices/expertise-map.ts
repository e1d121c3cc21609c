import { z } from 'zod';
import { practice } from './practice.ts';

export const expertiseMap = practice({
  name: 'expertise-map',
  title: 'Expertise map: who knows what',
  rows: [{ row: 17, title: 'Expertise map: who knows what' }],
  chapter: 'invite-and-launch',
  does: 'Members say what they are good at, and how well; others who have seen it endorse it. Who asks peers for help may name a skill; those who claim it are asked first. What only one person knows is counted, and nobody is ranked.',
  beginsIn: 'invitation',
  settings: z.strictObject({
    skillsPerMember: z.int().min(1).max(100).default(15),
  }),
  explains: { skillsPerMember: 'How many skills a member may claim.' },
  records: ['skill-claim', 'skill-endorsement'],
  metrics: ['skills-held-by-one'],
  section: 'expertise-map',
});
