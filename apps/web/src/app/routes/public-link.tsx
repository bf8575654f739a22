import { useLocation } from 'react-router';
import { DeadLink } from '#features/links/dead-link.tsx';
import { readLinkSecret } from '#features/links/link-address.ts';
import { PublicLink } from '#features/links/public-link.tsx';

export const PublicLinkRoute = () => {
  const { hash } = useLocation();
  const secret = readLinkSecret(hash);
  return secret === undefined ? <DeadLink /> : <PublicLink key={secret} secret={secret} />;
};
