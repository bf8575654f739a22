import './brand.css';

export const Brand = () => (
  <span className="brand">
    <img className="brand__mark" src="/favicon.svg" alt="" width={32} height={32} />
    ShareMyFiles
  </span>
);
