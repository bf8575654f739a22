import { lazy, Suspense, useSyncExternalStore } from 'react';
import { recoveryCodesDue } from '#features/recovery-codes/recovery-codes-due.ts';

// Few visits need it.
const FirstRecoveryCodesDialog = lazy(async () => {
  const dialog = await import('#features/recovery-codes/first-recovery-codes-dialog.tsx');
  return { default: dialog.FirstRecoveryCodesDialog };
});

/** Offers recovery codes once after a sign-in in which the pool has demanded an authenticator app. */
export const RecoveryCodesOffer = ({ email }: { email: string }) => {
  const isDue = useSyncExternalStore(recoveryCodesDue.subscribe, recoveryCodesDue.get);
  if (!isDue) return null;
  return (
    <Suspense>
      <FirstRecoveryCodesDialog email={email} onClose={() => recoveryCodesDue.set(false)} />
    </Suspense>
  );
};
