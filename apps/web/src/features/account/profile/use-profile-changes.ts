import { useQueryClient } from '@tanstack/react-query';
import {
  confirmUserAttribute,
  sendUserAttributeVerificationCode,
  updateUserAttribute,
} from 'aws-amplify/auth';
import { useSession } from '#lib/session-context.tsx';
import { useProvenUserPool, useUserPool } from '#lib/use-user-pool.ts';

/** Changes the user's attributes at Cognito. */
export const useProfileChanges = () => {
  const session = useSession();
  const queryClient = useQueryClient();
  const callUserPool = useUserPool();
  const callProvenUserPool = useProvenUserPool();

  // New tokens contain the new name and address, and make the API read the profile again.
  const showProfile = async () => {
    await session.reloadUser();
    // What has changed is in the tokens: nobody waits for the lists of the page.
    void queryClient.invalidateQueries();
  };

  const setEmail = (value: string) =>
    callProvenUserPool(() => updateUserAttribute({ userAttribute: { attributeKey: 'email', value } }));

  return {
    changeName: async (value: string): Promise<void> => {
      await callUserPool(() => updateUserAttribute({ userAttribute: { attributeKey: 'name', value } }));
      await showProfile();
    },

    /**
     * Sends a code to the new address. The user signs in with the current one until `confirmEmail`, because the pool
     * requires verification before the update.
     */
    requestEmail: async (email: string): Promise<void> => void (await setEmail(email)),

    /** Cognito has no action that ends a change: writing the current address takes the place of the pending one. */
    cancelEmail: async (currentEmail: string): Promise<void> => void (await setEmail(currentEmail)),

    /** Sends a code to the current address, which an administrator may have set without a proof. */
    requestVerification: async (): Promise<void> =>
      void (await callUserPool(() => sendUserAttributeVerificationCode({ userAttributeKey: 'email' }))),

    confirmEmail: async (confirmationCode: string): Promise<void> => {
      await callUserPool(() => confirmUserAttribute({ userAttributeKey: 'email', confirmationCode }));
      await showProfile();
    },
  };
};
