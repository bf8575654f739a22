import {
  type PasswordProof,
  redeemRecoveryCode as redeemOperation,
  startRecovery,
} from '@share-my-files/contract';
import type { ApiClient } from '#lib/api-client.ts';
import { NetworkError } from '#lib/network-error.ts';
import { ProblemError } from '#lib/problem-error.ts';

// Amplify keeps its code of SRP private; few sign-ins need another copy.
const loadSrp = () =>
  import('cognito-srp-helper').catch((cause: unknown) => {
    throw new NetworkError({ cause });
  });

type Account = { userPoolId: string; email: string; password: string };

/** Proves the password by SRP to Cognito, through the API: neither of them sees it. */
const provePassword = async (
  api: ApiClient,
  { userPoolId, email, password }: Account,
): Promise<PasswordProof> => {
  const { createSrpSession, signSrpSession } = await loadSrp();
  const session = createSrpSession(email, password, userPoolId, false);
  const challenge = await api.call(startRecovery, { body: { email, srpA: session.largeA } });
  const { userId, salt, srpB, secretBlock } = challenge;
  const { passwordSignature: signature, timestamp } = signSrpSession(session, {
    ChallengeParameters: { USER_ID_FOR_SRP: userId, SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock },
  });
  return { userId, secretBlock, signature, timestamp };
};

const isRemovedAlready = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'conflict';

/** Removes the authenticator app of an account. */
export const redeemRecoveryCode = async (api: ApiClient, account: Account, code: string): Promise<void> => {
  const proof = await provePassword(api, account);
  await api.call(redeemOperation, { body: { code, proof } }).catch((error: unknown) => {
    if (!isRemovedAlready(error)) throw error;
  });
};
