import { type ExportedFile, exportFiles } from '@share-my-files/contract';
import type { ApiClient } from '#lib/api-client.ts';

/** Lists every file that the user can see, page by page. */
export const listExportedFiles = async (api: ApiClient, signal?: AbortSignal): Promise<ExportedFile[]> => {
  const files: ExportedFile[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = cursor === undefined ? {} : { cursor };
    const page = await api.call(exportFiles, { query, signal });
    files.push(...page.files);
    cursor = page.nextCursor;
  }
  return files;
};
