// @vitest-environment jsdom
import 'aws-amplify/auth/enable-oauth-listener';
import { expect, test } from 'vitest';
import { createCognitoTokenSource } from '../src/lib/cognito-token-source.ts';

const prefix = 'CognitoIdentityServiceProvider.client';

/** The page as it is when another site has sent somebody back to it without a code. */
const comeBackCancelled = () => {
  localStorage.setItem(`${prefix}.inflightOAuth`, 'true');
  localStorage.setItem(`${prefix}.inflightOAuthDeadline`, String(Date.now() + 300_000));
  return createCognitoTokenSource({
    userPoolId: 'us-east-1_Test0001',
    userPoolClientId: 'client',
    oauth: { domain: 'localhost:9443', providers: ['Google'] },
  });
};

test('whoever asks while a cancelled sign-in at another site ends learns that nobody is signed in', async () => {
  for (let offset = 0; offset < 30; offset += 1) {
    const tokenSource = comeBackCancelled();
    // Amplify ends the sign-in in many small steps: one question between each of them and the next.
    for (let step = 0; step < offset; step += 1) await Promise.resolve();

    expect(await tokenSource.fetchTokens()).toBeNull();
  }
});
