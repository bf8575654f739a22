/** Returns the key of a user's picture in the bucket of profile pictures; `userId` is the `sub` of the user pool. */
export const profilePictureKey = (userId: string): string => `profiles/${userId}/picture`;
