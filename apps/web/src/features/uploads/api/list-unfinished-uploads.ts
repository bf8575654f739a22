import { type UploadList, uploadListSchema } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

const listUnfinishedUploads = async (api: AxiosInstance, signal: AbortSignal): Promise<UploadList> =>
  uploadListSchema.parse((await api.get<unknown>('/uploads', { signal })).data);

export const unfinishedUploadsQueryOptions = (api: AxiosInstance) =>
  queryOptions({
    queryKey: ['unfinished-uploads'],
    queryFn: ({ signal }) => listUnfinishedUploads(api, signal),
  });

export const useUnfinishedUploads = () => useQuery(unfinishedUploadsQueryOptions(useApi()));
