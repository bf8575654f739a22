import { GuestSignIn } from '../guest/guest-sign-in.tsx';

export const ResetPasswordPage = () => <GuestSignIn firstStep={{ name: 'request-reset' }} />;
