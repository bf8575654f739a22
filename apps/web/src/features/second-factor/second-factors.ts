import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  fetchMFAPreference,
  setUpTOTP,
  type UpdateMFAPreferenceInput,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
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
  return useMutation({
    mutationFn: async (code: string) => {
      await callUserPool(() => verifyTOTPSetup({ code }));
      await callUserPool(() => updateMFAPreference({ totp: 'PREFERRED' }));
    },
    ...useReadAgain(),
  });
};
