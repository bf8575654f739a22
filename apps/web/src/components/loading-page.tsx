import { Loader } from '@aws-amplify/ui-react';
import './loading-page.css';

/** While there is nothing to show yet; a label is shown where waiting needs a reason. */
export const LoadingPage = ({ label }: { label?: string }) => (
  <main className="loading-page">
    <Loader size="large" aria-label={label ?? 'Loading'} />
    {label !== undefined && <p>{label} …</p>}
  </main>
);
