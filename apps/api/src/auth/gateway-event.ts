import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

type Claims = Record<string, unknown>;

const claimsSchema = z.record(z.string(), z.unknown());

// A JWT authorizer of an HTTP API puts the claims under `jwt`, a Cognito authorizer of a REST API does not.
const eventSchema = z.object({
  requestContext: z.object({
    authorizer: z.object({
      jwt: z.object({ claims: claimsSchema }).optional(),
      claims: claimsSchema.optional(),
    }),
  }),
});

const authorizerClaims = new WeakMap<IncomingMessage, Claims>();

/** Keeps the authorizer's claims beside the request: a header is where a client could write them, too. */
export const rememberGatewayEvent = (request: IncomingMessage, event: unknown): void => {
  const authorizer = eventSchema.safeParse(event).data?.requestContext.authorizer;
  const claims = authorizer?.jwt?.claims ?? authorizer?.claims;
  if (claims !== undefined) authorizerClaims.set(request, claims);
};

/** Undefined when no authorizer stands before the route. */
export const findAuthorizerClaims = (request: IncomingMessage): Claims | undefined =>
  authorizerClaims.get(request);
