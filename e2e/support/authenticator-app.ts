import { Secret, TOTP } from 'otpauth';

const periodMilliseconds = 30_000;

/** An authenticator app with one secret. */
export const createAuthenticatorApp = (secret: string) => {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  let used = 0;
  return {
    /** Returns a code that was not returned before; Cognito accepts those of the neighboring periods. */
    nextCode: (): string => {
      const period = Math.max(Math.floor(Date.now() / periodMilliseconds) - 1, used + 1);
      used = period;
      return app.generate({ timestamp: period * periodMilliseconds });
    },
  };
};
