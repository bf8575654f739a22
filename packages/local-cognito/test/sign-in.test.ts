import { fetchAuthSession, getCurrentUser, signIn } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { startTestPool } from './support/start-test-pool.ts';

describe('signIn of aws-amplify', () => {
  test('proves the password by SRP and gives a session', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    const { sub } = await pool.createConfirmedUser({
      email: 'ann@example.com',
      password: 'Passw0rd!ü',
      name: 'Ann',
    });

    const { isSignedIn } = await signIn({ username: 'ANN@example.com', password: 'Passw0rd!ü' });

    expect(isSignedIn).toBe(true);
    expect(await getCurrentUser()).toMatchObject({ userId: sub, username: sub });
    const { tokens } = await fetchAuthSession();
    expect(tokens?.idToken?.payload).toMatchObject({
      email: 'ann@example.com',
      email_verified: true,
      name: 'Ann',
    });
  });
});
