import { createContext, use, useSyncExternalStore } from 'react';
import { type Session, type SessionState, type User, userOf } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionContext above it.');
  return session;
};

export const useSessionState = (): SessionState => {
  const { state } = useSession();
  return useSyncExternalStore(state.subscribe, state.get);
};

/** The signed-in person; only for what the signed-in layout renders. */
export const useUser = (): User => {
  const user = userOf(useSessionState());
  if (user === undefined) throw new Error('useUser needs a signed-in person.');
  return user;
};
