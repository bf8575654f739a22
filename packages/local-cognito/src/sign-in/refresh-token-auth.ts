import { invalidParameter } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { AuthFlow } from './auth-flow.ts';

/**
 * The flow REFRESH_TOKEN_AUTH of older clients. With rotation Cognito refuses it, because its reply has no
 * place for a new refresh token; GetTokensFromRefreshToken takes its place.
 */
export const createRefreshTokenAuth =
  ({ sessions }: { sessions: Sessions }): AuthFlow =>
  async ({ client, parameters: { REFRESH_TOKEN } }) => {
    if (client.refreshTokenRotation === 'ENABLED') {
      throw invalidParameter('REFRESH_TOKEN_AUTH flow not enabled for this client');
    }
    if (!REFRESH_TOKEN) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
    return { AuthenticationResult: await sessions.refresh(client, REFRESH_TOKEN), ChallengeParameters: {} };
  };
