import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createTransaction } from '@share-my-files/local-server';
import { signIn, signOut } from 'aws-amplify/auth';
import { expect, test } from 'vitest';
import { userPoolConfigSchema } from '../src/settings/pool-settings.ts';
import { derivePasswordVerifier } from '../src/srp/password-verifier.ts';
import { openPoolDatabase } from '../src/store/open-database.ts';
import { createPasswords } from '../src/users/passwords.ts';
import { createUserRepository } from '../src/users/user-repository.ts';
import { configureAmplify } from './support/amplify.ts';
import { signInBySrp } from './support/srp-client.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';

// Numbers that are short or have their first bit set, where implementations of SRP differ.
const saltPrefixes = ['00', '0000', '01', '0f', '7f', '80', 'ff', ''];

const alphabet = [...'abcXYZ012 !"\\/:{}äßÅñ漢字かな한글العربية🙂👩‍👩‍👧\u0000\ud800'];

const createSalt = (index: number): bigint => {
  const prefix = saltPrefixes[index % saltPrefixes.length] ?? '';
  return BigInt(`0x${(prefix + randomBytes(16).toString('hex')).slice(0, 32)}`);
};

const createPassword = (): string =>
  Array.from({ length: randomInt(6, 40) }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Stores users with the given salts, as if they had signed up. */
const writeUsers = (dataDirectory: string, count: number) => {
  const database = openPoolDatabase(dataDirectory);
  const users = createUserRepository(database, Date.now);
  const passwords = createPasswords({ database, settings: userPoolConfigSchema.parse({}), now: Date.now });
  const createPerson = (index: number) => {
    const [sub, password, email] = [randomUUID(), createPassword(), `person${index}@example.com`];
    const owner = { poolName: 'Local0001', userId: sub };
    users.insert({ sub, username: sub, status: 'CONFIRMED', attributes: { email, email_verified: 'true' } });
    passwords.store(sub, derivePasswordVerifier(owner, password, createSalt(index)));
    return { username: email, password };
  };
  const people = createTransaction(database)(() =>
    Array.from({ length: count }, (_, index) => createPerson(index)),
  );
  database.close();
  return people;
};

const startPoolWithPeople = async (count: number) => {
  const dataDirectory = await createTestFolder();
  const people = writeUsers(dataDirectory, count);
  return { people, pool: await startTestPool({}, dataDirectory) };
};

const RUNS = 1000;

// Only ends a hanging test.
const timeout = 600_000;

/** Flips one bit of a signature. */
const change = (signature: Buffer): Buffer => {
  const bit = randomInt(signature.length * 8);
  const changed = Buffer.from(signature);
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return changed;
};

test('aws-amplify signs in with random passwords and salts of every form', async () => {
  const { people, pool } = await startPoolWithPeople(saltPrefixes.length);
  await configureAmplify(pool);

  for (const person of people) {
    expect(await signIn(person), JSON.stringify(person)).toMatchObject({ isSignedIn: true });
    await signOut();
  }
});

test('1,000 sign-ins with random passwords and salts succeed', { timeout }, async () => {
  const { people, pool } = await startPoolWithPeople(RUNS);

  for (const { username, password } of people) {
    const reply = await signInBySrp(pool, username, password);
    expect(reply, JSON.stringify({ username, password })).toMatchObject({ status: 200 });
  }
});

test('1,000 sign-ins with a wrong proof fail', { timeout }, async () => {
  const { people, pool } = await startPoolWithPeople(RUNS);
  const wrongSignature = {
    __type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  };

  for (const { username, password } of people) {
    const reply = await signInBySrp(pool, username, password, change);
    expect(reply, JSON.stringify({ username, password })).toMatchObject({
      status: 400,
      body: wrongSignature,
    });
  }
});

test('no password with an added, removed or changed character signs in', async () => {
  const { people, pool } = await startPoolWithPeople(saltPrefixes.length);

  for (const { username, password } of people) {
    for (const wrong of [`${password}.`, password.slice(0, -1), `~${password.slice(1)}`]) {
      const reply = await signInBySrp(pool, username, wrong);
      expect(reply, JSON.stringify({ username, password, wrong })).toMatchObject({ status: 400 });
    }
  }
});
