import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMatch } from 'react-router';
import { paths } from '#config/paths.ts';
import { meQueryOptions } from '#features/account/api/get-me.ts';
import { invalidateItems } from '#features/files/api/cached-items.ts';
import { unfinishedUploadsQueryOptions } from '#features/uploads/api/list-unfinished-uploads.ts';
import { DropZone } from '#features/uploads/components/drop-zone.tsx';
import { UploadsPanel } from '#features/uploads/components/uploads-panel.tsx';
import { UploadProvider } from '#features/uploads/queue/upload-provider.tsx';
import { useApi } from '#lib/api-context.tsx';
import { throttle } from '#lib/throttle.ts';

// Otherwise each of many small files would refetch every loaded page of the list.
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000));

/** The parts of the uploads that persist across pages. */
export const UploadArea = ({ children }: { readonly children: ReactNode }) => {
  const api = useApi();
  const queryClient = useQueryClient();
  const folderId = useMatch(paths.folder)?.params.folderId ?? null;

  const [showChanges] = useState(() =>
    throttle(
      () =>
        Promise.all([
          invalidateItems(queryClient),
          queryClient.invalidateQueries(meQueryOptions(api)),
          queryClient.invalidateQueries(unfinishedUploadsQueryOptions(api)),
        ]),
      pause,
    ),
  );

  return (
    <UploadProvider onStorageChanged={showChanges}>
      {children}
      <UploadsPanel />
      <DropZone parentId={folderId} />
    </UploadProvider>
  );
};
