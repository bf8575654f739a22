/** Whether this process runs in production, where a local stand-in has no place. */
export const isProduction = (): boolean => process.env.NODE_ENV === 'production';
