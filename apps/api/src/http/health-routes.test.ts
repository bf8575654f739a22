import express from 'express';
import { pino } from 'pino';
import supertest from 'supertest';
import { expect, test } from 'vitest';
import { createHealthRoutes } from './health-routes.ts';

test('/readyz logs a failing check as a warning only after the process has been ready', async () => {
  const lines: { level: number; check: string }[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) });
  let isReady = false;
  const database = async () => {
    if (!isReady) throw new Error('The database starts.');
  };
  const agent = supertest(express().use(createHealthRoutes({ database }, logger)));

  await agent.get('/readyz').expect(503);
  isReady = true;
  await agent.get('/readyz').expect(200);
  isReady = false;
  await agent.get('/readyz').expect(503);

  expect(lines.map(({ level, check }) => [logger.levels.labels[level], check])).toEqual([
    ['info', 'database'],
    ['warn', 'database'],
  ]);
});
