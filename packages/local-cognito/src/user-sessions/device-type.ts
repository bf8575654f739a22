import Bowser from 'bowser';

// Browsers send fewer than 200 characters, and the expressions of the parser take time for each.
const MAXIMUM_LENGTH = 512;

/** The value for what a user agent does not contain. */
export const UNKNOWN = 'unknown';

const withoutMissing = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/**
 * Describes a User-Agent header in the form of Cognito: `Chrome 125 / macOS 15.0`. The header
 * of every browser starts with Mozilla; programs, such as those with an AWS SDK, are unknown.
 */
export const deviceTypeOf = (userAgent: string): string => {
  if (!userAgent.startsWith('Mozilla/')) return UNKNOWN;
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAXIMUM_LENGTH));
  // The version of Windows is `NT 10.0`; its name is the one that people know.
  const systemVersion = os.name === 'Windows' ? os.versionName : os.version;
  const device = [
    withoutMissing(browser.name, browser.version?.split('.')[0]),
    withoutMissing(os.name, systemVersion?.split('.').slice(0, 2).join('.')),
  ];
  return device.filter(Boolean).join(' / ') || UNKNOWN;
};
