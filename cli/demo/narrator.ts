/** Tells what happens in a network, line by line, with the dates of the programme. Says nothing twice. */
import { type BodyOf, type Fact, type Kind, PRACTICE_KINDS } from '../../data/records/index.ts';
import type { NetworkStatus } from '../../workflows/host/client.ts';

export class Narrator {
  readonly #say: (line: string) => void;
  readonly #said = new Set<string>();

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  tell(status: NetworkStatus): void {
    const { now, phase, cycle, stage, members, waiting, health } = status;
    const where = phase === 'learning' && stage !== null ? `cycle ${cycle}: ${stage}` : (stage ?? phase);
    this.#once(`where/${where}/${cycle}`, now, `${where} · ${members.active} of ${total(members)} joined`);
    for (const wave of waiting.filter((one) => one.action === 'answer').map((one) => one.about)) {
      this.#once(`wave/${wave}`, now, `survey ${wave.replace('wave-', '')} is open`);
    }
    for (const about of new Set(waiting.filter((one) => one.action === 'approve').map((one) => one.about))) {
      this.#once(`proposal/${about}`, now, `proposed: an introduction (${about}) waits for the lead`);
    }
    for (const about of new Set(waiting.filter((one) => one.action === 'consent').map((one) => one.about))) {
      this.#once(`introduction/${about}`, now, `approved: two members are asked whether they want to meet (${about})`);
    }
    if (health !== null) this.#once(`health/${health.check}`, health.asOf, healthLine(health));
  }

  /** What became of the proposals: said at the end, from the facts. */
  conclude(facts: Fact[]): void {
    const proposals = newest(facts, 'proposal');
    const introductions = newest(facts, 'introduction');
    const outcomes = newest(facts, 'outcome');
    const count = (status: string) => proposals.filter((body) => body.status === status).length;
    const met = introductions.filter((body) => body.status === 'met').length;
    this.#say(
      `${proposals.length} introductions proposed · ${count('approved')} approved · ${count('declined')} declined · ${met} met`,
    );
    for (const { afterDays, before, predicted, observed, verdict } of outcomes) {
      this.#say(
        `outcome after ${afterDays} days: ${figure(before)} before, ${figure(predicted)} predicted, ${figure(observed)} observed: ${verdict}`,
      );
    }
    const left = practiceLeavings(facts);
    if (left.length > 0) this.#say(`What practices left behind: ${left.join(', ')}`);
  }

  #once(key: string, at: string, line: string): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#say(`${at.slice(0, 10)}  ${line}`);
  }
}

function healthLine({ check, figures, response, findings }: NonNullable<NetworkStatus['health']>): string {
  const index = Object.entries(figures).find(([key]) => key.startsWith('e-i-index@'));
  const answered = response === null ? 'nobody asked yet' : `${Math.round(response * 100)} % answered`;
  const silo =
    index === undefined || index[1] === null ? '' : ` · E-I by ${index[0].split('@')[1]} ${figure(index[1])}`;
  const found = findings.length === 0 ? '' : ` · ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  return `report ${check}${silo} · ${answered}${found}`;
}

/** How many of each kind of record that practices keep, by the kind's name. */
function practiceLeavings(facts: Fact[]): string[] {
  return PRACTICE_KINDS.flatMap((kind) => {
    const count = newest(facts, kind).length;
    return count === 0 ? [] : [`${count} × ${kind}`];
  });
}

/** What holds at the end, per subject. */
function newest<K extends Kind>(facts: Fact[], kind: K): BodyOf<K>[] {
  const bySubject = new Map<string, BodyOf<K>>();
  for (const fact of facts) if (fact.kind === kind) bySubject.set(fact.subject, fact.body as BodyOf<K>);
  return [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, body]) => body);
}

function figure(value: number | null): string {
  return value === null ? 'unknown' : value.toFixed(3).replace('-', '−');
}

function total(members: Record<string, number>): number {
  return Object.values(members).reduce((sum, count) => sum + count, 0);
}
