import { Navigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { useGuestContext } from '../guest/guest-context.ts';
import { GuestSignIn } from '../guest/guest-sign-in.tsx';

/** Without an address, the sign-in page leads to this step. */
export const ConfirmPage = () => {
  const { typedEmail } = useGuestContext();
  if (typedEmail === undefined) return <Navigate to={paths.signIn} replace />;
  return <GuestSignIn firstStep={{ name: 'confirm-address' }} />;
};
