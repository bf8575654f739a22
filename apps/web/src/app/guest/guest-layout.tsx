import { type InputEvent, useRef, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Brand } from '#components/brand.tsx';
import { LoadingPage } from '#components/loading-page.tsx';
import { useSessionState } from '#lib/session-context.tsx';
import './guest-layout.css';
import { SessionUnreachable } from '../session/session-unreachable.tsx';
import { DemoPeople } from './demo-people.tsx';
import type { GuestContext } from './guest-context.ts';
import { readGuestLocation, returnPathOf } from './guest-location.ts';
import { MailboxHint } from './mailbox-hint.tsx';

/** Layout for signed-out visitors; redirects signed-in users to the page they asked for. */
export const GuestLayout = () => {
  const { status } = useSessionState();
  const { state } = useLocation();
  const [typedEmail, setTypedEmail] = useState(readGuestLocation(state).email);
  const pendingPassword = useRef<string | null>(null);

  const rememberEmail = ({ target }: InputEvent) => {
    if (target instanceof HTMLInputElement && target.name === 'email') setTypedEmail(target.value);
  };

  if (status === 'starting') return <LoadingPage />;
  if (status === 'unreachable') return <SessionUnreachable />;
  if (status !== 'signed-out') return <Navigate to={returnPathOf(state)} replace />;
  return (
    <div className="guest-layout">
      <header>
        <Brand />
      </header>
      <main className="guest-layout__card" onInput={rememberEmail}>
        <Outlet context={{ typedEmail, pendingPassword } satisfies GuestContext} />
      </main>
      <DemoPeople />
      <MailboxHint />
    </div>
  );
};
