export const PublicLinkRoute = () => <main />;
