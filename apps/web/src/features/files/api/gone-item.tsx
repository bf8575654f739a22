import { useQueryClient } from '@tanstack/react-query';
import FileX from 'lucide-react/icons/file-x';
import { useEffect } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { invalidateItems } from './cached-items.ts';

/** The user has lost access to the file; it also leaves the lists. */
export const GoneItem = () => {
  const queryClient = useQueryClient();
  useEffect(() => void invalidateItems(queryClient), [queryClient]);
  return (
    <EmptyState
      icon={FileX}
      title="This file is no longer available"
      text="It was deleted, or its owner stopped sharing it with you."
    />
  );
};
