// One request for the layout and its first page.
export { GuestLayout } from './guest/guest-layout.tsx';
export { SignInPage } from './pages/sign-in.tsx';
