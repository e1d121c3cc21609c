import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const peerSupport = practice({
  name: 'peer-support',
  title: 'Peer support for implementation',
  rows: [{ row: 21, title: 'Peer support for implementation' }],
  chapter: 'learn-in-cycles',
  does: 'A member who is stuck asks for help. A few peers are asked by turns, so that it is never always the same; where none of them answers in time, facilitators are. The member says whether it helped.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    peersAsked: z.int().min(1).max(20).default(5),
    remindAfter: Duration.default('P3D'),
    escalateAfter: Duration.default('P7D'),
    closeAfter: Duration.default('P28D'),
    openPerMember: z.int().min(1).max(10).default(2),
    askedPerQuarter: z.int().min(1).max(100).default(6),
  }),
  explains: {
    peersAsked: 'How many peers are asked at once.',
    remindAfter: 'When the peers are reminded, where nobody has answered.',
    escalateAfter: 'When facilitators are asked as well, where nobody has answered.',
    closeAfter: 'When a request ends of which nobody says how it went.',
    openPerMember: 'How many open requests a member may have.',
    askedPerQuarter: 'How often one member may be asked to help others within three months.',
  },
  records: ['support-request', 'support-answer'],
  metrics: ['time-to-first-answer', 'requests-resolved'],
  section: 'peer-support',
});
