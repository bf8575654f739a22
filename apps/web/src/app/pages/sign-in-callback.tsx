// Amplify exchanges the code of the address as soon as this is loaded, and nobody is signed in or out before.
import 'aws-amplify/auth/enable-oauth-listener';
import { useEffect, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Brand } from '#components/brand.tsx';
import { LoadingPage } from '#components/loading-page.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { returnPath } from '#features/auth/cognito/return-path.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { useSession, useSessionState } from '#lib/session-context.tsx';
import '../guest/guest-layout.css';
import type { GuestLocation } from '../guest/guest-location.ts';
import { nextSignInStep } from '../session/next-sign-in-step.ts';
import { SessionUnreachable } from '../session/session-unreachable.tsx';

const failures = {
  cancelled: {
    title: 'You did not sign in',
    text: 'You stopped before the other service had signed you in. Nothing has changed.',
  },
  failed: {
    title: 'Signing in did not work',
    text: 'The other service sent you back, but you could not be signed in. Please try again.',
  },
};

const NotSignedIn = ({ title, text, returnTo }: typeof failures.failed & GuestLocation) => (
  <div className="guest-layout">
    <PageTitle>{title}</PageTitle>
    <header>
      <Brand />
    </header>
    <main className="guest-layout__card">
      <div role="alert">
        <AuthFormHeader title={title}>{text}</AuthFormHeader>
      </div>
      <nav className="auth-form__links" aria-label="Go on">
        <Link to={paths.signIn} state={{ returnTo } satisfies GuestLocation}>
          Back to sign in
        </Link>
      </nav>
    </main>
  </div>
);

/** Where Google, Apple and others send people back to. */
export const SignInCallbackPage = () => {
  const session = useSession();
  const { status } = useSessionState();
  const [parameters] = useSearchParams();
  const [returnTo] = useState(returnPath.read);

  // The other tabs of the app share the tokens that this one got.
  useEffect(() => {
    if (status === 'signed-in') void session.signedIn();
  }, [status, session]);

  if (status === 'starting') return <LoadingPage label="Signing you in" />;
  if (status === 'unreachable') return <SessionUnreachable />;

  const failure = parameters.get('error') === 'access_denied' ? 'cancelled' : 'failed';
  const step = nextSignInStep(status === 'signed-out' ? failure : 'signed-in', 'guest-page');
  if (step === 'enter') return <Navigate to={returnTo ?? paths.files} replace />;
  return <NotSignedIn {...failures[failure]} returnTo={returnTo} />;
};
