import { useLocation } from 'react-router';
import { StandalonePage } from '#components/standalone-page.tsx';
import { PublicLink } from '#features/links/public-link.tsx';

export const PublicLinkRoute = () => {
  const { hash } = useLocation();
  return (
    <StandalonePage title="Shared file">
      <PublicLink hash={hash} />
    </StandalonePage>
  );
};
