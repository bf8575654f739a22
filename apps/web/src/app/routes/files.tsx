import { PageHeader } from '#components/page-header.tsx';

export const FilesRoute = () => <PageHeader title="My files" />;
