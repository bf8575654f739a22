import { operationNotEnabled } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** Throws OperationNotEnabledException unless the pool tracks sessions. */
export const assertTracked = ({ userSessionTracking }: Pick<PoolSettings, 'userSessionTracking'>): void => {
  if (userSessionTracking === 'ENABLED') return;
  throw operationNotEnabled('User session tracking is not enabled for the user pool.');
};
