import { Amplify } from 'aws-amplify';
import * as amplifyAuth from 'aws-amplify/auth';

/** The functions of `aws-amplify/auth`, which tests call by name. */
export type Auth = Omit<typeof amplifyAuth, 'AuthError' | 'default'>;

const auth: Auth = amplifyAuth;

/** The outcome of a call: a result or error as JSON. */
type Outcome = { value: unknown } | { error: { name: string; message: string } };

declare global {
  interface Window {
    configure: typeof Amplify.configure;
    call: (name: keyof Auth, args: unknown[]) => Promise<Outcome>;
  }
}

window.configure = Amplify.configure.bind(Amplify);

window.call = async (name, args) => {
  try {
    const value: unknown = await Reflect.apply(auth[name], auth, args);
    return { value: JSON.parse(JSON.stringify(value ?? null)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: { name: error.name, message: error.message } };
  }
};
