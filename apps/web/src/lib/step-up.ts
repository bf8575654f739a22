import { ExplainedError } from './explained-error.ts';
import { createObservable, type Observable } from './observable.ts';

/** A sign-in beside the present session, which stays as it is until `replace`. */
export type SecondSignIn = {
  /** Makes the new sign-in the session and revokes the previous refresh token. */
  replace(): Promise<void>;
  discard(): void;
};

/** The user did not sign in again, so the call that required it was not sent. */
export class StepUpCancelledError extends ExplainedError {
  constructor() {
    super('You did not confirm that it is you, so nothing was changed.');
    this.name = 'StepUpCancelledError';
  }
}

type StepUpState = 'idle' | 'asking' | 'confirmed' | 'cancelled';

/** Asks the signed-in user to sign in again (RFC 9470), without ending the session. */
export type StepUp = {
  state: Pick<Observable<StepUpState>, 'get' | 'subscribe'>;
  /** Resolves after the new sign-in; rejects with `StepUpCancelledError`. */
  ask(): Promise<void>;
  /** Call after a sign-in that `ask` has caused; resolves when it has replaced the session. */
  confirm(): Promise<void>;
  cancel(): void;
};

export const createStepUp = (beginSignIn: () => Promise<SecondSignIn>): StepUp => {
  const state = createObservable<StepUpState>('idle');

  const ask = async () => {
    const signIn = await beginSignIn();
    state.set('asking');
    const answer = await state.when((next) => next !== 'asking');
    try {
      if (answer !== 'confirmed') throw new StepUpCancelledError();
      await signIn.replace();
    } catch (error) {
      signIn.discard();
      throw error;
    } finally {
      state.set('idle');
    }
  };

  const answerWith = (answer: StepUpState) => {
    if (state.get() === 'asking') state.set(answer);
  };

  return {
    state,
    ask,
    confirm: async () => {
      answerWith('confirmed');
      await state.when((next) => next === 'idle');
    },
    cancel: () => answerWith('cancelled'),
  };
};
