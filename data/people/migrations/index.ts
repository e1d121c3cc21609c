/** Every change of the people tables, in order. */
import type { Migrations } from '../../store/migrate.ts';
import { people } from './0001-people.ts';

export const PEOPLE_MIGRATIONS: Migrations = { '0001-people': people };
