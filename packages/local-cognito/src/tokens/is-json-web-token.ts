/** Whether a token is an access or ID token: refresh tokens of this pool have no dots. */
export const isJsonWebToken = (token: string): boolean => token.split('.').length === 3;
