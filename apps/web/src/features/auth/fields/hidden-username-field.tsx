/** Tells password managers whose password the form is about, where the address itself is not asked for. */
export const HiddenUsernameField = ({ email }: { email: string }) => (
  <input hidden type="email" autoComplete="username" value={email} readOnly />
);
