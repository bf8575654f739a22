import { accessTokenOf, userIdOf } from '#auth/signed-in-user.ts';
import { createRouter } from '#http/create-router.ts';
import type { AccountService } from './account-service.ts';
import type { UserService } from './user-service.ts';

export const createAccountRoutes = (
  accounts: AccountService,
  users: Pick<UserService, 'signOutEverywhere'>,
) => {
  const router = createRouter();

  router.get('/me', async (request, response) => {
    response.json(await accounts.readAccount(userIdOf(request)));
  });

  router.post('/me/sign-out-everywhere', async (request, response) => {
    await users.signOutEverywhere(userIdOf(request), accessTokenOf(request));
    response.status(204).end();
  });

  return router;
};
