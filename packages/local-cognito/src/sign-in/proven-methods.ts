import { type AuthenticationMethod, levelOf } from '../authentication-levels/authentication-level.ts';
import type { FirstFactorName } from './auth-flow.ts';
import type { SignIn } from './auth-sessions.ts';

/** The method of each first factor. A passkey of a security key is `hwk`, which has the same level. */
export const firstFactorMethods: Record<FirstFactorName, AuthenticationMethod> = {
  PASSWORD: 'pwd',
  PASSWORD_SRP: 'pwd',
  EMAIL_OTP: 'email_otp',
  WEB_AUTHN: 'swk',
};

// A remembered device proves no method, and a passkey that counts as both factors is one method.
const secondFactorMethods: Partial<Record<NonNullable<SignIn['secondFactor']>, AuthenticationMethod>> = {
  SOFTWARE_TOKEN_MFA: 'otp',
  EMAIL_OTP: 'email_otp',
};

/** What a sign-in has proven. */
export type Proofs = Pick<SignIn, 'firstFactor' | 'secondFactor' | 'isSecurityKey' | 'credit'>;

/** Returns the methods that the user has proven in this sign-in, or before it in a step-up. */
export const provenMethods = ({ firstFactor, secondFactor, isSecurityKey, credit = [] }: Proofs) => {
  const first = isSecurityKey ? 'hwk' : firstFactor && firstFactorMethods[firstFactor];
  const second = secondFactor && secondFactorMethods[secondFactor];
  return [...new Set([...credit, first, second].filter((method) => method !== undefined))];
};

/** Whether a sign-in has the level of its step-up. */
export const reachesTarget = ({ targetLevel = 0, ...proofs }: SignIn): boolean =>
  levelOf(provenMethods(proofs)) >= targetLevel;
