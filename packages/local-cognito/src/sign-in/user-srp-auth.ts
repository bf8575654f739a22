import { z } from 'zod';
import { incorrectUsernameOrPassword, invalidParameter } from '../errors.ts';
import { createServerKeyPair, isAcceptableClientValue } from '../srp/server-proof.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AuthFlow } from './auth-flow.ts';
import type { PasswordChallenges } from './password-challenges.ts';

// A is below the 3072-bit prime.
const MAXIMUM_DIGITS = 768;

const parametersSchema = z.object({
  USERNAME: z.string().min(1).max(128),
  SRP_A: z
    .string()
    .regex(/^[0-9a-fA-F]+$/)
    .max(MAXIMUM_DIGITS),
});

type Dependencies = { accounts: Accounts; passwordChallenges: PasswordChallenges };

/** The flow USER_SRP_AUTH: answers the client's A with the salt, B and a secret block to sign. */
export const createUserSrpAuth =
  ({ accounts, passwordChallenges }: Dependencies): AuthFlow =>
  ({ client, parameters: unverifiedParameters }) => {
    const parameters = parametersSchema.safeParse(unverifiedParameters);
    if (!parameters.success) throw invalidParameter('Missing required parameter USERNAME or SRP_A');
    const clientValue = BigInt(`0x${parameters.data.SRP_A}`);
    if (!isAcceptableClientValue(clientValue)) throw incorrectUsernameOrPassword();

    const account = accounts.find(client, parameters.data.USERNAME, 'User does not exist.');
    const { salt, verifier } = accounts.passwordVerifierOf(account);
    const server = createServerKeyPair(verifier);
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: salt.toString(16),
        SECRET_BLOCK: passwordChallenges.open({ account, clientValue, server }),
        SRP_B: server.publicValue.toString(16),
        USERNAME: account.sub,
        USER_ID_FOR_SRP: account.sub,
      },
    };
  };
