import { onlineManager } from '@tanstack/react-query';
import PQueue from 'p-queue';
import { type ReactNode, useEffect, useState } from 'react';
import { useApi } from '#lib/api-context.tsx';
import { createRetry, patientRetryPolicy } from '../transfer/retry.ts';
import { UploadContext } from './upload-context.ts';
import { createUploadQueue } from './upload-queue.ts';

const partsAtOnce = 4;
const polling = { retries: Number.POSITIVE_INFINITY, minTimeout: 300, maxTimeout: 5_000 };

type UploadProviderProps = { readonly onStorageChanged: () => void; readonly children: ReactNode };

/** Holds the uploads above the pages, so that they continue while the user navigates. */
export const UploadProvider = ({ onStorageChanged, children }: UploadProviderProps) => {
  const api = useApi();
  const [queue] = useState(() =>
    createUploadQueue({
      api,
      transfers: new PQueue({ concurrency: partsAtOnce }),
      retry: createRetry(onlineManager, patientRetryPolicy),
      polling,
      now: () => Date.now(),
      createId: () => crypto.randomUUID(),
      pause: () => new Promise((resolve) => setTimeout(resolve)),
      onStorageChanged,
    }),
  );

  useEffect(() => queue.stop, [queue]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.uploads.counts.get().running > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [queue]);

  return <UploadContext value={queue}>{children}</UploadContext>;
};
