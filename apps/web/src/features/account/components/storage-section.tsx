import type { ReactNode } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useMe } from '../api/get-me.ts';
import { AccountSection } from './account-section.tsx';
import { StorageUsage } from './storage-usage.tsx';

/** `children` are what else takes room. */
export const StorageSection = ({ children }: { children?: ReactNode }) => {
  const { data: me, error, refetch } = useMe();
  return (
    <AccountSection title="Storage" text="Files in the trash count until they are deleted forever.">
      {me ? (
        <StorageUsage {...me} />
      ) : error ? (
        <ErrorState title="Your storage could not be read" error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="storage-usage" aria-busy="true">
          <Skeleton className="storage-usage__meter" />
          <Skeleton />
        </div>
      )}
      {children}
    </AccountSection>
  );
};
