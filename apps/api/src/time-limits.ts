/** How long a request takes at most while a dependency accepts connections and never responds. */
export const longestAnswerMilliseconds = { database: 3_000, storage: 10_000 };

/**
 * A request fails at the first step that exceeds its limit: it may ping an idle connection, connect or wait for a
 * connection in use, then query.
 */
export const databaseLimits = {
  pingMilliseconds: 300,
  /** A server that never responds stops a request here, so that no query follows. */
  connectMilliseconds: 2_500,
  /** Of the time in which all connections are in use and none is returned. */
  stallMilliseconds: 1_100,
  /** Of the whole wait for a connection while others are returned: the end of a burst that exceeds the capacity. */
  queueMilliseconds: 10_000,
  /** Shorter than that of a query, so that the server ends the statement and the connection remains usable. */
  statementMilliseconds: 1_600,
  queryMilliseconds: 1_700,
};

/** Of each AWS client. A request to the API makes no second call to a service that has not responded. */
export const awsLimits = {
  attempts: 2,
  connectMilliseconds: 2_000,
  /** Of one attempt; includes connecting. */
  requestMilliseconds: 4_000,
};

/** Of connections from clients. Node checks the first two at intervals, so a connection may live that much longer. */
export const connectionLimits = {
  headersMilliseconds: 10_000,
  /** A whole request, whose body is at most 100 kB. */
  requestMilliseconds: 20_000,
  checkEveryMilliseconds: 2_000,
  /** Longer than the 60 seconds for which load balancers keep an idle connection: the client closes it, not this server. */
  idleMilliseconds: 65_000,
};

/** Docker kills a container 10 seconds after SIGTERM: half of them are for the jobs and the database. */
export const shutdownLimits = {
  /** For a request that is on its way on an idle connection. */
  idleMilliseconds: 1_000,
  requestsMilliseconds: 5_000,
};
