import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../servers/call.ts';
import { startChildServer } from '../servers/child-server.ts';
import { person } from '../servers/person.ts';

const version = '5.3.0';

export const cognitoLocal = `cognito-local ${version}`;

const createUser = async (endpoint: string): Promise<string> => {
  const { UserPool } = await call(endpoint, 'CreateUserPool', { PoolName: 'bench' });
  const { Id: UserPoolId } = UserPool as { Id: string };
  const { UserPoolClient } = await call(endpoint, 'CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'bench',
  });
  const user = { UserPoolId, Username: person.email };
  await call(endpoint, 'AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
  await call(endpoint, 'AdminSetUserPassword', { ...user, Password: person.password, Permanent: true });
  return (UserPoolClient as { ClientId: string }).ClientId;
};

/** Installs the npm package. Not a dependency: the app does not need its 128 MB. */
export const installCognitoLocal = (folder: string): string => {
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', `cognito-local@${version}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return join(folder, 'node_modules/cognito-local/lib/bin/start.js');
};

const start = (bin: string, folder: string) => startChildServer(bin, [], { cwd: folder, env: { PORT: '0' } });

type User = { Username: string; Attributes: { Name: string; Value: string }[]; RefreshTokens: string[] };

/** Adds users with a session each to the file of its only pool. */
const addUsers = (folder: string, count: number): void => {
  const databases = join(folder, '.cognito/db');
  const [pool] = readdirSync(databases).filter((name) => name !== 'clients.json');
  const path = join(databases, pool ?? '');
  const content = JSON.parse(readFileSync(path, 'utf8')) as { Users: Record<string, User> };
  const [user] = Object.values(content.Users);
  for (let number = 1; number <= count; number += 1) {
    const Username = `seeded-${number}`;
    const own: Record<string, string> = { sub: Username, email: `${Username}@example.com` };
    const Attributes = (user?.Attributes ?? []).map(({ Name, Value }) => ({
      Name,
      Value: own[Name] ?? Value,
    }));
    const RefreshTokens = [randomBytes(300).toString('base64url')];
    content.Users[Username] = { ...user, Username, Attributes, RefreshTokens };
  }
  writeFileSync(path, JSON.stringify(content));
};

/** cognito-local with one user, who signs in with a plain password, because it has no SRP, among others. */
export const startCognitoLocal = async (bin: string, folder: string, otherUsers: number) => {
  const first = await start(bin, folder);
  const clientId = await createUser(first.endpoint).finally(first.stop);
  addUsers(folder, otherUsers);
  return { ...(await start(bin, folder)), clientId };
};
