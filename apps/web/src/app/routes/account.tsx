import { PageHeader } from '#components/page-header.tsx';

export const AccountRoute = () => <PageHeader title="Account" />;
