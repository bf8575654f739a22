import { useLocation } from 'react-router';
import { readLinkSecret } from '#features/links/link-address.ts';
import { DeadLink } from '#features/links/visitor/dead-link.tsx';
import { PublicLink } from '#features/links/visitor/public-link.tsx';

export const PublicLinkPage = () => {
  const { hash } = useLocation();
  const secret = readLinkSecret(hash);
  return secret === undefined ? <DeadLink /> : <PublicLink key={secret} secret={secret} />;
};
