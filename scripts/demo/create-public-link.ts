import { createLink } from '@share-my-files/contract';
import type { DemoClient } from './demo-client.ts';

export const createPublicLink = (call: DemoClient, itemId: string) =>
  call(createLink, { params: { itemId }, body: { expiresInSeconds: null } });
