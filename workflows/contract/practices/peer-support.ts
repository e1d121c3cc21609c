/** What members do in peer support, and what they are told. */
import { z } from 'zod';
import { type Instant, Skill } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const peerSupportActions = {
  'ask-for-help': action({
    name: 'ask-for-help',
    does: 'ask peers for help with something you are stuck on; those who claim the skill you name are asked first',
    may: { members: ['active'] },
    takenBy: { practice: 'peer-support' },
    payload: z.strictObject({ text: Text, skill: Skill.optional() }),
    words: ['text'],
    people: [],
    example: { skill: 'intake-design', text: 'How do you get both offices to accept one intake form?' },
  }),
  help: action({
    name: 'help',
    does: 'answer a member’s request for help',
    may: { members: ['active'] },
    takenBy: { practice: 'peer-support', item: 'request' },
    payload: z.strictObject({ request: Id, text: Text }),
    words: ['text'],
    people: [],
    example: { request: 'request-3', text: 'We began with the three fields that both of them need' },
  }),
  'end-request': action({
    name: 'end-request',
    does: 'say whether your request for help is resolved',
    may: { concerned: true },
    takenBy: { practice: 'peer-support', item: 'request' },
    payload: z.strictObject({ request: Id, resolved: z.boolean() }),
    words: [],
    people: [],
    example: { request: 'request-3', resolved: true },
  }),
} as const;

export const PEER_SUPPORT_NOTICES = [
  'help-asked',
  'help-still-asked',
  'help-escalated',
  'help-came',
  'request-how-went',
] as const;
export type PeerSupportNotice = (typeof PEER_SUPPORT_NOTICES)[number];

export interface PeerSupportActivities {
  /**
   * Chooses members to ask for help, by turns: active ones outside the asker's organisation, first those
   * who claim the skill, then who was asked least in the quarter before, and among equals in an order that the request
   * itself draws.
   */
  choosePeers(input: {
    network: string;
    request: string;
    askedBy: string;
    skill: string | null;
    atMost: number;
    askedPerQuarter: number;
    at: Instant;
  }): Promise<{ peers: string[] }>;
}
