import { createObservable } from '#lib/observable.ts';

const keyOf = (userId: string): string => `share-my-files.pending-email.${userId}`;

const changes = createObservable(0);

const announce = () => changes.set(changes.get() + 1);

/**
 * The address that a user asked for and has not confirmed yet. Cognito reveals only the current address, so this browser
 * remembers the new one for the time between the mail and the code.
 */
export const pendingEmail = {
  subscribe: changes.subscribe,
  find: (userId: string): string | null => localStorage.getItem(keyOf(userId)),
  remember: (userId: string, email: string): void => {
    localStorage.setItem(keyOf(userId), email);
    announce();
  },
  forget: (userId: string): void => {
    localStorage.removeItem(keyOf(userId));
    announce();
  },
};
