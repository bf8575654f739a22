import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** User pool and app client of an authorizer. */
/** Checks an Authorization header. An empty list of scopes requires none. Throws if the keys are unavailable. */
export type AuthorizerSettings = {
  issuer: string;
  clientId: string;
  /** Finds the key of a token: jose's `createRemoteJWKSet` or `createLocalJWKSet`. */
  getKey: JWTVerifyGetKey;
};

/** The claims of a valid token, or the `WWW-Authenticate` header of the rejection. */
/** Checks an Authorization header. An empty list of scopes requires none. Throws if the keys are unavailable. */
export type AuthorizerResult = { claims: JWTPayload } | { status: 401 | 403; challenge: string };

/** Checks an Authorization header. An empty list of scopes requires none. Throws if the keys are unavailable. */
export type Authorize = (
  authorization: string | undefined,
  scopes: readonly string[],
) => Promise<AuthorizerResult>;

const reject = (description: string, scopes: readonly string[] = []): AuthorizerResult => ({
  status: 401,
  challenge: `Bearer scope="${scopes.join(' ')}" error="invalid_token" error_description="${description}"`,
});

const scopesOf = ({ scope, scp }: JWTPayload): string[] =>
  typeof scope === 'string' ? scope.split(' ') : Array.isArray(scp) ? scp.map(String) : [];

const hasOneOf = (scopes: readonly string[], claims: JWTPayload): boolean =>
  scopesOf(claims).some((scope) => scopes.includes(scope));

// Both authorizers accept the token with or without the scheme.
const tokenIn = (authorization: string): string => authorization.replace(/^Bearer /i, '');

const verify = async (authorization: string, { issuer, getKey }: AuthorizerSettings): Promise<JWTPayload> => {
  const { payload } = await jwtVerify(tokenIn(authorization), getKey, { issuer, algorithms: ['RS256'] });
  if (payload.iat !== undefined && payload.iat > Date.now() / 1000) {
    throw new errors.JWTClaimValidationFailed('the token was issued in the future', payload, 'iat');
  }
  return payload;
};

// jose reports a timeout of the key set by a class and an error response by the code of the base class.
const isOutage = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout || error.code === errors.JOSEError.code;

const describe = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JOSEError && !isOutage(error)) return 'the token is not valid';
  throw error;
};

/**
 * Creates the JWT authorizer of an HTTP API. `aud`, or `client_id` if there is no `aud`, must be the client. A token
 * without one of the scopes results in 403.
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
        return reject('the token does not have a valid audience');
      }
      if (scopes.length === 0 || hasOneOf(scopes, claims)) return { claims };
      const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope" error_description="the token does not have one of the scopes"`;
      return { status: 403, challenge };
    } catch (error) {
      return reject(describe(error));
    }
  };

/**
 * Creates the Cognito authorizer of a REST API. It checks the pool, not the client. It requires an access token if the
 * route has scopes, otherwise an ID token. Every rejection is a 401.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export const createCognitoAuthorizer =
  (settings: AuthorizerSettings): Authorize =>
  async (authorization, scopes) => {
    if (authorization === undefined) return reject('');
    try {
      const claims = await verify(authorization, settings);
      const isRightUse = claims.token_use === (scopes.length === 0 ? 'id' : 'access');
      if (!isRightUse || (scopes.length > 0 && !hasOneOf(scopes, claims))) return reject('');
      return { claims };
    } catch (error) {
      return reject(describe(error));
    }
  };
