import { NetworkError } from './network-error.ts';

const maxWaitMilliseconds = 15_000;

/**
 * Runs `work` while no other tab of this browser refreshes or removes the tokens. With refresh token rotation, tabs that send
 * the same refresh token after its grace period end the session (RefreshTokenReuseException). Throws NetworkError if the
 * other tabs take too long.
 */
export const withTokenLock = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  // Only secure contexts have locks.
  if (!('locks' in navigator)) return await work();
  let hasLock = false;
  const workWithLock = () => {
    hasLock = true;
    return work();
  };
  try {
    const options = { signal: AbortSignal.timeout(maxWaitMilliseconds) };
    return await navigator.locks.request('share-my-files.tokens', options, workWithLock);
  } catch (cause) {
    throw hasLock ? cause : new NetworkError({ cause });
  }
};
