import { GuestSignIn } from '../guest/guest-sign-in.tsx';

export const SignInPage = () => <GuestSignIn />;
