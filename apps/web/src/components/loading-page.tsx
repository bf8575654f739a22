import { PlainLoader } from './plain-loader.tsx';
import './loading-page.css';

/** Shown while nothing else can be; pass a label when the wait needs an explanation. */
export const LoadingPage = ({ label }: { label?: string }) => (
  <main className="loading-page">
    <PlainLoader size="large" aria-label={label ?? 'Loading'} />
    {label !== undefined && <p className="loading-page__label">{label} …</p>}
  </main>
);
