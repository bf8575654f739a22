import { isNull, lt, or, sql } from 'drizzle-orm';
import { users } from './schema.ts';

// With the time that a call to Cognito may take, a disabled owner is noticed within a minute.
const checkSeconds = 50;

/** Whether Cognito has to be asked again about the user of a row. */
export const isStatusCheckDue = or(
  isNull(users.statusCheckedAt),
  lt(users.statusCheckedAt, sql`now() - make_interval(secs => ${checkSeconds})`),
);
