import {
  type AuthenticationLevel,
  type AuthenticationMethod,
  levelNamed,
  levelOf,
} from '../authentication-levels/authentication-level.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import type { Account } from '../users/accounts.ts';
import type { AuthRequest } from './auth-flow.ts';
import type { SignIn, StepUpTarget } from './auth-sessions.ts';
import type { AvailableFactors, FirstFactor } from './first-factors.ts';
import { firstFactorMethods, type Proofs, provenMethods } from './proven-methods.ts';

/** Step-up of the flow USER_AUTH. */
export type StepUp = {
  /**
   * Reads the parameters of a step-up. Returns undefined if the request has none. Throws if the user has no
   * factors for any requested level, or if the access token has it already.
   */
  read: (signIn: SignIn, request: AuthRequest) => Promise<StepUpTarget | undefined>;
  /** Returns the first factors that lead to the target; without a target, all that the account has. */
  firstFactorsOf: (signIn: SignIn) => FirstFactor[];
  /** Whether the methods of the access token and a second factor lead to the target. */
  needsOnlySecondFactor: (signIn: SignIn) => boolean;
};

type Dependencies = {
  authenticateSession: AuthenticateSession;
  availableFactors: AvailableFactors;
  secondFactorsOf: (account: Account) => NonNullable<SignIn['secondFactor']>[];
  now: () => number;
};

const readMaxAgeMilliseconds = (seconds: string | undefined): number => {
  if (seconds === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,10}$/.test(seconds)) throw invalidParameter('MAX_AGE must be a number of seconds.');
  return Number(seconds) * 1000;
};

const readLevels = (values: string): AuthenticationLevel[] => {
  const levels = values.split(' ').map(levelNamed);
  const known = levels.filter((level) => level !== undefined);
  if (known.length === 0) throw invalidParameter('TARGET_ACR_VALUES contains no valid value.');
  return known;
};

/**
 * Binds step-up to the factors of the pool's users.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export const createStepUp = (dependencies: Dependencies): StepUp => {
  const { authenticateSession, availableFactors, secondFactorsOf, now } = dependencies;

  const readCredit = async (
    { sub }: Account,
    { ACCESS_TOKEN, MAX_AGE }: Record<string, string>,
  ): Promise<AuthenticationMethod[]> => {
    const maxAge = readMaxAgeMilliseconds(MAX_AGE);
    if (ACCESS_TOKEN === undefined) return [];
    const { user, session } = await authenticateSession(ACCESS_TOKEN);
    if (user.sub !== sub) throw notAuthorized('Access Token belongs to another user.');
    return now() - session.authTime > maxAge ? [] : session.methods;
  };

  const highestLevelWith = (account: Account, credit: AuthenticationMethod[], factor?: FirstFactor) => {
    const proofs: Proofs = { credit, ...(factor && { firstFactor: factor.name }) };
    const isFollowedByMfa = factor?.mfaOf(account) === 'follows' || credit.includes('pwd');
    const secondFactors = isFollowedByMfa ? secondFactorsOf(account) : [];
    const outcomes = [proofs, ...secondFactors.map((secondFactor) => ({ ...proofs, secondFactor }))];
    return Math.max(...outcomes.map((outcome) => levelOf(provenMethods(outcome))));
  };

  return {
    read: async ({ account }, { parameters }) => {
      const { TARGET_ACR_VALUES, ACCESS_TOKEN } = parameters;
      if (TARGET_ACR_VALUES === undefined) {
        if (ACCESS_TOKEN !== undefined) throw invalidParameter('ACCESS_TOKEN requires TARGET_ACR_VALUES.');
        return undefined;
      }
      const levels = readLevels(TARGET_ACR_VALUES);
      const credit = await readCredit(account, parameters);
      const reachable = [undefined, ...availableFactors(account)].map((factor) =>
        highestLevelWith(account, credit, factor),
      );
      const targetLevel = levels.find((level) => reachable.some((reached) => reached >= level));
      if (targetLevel === undefined) throw invalidParameter('The user cannot reach a requested level.');
      if (levelOf(credit) >= targetLevel) {
        throw invalidParameter('The access token already has the requested level.');
      }
      return { targetLevel, credit };
    },

    firstFactorsOf: ({ account, targetLevel = 0, credit = [] }) =>
      availableFactors(account).filter(
        (factor) =>
          !credit.includes(firstFactorMethods[factor.name]) &&
          highestLevelWith(account, credit, factor) >= targetLevel,
      ),

    needsOnlySecondFactor: ({ account, targetLevel, credit = [] }) =>
      targetLevel !== undefined && credit.includes('pwd') && highestLevelWith(account, credit) >= targetLevel,
  };
};
