import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../pool-config.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { AuthFlow } from './auth-flow.ts';

type Dependencies = { settings: Pick<PoolSettings, 'refreshTokenRotation'>; sessions: Sessions };

/**
 * The flow REFRESH_TOKEN_AUTH of older clients. With rotation Cognito refuses it, because its reply has no
 * place for a new refresh token; GetTokensFromRefreshToken takes its place.
 */
export const createRefreshTokenAuth =
  ({ settings, sessions }: Dependencies): AuthFlow =>
  async ({ REFRESH_TOKEN }) => {
    if (settings.refreshTokenRotation === 'ENABLED') {
      throw invalidParameter('REFRESH_TOKEN_AUTH flow not enabled for this client');
    }
    if (!REFRESH_TOKEN) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
    return { AuthenticationResult: await sessions.refresh(REFRESH_TOKEN), ChallengeParameters: {} };
  };
