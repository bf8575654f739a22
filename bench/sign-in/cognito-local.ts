import { execFileSync } from 'node:child_process';
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

/** The npm package cognito-local with one user and plain passwords: it has no SRP. */
export const startCognitoLocal = async (folder: string) => {
  // Not a dependency: the app does not need its 128 MB.
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', `cognito-local@${version}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const bin = join(folder, 'node_modules/cognito-local/lib/bin/start.js');
  const server = await startChildServer(bin, [], { cwd: folder, env: { PORT: '0' } });
  return { ...server, clientId: await createUser(server.endpoint) };
};
