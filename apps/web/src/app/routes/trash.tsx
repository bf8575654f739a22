import { PageHeader } from '#components/page-header.tsx';

export const TrashRoute = () => <PageHeader title="Trash" />;
