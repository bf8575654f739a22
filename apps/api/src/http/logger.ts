import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

// Defense in depth: no call site logs these, and if one ever does, the value is redacted.
const secrets = ['authorization', 'email', 'fileName', 'password', 'secret', 'token', 'url'];

/**
 * One JSON line per event, in UTC. Lambda files a line as INFO unless `level` is a word and `timestamp` is valid:
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
 */
export const createLogger = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label.toUpperCase() }) },
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};
