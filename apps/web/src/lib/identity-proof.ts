import { stepUpAgeSeconds } from '@share-my-files/contract';
import type { Tokens } from './session.ts';
import type { StepUp } from './step-up.ts';

type Dependencies = {
  stepUp: Pick<StepUp, 'ask'>;
  latest: () => Tokens | null;
  accessToken: () => Promise<string | null>;
  replaceTokens: (replace: () => Promise<void>) => Promise<void>;
  signedIn: () => Promise<void>;
};

/** Asks for a recent sign-in when one is required: once for any number of callers, and never twice for one sign-in. */
export const createIdentityProof = ({
  stepUp,
  latest,
  accessToken,
  replaceTokens,
  signedIn,
}: Dependencies) => {
  // By this browser's clock, which can differ from Cognito's.
  let signedInAt = 0;
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
    recordSignIn: () => {
      signedInAt = Date.now();
    },
    proveIdentity: async (rejected: string): Promise<void> => {
      if (rejected !== tokenBefore) await ask();
    },
    requireRecentSignIn: async (): Promise<void> => {
      if ((await accessToken()) === null) return;
      const provenAt = Math.max(signedInAt, latest()?.authenticatedAt ?? 0);
      if (Date.now() - provenAt > stepUpAgeSeconds * 1000) await ask();
    },
  };
};
