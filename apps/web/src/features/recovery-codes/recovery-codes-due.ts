import { createObservable } from '#lib/observable.ts';

/** Whether the user has set up an authenticator app during the sign-in, and so has no recovery codes yet. */
export const recoveryCodesDue = createObservable(false);
