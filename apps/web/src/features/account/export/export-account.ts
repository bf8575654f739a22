import { exportAccount } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { saveFromUrl } from '#lib/save-from-url.ts';
import { listExportedFiles } from './list-exported-files.ts';

const saveJson = (value: object, name: string): void => {
  const json = new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' });
  const url = URL.createObjectURL(json);
  saveFromUrl(url, name);
  URL.revokeObjectURL(url);
};

/** Saves everything that the API stores about the user as one JSON file. */
export const useExportAccount = () => {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const account = await api.call(exportAccount);
      saveJson({ ...account, files: await listExportedFiles(api) }, 'share-my-files.json');
    },
  });
};
