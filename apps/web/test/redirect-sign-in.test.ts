// @vitest-environment jsdom
import 'aws-amplify/auth/enable-oauth-listener';
import { expect, test } from 'vitest';
import { paths } from '../src/config/paths.ts';
import { createCognitoTokenSource } from '../src/lib/cognito-token-source.ts';

const inflightKey = 'CognitoIdentityServiceProvider.client.inflightOAuth';

/** Opens a page while a tab of this browser is at an identity provider, or has just returned without a code. */
const openDuringRedirect = (path: string) => {
  history.replaceState(null, '', path);
  localStorage.setItem(inflightKey, 'true');
  localStorage.setItem(`${inflightKey}Deadline`, String(Date.now() + 300_000));
  return createCognitoTokenSource({
    userPoolId: 'us-east-1_Test0001',
    userPoolClientId: 'client',
    oauth: { domain: 'localhost:9443', providers: [{ name: 'Google', label: 'Google' }] },
  });
};

test('returns no tokens at any moment while a cancelled sign-in with another provider ends', async () => {
  for (let offset = 0; offset < 30; offset += 1) {
    const tokenSource = openDuringRedirect(paths.signInCallback);
    // Amplify ends the sign-in in many microtasks: call between each of them and the next.
    for (let step = 0; step < offset; step += 1) await Promise.resolve();

    expect(await tokenSource.fetchTokens()).toBeNull();
  }
});

test.each([paths.signIn, paths.files])(
  'on %s, neither waits for the sign-in of another tab nor ends it',
  async (path) => {
    const tokenSource = openDuringRedirect(path);

    expect(await tokenSource.fetchTokens()).toBeNull();
    expect(localStorage.getItem(inflightKey)).toBe('true');
  },
);
