import { resetPassword } from 'aws-amplify/auth';
import { withTimeLimit } from '#lib/with-time-limit.ts';

// Reveal that no account with a confirmed address exists.
const noAccount = new Set(['UserNotFoundException', 'InvalidParameterException']);

// Reveals that an account exists whose temporary password was never used.
const hasTemporaryPassword = ({ name, message }: Error): boolean =>
  name === 'NotAuthorizedException' && message.startsWith('User password cannot be reset');

/** Requests a code. Does the same for an account that gets no code as for one that does. */
export const requestPasswordReset = async (email: string): Promise<void> => {
  try {
    await withTimeLimit(resetPassword({ username: email }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!noAccount.has(error.name) && !hasTemporaryPassword(error)) throw error;
  }
};
