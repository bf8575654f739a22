import { startTransition, useState } from 'react';
import { loadSignIn } from '../cognito/load-sign-in.ts';
import { lastSignIn } from './last-sign-in.ts';
import { type SignInStep, toSignInStep } from './sign-in-step.ts';
import { orderWays, type SignInWay } from './sign-in-ways.ts';

/** A completed sign-in, and what the user has just set up in it. */
export type CompletedSignIn = {
  readonly email: string;
  readonly newPassword?: string | undefined;
  readonly hasNewAuthenticator: boolean;
};

export type SignInOptions = {
  /** Fixes the address: only this user can sign in. */
  readonly email?: string | undefined;
  /** Prefills the form that asks for the address. */
  readonly typedEmail?: string | undefined;
  /** The password of a sign-up, to sign in with once the address is confirmed. */
  readonly password?: string | null;
  readonly firstStep?: SignInStep;
  /** Called with each step that follows, and the address that it is for. Resolves to whether another page shows it. */
  readonly onStep?: (step: SignInStep, email: string) => Promise<boolean>;
  readonly onSignedIn: (completed: CompletedSignIn) => Promise<unknown>;
};

type Attempt = {
  readonly email: string;
  /** Only in memory: to repeat the sign-in after the address is confirmed, or for a new code. */
  readonly password: string | null;
  readonly newPassword?: string | undefined;
  readonly ways: readonly SignInWay[];
  readonly way: SignInWay | undefined;
  readonly step: SignInStep;
  /** What has just succeeded, above the next step. */
  readonly notice: string | undefined;
};

const startOf = ({ email }: SignInOptions): SignInStep =>
  email === undefined ? { name: 'email' } : { name: 'way', way: lastSignIn.read().way ?? 'password' };

const useAttempt = (options: SignInOptions) => {
  const [attempt, setAttempt] = useState<Attempt>(() => ({
    email: options.email ?? options.typedEmail ?? '',
    password: options.password ?? null,
    ways: [],
    way: undefined,
    step: options.firstStep ?? startOf(options),
    notice: undefined,
  }));
  const change = async (changes: Partial<Attempt>): Promise<void> => {
    const { step, email } = { ...attempt, ...changes };
    // Shown here as well, the step would lose what is typed until the other page is loaded.
    if (await options.onStep?.(step, email)) return;
    // In a transition, so that the present step stays until the code of the next one is loaded.
    startTransition(() => setAttempt((present) => ({ ...present, notice: undefined, ...changes })));
  };
  return { attempt, change };
};

/** One sign-in, from the address to the tokens: its present step, and what the steps do. */
export const useSignIn = (options: SignInOptions) => {
  const { attempt, change } = useAttempt(options);
  const { email, password, ways, way, step, notice } = attempt;

  const follow = async (next: SignInStep, changes: Partial<Attempt> = {}): Promise<void> => {
    if (next.name !== 'signed-in') return change({ ...changes, step: next });
    const { email, way, newPassword } = { ...attempt, ...changes };
    if (way !== undefined) lastSignIn.rememberWay(way);
    const hasNewAuthenticator = step.name === 'set-up-authenticator';
    await options.onSignedIn({ email, newPassword, hasNewAuthenticator });
  };

  /** Starts with a way: asks for the password, sends a code, or opens the browser's dialog. */
  const chooseWay = async (way: SignInWay, chosen: Partial<Attempt> = {}): Promise<void> => {
    const address = chosen.email ?? email;
    const changes = { ...chosen, way };
    if (way === 'password') return change({ ...changes, step: { name: 'way', way } });
    if (way === 'email-code') return follow(await (await loadSignIn()).requestSignInCode(address), changes);
    try {
      await follow(await (await loadSignIn()).signInWithPasskey(address), changes);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      await change({ ...changes, step: { name: 'way', way, error } });
    }
  };

  const findWays = async (address: string) => {
    const next = await (await loadSignIn()).startSignIn(address);
    if (next.signInStep !== 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION') {
      return { ways: [], step: toSignInStep(next) };
    }
    return {
      ways: orderWays(next.availableChallenges ?? [], lastSignIn.read().way),
      step: toSignInStep(next),
    };
  };

  const identify = async (address: string): Promise<void> => {
    const { ways, step } = await findWays(address);
    const [first] = ways;
    const identified = { email: address, ways, password: null };
    await (first === undefined ? follow(step, identified) : chooseWay(first, identified));
  };

  const enterPassword = async (entered: string, changes: Partial<Attempt> = {}): Promise<void> =>
    follow(await (await loadSignIn()).signInWithPassword(email, entered), {
      way: 'password',
      ...changes,
      password: entered,
    });

  /** Goes on after the address was confirmed or the password was set in this attempt. */
  const resume = async (entered: string | null, notice: string, newPassword?: string): Promise<void> => {
    const again = { step: { name: 'way', way: 'password' }, notice } as const;
    if (entered === null) return change(again);
    await enterPassword(entered, { newPassword }).catch(() => change(again));
  };

  return {
    email,
    isEmailFixed: options.email !== undefined,
    /** Whether the user has proven the password, so that codes go to an account that exists. */
    hasProvenPassword: way === 'password',
    ways,
    step,
    notice,
    /** The password of this attempt, if the user has entered one. */
    password,
    identify,
    chooseWay,
    enterPassword,
    answer: async (response: string, attributes?: Record<string, string>) =>
      follow(await (await loadSignIn()).answerChallenge(response, attributes)),
    /** Sends another code for the present step. */
    repeat: () =>
      way === 'password' && password !== null ? enterPassword(password) : chooseWay('email-code'),
    showWays: async () => change(await findWays(email)),
    show: (next: SignInStep, address = email) => change({ step: next, email: address }),
    confirmed: () => resume(password, 'Your email address is confirmed. You can sign in now.'),
    passwordSet: (entered: string) =>
      resume(entered, 'Your new password is set. You can sign in now.', entered),
    restart: () => change({ step: startOf(options), password: null }),
  };
};

export type SignIn = ReturnType<typeof useSignIn>;
