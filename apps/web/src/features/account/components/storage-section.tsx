import type { ReactNode } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useMe } from '../api/get-me.ts';
import { AccountSection } from './account-section.tsx';
import { StorageUsage } from './storage-usage.tsx';

/** `children` show what else takes up space. */
export const StorageSection = ({ children }: { children?: ReactNode }) => {
  const { data: me, error, refetch } = useMe();
  return (
    <AccountSection title="Storage" text="Files in the trash count until you permanently delete them.">
      {me ? (
        <StorageUsage {...me} />
      ) : error ? (
        <ErrorState title="Your storage could not be loaded" error={error} onRetry={() => void refetch()} />
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
