/** Tells access and ID tokens from refresh tokens, which in this pool have no dots. */
export const isJsonWebToken = (token: string): boolean => token.split('.').length === 3;
