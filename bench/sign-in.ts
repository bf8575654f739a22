import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportResults } from './measure/results.ts';
import { measureInterleaved } from './measure/rounds.ts';
import { workPerSecond } from './measure/work-per-second.ts';
import { clientId, poolName, startLocalCognito } from './servers/local-cognito.ts';
import { signInByPassword } from './servers/password-sign-in.ts';
import { withFolder } from './servers/with-folder.ts';
import { cognitoLocal, installCognitoLocal, startCognitoLocal } from './sign-in/cognito-local.ts';
import { startGrownLocalCognito } from './sign-in/grown-local-cognito.ts';
import { signInBySrp } from './sign-in/srp-sign-in.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    'sign-ins': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '4' },
    users: { type: 'string', default: '10000' },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const bounds = {
  workPerRound: Number(values['sign-ins']),
  secondsPerRound: Number(values.seconds),
  concurrency: Number(values.concurrency),
};
const run = `${rounds} rounds of at most ${bounds.workPerRound} sign-ins and ${bounds.secondsPerRound} s, ${bounds.concurrency} at a time`;

const users = Number(values.users);
const grown = `${users.toLocaleString('en')} other users`;

await withFolder(async (root, stopLater) => {
  const createFolder = (name: string): string => {
    const folder = join(root, name);
    mkdirSync(folder);
    return folder;
  };
  const bin = installCognitoLocal(root);
  const ours = stopLater(await startLocalCognito(createFolder('ours')));
  const oursGrown = stopLater(await startGrownLocalCognito(createFolder('ours-grown'), users));
  const other = stopLater(await startCognitoLocal(bin, createFolder('other'), 0));
  const otherGrown = stopLater(await startCognitoLocal(bin, createFolder('other-grown'), users));
  const contenders = Object.entries({
    'local-cognito, USER_SRP_AUTH': () => signInBySrp(ours.endpoint, clientId, poolName),
    'local-cognito, USER_PASSWORD_AUTH': () => signInByPassword(ours.endpoint, clientId),
    [`local-cognito among ${grown}, USER_PASSWORD_AUTH`]: () =>
      signInByPassword(oursGrown.endpoint, clientId),
    [`${cognitoLocal}, USER_PASSWORD_AUTH`]: () => signInByPassword(other.endpoint, other.clientId),
    [`${cognitoLocal} among ${grown}, USER_PASSWORD_AUTH`]: () =>
      signInByPassword(otherGrown.endpoint, otherGrown.clientId),
  }).map(([name, signIn]) => ({ name, measure: () => workPerSecond(signIn, bounds) }));
  const results = await measureInterleaved(contenders, rounds);
  reportResults('sign-in', { unit: 'Sign-ins', run, results, keep: values.keep });
});
