import type { CDPSession, Page } from 'playwright-core';

/** A security chip of the browser, which verifies its user by default without a dialog. */
export type VirtualAuthenticator = {
  setUserVerified: (isUserVerified: boolean) => Promise<void>;
  countCredentials: () => Promise<number>;
  clearCredentials: () => Promise<void>;
};

const create = async (session: CDPSession, hasUserVerification: boolean) => {
  await session.send('WebAuthn.enable');
  return session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification,
      isUserVerified: hasUserVerification,
      automaticPresenceSimulation: true,
    },
  });
};

/** Adds an authenticator to a page through the WebAuthn domain of the Chrome DevTools Protocol. */
export const addVirtualAuthenticator = async (
  page: Page,
  { hasUserVerification = true } = {},
): Promise<VirtualAuthenticator> => {
  const session = await page.context().newCDPSession(page);
  const { authenticatorId } = await create(session, hasUserVerification);
  return {
    setUserVerified: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    countCredentials: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.length;
    },
    clearCredentials: async () => {
      await session.send('WebAuthn.clearCredentials', { authenticatorId });
    },
  };
};
