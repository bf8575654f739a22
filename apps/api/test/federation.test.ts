import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefused } from './support/front-answers.ts';
import { clientWithGoogle, google, signInWithGoogle } from './support/sign-in-with-google.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { uploadFile } from './support/upload-file.ts';

const poolConfig = { identityProviders: [google], clients: [clientWithGoogle] };

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ poolConfig });
});

afterAll(() => api.close());

describe('a user who signs in with Google', () => {
  test('receives invitations to a verified email address only', async () => {
    const ada = await api.createUser();
    const item = await uploadFile(ada);
    const email = 'invited@example.com';
    await ada.call('putGrant', { params: { itemId: item.id }, body: { email, role: 'viewer' } }).expect(200);

    const unverified = await signInWithGoogle(api, email, false);
    await unverified.call('getMe').expect(200);
    await unverified.call('getItem', { params: { itemId: item.id } }).expect(404);
    const verified = await signInWithGoogle(api, email, true);
    await verified.call('getItem', { params: { itemId: item.id } }).expect(200);
    await unverified.call('getItem', { params: { itemId: item.id } }).expect(404);
  });

  test('learns of another account with the same verified address, and only of that', async () => {
    const ada = await api.createUser();
    const hasOtherAccount = async (user: Pick<typeof ada, 'call'>) =>
      (await user.call('getMe').expect(200)).body.hasOtherAccount;
    expect(await hasOtherAccount(ada)).toBe(false);

    expect(await hasOtherAccount(await signInWithGoogle(api, ada.email, false))).toBe(false);
    expect(await hasOtherAccount(await signInWithGoogle(api, ada.email, true))).toBe(true);
    expect(await hasOtherAccount(await signInWithGoogle(api, 'alone@example.com', true))).toBe(false);
  });

  test('is rejected with a token without the scope for their own account', async () => {
    const narrow = await signInWithGoogle(api, 'narrow@example.com', true, 'openid email');

    expectRefused(await narrow.call('getMe'), 'Bearer error="invalid_token"');
  });
});
