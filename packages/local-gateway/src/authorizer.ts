import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** The user pool and app client that an authorizer is configured with. */
export type AuthorizerSettings = {
  issuer: string;
  clientId: string;
  /** Finds the key of a token; of jose's `createRemoteJWKSet` or `createLocalJWKSet`. */
  getKey: JWTVerifyGetKey;
};

/** Who was admitted, or the `WWW-Authenticate` header of the refusal. */
export type Verdict = { claims: JWTPayload } | { status: 401 | 403; challenge: string };

export type Authorize = (authorization: string | undefined, scopes: readonly string[]) => Promise<Verdict>;

const refuse = (description: string, scopes: readonly string[] = []): Verdict => ({
  status: 401,
  challenge: `Bearer scope="${scopes.join(' ')}" error="invalid_token" error_description="${description}"`,
});

const scopesOf = ({ scope, scp }: JWTPayload): string[] =>
  typeof scope === 'string' ? scope.split(' ') : Array.isArray(scp) ? scp.map(String) : [];

const hasOneOf = (scopes: readonly string[], claims: JWTPayload): boolean =>
  scopesOf(claims).some((scope) => scopes.includes(scope));

// Both authorizers take the token with or without the name of the scheme.
const tokenIn = (authorization: string): string => authorization.replace(/^Bearer /i, '');

const verify = async (authorization: string, { issuer, getKey }: AuthorizerSettings): Promise<JWTPayload> => {
  const { payload } = await jwtVerify(tokenIn(authorization), getKey, { issuer, algorithms: ['RS256'] });
  if (payload.iat !== undefined && payload.iat > Date.now() / 1000) {
    throw new errors.JWTClaimValidationFailed('the token was issued in the future', payload, 'iat');
  }
  return payload;
};

// jose reports a key set that answers too late, or with an error, by these two; the second has no class of its own.
const isOutage = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout || error.code === errors.JOSEError.code;

const describe = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JOSEError && !isOutage(error)) return 'the token is not valid';
  throw error;
};

/**
 * The JWT authorizer of an HTTP API: `aud`, or `client_id` where there is no `aud`, must be the client; a token
 * without one of the scopes is refused with 403.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const createJwtAuthorizer =
  (settings: AuthorizerSettings): Authorize =>
  async (authorization, scopes) => {
    if (authorization === undefined) return { status: 401, challenge: 'Bearer' };
    try {
      const claims = await verify(authorization, settings);
      const audience = claims.aud ?? claims.client_id;
      if (![audience].flat().includes(settings.clientId)) {
        return refuse('the token does not have a valid audience');
      }
      if (scopes.length === 0 || hasOneOf(scopes, claims)) return { claims };
      const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope" error_description="the token does not have one of the scopes"`;
      return { status: 403, challenge };
    } catch (error) {
      return refuse(describe(error));
    }
  };

/**
 * The Cognito authorizer of a REST API: it asks for the pool, not for the client; for an access token if the
 * method has scopes, and else for an ID token. Every refusal is a 401.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export const createCognitoAuthorizer =
  (settings: AuthorizerSettings): Authorize =>
  async (authorization, scopes) => {
    if (authorization === undefined) return refuse('');
    try {
      const claims = await verify(authorization, settings);
      const isRightUse = claims.token_use === (scopes.length === 0 ? 'id' : 'access');
      if (!isRightUse || (scopes.length > 0 && !hasOneOf(scopes, claims))) return refuse('');
      return { claims };
    } catch (error) {
      return refuse(describe(error));
    }
  };
