import { useMe } from '../api/get-me.ts';

/** Cognito keeps an account of each way to sign in, so files of one address can be in two of them. */
export const OtherAccountHint = () => {
  const { data: me } = useMe();
  if (!me?.hasOtherAccount) return null;
  return (
    <p>
      There is another account with {me.email}. If files are missing, sign out and sign in as you did before.
    </p>
  );
};
