/** How much one user can store. */
export const quotaBytes = 1024 ** 3;

/** Origin that jsdom gives to every page. */
export const pageOrigin = 'http://localhost:3000';
