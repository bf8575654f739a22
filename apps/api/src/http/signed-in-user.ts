import type { Request } from 'express';

const userIds = new WeakMap<Request, string>();

export const rememberUserId = (request: Request, userId: string): void => {
  userIds.set(request, userId);
};

export const findUserId = (request: Request): string | undefined => userIds.get(request);

/** The `sub` of whoever sent this request; a route mounted without `authenticate` fails here. */
export const userIdOf = (request: Request): string => {
  const userId = userIds.get(request);
  if (userId === undefined) throw new Error('This route is not behind authenticate.');
  return userId;
};
