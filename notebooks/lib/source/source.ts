/**
 * Where a network's facts come from: the running store, or files. What both can say is asked in one way, so that a cell
 * that was written on an example runs on the network itself.
 */
import type { HealthCheckInput } from '../../../analysis/report/health-check.ts';
import type { About } from '../../../analysis/report/report.ts';
import type { MeasurableRecords, NetworkRecords } from '../../../data/records/index.ts';
import type { Networks } from '../../../workflows/host/client.ts';
import type { AsOf } from '../date.ts';

export interface Source {
  /** The network's id, or one made of what the file is called. */
  readonly id: string;
  readonly title: string;
  /** Where it is read from, in words. */
  readonly place: string;
  /** Whether workflows run it, so that it has a history. */
  readonly isRun: boolean;
  /** What the source says of its ties; undefined where it says nothing. */
  readonly undirected: boolean | undefined;
  /** Groups with fewer members are not shown by themselves. */
  readonly smallestGroup: number;
  /** What was noticed while reading, in words. */
  readonly notes: readonly string[];
  records(asOf: AsOf | null): Promise<NetworkRecords>;
  /** The same with ties in columns where they are. */
  measurable(asOf: AsOf | null): Promise<MeasurableRecords>;
  /** What a health check as of a date reads; today's by default. */
  health(asOf: AsOf | null, groupBy: string | undefined): Promise<{ input: HealthCheckInput; about: About }>;
  /** Who people are: only for whoever asks for names. */
  people(): Promise<Person[]>;
  /** What only a network has that is run. @throws WeftError for files. */
  running<Result>(work: (networks: Networks, network: string) => Promise<Result>): Promise<Result>;
}

export interface Person {
  id: string;
  name: string | null;
  email: string | null;
}
