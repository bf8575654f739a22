import './brand.css';

export const Brand = () => (
  <span className="brand">
    <svg className="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="brand__tile" width="32" height="32" rx="9" />
      <path className="brand__arrow" d="M16 22V10.5m0 0-5 5m5-5 5 5" />
    </svg>
    ShareMyFiles
  </span>
);
