import { expect } from 'vitest';
import { type Front, front } from './start-front.ts';

type Response = {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, string | undefined>;
};

/** All differences that a client sees when a gateway responds before the API. */
const answers: Record<Front, { unrouted: object; challenge: string; refusal: object | undefined }> = {
  none: { unrouted: { code: 'not_found', status: 404 }, challenge: 'www-authenticate', refusal: undefined },
  http: {
    unrouted: { message: 'Not Found' },
    challenge: 'www-authenticate',
    refusal: { message: 'Unauthorized' },
  },
  rest: {
    unrouted: { message: 'Missing Authentication Token' },
    // A REST API renames this header, because it uses the header itself.
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

/** Name of the header with the challenge of a 401. */
export const challengeHeader = challenge;

/** Response for a path outside of `/api`. */
export const unroutedAnswer = unrouted;

const isOfGateway = ({ body }: Response): boolean => refusal !== undefined && 'message' in body;

/** Expects exactly the API's own 401, or the gateway's 401 or 403; the 403 is for a token without the scope. */
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
