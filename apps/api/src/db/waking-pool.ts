import { Pool, type PoolClient, type PoolConfig } from 'pg';

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (error?: Error | boolean) => void,
) => void;

const idleMilliseconds = 5_000;
const pingTimeoutMilliseconds = 1_000;

/**
 * Checks idle connections before use. While a Lambda container is frozen between requests, the server or a router may
 * drop a connection without the client receiving the close.
 */
export class WakingPool extends Pool {
  readonly #releasedAt = new WeakMap<PoolClient, number>();
  readonly #now: () => number;

  constructor(config: PoolConfig, now: () => number = Date.now) {
    super(config);
    this.#now = now;
    this.on('release', (_error, client) => this.#releasedAt.set(client, this.#now()));
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
      const client = await super.connect();
      if (await this.#isAlive(client)) return client;
      client.release(true);
    }
  }

  async #isAlive(client: PoolClient): Promise<boolean> {
    const releasedAt = this.#releasedAt.get(client);
    if (releasedAt === undefined || this.#now() - releasedAt < idleMilliseconds) return true;
    const ping = { text: 'select 1', query_timeout: pingTimeoutMilliseconds };
    return await client.query(ping).then(
      () => true,
      () => false,
    );
  }
}
