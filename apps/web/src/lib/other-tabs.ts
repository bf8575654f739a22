import { z } from 'zod/mini';
import type { OtherTabs } from './session.ts';

const sessionEventSchema = z.enum(['signed-in', 'signed-out', 'account-deleted']);

export const createOtherTabs = (): OtherTabs => {
  const channel = new BroadcastChannel('session');
  return {
    broadcast: (event) => channel.postMessage(event),
    listen: (listener) => {
      channel.addEventListener('message', ({ data }) => listener(sessionEventSchema.parse(data)));
    },
  };
};
