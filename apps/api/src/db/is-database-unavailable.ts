import { sqlStateOf } from './sql-state.ts';

// EAI_AGAIN is a temporary DNS failure: in a container, often of a database that is restarting.
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
// Connection exceptions, insufficient resources, operator intervention, and conflicts after the last retry.
const sqlStates = /^(08|53|57)|^40(001|P01)$/;
// node-postgres sets no code on these.
const messages =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|encountered a connection error|Query read timeout/;

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error ? error.cause.message : error.message;
};

/** Returns whether an error is a temporary outage rather than an invalid statement. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  const state = sqlStateOf(error);
  if (state === undefined) return messages.test(messageOf(error));
  return systemErrors.has(state) || sqlStates.test(state);
};
