/** Puts other ids in the place of those that a file uses, wherever a record names a member. */
import type { NetworkRecords } from '../records/index.ts';

/** The same records with every member's id replaced; the argument is not changed. */
export function mapIds(records: NetworkRecords, idOf: (ref: string) => string): NetworkRecords {
  return {
    members: records.members.map((body) => ({ ...body, member: idOf(body.member) })),
    ties: records.ties.map((body) => ({ ...body, from: idOf(body.from), to: idOf(body.to) })),
    adoptions: records.adoptions.map((body) => ({ ...body, member: idOf(body.member) })),
    waves: records.waves,
    responses: records.responses.map((body) => ({ ...body, member: idOf(body.member) })),
    contributions: records.contributions.map((body) => ({
      ...body,
      member: idOf(body.member),
      helped: body.helped === null ? null : idOf(body.helped),
    })),
  };
}
