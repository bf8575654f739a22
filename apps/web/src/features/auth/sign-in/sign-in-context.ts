import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { SignIn } from './use-sign-in.ts';

/** Title and explanation of a step, for the place that shows it: a page or a dialog. */
export type StepHeader = ComponentType<{ title: string; children: ReactNode }>;

type SignInContextValue = SignIn & {
  readonly Header: StepHeader;
  /** Offered before the form that asks for the address. */
  readonly firstChoice: ReactNode;
};

export const SignInContext = createContext<SignInContextValue | null>(null);

/** Returns the sign-in that a step belongs to. */
export const useSignInContext = (): SignInContextValue => {
  const signIn = use(SignInContext);
  if (signIn === null) throw new Error('useSignInContext needs SignInSteps above it.');
  return signIn;
};
