import type { Operation } from '@share-my-files/contract';
import type { RequestHandler, Router } from 'express';
import type { Authenticate } from '#auth/authenticate.ts';
import { requireRecentSignIn } from '#auth/require-recent-sign-in.ts';
import { rememberUser, userOf } from '#auth/signed-in-user.ts';
import { AppError } from '#errors.ts';
import { createRouter } from './create-router.ts';
import type { Handler, HandlerInput, Handlers } from './handlers.ts';
import { jsonBody } from './json-body.ts';
import { parseInput } from './parse-input.ts';

const requireUser =
  (authenticate: Authenticate): RequestHandler =>
  async (request, _response, next) => {
    rememberUser(request, await authenticate(request));
    next();
  };

/** RFC 9110, section 15.5.6. */
const refuseMethod =
  (allowed: string[]): RequestHandler =>
  (_request, response) => {
    response.set('Allow', allowed.join(', '));
    throw new AppError('method_not_allowed', `Use ${allowed.join(' or ')}.`);
  };

const toExpressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

const createRequestHandler = <Op extends Operation>(operation: Op, handle: Handler<Op>): RequestHandler => {
  const status = Number(Object.keys(operation.responses)[0]);
  const maxAge = operation.maxAuthenticationAgeSeconds;
  return async (request, response) => {
    const input = parseInput(operation, request);
    const user = operation.access === 'user' ? userOf(request) : undefined;
    if (user && maxAge !== undefined) requireRecentSignIn(user, maxAge);
    // TypeScript does not narrow a type by the `access` of a generic operation.
    const body = await handle({ ...input, user } as HandlerInput<Op>);
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  };
};

/** Mounts each operation with its handler; all but the public operations are behind `authenticate`. */
export const createOperationRouter = <Operations extends Record<string, Operation>>(
  operations: Operations,
  handlers: Handlers<Operations>,
  authenticate: Authenticate,
): Router => {
  const router = createRouter();
  const paths = Map.groupBy(Object.values<Operation>(operations), ({ path }) => path);
  const mount = (access: Operation['access']): void => {
    for (const name in operations) {
      const operation = operations[name];
      if (operation?.access !== access) continue;
      const route = router.route(toExpressPath(operation.path));
      const method = operation.method.toLowerCase() as Lowercase<Operation['method']>;
      route[method](jsonBody, createRequestHandler(operation, handlers[name]));
    }
    for (const [path, alternatives] of paths) {
      const isComplete = access === 'user' || alternatives.every((operation) => operation.access === access);
      if (!isComplete) continue;
      router.all(toExpressPath(path), refuseMethod(alternatives.map(({ method }) => method)));
      paths.delete(path);
    }
  };
  mount('anyone');
  router.use(requireUser(authenticate));
  mount('user');
  return router;
};
