import EyeOff from 'lucide-react/icons/eye-off';
import { EmptyState } from '#components/empty-state.tsx';

type NoPreviewProps = { readonly title?: string | undefined; readonly text?: string | undefined };

export const NoPreview = (props: NoPreviewProps) => {
  const {
    title = "This file can't be previewed",
    text = 'Download it to open it with an app on your device.',
  } = props;
  return <EmptyState icon={EyeOff} title={title} text={text} />;
};
