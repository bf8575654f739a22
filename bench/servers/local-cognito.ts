import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './call.ts';
import { type ChildServer, startChildServer } from './child-server.ts';
import { person } from './person.ts';

const bin = join(import.meta.dirname, '../../packages/local-cognito/src/bin.ts');

export const poolName = 'Bench0001';
export const userPoolId = `us-east-1_${poolName}`;
export const clientId = 'bench000000000000000000001';

const signUp = async (endpoint: string): Promise<void> => {
  const user = { ClientId: clientId, Username: person.email };
  const UserAttributes = [{ Name: 'email', Value: person.email }];
  await call(endpoint, 'SignUp', { ...user, Password: person.password, UserAttributes });
  const mailbox = await fetch(`${endpoint}/mailbox/messages`);
  const { messages } = (await mailbox.json()) as { messages: { code: string }[] };
  await call(endpoint, 'ConfirmSignUp', { ...user, ConfirmationCode: messages[0]?.code });
};

/** Starts local-cognito with the users that the folder holds. */
export const reopenLocalCognito = (folder: string): Promise<ChildServer> => {
  const poolConfig = join(folder, 'pool.json');
  const explicitAuthFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
  writeFileSync(
    poolConfig,
    JSON.stringify({
      userPoolId,
      userSessionTracking: 'ENABLED',
      clients: [{ clientId, explicitAuthFlows }],
    }),
  );
  const args = ['--port=0', `--data=${join(folder, 'data')}`, `--pool-config=${poolConfig}`];
  return startChildServer(bin, args, { cwd: folder });
};

/** local-cognito with one user, who signs in by SRP or with a plain password. */
export const startLocalCognito = async (folder: string): Promise<ChildServer> => {
  const server = await reopenLocalCognito(folder);
  await signUp(server.endpoint);
  return server;
};
