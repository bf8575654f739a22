import type { UserService } from '#auth/user-service.ts';
import { createRouter } from '#http/create-router.ts';
import { accessTokenOf, userIdOf } from '#http/signed-in-user.ts';
import type { AccountService } from './account-service.ts';

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
