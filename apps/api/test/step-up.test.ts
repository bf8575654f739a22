import { stepUpAgeSeconds } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { challengeHeader } from './support/front-answers.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;
let itemId: string;
let passedSeconds = 0;

const clockToleranceSeconds = 30;

beforeAll(async () => {
  api = await startTestApi({ now: () => Date.now() + passedSeconds * 1000 });
  ada = await api.createUser();
  itemId = (await uploadFile(ada)).id;
});

afterAll(() => api.close());

const createLink = (user: TestUser, expiresInSeconds: number | null) =>
  user.call('createLink', { params: { itemId }, body: { expiresInSeconds } });

test('a link that never expires can be created for ten minutes after a sign-in, and then needs a new one', async () => {
  passedSeconds = stepUpAgeSeconds;
  await createLink(ada, null).expect(201);
  passedSeconds = stepUpAgeSeconds + clockToleranceSeconds + 10;
  const response = await createLink(ada, null).expect(401);

  expect(response.body).toMatchObject({ code: 'insufficient_user_authentication', title: 'Sign in again' });
  expect(response.headers[challengeHeader]).toBe(
    'Bearer error="insufficient_user_authentication", ' +
      'error_description="Sign in again to confirm that this is you.", max_age="600"',
  );
  await createLink(ada, 3600).expect(201);
  passedSeconds = 0;
  await createLink({ ...ada, ...(await api.signIn(ada.id)) }, null).expect(201);
});
