/** The WebAuthn library, loaded with the first passkey: it would take about as long as the rest of a start. */
export const loadWebAuthn = () => import('@simplewebauthn/server');

/** The parts that the library is made of; loaded like it. */
export const loadWebAuthnHelpers = () => import('@simplewebauthn/server/helpers');
