/** Imports the WebAuthn library lazily: it would double the time of a start. */
export const loadWebAuthn = () => import('@simplewebauthn/server');

/** Imports the parts of the library lazily. */
export const loadWebAuthnHelpers = () => import('@simplewebauthn/server/helpers');
