import { decodeJwt } from 'jose';
import { assertSecretHash } from '../clients/client-secret.ts';
import { invalidParameter } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { AuthFlow } from './auth-flow.ts';

/**
 * The flow REFRESH_TOKEN_AUTH of older clients. Its response has no field for a new refresh token, so that
 * clients with rotation use GetTokensFromRefreshToken instead.
 */
export const createRefreshTokenAuth =
  ({ sessions }: { sessions: Sessions }): AuthFlow =>
  async ({ client, parameters: { REFRESH_TOKEN, SECRET_HASH, DEVICE_KEY } }) => {
    if (!REFRESH_TOKEN) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
    const result = await sessions.refresh(client, REFRESH_TOKEN, DEVICE_KEY);
    // The request names no user: the hash covers the user name in the tokens.
    assertSecretHash(client, String(decodeJwt(result.AccessToken).username), SECRET_HASH);
    return { AuthenticationResult: result, ChallengeParameters: {} };
  };
