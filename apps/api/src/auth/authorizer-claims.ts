import { requiredScope, userIdSchema } from '@share-my-files/contract';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import * as z from 'zod';
import { unauthenticated } from '#errors.ts';
import { type AccessTokenClaims, clockToleranceSeconds } from './token-verifier.ts';

type AuthorizerSettings = { userPoolId: string; clientId: string; now: () => number };

/** Returns the claims of a gateway event that the API uses; throws `invalid_token`. */
export type CheckAuthorizerClaims = (claims: unknown) => AccessTokenClaims;

// "Wed Dec 06 17:22:52 UTC 2023": a REST API formats `exp` and `iat` as Java prints a date.
const javaDate = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{2}) (\d{2}:\d{2}:\d{2}) (?:UTC|GMT) (\d{4})$/;

const parseSeconds = (text: string): number => {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  const [, day, time, year] = javaDate.exec(text) ?? [];
  return Date.parse(`${day} ${year} ${time} GMT`) / 1000;
};

// Both gateways send each claim as text; an HTTP API formats lists as "[a b]".
const seconds = z.string().transform(parseSeconds).pipe(z.int());

const schemaFor = ({ userPoolId, clientId }: AuthorizerSettings) =>
  z.object({
    iss: z.literal(CognitoJwtVerifier.parseUserPoolId(userPoolId).issuer),
    client_id: z.literal(clientId),
    token_use: z.literal('access'),
    scope: z.string().refine((scope) => scope.split(' ').includes(requiredScope)),
    sub: userIdSchema,
    jti: z.string().min(1),
    origin_jti: z.guid(),
    exp: seconds,
    iat: seconds,
    auth_time: seconds.default(0),
  });

/** Repeats the checks of the authorizer, so that its misconfiguration cannot open the API. */
export const createAuthorizerCheck = (settings: AuthorizerSettings): CheckAuthorizerClaims => {
  const schema = schemaFor(settings);
  return (claims) => {
    const { data, error } = schema.safeParse(claims);
    if (data === undefined) throw unauthenticated(error);
    const now = settings.now() / 1000;
    if (data.exp <= now || data.iat > now + clockToleranceSeconds) {
      throw unauthenticated();
    }
    return { userId: data.sub, tokenId: data.jti, sessionId: data.origin_jti, signedInAt: data.auth_time };
  };
};
