import { useSyncExternalStore } from 'react';
import { readLinkSecret } from '#features/links/link-address.ts';
import { DeadLink } from '#features/links/visitor/dead-link.tsx';
import { PublicLink } from '#features/links/visitor/public-link.tsx';
import { ErrorBoundary } from './errors/error-boundary.tsx';
import { AppNotices } from './notices.tsx';

const subscribe = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

const OpenedLink = () => {
  const secret = readLinkSecret(useSyncExternalStore(subscribe, () => location.hash));
  return secret === undefined ? <DeadLink /> : <PublicLink key={secret} secret={secret} />;
};

/** What a visitor without an account sees: one page, which needs neither a router nor a session. */
export const VisitorApp = () => (
  <ErrorBoundary>
    <AppNotices />
    <OpenedLink />
  </ErrorBoundary>
);
