import { Unlink } from 'lucide-react';
import { EmptyState } from '#components/empty-state.tsx';

export const DeadLink = () => (
  <EmptyState
    heading="h1"
    icon={Unlink}
    title="This link doesn't work any more"
    text="It has expired, was revoked, or is incomplete. Ask who sent it to you for a new one."
  />
);
