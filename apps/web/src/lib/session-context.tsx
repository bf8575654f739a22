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

/** Returns the signed-in user; only within the signed-in layout. */
export const useUser = (): User => {
  const user = userOf(useSessionState());
  if (user === undefined) throw new Error('useUser needs a signed-in user.');
  return user;
};
