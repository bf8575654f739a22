import type { Request } from 'express';

type SignedInUser = { userId: string; accessToken: string };

const users = new WeakMap<Request, SignedInUser>();

const userOf = (request: Request): SignedInUser => {
  const user = users.get(request);
  if (user === undefined) throw new Error('This route is not behind authenticate.');
  return user;
};

export const rememberUser = (request: Request, user: SignedInUser): void => {
  users.set(request, user);
};

export const findUserId = (request: Request): string | undefined => users.get(request)?.userId;

/** The `sub` of whoever sent this request; a route mounted without `authenticate` fails here. */
export const userIdOf = (request: Request): string => userOf(request).userId;

/** For the few calls to Cognito that need it; it must never reach a log. */
export const accessTokenOf = (request: Request): string => userOf(request).accessToken;
