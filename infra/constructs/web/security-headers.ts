/** The origins that the page can send requests to, besides its own. */
export type ContentSources = { bucketOrigins: readonly string[]; cognitoOrigins: readonly string[] };

/** Headers of both the API and the page. */
const commonHeaders = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-site',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** For the API: nothing may frame its responses, and the page of its documentation loads only a style sheet. */
export const apiSecurityHeaders = {
  ...commonHeaders,
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/**
 * For the page. Scripts can read tokens, so only the site's own scripts may run. Without AWS, `apps/web/Caddyfile` sends
 * the same headers; a test compares them.
 * @see https://www.w3.org/TR/CSP3/
 */
export const pageSecurityHeaders = ({ bucketOrigins, cognitoOrigins }: ContentSources) => {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", ...bucketOrigins],
    'media-src': bucketOrigins,
    'connect-src': ["'self'", ...bucketOrigins, ...cognitoOrigins],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  const policy = Object.entries(directives).map(([name, sources]) => [name, ...sources].join(' '));
  return { ...commonHeaders, 'Content-Security-Policy': policy.join('; ') };
};
