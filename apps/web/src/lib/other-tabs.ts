import { z } from 'zod';
import type { OtherTabs } from './session.ts';

const sessionNewsSchema = z.enum(['signed-in', 'signed-out']);

export const createOtherTabs = (): OtherTabs => {
  const channel = new BroadcastChannel('session');
  return {
    tell: (news) => channel.postMessage(news),
    listen: (listener) => {
      channel.addEventListener('message', ({ data }) => listener(sessionNewsSchema.parse(data)));
    },
  };
};
