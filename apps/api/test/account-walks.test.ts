import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeAccount, observe } from './account-walks/account.ts';
import type { Act } from './account-walks/act.ts';
import { administratorActs } from './account-walks/administrator-acts.ts';
import { createClock } from './account-walks/clock.ts';
import { ownerActs } from './account-walks/owner-acts.ts';
import { expectOwnerGetsBackIn } from './account-walks/owner-gets-back-in.ts';
import { thiefActs } from './account-walks/thief-acts.ts';
import { createUserPool, type UserPool } from './account-walks/user-pool.ts';
import { createWorld, originNames, type World } from './account-walks/world.ts';
import { clientWithGoogle, google } from './support/sign-in-with-google.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

// The same walks in each run, unless more are asked for: ACCOUNT_WALKS=1000 takes new ones.
const { ACCOUNT_WALKS } = process.env;
const walks = Number(ACCOUNT_WALKS ?? 12);

// Only ends a hanging test.
const longestMilliseconds = 3_600_000;
const clock = createClock();

let api: TestApi;
let pool: UserPool;

beforeAll(async () => {
  api = await startTestApi({
    cognitoNow: clock.now,
    now: clock.now,
    // Like the pool of `pnpm dev` and of a deployment, and with remembered devices, which those do not have.
    poolConfig: {
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      identityProviders: [google],
      clients: [
        {
          ...clientWithGoogle,
          explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
          preventUserExistenceErrors: 'ENABLED',
        },
      ],
      requiredAttributes: ['email'],
      attributesRequireVerificationBeforeUpdate: ['email'],
      allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      mfaConfiguration: 'OPTIONAL',
      enabledMfas: ['SOFTWARE_TOKEN_MFA'],
      webAuthn: {
        relyingPartyId: 'localhost',
        userVerification: 'required',
        factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      },
    },
  });
  pool = createUserPool(api, clock);
});

afterAll(async () => {
  pool.close();
  await api.close();
});

type Model = { account: Account };

const states = new Set<string>();

/** Runs an act, and then expects that the owner gets back in from the state to which it led. */
const createCommand = ({ title, isPossible, run }: Act): fc.AsyncCommand<Model, World> => ({
  check: ({ account }) => isPossible(account),
  run: async (model, world) => {
    await run(world);
    model.account = await observe(world);
    states.add(describeAccount(model.account));
    await expectOwnerGetsBackIn(world, model.account);
    model.account = await observe(world);
  },
  toString: () => title,
});

test(
  'from every state of an account its owner gets back in, and a thief with one factor does not',
  async () => {
    const commands = [...ownerActs, ...administratorActs, ...thiefActs].map((act) =>
      fc.constant(createCommand(act)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originNames),
        fc.commands(commands, { size: 'medium' }),
        async (origin, walk) => {
          const real = await createWorld(api, pool, origin);
          const model = { account: await observe(real) };
          states.add(describeAccount(model.account));
          await expectOwnerGetsBackIn(real, model.account);
          model.account = await observe(real);
          await fc.asyncModelRun(() => ({ model, real }), walk);
        },
      ),
      { numRuns: walks, endOnFailure: true, ...(ACCOUNT_WALKS === undefined ? { seed: 1 } : {}) },
    );
    process.stdout.write(`${walks} walks reached ${states.size} states of an account.\n`);
    expect(states.size).toBeGreaterThan(walks);
  },
  longestMilliseconds,
);
