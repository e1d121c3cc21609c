/** Every change of the store's tables, in order. */
import type { Migrations } from '../migrate.ts';
import { facts } from './0001-facts.ts';
import { erasures } from './0002-erasures.ts';
import { keptRecords } from './0003-kept-records.ts';
import { measurements } from './0004-measurements.ts';

export const STORE_MIGRATIONS: Migrations = {
  '0001-facts': facts,
  '0002-erasures': erasures,
  '0003-kept-records': keptRecords,
  '0004-measurements': measurements,
};
