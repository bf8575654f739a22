import { decodeJwt } from 'jose';
import { assertSecretHash } from '../clients/client-secret.ts';
import { invalidParameter } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { AuthFlow } from './auth-flow.ts';

/**
 * The flow REFRESH_TOKEN_AUTH of older clients. No client with rotation can allow it, because its reply has no
 * place for a new refresh token; GetTokensFromRefreshToken takes its place.
 */
export const createRefreshTokenAuth =
  ({ sessions }: { sessions: Sessions }): AuthFlow =>
  async ({ client, parameters: { REFRESH_TOKEN, SECRET_HASH, DEVICE_KEY } }) => {
    if (!REFRESH_TOKEN) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
    const result = await sessions.refresh(client, REFRESH_TOKEN, DEVICE_KEY);
    // The request names no user: the hash is over the user name that the tokens carry.
    assertSecretHash(client, String(decodeJwt(result.AccessToken).username), SECRET_HASH);
    return { AuthenticationResult: result, ChallengeParameters: {} };
  };
