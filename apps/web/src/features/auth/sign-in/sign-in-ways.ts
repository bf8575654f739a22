/** The names of the ways, the best one first. */
export const wayNames = ['passkey', 'password', 'email-code'] as const;

/** A first factor of the flow USER_AUTH. */
export type SignInWay = (typeof wayNames)[number];

// Cognito names the password twice: sent over TLS, and proven by SRP. This app only proves it.
const waysByChallenge: Readonly<Record<string, SignInWay>> = {
  WEB_AUTHN: 'passkey',
  PASSWORD_SRP: 'password',
  EMAIL_OTP: 'email-code',
};

/** Returns the ways behind the challenges that Cognito offers an account; the one used last comes first. */
export const orderWays = (
  challenges: readonly string[],
  last: SignInWay | undefined,
): readonly SignInWay[] => {
  const offered = new Set(challenges.map((challenge) => waysByChallenge[challenge]));
  const ways = wayNames.filter((way) => offered.has(way));
  return ways.toSorted((a, b) => Number(b === last) - Number(a === last));
};
