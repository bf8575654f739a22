/** Names the account to password managers in a form that does not ask for the email address. */
export const HiddenUsernameField = ({ email }: { email: string }) => (
  <input hidden type="email" autoComplete="username" value={email} readOnly />
);
