import { Loader } from '@aws-amplify/ui-react';
import './loading-page.css';

export const LoadingPage = () => (
  <main className="loading-page">
    <Loader size="large" aria-label="Loading" />
  </main>
);
