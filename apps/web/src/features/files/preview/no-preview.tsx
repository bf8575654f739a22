import EyeOff from 'lucide-react/icons/eye-off';
import { EmptyState } from '#components/empty-state.tsx';

export const NoPreview = () => (
  <EmptyState
    icon={EyeOff}
    title="This file can't be previewed"
    text="Download it to open it with an app on your device."
  />
);
