import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import type { Clock } from './clock.ts';

const MAXIMUM_BODY_BYTES = 1024;

const CENTURY_SECONDS = 36_525 * 86_400;

const requestSchema = z.object({
  advanceSeconds: z.number().min(-CENTURY_SECONDS).max(CENTURY_SECONDS),
});

const parse = (body: Buffer | undefined) => {
  try {
    return requestSchema.safeParse(JSON.parse(body?.toString('utf8') ?? '')).data;
  } catch {
    // Invalid JSON gets the same response as invalid fields.
    return undefined;
  }
};

const sendTime = (response: ServerResponse, clock: Clock): void =>
  sendJson(response, 200, { now: new Date(clock.now()).toISOString() });

/** Reads and moves the clock of a server started with `--clock`: `GET` and `POST /clock`. */
export const createClockRoutes = (clock: Clock): Route[] => [
  {
    method: 'GET',
    path: '/clock',
    sameOriginOnly: true,
    handle: (_request, response) => sendTime(response, clock),
  },
  {
    method: 'POST',
    path: '/clock',
    sameOriginOnly: true,
    handle: async (request, response) => {
      const move = parse(await readBody(request, MAXIMUM_BODY_BYTES));
      if (move === undefined) {
        sendJson(response, 400, { message: 'Send { "advanceSeconds": <number> }, at most a century.' });
        return;
      }
      clock.advance(move.advanceSeconds * 1000);
      sendTime(response, clock);
    },
  },
];
