import { sqlStateOf } from './sql-state.ts';

// EAI_AGAIN is the answer of a name server that cannot be asked: in a container, often of a database that restarts.
const systemErrors = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
// Connection exceptions, insufficient resources, operator intervention, and conflicts after all retries.
const sqlStates = /^(08|53|57)|^40(001|P01)$/;
// node-postgres gives these no code.
const messages =
  /timeout exceeded when trying to connect|Connection terminated|encountered a connection error|Query read timeout/;

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error ? error.cause.message : error.message;
};

/** Tells an outage, which passes, from a wrong statement, which does not. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  const state = sqlStateOf(error);
  if (state === undefined) return messages.test(messageOf(error));
  return systemErrors.has(state) || sqlStates.test(state);
};
