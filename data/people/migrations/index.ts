/** Every change of the people tables, in order. */
import type { Migrations } from '../../store/migrate.ts';
import { people } from './0001-people.ts';
import { rounds } from './0002-rounds.ts';

export const PEOPLE_MIGRATIONS: Migrations = { '0001-people': people, '0002-rounds': rounds };
