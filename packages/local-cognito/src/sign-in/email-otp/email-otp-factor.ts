import type { FirstFactor } from '../first-factors.ts';
import type { IssueEmailOtp } from './email-otp-challenge.ts';

/**
 * An emailed code as first factor. An unconfirmed address also receives one, which leads to
 * UserNotConfirmedException: only the owner of the address learns its state.
 */
export const createEmailOtpFactor = (issueEmailOtp: IssueEmailOtp): FirstFactor => ({
  name: 'EMAIL_OTP',
  setting: 'EMAIL_OTP',
  mfaOf: () => 'excluded',
  isAvailable: ({ user }) =>
    user === undefined || user.attributes.email_verified === 'true' || user.status === 'UNCONFIRMED',
  issueChallenge: (signIn, { selection }) => {
    const challenge = issueEmailOtp(signIn, 'first-factor');
    selection?.consume();
    return challenge;
  },
});
