import LogOut from 'lucide-react/icons/log-out';
import { IconButton } from '#components/icon-button.tsx';
import { useSignOut } from '../session/use-sign-out.tsx';

export const SignOutButton = () => {
  const { signOut, isSigningOut, question } = useSignOut();

  return (
    <>
      <IconButton label="Sign out" icon={LogOut} disabled={isSigningOut} onClick={signOut} />
      {question}
    </>
  );
};
