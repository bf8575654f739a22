import type { IncomingMessage } from 'node:http';
import * as z from 'zod';

type Claims = Record<string, unknown>;

const claimsSchema = z.record(z.string(), z.unknown());

// A JWT authorizer of an HTTP API nests the claims in `jwt`; a Cognito authorizer of a REST API does not.
const eventSchema = z.object({
  requestContext: z.object({
    authorizer: z.object({
      jwt: z.object({ claims: claimsSchema }).optional(),
      claims: claimsSchema.optional(),
    }),
  }),
});

const authorizerClaims = new WeakMap<IncomingMessage, Claims>();

/** Stores the authorizer's claims outside the request, whose headers a client controls. */
export const rememberGatewayEvent = (request: IncomingMessage, event: unknown): void => {
  const authorizer = eventSchema.safeParse(event).data?.requestContext.authorizer;
  const claims = authorizer?.jwt?.claims ?? authorizer?.claims;
  if (claims !== undefined) authorizerClaims.set(request, claims);
};

/** Returns `undefined` for a route without an authorizer. */
export const findAuthorizerClaims = (request: IncomingMessage): Claims | undefined =>
  authorizerClaims.get(request);
