/** Whether the process runs in production, where a stand-in for Cognito has no place. */
export const isProduction = (): boolean => process.env.NODE_ENV === 'production';
