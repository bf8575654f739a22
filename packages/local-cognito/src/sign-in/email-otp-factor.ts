import type { PoseEmailOtp } from './email-otp-challenge.ts';
import type { FirstFactor } from './first-factors.ts';

/**
 * A code to the user's address as first factor. An address that was never confirmed gets one as well: the code
 * leads to UserNotConfirmedException, so that only who reads the mail learns of the state.
 */
export const createEmailOtpFactor = (poseEmailOtp: PoseEmailOtp): FirstFactor => ({
  name: 'EMAIL_OTP',
  setting: 'EMAIL_OTP',
  mfa: 'excluded',
  isAvailable: ({ user }) =>
    user === undefined || user.attributes.email_verified === 'true' || user.status === 'UNCONFIRMED',
  pose: (signIn, { selection }) => {
    const challenge = poseEmailOtp(signIn, 'first-factor');
    selection?.useUp();
    return challenge;
  },
});
