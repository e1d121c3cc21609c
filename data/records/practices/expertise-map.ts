import { z } from 'zod';
import { practice } from './practice.ts';

export const expertiseMap = practice({
  name: 'expertise-map',
  title: 'Expertise map: who knows what',
  rows: [{ row: 17, title: 'Expertise map: who knows what' }],
  chapter: 'invite-and-launch',
  does: 'Members say what they are good at, and how well; others who have seen it endorse it. Who asks peers for help may name a skill; those who claim it are asked first. What only one person knows is counted, and whether somebody can what the learning agenda asks for. weft experts says who could help with a skill, and why.',
  neverRests: 'it asks nobody; members say what they can',
  beginsIn: 'invitation',
  hears: ['left'],
  settings: z.strictObject({
    skillsPerMember: z.int().min(1).max(100).default(15),
  }),
  explains: { skillsPerMember: 'How many skills a member may claim.' },
  records: ['skill-claim', 'skill-endorsement', 'skill-need'],
  metrics: ['skills-held-by-one', 'agenda-skill-coverage'],
  section: 'expertise-map',
});
