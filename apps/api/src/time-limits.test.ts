import { expect, test } from 'vitest';
import { awsLimits, databaseLimits, longestAnswerMilliseconds } from './time-limits.ts';

const { database, storage } = longestAnswerMilliseconds;

test('a request that the database keeps waiting responds in time', () => {
  const { pingMilliseconds, connectMilliseconds, stallMilliseconds, queryMilliseconds } = databaseLimits;

  expect(pingMilliseconds + connectMilliseconds).toBeLessThan(database);
  expect(pingMilliseconds + queryMilliseconds).toBeLessThan(database);
  expect(stallMilliseconds + queryMilliseconds).toBeLessThan(database);
});

test('the server ends a statement before the API gives it up', () => {
  expect(databaseLimits.statementMilliseconds).toBeLessThan(databaseLimits.queryMilliseconds);
});

test('a request that reaches no answer of S3 responds in time, with queries before and after', () => {
  const { attempts, requestMilliseconds } = awsLimits;

  expect(attempts * requestMilliseconds + databaseLimits.queryMilliseconds).toBeLessThan(storage);
});
