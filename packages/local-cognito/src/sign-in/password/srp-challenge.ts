import { z } from 'zod';
import { incorrectUsernameOrPassword, invalidParameter } from '../../errors.ts';
import { createServerKeyPair, isAcceptableClientValue } from '../../srp/server-proof.ts';
import type { Accounts } from '../../users/accounts.ts';
import type { IssuedChallenge } from '../auth-flow.ts';
import type { SignIn } from '../auth-sessions.ts';
import type { FactorChoice } from '../first-factors.ts';
import type { PasswordChallenges } from './password-challenges.ts';

// A is below the 3072-bit prime.
const MAXIMUM_DIGITS = 768;

const publicValueSchema = z
  .string()
  .regex(/^[0-9a-fA-F]+$/)
  .max(MAXIMUM_DIGITS);

/** Parses the client's SRP_A. Throws if it is missing or makes the exchange predictable. */
export const readPublicValue = (text: string | undefined): bigint => {
  const publicValue = publicValueSchema.safeParse(text);
  if (!publicValue.success) throw invalidParameter('Missing required parameter SRP_A');
  const clientValue = BigInt(`0x${publicValue.data}`);
  if (!isAcceptableClientValue(clientValue)) throw incorrectUsernameOrPassword();
  return clientValue;
};

/** Responds to the client's SRP_A with the salt, B and a secret block to sign. */
export type IssueSrpChallenge = (signIn: SignIn, choice: FactorChoice) => IssuedChallenge;

type Dependencies = { accounts: Accounts; passwordChallenges: PasswordChallenges };

/** Binds the challenge PASSWORD_VERIFIER to the pool's accounts. */
export const createIssueSrpChallenge =
  ({ accounts, passwordChallenges }: Dependencies): IssueSrpChallenge =>
  (signIn, { parameters, selection }) => {
    const clientValue = readPublicValue(parameters.SRP_A);
    const { account } = signIn;
    const { salt, verifier } = accounts.passwordVerifierOf(account);
    const server = createServerKeyPair(verifier);
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: salt.toString(16),
        SECRET_BLOCK: passwordChallenges.open({
          signIn,
          clientValue,
          server,
          ...(selection && { selection }),
        }),
        SRP_B: server.publicValue.toString(16),
        USERNAME: account.sub,
        USER_ID_FOR_SRP: account.sub,
      },
      ...(selection && { Session: selection.handle }),
    };
  };
