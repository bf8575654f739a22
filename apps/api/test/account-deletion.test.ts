import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { profilePictureKey } from '@share-my-files/contract';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { grants, users } from '#db/schema.ts';
import { createServices } from '#services.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { storePicture } from './support/store-picture.ts';
import type { TestUser } from './support/test-users.ts';
import { sendPart, startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let friend: TestUser;
let user: TestUser;
let itemId: string;
let receivedId: string;
let secret: string;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const share = async (from: TestUser, to: TestUser): Promise<string> => {
  const { id } = await uploadFile(from);
  const input = { params: { itemId: id }, body: { email: to.email, role: 'editor' as const } };
  await from.call('putGrant', input).expect(200);
  return id;
};

beforeEach(async () => {
  friend = await api.createUser('Friend');
  user = await api.createUser('Leaving');
  itemId = await share(user, friend);
  receivedId = await share(friend, user);
  const link = { params: { itemId }, body: { expiresInSeconds: 3600 } };
  secret = (await user.call('createLink', link).expect(201)).body.secret;
  await sendPart(user, await startUpload(user), Buffer.from('bytes'), 1);
  await storePicture(api, user);
});

/** As if a minute had passed since the deletion began. */
const passMinute = () =>
  api.database.transaction((tx) =>
    tx.update(users).set({ deletingAt: sql`${users.deletingAt} - make_interval(mins => 1)` }),
  );

const sweepUntilDone = async (): Promise<void> => {
  await passMinute();
  await expect.poll(() => api.services.sweep().then(findRow)).toEqual([]);
};

const findRow = () => api.database.queries.select().from(users).where(eq(users.id, user.id));

const findPicture = () => {
  const { client } = api.bucket;
  const Bucket = api.dependencies.profileBucket?.name;
  return client.send(new HeadObjectCommand({ Bucket, Key: profilePictureKey(user.id) }));
};

const expectNothingLeft = async (): Promise<void> => {
  const received = api.database.queries.select().from(grants).where(eq(grants.granteeId, user.id));
  expect(await findRow()).toEqual([]);
  expect(await received).toEqual([]);
  await expect(api.cognito.issueTokens({ sub: user.id })).rejects.toThrow('User does not exist.');
  await expect(findPicture()).rejects.toMatchObject({ name: 'NotFound' });
  expect(await api.findViolations()).toEqual([]);
  await friend.call('getItem', { params: { itemId: receivedId } }).expect(200);
};

describe('deleting the account', () => {
  test('is preceded by a preview of what the user and others lose', async () => {
    const { body } = await user.call('previewDeletion').expect(200);

    expect(body).toEqual({ files: 1, bytes: 5, people: 1, links: 1, uploads: 1, sharedFiles: 1 });
  });

  test('ends sessions, shares and links at once', async () => {
    const other = await api.signIn(user.id);
    await other.call('getMe').expect(200);

    await user.call('deleteAccount').expect(204);

    expect((await user.call('getMe').expect(401)).body.code).toBe('account_deleted');
    expect((await user.call('deleteAccount').expect(401)).body.code).toBe('account_deleted');
    await other.call('getMe').expect(401);
    await (await api.signIn(user.id)).call('getMe').expect(401);
    await friend.call('getItem', { params: { itemId } }).expect(404);
    await api.anonymous.call('openLink', { body: { secret } }).expect(404);
    await api.anonymous.call('downloadLink', { body: { secret } }).expect(404);
    await sweepUntilDone();
    await expectNothingLeft();
  });

  test('of another user as an operator does deletes everything, with the picture', async () => {
    expect(await findPicture()).toMatchObject({ ContentLength: 9 });

    await api.services.deletion.begin(user.id);
    await sweepUntilDone();

    await expectNothingLeft();
  });

  test('leaves the address to a new account, which receives nothing of the old one', async () => {
    await user.call('deleteAccount').expect(204);
    await sweepUntilDone();

    const next = await api.createUser('Next', user.email);

    await next.call('getItem', { params: { itemId: receivedId } }).expect(404);
    await next.call('getItem', { params: { itemId } }).expect(404);
  });
});

/** Breaks the connection before or after the nth transaction. */
const breakAt = (database: Database, broken: number, when: 'before' | 'after'): Database => {
  let count = 0;
  const strike = (moment: 'before' | 'after'): void => {
    if (count === broken && when === moment) throw new Error('The connection broke.');
  };
  return {
    ...database,
    transaction: async (work) => {
      count += 1;
      strike('before');
      const result = await database.transaction(work);
      strike('after');
      return result;
    },
  };
};

describe('a deletion that is interrupted', () => {
  // From the request to the removal of the row; each sweep of this user has as many.
  const transactions = Array.from({ length: 8 }, (_, index) => index + 1);

  test.each(transactions)('before or after transaction %i is finished by the next sweeps', async (broken) => {
    for (const when of ['before', 'after'] as const) {
      const database = breakAt(api.database, broken, when);
      const { deletion, sweep } = createServices({ ...api.dependencies, database });
      await deletion
        .begin(user.id)
        .then(passMinute)
        .then(() => sweep())
        .catch(() => undefined);
    }

    await api.services.deletion.begin(user.id);
    await sweepUntilDone();

    await expectNothingLeft();
  });

  test.each(['DeleteObject', 'ListMultipartUploads', 'AbortMultipartUpload'])(
    'by an outage of S3 in %s is finished by the next sweeps',
    async (command) => {
      api.faults.add(command, 'before');
      api.faults.add(command, 'after');
      await user.call('deleteAccount').expect(204);
      await api.services.sweep().catch(() => undefined);

      await sweepUntilDone();

      api.faults.clear();
      await expectNothingLeft();
    },
  );
});
