import { stepUpAgeSeconds } from '@share-my-files/contract';
import type { Tokens } from './session.ts';
import type { StepUp } from './step-up.ts';

type Dependencies = {
  stepUp: Pick<StepUp, 'ask'>;
  latest: () => Tokens | null;
  accessToken: () => Promise<string | null>;
  renewAccessToken: (rejected: string) => Promise<string | null>;
  replaceTokens: (replace: () => Promise<void>) => Promise<void>;
  signedIn: () => Promise<void>;
};

/** Asks for a recent sign-in when one is required: once for any number of callers, and never twice for one sign-in. */
export const createIdentityProof = ({
  stepUp,
  latest,
  accessToken,
  renewAccessToken,
  replaceTokens,
  signedIn,
}: Dependencies) => {
  let tokenBefore: string | undefined;
  let proof: Promise<void> | undefined;

  const ask = (): Promise<void> => {
    proof ??= replaceTokens(async () => {
      const present = latest()?.accessToken;
      await stepUp.ask();
      tokenBefore = present;
      await signedIn();
    }).finally(() => {
      proof = undefined;
    });
    return proof;
  };

  return {
    proveIdentity: async (rejected: string): Promise<void> => {
      if (rejected !== tokenBefore) await ask();
    },
    requireRecentSignIn: async (): Promise<void> => {
      const present = await accessToken();
      if (present === null) return;
      // Both times in a new token are Cognito's: the clock of this browser may be wrong.
      await renewAccessToken(present);
      if ((latest()?.authenticationAgeSeconds ?? 0) > stepUpAgeSeconds) await ask();
    },
  };
};
