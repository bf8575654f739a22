import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../measure/rounds.ts';
import { call } from './call.ts';
import { startChildServer } from './child-server.ts';
import { signInByPassword } from './password-sign-in.ts';
import { person } from './person.ts';
import { signInBySrp } from './srp-sign-in.ts';

const bin = join(import.meta.dirname, '../../packages/local-cognito/src/bin.ts');

const poolName = 'Bench0001';
const clientId = 'bench000000000000000000001';

const signUp = async (endpoint: string): Promise<void> => {
  await call(endpoint, 'SignUp', { ClientId: clientId, Username: person.email, Password: person.password });
  const mailbox = await fetch(`${endpoint}/mailbox/messages`);
  const { messages } = (await mailbox.json()) as { messages: { code: string }[] };
  const ConfirmationCode = messages[0]?.code;
  await call(endpoint, 'ConfirmSignUp', { ClientId: clientId, Username: person.email, ConfirmationCode });
};

/** local-cognito with one user, with SRP and with plain passwords. */
export const startLocalCognito = async (
  folder: string,
): Promise<{ contenders: Contender[]; stop: () => Promise<void> }> => {
  const poolConfig = join(folder, 'pool.json');
  const explicitAuthFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
  writeFileSync(
    poolConfig,
    JSON.stringify({ userPoolId: `us-east-1_${poolName}`, clients: [{ clientId, explicitAuthFlows }] }),
  );
  const args = ['--port=0', `--data=${join(folder, 'data')}`, `--pool-config=${poolConfig}`];
  const { endpoint, stop } = await startChildServer(bin, args, { cwd: folder });
  await signUp(endpoint);
  const contenders = [
    {
      name: 'local-cognito, USER_SRP_AUTH',
      work: () => signInBySrp(endpoint, clientId, poolName),
    },
    {
      name: 'local-cognito, USER_PASSWORD_AUTH',
      work: () => signInByPassword(endpoint, clientId),
    },
  ];
  return { contenders, stop };
};
