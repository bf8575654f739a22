/** The OAuth 2.0 endpoints are unreachable: the browser rejects their certificate, or they are down. */
export class CertificateNotAcceptedError extends Error {
  constructor(options?: ErrorOptions) {
    super('The browser does not accept the certificate of the local sign-in server.', options);
    this.name = 'CertificateNotAcceptedError';
  }
}
