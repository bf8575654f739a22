import type { Request } from 'express';

/** The user of a request, with the access token that only calls to Cognito need. */
export type SignedInUser = {
  id: string;
  accessToken: string;
  /** Since the sign-in; refreshed tokens keep its time. */
  authenticationAgeSeconds: number;
};

const users = new WeakMap<Request, SignedInUser>();

export const rememberUser = (request: Request, user: SignedInUser): void => {
  users.set(request, user);
};

export const findUser = (request: Request): SignedInUser | undefined => users.get(request);

/** Returns the user of an authenticated request; throws for a route that is not behind `authenticate`. */
export const userOf = (request: Request): SignedInUser => {
  const user = findUser(request);
  if (user === undefined) throw new Error('This route is not behind authenticate.');
  return user;
};
