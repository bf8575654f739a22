import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQueryOptions } from '#features/account/get-me.ts';
import { invalidateItems } from '#features/files/cached-items.ts';
import { DropZone } from '#features/uploads/drop-zone.tsx';
import { UploadProvider } from '#features/uploads/upload-provider.tsx';
import { UploadsPanel } from '#features/uploads/uploads-panel.tsx';
import { useApi } from '#lib/api-context.tsx';

/** Everything of the uploads that stays while the person moves between pages. */
export const UploadArea = ({ children }: { readonly children: ReactNode }) => {
  const api = useApi();
  const queryClient = useQueryClient();

  const showUploaded = () => {
    void invalidateItems(queryClient);
    void queryClient.invalidateQueries(meQueryOptions(api));
  };

  return (
    <UploadProvider onUploaded={showUploaded}>
      {children}
      <UploadsPanel />
      <DropZone />
    </UploadProvider>
  );
};
