import { expect } from 'vitest';
import { type Front, front } from './start-front.ts';

type Response = {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, string | undefined>;
};

/** All that a client sees differently when a gateway answers before the API is asked. */
const answers: Record<Front, { unrouted: object; challenge: string; refusal: object | undefined }> = {
  none: { unrouted: { code: 'not_found', status: 404 }, challenge: 'www-authenticate', refusal: undefined },
  http: {
    unrouted: { message: 'Not Found' },
    challenge: 'www-authenticate',
    refusal: { message: 'Unauthorized' },
  },
  rest: {
    unrouted: { message: 'Missing Authentication Token' },
    // A REST API gives this header another name: it has uses of its own for it.
    challenge: 'x-amzn-remapped-www-authenticate',
    refusal: { message: 'Unauthorized' },
  },
};

const ownRefusal = {
  type: 'urn:share-my-files:problem:invalid_token',
  title: 'Not signed in',
  status: 401,
  detail: 'Sign in to continue.',
  code: 'invalid_token',
};

const { unrouted, challenge, refusal } = answers[front];

/** What an answer for a path outside of `/api` looks like. */
export const unroutedAnswer = unrouted;

const isOfGateway = ({ body }: Response): boolean => refusal !== undefined && 'message' in body;

/** The API's own 401, byte for byte, or the gateway's; a 403 of its is the same to a client without the scope. */
export const expectRefused = (response: Response, expectedChallenge: string): void => {
  if (isOfGateway(response)) {
    expect([401, 403]).toContain(response.status);
    expect(['Unauthorized', 'Forbidden']).toContain(response.body.message);
    return;
  }
  const { requestId, ...problem } = response.body;
  expect({ status: response.status, problem, challenge: response.headers[challenge] }).toEqual({
    status: 401,
    challenge: expectedChallenge,
    problem: ownRefusal,
  });
};
