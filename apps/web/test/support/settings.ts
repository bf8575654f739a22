/** How much one user can store. */
export const quotaBytes = 1_000_000_000;

/** Origin that jsdom gives to every page. */
export const pageOrigin = 'http://localhost:3000';
