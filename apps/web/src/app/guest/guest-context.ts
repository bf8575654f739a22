import type { RefObject } from 'react';
import { useOutletContext } from 'react-router';

export type GuestContext = {
  /** Carried from page to page, so that nobody types an address twice. */
  typedEmail: string | undefined;
  /** The password just typed, kept in memory to sign in right after the address is confirmed. */
  pendingPassword: RefObject<string | null>;
};

export const useGuestContext = (): GuestContext => useOutletContext<GuestContext>();
