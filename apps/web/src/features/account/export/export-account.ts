import { exportAccount } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { saveBlob } from '#lib/save-blob.ts';
import { listExportedFiles } from './list-exported-files.ts';

const toJson = (value: object): Blob =>
  new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' });

/** Saves everything that the API stores about the user as one JSON file. */
export const useExportAccount = () => {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const account = await api.call(exportAccount);
      saveBlob(toJson({ ...account, files: await listExportedFiles(api) }), 'share-my-files.json');
    },
  });
};
