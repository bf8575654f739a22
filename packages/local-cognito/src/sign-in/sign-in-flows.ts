import type { AuthFlows } from '../actions/initiate-auth.ts';
import type { ChallengeResponders } from '../actions/respond-to-auth-challenge.ts';
import type { UserPool } from '../user-pool.ts';
import { createCompleteSignIn } from './complete-sign-in.ts';
import { createPasswordVerifier } from './password-verifier.ts';
import { createRefreshTokenAuth } from './refresh-token-auth.ts';
import { createPoseSrpChallenge } from './srp-challenge.ts';
import { createUserSrpAuth } from './user-srp-auth.ts';

/** Puts the ways to sign in together: the flows that begin, and the challenges in between. */
export const createSignInFlows = (pool: UserPool): { flows: AuthFlows; responders: ChallengeResponders } => {
  const { accounts } = pool;
  const completeSignIn = createCompleteSignIn({
    ...pool,
    steps: [],
  });
  const poseSrpChallenge = createPoseSrpChallenge(pool);
  const refreshTokenAuth = createRefreshTokenAuth(pool);
  return {
    flows: {
      USER_SRP_AUTH: createUserSrpAuth(accounts, poseSrpChallenge),
      REFRESH_TOKEN_AUTH: refreshTokenAuth,
      REFRESH_TOKEN: refreshTokenAuth,
    },
    responders: {
      PASSWORD_VERIFIER: createPasswordVerifier({ ...pool, completeSignIn }),
    },
  };
};
