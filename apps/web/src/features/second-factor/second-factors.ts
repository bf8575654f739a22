import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  fetchMFAPreference,
  setUpTOTP,
  type UpdateMFAPreferenceInput,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { useWebConfig } from '#config/web-config-context.tsx';
import { callPoolAction } from '#lib/call-pool-action.ts';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { type CallUserPool, useProvenUserPool, useUserPool } from '#lib/use-user-pool.ts';

/** The second factors of the signed-in user. Without a preferred one, the sign-in form asks which to use. */
export type SecondFactors = Awaited<ReturnType<typeof fetchMFAPreference>>;

const secondFactorsOptions = (callUserPool: CallUserPool) =>
  queryOptions({
    queryKey: ['second-factors'],
    queryFn: () => callUserPool(() => fetchMFAPreference()),
  });

export const useSecondFactors = () => useQuery(secondFactorsOptions(useUserPool()));

const useReadAgain = () =>
  invalidateAfterMutation(useQueryClient(), { queryKey: secondFactorsOptions(useUserPool()).queryKey });

/**
 * Turns the authenticator app on or off as a second factor. With it on, a passkey counts as both factors where the pool
 * allows it; otherwise Cognito would not offer the passkey any more. Amplify has no parameter for that.
 */
const useSwitchAuthenticator = () => {
  const callUserPool = useProvenUserPool();
  const { cognito } = useWebConfig();
  return async (isOn: boolean): Promise<void> => {
    const settings = {
      SoftwareTokenMfaSettings: { Enabled: isOn, PreferredMfa: isOn },
      WebAuthnMfaSettings: { Enabled: isOn },
    };
    try {
      await callUserPool((AccessToken) =>
        callPoolAction(cognito, 'SetUserMFAPreference', { AccessToken, ...settings }),
      );
    } catch (error) {
      // A pool in which a passkey is one factor only.
      if (!(error instanceof Error && error.name === 'InvalidParameterException')) throw error;
      await callUserPool(() => updateMFAPreference({ totp: isOn ? 'PREFERRED' : 'DISABLED' }));
    }
  };
};

/** Turns factors on or off, or changes which one is asked for first. */
export const useChangeSecondFactors = () => {
  const callUserPool = useProvenUserPool();
  return useMutation({
    mutationFn: (change: UpdateMFAPreferenceInput) => callUserPool(() => updateMFAPreference(change)),
    ...useReadAgain(),
  });
};

/** Starts to set up an authenticator app. Cognito drops the user's previous app at once. */
export const useStartAuthenticatorSetup = () => {
  const callUserPool = useProvenUserPool();
  return useMutation({ mutationFn: () => callUserPool(() => setUpTOTP()), gcTime: 0 });
};

/** Proves with a code that the app works, and asks for its codes from then on. */
export const useConfirmAuthenticator = () => {
  const callUserPool = useProvenUserPool();
  const switchAuthenticator = useSwitchAuthenticator();
  return useMutation({
    mutationFn: async (code: string) => {
      await callUserPool(() => verifyTOTPSetup({ code }));
      await switchAuthenticator(true);
    },
    ...useReadAgain(),
  });
};

/** Removes the authenticator app, then what only makes sense with it. */
export const useRemoveAuthenticator = (onRemoved: () => Promise<void>) => {
  const switchAuthenticator = useSwitchAuthenticator();
  return useMutation({
    mutationFn: async () => {
      await switchAuthenticator(false);
      await onRemoved();
    },
    ...useReadAgain(),
  });
};
