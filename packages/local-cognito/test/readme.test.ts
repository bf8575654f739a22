import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '@share-my-files/local-server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createIdentityPoolActions } from '../src/composition/identity-pool-actions.ts';
import { createUserPool } from '../src/composition/user-pool.ts';
import { createActions } from '../src/composition/user-pool-actions.ts';
import { createCallers } from '../src/http/callers.ts';
import { userPoolConfigSchema } from '../src/settings/pool-settings.ts';
import { readPoolMigrations } from '../src/store/migrations.ts';

// The names in clients that differ from the action's.
const otherNames: Record<string, string> = {
  ChangePassword: 'updatePassword',
  CompleteWebAuthnRegistration: 'associateWebAuthnCredential',
  GetUserAttributeVerificationCode: 'sendUserAttributeVerificationCode',
  GlobalSignOut: 'global: true',
  ListDevices: 'fetchDevices',
  ResendConfirmationCode: 'resendSignUpCode',
  AdminSetUserMFAPreference: 'adminSetUserMFAPreference',
  SetUserMFAPreference: 'updateMFAPreference',
  UpdateDeviceStatus: 'rememberDevice',
};

const packageFolder = join(import.meta.dirname, '..');

const readActionNames = async (): Promise<string[]> => {
  const database = new DatabaseSync(':memory:');
  migrate(database, readPoolMigrations());
  const settings = userPoolConfigSchema.parse({ identityPool: { bucket: 'files', sessionKey: 'key' } });
  const pool = await createUserPool(database, settings, Date.now, createCallers());
  return [...createActions(pool).keys(), ...(await createIdentityPoolActions(database, pool)).keys()];
};

const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');

const rows = readme
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, , state = '', , proof = '']) => /^(full|partial)$/.test(state) && proof !== '')
  .map(([, names = '', , , proof = '']) => ({
    names: names.split(', '),
    files: [...proof.matchAll(/\]\((test\/[\w/-]+\.test\.ts)\)/g)].map(([, file = '']) => file),
  }));

const actionNames = await readActionNames();
const actionRows = rows.filter(({ names }) => !names.some((name) => name.includes('/')));

const amplifyActions = (): string[] => {
  const amplify = createRequire(import.meta.url).resolve('aws-amplify');
  const auth = dirname(createRequire(amplify).resolve('@aws-amplify/auth/package.json'));
  const folder = join(auth, 'src/foundation/factories/serviceClients/cognitoIdentityProvider');
  return readdirSync(folder).flatMap((file) => /^create(\w+)Client\.ts$/.exec(file)?.[1] ?? []);
};

/** Returns the property names of a JSON schema, with those of clients prefixed by `clients[].`. */
const settingNames = (): string[] => {
  const { properties = {} } = z.toJSONSchema(userPoolConfigSchema, { io: 'input' });
  const { clients, ...pool } = properties as Record<string, { items?: { properties?: object } }>;
  const ofClients = Object.keys(clients?.items?.properties ?? {}).map((name) => `clients[].${name}`);
  return [...Object.keys(pool), ...ofClients];
};

describe('the README', () => {
  test('has each setting in its table', () => {
    const [, section = ''] = readme.split('## Settings');
    const cells = [...(section.split('\n## ')[0]?.matchAll(/^\| (`.*?) \|/gm) ?? [])].map(
      ([, cell = '']) => cell,
    );
    const documented = cells.flatMap((cell) =>
      cell.split(', ').map((name) => name.replaceAll('`', '').trim()),
    );

    expect(documented.toSorted()).toEqual(settingNames().toSorted());
  });

  test('has each action in exactly one row', () => {
    expect(actionRows.flatMap(({ names }) => names).toSorted()).toEqual(actionNames.toSorted());
  });

  test.each(actionRows)('names tests that call $names', ({ names, files }) => {
    const tests = files.map((file) => readFileSync(join(packageFolder, file), 'utf8')).join('\n');
    for (const name of names) {
      const methodName = name.charAt(0).toLowerCase() + name.slice(1);
      const isCalled = [`'${name}'`, `${name}Command`, `${methodName}(`, otherNames[name]].some(
        (call) => call !== undefined && tests.includes(call),
      );
      expect(isCalled, name).toBe(true);
    }
  });

  test.each(rows)('names existing tests for $names', ({ files }) => {
    expect(files).not.toEqual([]);
    for (const file of files) expect(readFileSync(join(packageFolder, file), 'utf8')).toContain('test');
  });
});

test('every action of aws-amplify exists', () => {
  expect(amplifyActions().length).toBeGreaterThan(20);
  expect(actionNames).toEqual(expect.arrayContaining(amplifyActions()));
});
