import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg';
import { databaseLimits } from '#time-limits.ts';
import { createStallLimit } from './stall-limit.ts';

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (error?: Error | boolean) => void,
) => void;

const idleMilliseconds = 5_000;

const limitConnecting = (connectionTimeoutMillis: number) =>
  class extends Client {
    constructor(config?: ClientConfig) {
      super({ ...config, connectionTimeoutMillis });
    }
  };

/**
 * Checks idle connections before use. While a Lambda container is frozen between requests, the server or a router may
 * drop a connection without the client receiving the close.
 *
 * `connectionTimeoutMillis` limits connecting, but not, as in the base class, the wait for a connection in use: a burst
 * of requests waits for its turn while others return connections.
 */
export class WakingPool extends Pool {
  readonly #connected = new Set<PoolClient>();
  readonly #releasedAt = new WeakMap<PoolClient, number>();
  readonly #stallLimit: ReturnType<typeof createStallLimit>;
  readonly #now: () => number;
  /** Connections that have been idle since before this time are as broken as the one whose ping failed. */
  #brokenBefore = Number.NEGATIVE_INFINITY;

  constructor(config: PoolConfig, now: () => number = Date.now) {
    const { connectMilliseconds, stallMilliseconds, queueMilliseconds } = databaseLimits;
    const { connectionTimeoutMillis = connectMilliseconds } = config;
    super({
      ...config,
      Client: limitConnecting(connectionTimeoutMillis),
      connectionTimeoutMillis: queueMilliseconds,
    });
    const isConnecting = () => this.totalCount > this.#connected.size;
    this.#stallLimit = createStallLimit(() => (isConnecting() ? connectionTimeoutMillis : stallMilliseconds));
    this.#now = now;
    this.on('connect', (client) => this.#connected.add(client));
    this.on('remove', (client) => this.#connected.delete(client));
    this.on('release', (error, client) => {
      this.#releasedAt.set(client, this.#now());
      if (!error) this.#stallLimit.recordProgress();
    });
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connecting = this.#connectAlive();
    if (callback === undefined) return connecting;
    connecting.then(
      (client) => callback(undefined, client, (error) => client.release(error)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #connectAlive(): Promise<PoolClient> {
    for (;;) {
      const client = await this.#connectUnlessStalled();
      if (await this.#isAlive(client)) return client;
      client.release(true);
    }
  }

  async #connectUnlessStalled(): Promise<PoolClient> {
    const mustWait = this.idleCount <= this.waitingCount;
    const connecting = super.connect();
    if (!mustWait) return await connecting;
    return await this.#stallLimit.wait(connecting).catch((error: unknown) => {
      // The pool still hands it out.
      connecting.then(
        (client) => client.release(),
        () => undefined,
      );
      throw error;
    });
  }

  async #isAlive(client: PoolClient): Promise<boolean> {
    const releasedAt = this.#releasedAt.get(client);
    const askedAt = this.#now();
    if (releasedAt === undefined || askedAt - releasedAt < idleMilliseconds) return true;
    if (releasedAt < this.#brokenBefore) return false;
    const ping = { text: 'select 1', query_timeout: databaseLimits.pingMilliseconds };
    return await client.query(ping).then(
      () => true,
      () => {
        this.#brokenBefore = askedAt;
        return false;
      },
    );
  }
}
