import { useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Brand } from '#components/brand.tsx';
import { LoadingPage } from '#components/loading-page.tsx';
import { useSessionState } from '#lib/session-context.tsx';
import './guest-layout.css';
import type { GuestContext } from './guest-context.ts';
import { returnPathOf } from './guest-location.ts';
import { MailboxHint } from './mailbox-hint.tsx';
import { SessionUnreachable } from './session-unreachable.tsx';

/** Pages for who is not signed in; who is signed in is sent on to where they wanted to go. */
export const GuestLayout = () => {
  const { status } = useSessionState();
  const { state } = useLocation();
  const pendingPassword = useRef<string | null>(null);

  if (status === 'starting') return <LoadingPage />;
  if (status === 'unreachable') return <SessionUnreachable />;
  if (status !== 'signed-out') return <Navigate to={returnPathOf(state)} replace />;
  return (
    <div className="guest-layout">
      <header>
        <Brand />
      </header>
      <main className="guest-layout__card">
        <Outlet context={{ pendingPassword } satisfies GuestContext} />
      </main>
      <MailboxHint />
    </div>
  );
};
