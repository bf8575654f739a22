import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  closeServer,
  listenOnLoopback,
  type ReportError,
  reportAsWarning,
} from '@share-my-files/local-server';
import type { Clock } from './clock/clock.ts';
import { createClockRoutes } from './clock/clock-routes.ts';
import { createRoutes } from './composition/routes.ts';
import { createUserPool, type UserPool } from './composition/user-pool.ts';
import { userNotFound, usernameExists } from './errors.ts';
import { createCallers } from './http/callers.ts';
import { createRequestListener } from './http/request-listener.ts';
import { jwksPath } from './oauth/well-known-routes.ts';
import { issuerOf, type UserPoolConfig, userPoolConfigSchema } from './settings/pool-settings.ts';
import { openPoolDatabase } from './store/open-database.ts';
import { loadCertificate } from './tls/certificate.ts';
import { createSub } from './users/create-sub.ts';

/** Options of `startLocalCognito`. */
export type LocalCognitoOptions = {
  /** Folder of the state. Created if missing, and locked by one process at a time. */
  dataDirectory: string;
  /**
   * `0` takes a free port.
   * @default 0
   */
  port?: number;
  /**
   * Serves the same over TLS, which Amplify requires of OAuth 2.0 endpoints. The data folder holds the
   * certificate. `0` takes a free port; without `tlsPort` there is no TLS.
   */
  tlsPort?: number;
  poolConfig?: UserPoolConfig;
  /**
   * Returns the current time in milliseconds. Tests advance it instead of waiting.
   * @default Date.now
   */
  now?: () => number;
  /** Replaces `now`, and can be read and moved by programs of this machine under `/clock`. */
  clock?: Clock;
  /**
   * Receives errors of the server itself.
   * @default reportAsWarning
   */
  reportError?: ReportError;
  /**
   * Receives one sentence for each request that this server does not implement.
   * @default reportAsWarning
   */
  onUnsupported?: ReportError;
};

/** A running pool. */
export type LocalCognito = {
  /** Value of Amplify's `userPoolEndpoint` and the AWS SDK's `endpoint`. */
  endpoint: string;
  /** The same over TLS. Its host and port are Amplify's `oauth.domain`. */
  tlsEndpoint: string | undefined;
  userPoolId: string;
  userPoolClientId: string;
  issuer: string;
  jwksUri: string;
  mailboxUrl: string;
  /** Adds a user like AdminCreateUser with AdminSetUserPassword. Throws UsernameExistsException. */
  createConfirmedUser: (user: { email: string; password: string; name: string }) => Promise<{ sub: string }>;
  /** Issues the tokens of a sign-in with a password, without one. Throws UserNotFoundException. */
  issueTokens: (user: {
    sub: string;
  }) => Promise<{ accessToken: string; idToken: string; refreshToken: string }>;
  /** Ends open connections and releases the folder. Idempotent. */
  close: () => Promise<void>;
};

const createConfirmedUser =
  ({ users, passwords, transaction }: UserPool): LocalCognito['createConfirmedUser'] =>
  async ({ email, password, name }) => {
    if (users.findByEmail(email) !== undefined) throw usernameExists();
    const sub = createSub();
    const attributes = { email, email_verified: 'true', name };
    transaction(() => {
      users.insert({ sub, username: sub, status: 'CONFIRMED', attributes });
      passwords.set(sub, password);
    });
    return { sub };
  };

const issueTokens =
  ({ settings, users, sessions }: UserPool): LocalCognito['issueTokens'] =>
  async ({ sub }) => {
    const user = users.findBySub(sub);
    if (user === undefined) throw userNotFound('User does not exist.');
    const tokens = await sessions.start(user, settings.clients[0], { methods: ['pwd'] });
    const { AccessToken, IdToken = '', RefreshToken = '' } = tokens;
    return { accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken };
  };

/**
 * Starts a user pool on 127.0.0.1. Throws `StartError` if another process uses the port or the data folder.
 */
export const startLocalCognito = async (options: LocalCognitoOptions): Promise<LocalCognito> => {
  const { dataDirectory, port = 0, tlsPort, poolConfig = {}, clock } = options;
  const { reportError = reportAsWarning, onUnsupported = reportAsWarning } = options;
  const now = clock?.now ?? options.now ?? Date.now;
  const settings = userPoolConfigSchema.parse(poolConfig);
  const database = openPoolDatabase(dataDirectory);
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => closeServer(server)));
    database.close();
  };
  const serve = async (server: Server, at: number): Promise<number> => {
    servers.push(server);
    return listenOnLoopback(server, at);
  };
  try {
    const callers = createCallers();
    const pool = await createUserPool(database, settings, now, callers);
    const routes = [
      ...(await createRoutes(database, pool, { reportError, onUnsupported })),
      ...(clock === undefined ? [] : createClockRoutes(clock)),
    ];
    const listener = createRequestListener({ routes, callers, reportError });
    let closing: Promise<void> | undefined;
    const endpoint = `http://localhost:${await serve(createServer(listener), port)}`;
    const tls = tlsPort === undefined ? undefined : await loadCertificate(dataDirectory, now);
    const tlsEndpoint =
      tls && `https://localhost:${await serve(createTlsServer(tls, listener), tlsPort ?? 0)}`;
    return {
      endpoint,
      tlsEndpoint,
      userPoolId: settings.userPoolId,
      userPoolClientId: settings.clients[0].clientId,
      issuer: issuerOf(settings),
      jwksUri: `${endpoint}${jwksPath(settings.userPoolId)}`,
      mailboxUrl: `${endpoint}/mailbox`,
      createConfirmedUser: createConfirmedUser(pool),
      issueTokens: issueTokens(pool),
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
