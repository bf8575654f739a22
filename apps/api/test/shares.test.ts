import { type GrantRole, grantListSchema, grantSchema } from '@share-my-files/contract';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grants, shareNotices } from '#db/schema.ts';
import { createServices } from '#services.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser('Ada Lovelace', 'ada@example.com');
});

afterAll(() => api.close());

const put = (itemId: string, email: string, role: GrantRole = 'viewer') =>
  ada.call('putGrant', { params: { itemId }, body: { email, role } });

const mailsTo = async (email: string) => {
  const response = await fetch(`${api.cognito.mailboxUrl}/messages?to=${encodeURIComponent(email)}`);
  return JSON.stringify(await response.json());
};

/** As Aurora DSQL, where a transaction changes 3,000 rows at most. */
const refuseLargeUpdatesOf = async (table: string) => {
  await api.database.queries.execute(`
    create function refuse_if_large() returns trigger language plpgsql as $$ begin
      if (select count(*) from changed) > 3000 then raise sqlstate '54000'; end if;
      return null;
    end $$`);
  await api.database.queries.execute(`
    create trigger refuse_if_large after update on ${table} referencing new table as changed
    for each statement execute function refuse_if_large()`);
};

describe('sharing with a person', () => {
  test('takes effect at once for a user with an account, and so does revoking', async () => {
    const item = await uploadFile(ada);
    const grace = await api.createUser('Grace Hopper');

    const grant = grantSchema.parse((await put(item.id, grace.email.toUpperCase()).expect(200)).body);
    expect(grant).toMatchObject({
      email: grace.email,
      name: 'Grace Hopper',
      role: 'viewer',
      state: 'active',
    });
    await grace.call('downloadItem', { params: { itemId: item.id } }).expect(200);

    await ada.call('revokeGrant', { params: { itemId: item.id, grantId: grant.id } }).expect(204);
    await grace.call('getItem', { params: { itemId: item.id } }).expect(404);
    await grace.call('downloadItem', { params: { itemId: item.id } }).expect(404);
  });

  test('is an invitation until a user verifies the email address', async () => {
    const item = await uploadFile(ada);
    const email = 'newcomer@example.com';

    const { body } = await put(item.id, email).expect(200);
    expect(body).toMatchObject({ email, name: null, state: 'invited' });
    const mail = await mailsTo(email);
    expect(mail).toContain('Ada Lovelace shared a file with you');
    // An account that has never opened the app is also invited.
    expect(mail).toContain('sign in with this email address');

    const newcomer = await api.createUser('New Comer', email);
    await newcomer.call('getItem', { params: { itemId: item.id } }).expect(200);
    const { grants } = grantListSchema.parse(
      (await ada.call('listGrants', { params: { itemId: item.id } }).expect(200)).body,
    );
    expect(grants).toEqual([expect.objectContaining({ email, name: 'New Comer', state: 'active' })]);
  });

  test('grants any number of invitations, in transactions within the limit of Aurora DSQL', async () => {
    const email = 'popular@example.com';
    await refuseLargeUpdatesOf('grants');
    await api.database.queries.execute(sql`
      insert into items (id, owner_id, name, media_type, size_bytes, object_key, state)
      select gen_random_uuid(), ${ada.id}, 'a.txt', 'text/plain', 0, 'key-' || n, 'ready'
      from generate_series(1, 3001) as n`);
    await api.database.queries.execute(sql`
      insert into grants (id, item_id, email, role)
      select gen_random_uuid(), id, ${email}, 'viewer' from items where object_key like 'key-%'`);

    const newcomer = await api.createUser('New Comer', email);

    const claimed = eq(grants.granteeId, newcomer.id);
    expect(await api.database.transaction((tx) => tx.$count(grants, claimed))).toBe(3001);
  });

  test('grants nothing to a user with a similar email address', async () => {
    const item = await uploadFile(ada);
    await put(item.id, 'victim@example.com').expect(200);
    await put(item.id, 'kate@example.com').expect(200);

    for (const email of [
      'vict\u0131m@example.com',
      '\u212aate@example.com',
      'victim+x@example.com',
      'victim@example.com.evil.test',
    ]) {
      const stranger = await api.createUser('Stranger', email);
      await stranger.call('getItem', { params: { itemId: item.id } }).expect(404);
    }
  });

  test('again changes the role and sends no second mail', async () => {
    const item = await uploadFile(ada);
    const email = 'twice@example.com';
    const first = (await put(item.id, email).expect(200)).body;
    const mails = await mailsTo(email);

    const second = (await put(item.id, email, 'editor').expect(200)).body;

    expect(second).toEqual({ ...first, role: 'editor' });
    expect(await mailsTo(email)).toBe(mails);
  });

  test('and revoking repeatedly sends one mail', async () => {
    const item = await uploadFile(ada);
    const email = 'flooded@example.com';
    const first = (await put(item.id, email).expect(200)).body;
    const mails = await mailsTo(email);
    expect(mails).toContain('shared a file with you');

    await ada.call('revokeGrant', { params: { itemId: item.id, grantId: first.id } }).expect(204);
    await put(item.id, email).expect(200);

    expect(await mailsTo(email)).toBe(mails);
  });

  test('is rejected after a hundred mails a day', async () => {
    const busy = await api.createUser();
    const item = await uploadFile(busy);
    const share = () =>
      busy.call('putGrant', {
        params: { itemId: item.id },
        body: { email: 'x@example.com', role: 'viewer' },
      });
    const sent = Array.from({ length: 100 }, (_, index) => ({
      ownerId: busy.id,
      itemId: item.id,
      email: `other-${index}@example.com`,
    }));
    await api.database.transaction((tx) => tx.insert(shareNotices).values(sent));

    const refused = await share().expect(429);

    expect(refused.body).toMatchObject({
      code: 'too_many_requests',
      detail: 'You can share up to 100 times a day. Try again tomorrow.',
    });
    expect(refused.headers['retry-after']).toBe('3600');
    const { body } = await busy.call('listGrants', { params: { itemId: item.id } }).expect(200);
    expect(body.grants).toEqual([]);
    await api.database.queries.execute(sql`update share_notices set sent_at = sent_at - interval '25 hours'`);
    await share().expect(200);
  });

  test('concurrently creates one grant', async () => {
    const item = await uploadFile(ada);

    const answers = await Promise.all(Array.from({ length: 10 }, () => put(item.id, 'race@example.com')));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  test('with oneself is rejected as a field error', async () => {
    const item = await uploadFile(ada);

    const { body } = await put(item.id, ' ADA@example.com ').expect(400);

    expect(body.errors).toEqual([{ path: 'email', message: 'You already have access, as the owner.' }]);
  });

  test('is limited to the owner: an editor can neither share nor list grants', async () => {
    const item = await uploadFile(ada);
    const editor = await api.createUser();
    const { body: grant } = await put(item.id, editor.email, 'editor').expect(200);

    await editor.call('listGrants', { params: { itemId: item.id } }).expect(403);
    await editor
      .call('putGrant', {
        params: { itemId: item.id },
        body: { email: 'friend@example.com', role: 'viewer' },
      })
      .expect(403);
    await editor.call('revokeGrant', { params: { itemId: item.id, grantId: grant.id } }).expect(403);
  });

  test('returns 404 for a grant of another file of the same owner', async () => {
    const [first, second] = [await uploadFile(ada), await uploadFile(ada)];
    const { body: grant } = await put(first.id, 'bound@example.com').expect(200);

    await ada.call('revokeGrant', { params: { itemId: second.id, grantId: grant.id } }).expect(404);

    expect((await ada.call('listGrants', { params: { itemId: first.id } })).body.grants).toHaveLength(1);
  });

  test('of a file in the trash is rejected', async () => {
    const item = await uploadFile(ada);
    await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);

    await put(item.id, 'late@example.com').expect(409);
  });

  test('succeeds even if the mail cannot be sent', async () => {
    const item = await uploadFile(ada);
    const sendMail = () => Promise.reject(new Error('The mail service is down.'));
    const { shares } = createServices({ ...api.dependencies, sendMail });

    await shares.putGrant(ada.id, item.id, { email: 'unreachable@example.com', role: 'viewer' });

    expect(
      (await ada.call('listGrants', { params: { itemId: item.id } }).expect(200)).body.grants,
    ).toHaveLength(1);
  });

  test('reveals only the owner’s name to a recipient', async () => {
    const item = await uploadFile(ada);
    const viewer = await api.createUser();
    await put(item.id, viewer.email).expect(200);

    const { body } = await viewer.call('getItem', { params: { itemId: item.id } }).expect(200);

    expect(JSON.stringify(body)).not.toMatch(/ada@example\.com|objectKey|checksum/);
    expect(body.role).toBe('viewer');
  });
});
