// @vitest-environment jsdom
import 'aws-amplify/auth/enable-oauth-listener';
import { expect, test } from 'vitest';
import { createCognitoTokenSource } from '../src/lib/cognito-token-source.ts';

const prefix = 'CognitoIdentityServiceProvider.client';

/** Opens the page as after a redirect from the provider without a code. */
const openAfterCancelling = () => {
  localStorage.setItem(`${prefix}.inflightOAuth`, 'true');
  localStorage.setItem(`${prefix}.inflightOAuthDeadline`, String(Date.now() + 300_000));
  return createCognitoTokenSource({
    userPoolId: 'us-east-1_Test0001',
    userPoolClientId: 'client',
    oauth: { domain: 'localhost:9443', providers: [{ name: 'Google', label: 'Google' }] },
  });
};

test('returns no tokens at any moment while a cancelled sign-in with another provider ends', async () => {
  for (let offset = 0; offset < 30; offset += 1) {
    const tokenSource = openAfterCancelling();
    // Amplify ends the sign-in in many microtasks: call between each of them and the next.
    for (let step = 0; step < offset; step += 1) await Promise.resolve();

    expect(await tokenSource.fetchTokens()).toBeNull();
  }
});
