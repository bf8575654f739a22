/** The values of the claim `amr`: `swk` is a passkey of the device, `hwk` one of a security key. */
export const authenticationMethods = ['pwd', 'otp', 'email_otp', 'swk', 'hwk', 'fed'] as const;

/** A proven factor. */
export type AuthenticationMethod = (typeof authenticationMethods)[number];

/** A level of the claim `acr`, from weak to strong. 0 is none. */
export type AuthenticationLevel = 0 | 1 | 2 | 3 | 4;

/**
 * Returns the highest level that the methods satisfy.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html
 */
export const levelOf = (methods: readonly AuthenticationMethod[]): AuthenticationLevel => {
  const has = (method: AuthenticationMethod) => methods.includes(method);
  if (has('pwd') && has('otp')) return 4;
  if (has('swk') || has('hwk') || (has('pwd') && has('email_otp'))) return 3;
  if (has('email_otp')) return 2;
  return has('pwd') ? 1 : 0;
};

const ACR_PREFIX = 'urn:cognito:loa:';

/** The levels by their key in `AcrConfiguration`. */
export const acrConfiguration = Object.fromEntries(
  [1, 2, 3, 4].map((level) => [`Level${level}`, { AcrValue: `${ACR_PREFIX}${level}` }]),
);

/** Returns the level of an `acr` value, or undefined if there is none. */
export const levelNamed = (acr: string): AuthenticationLevel | undefined =>
  ([1, 2, 3, 4] as const).find((level) => acr === `${ACR_PREFIX}${level}`);

/** Returns the claims about how the user authenticated. A provider's sign-in has no level of its own. */
export const authenticationClaims = (methods: readonly AuthenticationMethod[]) => {
  const level = levelOf(methods);
  return {
    ...(level > 0 && { acr: `${ACR_PREFIX}${level}` }),
    ...(methods.length > 0 && { amr: methods.length > 1 ? [...methods, 'mfa'] : methods }),
  };
};
