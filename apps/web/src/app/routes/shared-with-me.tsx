import { PageHeader } from '#components/page-header.tsx';

export const SharedWithMeRoute = () => <PageHeader title="Shared with me" />;
