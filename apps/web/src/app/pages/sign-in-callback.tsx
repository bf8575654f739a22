// Amplify exchanges the authorization code when this module loads; until then the session is undecided.
import 'aws-amplify/auth/enable-oauth-listener';
import { useEffect, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Brand } from '#components/brand.tsx';
import { LoadingPage } from '#components/loading-page.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { returnPath } from '#features/auth/cognito/return-path.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { lastSignIn } from '#features/auth/sign-in/last-sign-in.ts';
import { userOf } from '#lib/session.ts';
import { useSession, useSessionState } from '#lib/session-context.tsx';
import '../guest/guest-layout.css';
import type { GuestLocation } from '../guest/guest-location.ts';
import { SessionUnreachable } from '../session/session-unreachable.tsx';

const failures = {
  cancelled: {
    title: 'Sign-in cancelled',
    text: 'You went back before the other service signed you in. Nothing has changed.',
  },
  failed: {
    title: 'Sign-in failed',
    text: 'The other service could not sign you in. Please try again.',
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
      <nav className="auth-form__links" aria-label="Next step">
        <Link to={paths.signIn} state={{ returnTo } satisfies GuestLocation}>
          Back to sign in
        </Link>
      </nav>
    </main>
  </div>
);

/** The redirect target of the identity providers. */
export const SignInCallbackPage = () => {
  const session = useSession();
  const state = useSessionState();
  const { status } = state;
  const provider = userOf(state)?.provider;
  const [parameters] = useSearchParams();
  const [returnTo] = useState(returnPath.read);

  // Notifies the other tabs, which share the tokens.
  useEffect(() => {
    if (status !== 'signed-in') return;
    if (provider !== undefined) lastSignIn.rememberProvider(provider);
    void session.signedIn();
  }, [status, provider, session]);

  if (status === 'starting') return <LoadingPage label="Signing you in" />;
  if (status === 'unreachable') return <SessionUnreachable />;

  if (status !== 'signed-out') return <Navigate to={returnTo ?? paths.files} replace />;

  const failure = parameters.get('error') === 'access_denied' ? 'cancelled' : 'failed';
  return <NotSignedIn {...failures[failure]} returnTo={returnTo} />;
};
