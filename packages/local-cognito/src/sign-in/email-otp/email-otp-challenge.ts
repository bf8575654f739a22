import type { Transaction } from '@share-my-files/local-server';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import type { AttemptLimits } from '../../users/attempt-limits.ts';
import { maskEmail } from '../../users/email-address.ts';
import { createOneTimeCode } from '../../users/one-time-code.ts';
import type { IssuedChallenge } from '../auth-flow.ts';
import type { AuthSessions, ChallengeStates, SignIn } from '../auth-sessions.ts';

/** The purpose of an emailed code. */
type EmailOtpUse = ChallengeStates['EMAIL_OTP']['use'];

/** Sends a code and waits for it. A simulated account gets the same response without mail. */
export type IssueEmailOtp = (signIn: SignIn, use: EmailOtpUse) => IssuedChallenge;

const digitsFor = (use: EmailOtpUse): number => (use === 'first-factor' ? 8 : 6);

type Dependencies = {
  authSessions: AuthSessions;
  limits: AttemptLimits;
  mailbox: Mailbox;
  transaction: Transaction;
};

/**
 * Binds the challenge EMAIL_OTP to the mailbox. Codes that anybody can request as first factor have their own
 * limit, apart from those after a password.
 */
export const createIssueEmailOtp =
  ({ authSessions, limits, mailbox, transaction }: Dependencies): IssueEmailOtp =>
  (signIn, use) => {
    const { sub, email, user } = signIn.account;
    const operation = use === 'first-factor' ? 'first-factor-email' : 'second-factor-email';
    limits.assertBelowLimit(sub, operation);
    const code = createOneTimeCode(digitsFor(use));
    transaction(() => {
      limits.record(sub, operation);
      if (user === undefined) return;
      mailbox.deliver({
        to: email,
        subject: 'Your sign-in code',
        text: `Your sign-in code is ${code}`,
        code,
      });
    });
    return {
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: maskEmail(email),
      },
      Session: authSessions.open(signIn, { EMAIL_OTP: { code, use } }),
    };
  };
