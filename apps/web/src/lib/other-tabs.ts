import { z } from 'zod';
import type { OtherTabs } from './session.ts';

const sessionEventSchema = z.enum(['signed-in', 'signed-out']);

export const createOtherTabs = (): OtherTabs => {
  const channel = new BroadcastChannel('session');
  return {
    broadcast: (news) => channel.postMessage(news),
    listen: (listener) => {
      channel.addEventListener('message', ({ data }) => listener(sessionEventSchema.parse(data)));
    },
  };
};
