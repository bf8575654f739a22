import { fetchUserAttributes, sendUserAttributeVerificationCode } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { changeEmail, confirmEmail, newEmail, startSignedIn } from './support/changed-email.ts';
import { messagesTo, newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';

const DAY = 86_400_000;

describe('the code for a new address', () => {
  test('works once, and not if it is wrong', async () => {
    const pool = await startSignedIn();
    await expect(confirmEmail('123456')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    await changeEmail();
    const code = await newestCode(pool, newEmail);

    await expect(confirmEmail(wrongCodeFor(code))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await confirmEmail(code);
    await expect(confirmEmail(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  test('expires after a day', async () => {
    const pool = await startSignedIn();
    const verifyWithNewTokens = async () => {
      const { sub } = await fetchUserAttributes();
      const request = { AttributeName: 'email', Code: await newestCode(pool, newEmail) };
      return async () => {
        const { accessToken } = await pool.issueTokens({ sub: String(sub) });
        const body = JSON.stringify({ ...request, AccessToken: accessToken });
        return (await callRaw(pool, 'VerifyUserAttribute', body)).body;
      };
    };
    await changeEmail();
    const verify = await verifyWithNewTokens();

    pool.advanceClock(DAY);
    expect(await verify()).toMatchObject({ __type: 'ExpiredCodeException' });
    pool.advanceClock(-1);
    expect(await verify()).toEqual({});
  });

  test('is replaced by a new one on request', async () => {
    const pool = await startSignedIn();
    await changeEmail();
    const first = await newestCode(pool, newEmail);

    expect(await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })).toMatchObject({
      destination: 'a***@e***',
      attributeName: 'email',
    });

    expect(await messagesTo(pool, newEmail)).toHaveLength(2);
    const second = await newestCode(pool, newEmail);
    if (second !== first) {
      await expect(confirmEmail(first)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await confirmEmail(second);
  });

  test('is sent at most five times and checked at most ten times per hour', async () => {
    const pool = await startSignedIn();
    for (let count = 0; count < 5; count += 1) await changeEmail();
    await expect(changeEmail()).rejects.toMatchObject({ name: 'LimitExceededException' });
    await expect(sendUserAttributeVerificationCode({ userAttributeKey: 'email' })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });

    const code = await newestCode(pool, newEmail);
    for (let count = 0; count < 10; count += 1) {
      await expect(confirmEmail(wrongCodeFor(code))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await expect(confirmEmail(code)).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  test('does not claim an address that another user has claimed in the meantime', async () => {
    const pool = await startSignedIn();
    await changeEmail();
    const code = await newestCode(pool, newEmail);
    await pool.createConfirmedUser({ ...ann, email: newEmail });

    await expect(confirmEmail(code)).rejects.toMatchObject({ name: 'AliasExistsException' });
    expect(await fetchUserAttributes()).toMatchObject({ email: ann.email });
  });

  test('is invalid after the old address is set again', async () => {
    const pool = await startSignedIn();
    await changeEmail();
    const code = await newestCode(pool, newEmail);

    await changeEmail(ann.email);

    await expect(confirmEmail(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });
});
