import { useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useDialogHistory } from '#components/dialog-history.ts';
import { LoadingPage } from '#components/loading-page.tsx';
import { ToastProvider } from '#components/toast.tsx';
import { paths } from '#config/paths.ts';
import { useSessionState } from '#lib/session-context.tsx';
import type { GuestLocation } from '../guest/guest-location.ts';
import { RecoveryCodesOffer } from '../session/recovery-codes-offer.tsx';
import { SessionEnded } from '../session/session-ended.tsx';
import { SessionUnreachable } from '../session/session-unreachable.tsx';
import { StepUp } from '../session/step-up.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { Sidebar } from './sidebar.tsx';
import { UploadArea } from './upload-area.tsx';
import './signed-in-layout.css';

const SignedInPage = () => {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const pathnameInFocus = useRef(pathname);
  useDialogHistory();

  // Moves the focus to the start of a new page, like a full page load.
  useEffect(() => {
    const isNew = pathnameInFocus.current !== pathname;
    // A page may have moved it to a field of its own.
    if (isNew && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true });
    pathnameInFocus.current = pathname;
  }, [pathname]);

  return (
    <div className="signed-in-layout">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <Sidebar />
      <main className="signed-in-layout__main" id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Shortcuts />
    </div>
  );
};

/**
 * Layout for signed-in users. If the session ends, the page stays as it is, behind a dialog. Uploads and toasts belong
 * to one user and end when the user signs out.
 */
export const SignedInLayout = () => {
  const state = useSessionState();
  const { pathname, search } = useLocation();

  if (state.status === 'starting') return <LoadingPage />;
  if (state.status === 'unreachable') return <SessionUnreachable />;
  if (state.status === 'signed-out') {
    if (state.isAccountDeleted) return <Navigate to={paths.goodbye} replace />;
    const returnTo: GuestLocation = { returnTo: pathname + search };
    return <Navigate to={paths.signIn} state={returnTo} replace />;
  }
  return (
    <ToastProvider key={state.user.id}>
      <UploadArea>
        <SignedInPage />
        {state.status === 'ended' && <SessionEnded user={state.user} />}
        <StepUp user={state.user} />
        {state.status === 'signed-in' && <RecoveryCodesOffer email={state.user.email} />}
      </UploadArea>
    </ToastProvider>
  );
};
