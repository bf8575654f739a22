import type { RefObject } from 'react';
import { useOutletContext } from 'react-router';

export type GuestContext = {
  /** Kept across the guest pages, so that users type their email address once. */
  typedEmail: string | undefined;
  /** The password just typed, kept in memory to sign in once the email address is confirmed. */
  pendingPassword: RefObject<string | null>;
};

export const useGuestContext = (): GuestContext => useOutletContext<GuestContext>();
