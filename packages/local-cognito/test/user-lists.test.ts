import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const people = [
  { email: 'ann@example.com', name: 'Ann "Al" Adams' },
  { email: 'bea@example.com', name: 'Bea\\Adams' },
  { email: 'cleo@example.org', name: 'Cleo' },
  { email: 'dan@example.org', name: 'Ann' },
  { email: 'eve@example.org', name: 'Eve' },
];

const start = async () => {
  const pool = await startTestPool();
  for (const person of people) await pool.createConfirmedUser({ ...ann, ...person });
  const admin = createAdminClient(pool);
  const UserPoolId = pool.userPoolId;
  const emailsFor = async (Filter: string) => {
    const { Users } = await admin.listUsers({ UserPoolId, Filter, AttributesToGet: ['email'] });
    return (Users ?? []).map(({ Attributes }) => Attributes?.[0]?.Value).sort();
  };
  return { admin, UserPoolId, emailsFor };
};

const [annA, bea, cleo, dan, eve] = people.map(({ email }) => email);

describe('ListUsers', () => {
  test('finds users by the filter', async () => {
    const { admin, UserPoolId, emailsFor } = await start();
    await admin.adminDisableUser({ UserPoolId, Username: String(eve) });
    const found = await admin.adminGetUser({ UserPoolId, Username: String(dan) });
    const cases: [string, (string | undefined)[]][] = [
      ['', people.map(({ email }) => email)],
      ['email = "CLEO@example.org"', [cleo]],
      ['email="cleo"', []],
      ['name = "Ann"', [dan]],
      ['name ^= "Ann"', [annA, dan]],
      ['name = "ann"', []],
      ['name = "Ann \\"Al\\" Adams"', [annA]],
      ['name = "Bea\\\\Adams"', [bea]],
      [`sub = "${found.Username}"`, [dan]],
      [`username ^= "${found.Username?.slice(0, 20)}"`, [dan]],
      ['status = "Disabled"', [eve]],
      ['status = "disabled"', []],
      ['cognito:user_status = "confirmed"', people.map(({ email }) => email)],
      ['given_name ^= ""', []],
    ];

    for (const [filter, emails] of cases) expect(await emailsFor(filter), filter).toEqual(emails);
  });

  test.each([
    'name',
    'name = Ann',
    'name = "Ann',
    'name == "Ann"',
    'name = "a" or name = "b"',
    'custom:plan = "gold"',
    'address = "x"',
    '__proto__ = "x"',
    'name = "a"b"',
  ])('rejects the filter %s', async (filter) => {
    const { emailsFor } = await start();

    await expect(emailsFor(filter)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('returns pages without repeating users', async () => {
    const { admin, UserPoolId } = await start();
    const seen: string[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await admin.listUsers({
        UserPoolId,
        Limit: 2,
        ...(PaginationToken && { PaginationToken }),
      });
      expect(page.Users?.length).toBeLessThanOrEqual(2);
      seen.push(...(page.Users ?? []).map(({ Username }) => String(Username)));
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);

    expect(seen).toHaveLength(people.length);
    expect(new Set(seen).size).toBe(people.length);
    await expect(admin.listUsers({ UserPoolId, PaginationToken: '!' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(admin.listUsers({ UserPoolId, Limit: 61 })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test('rejects a requested attribute that a listed user lacks', async () => {
    const { admin, UserPoolId } = await start();

    await expect(admin.listUsers({ UserPoolId, AttributesToGet: ['nickname'] })).rejects.toMatchObject({
      message: 'One or more requested attributes do not exist.',
    });
  });
});
