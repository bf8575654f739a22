import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type AuthWebAuthnCredential,
  associateWebAuthnCredential,
  deleteWebAuthnCredential,
  listWebAuthnCredentials,
} from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { useWebConfig } from '#config/web-config-context.tsx';
import { callPoolAction } from '#lib/call-pool-action.ts';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { type CallUserPool, useProvenUserPool, useUserPool } from '#lib/use-user-pool.ts';

/** A passkey of the signed-in user. Cognito chooses its name, and reveals no last use. */
export type Passkey = AuthWebAuthnCredential;

const passkeysOptions = (callUserPool: CallUserPool) =>
  queryOptions({
    queryKey: ['passkeys'],
    // One page holds all the passkeys that a user can have.
    queryFn: () => callUserPool(() => listWebAuthnCredentials({ pageSize: 20 })),
  });

export const usePasskeys = () => useQuery(passkeysOptions(useUserPool()));

const useReadAgain = () =>
  invalidateAfterMutation(useQueryClient(), { queryKey: passkeysOptions(useUserPool()).queryKey });

export const useAddPasskey = () => {
  const callUserPool = useProvenUserPool();
  return useMutation({
    mutationFn: () => callUserPool(() => associateWebAuthnCredential(), { waitsForUser: true }),
    ...useReadAgain(),
  });
};

// Lets the password manager of the browser delete its half, where it can.
const signalRemoval = ({ credentialId, relyingPartyId }: Passkey): void => {
  if (credentialId === undefined || relyingPartyId === undefined) return;
  if (typeof PublicKeyCredential === 'undefined' || !('signalUnknownCredential' in PublicKeyCredential))
    return;
  PublicKeyCredential.signalUnknownCredential({ rpId: relyingPartyId, credentialId }).catch(() => undefined);
};

export const useRemovePasskey = () => {
  const callUserPool = useProvenUserPool();
  return useMutation({
    mutationFn: async (passkey: Passkey) => {
      const { credentialId = '' } = passkey;
      await callUserPool(() => deleteWebAuthnCredential({ credentialId }));
      signalRemoval(passkey);
    },
    ...useReadAgain(),
  });
};

const factorsSchema = z.object({ ConfiguredUserAuthFactors: z._default(z.array(z.string()), []) });

/** The first factors of the signed-in user, such as `PASSWORD`, `EMAIL_OTP` and `WEB_AUTHN`. */
export const useFirstFactors = () => {
  const callUserPool = useUserPool();
  const { cognito } = useWebConfig();
  return useQuery({
    queryKey: ['passkeys', 'first-factors'],
    queryFn: async () => {
      const answer = await callUserPool((AccessToken) =>
        callPoolAction(cognito, 'GetUserAuthFactors', { AccessToken }),
      );
      return factorsSchema.parse(answer).ConfiguredUserAuthFactors;
    },
  });
};
