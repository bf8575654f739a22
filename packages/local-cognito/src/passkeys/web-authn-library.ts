/** The WebAuthn library, loaded with the first passkey: it takes longer than all the rest of a start. */
export const loadWebAuthn = () => import('@simplewebauthn/server');

/** What the library is made of, for what it does not do itself; loaded like it. */
export const loadWebAuthnHelpers = () => import('@simplewebauthn/server/helpers');
