import { invalidParameter } from '../errors.ts';
import { toAttributeList } from '../users/user-attributes.ts';
import type { User } from '../users/user-repository.ts';

/** Converts milliseconds to the seconds of responses. */
export const toSeconds = (milliseconds: number): number => milliseconds / 1000;

/** The fields that all descriptions of a user share. */
const describeState = (user: User) => ({
  Username: user.username,
  UserCreateDate: toSeconds(user.createdAt),
  UserLastModifiedDate: toSeconds(user.modifiedAt),
  Enabled: user.isEnabled,
  UserStatus: user.status,
});

/** Maps a user to the response of AdminGetUser. */
export const describeUser = (user: User) => ({
  ...describeState(user),
  UserAttributes: toAttributeList(user.sub, user.attributes),
});

/** Maps a user to the UserType of the API model. */
export const toUserType = (user: User) => ({
  ...describeState(user),
  Attributes: toAttributeList(user.sub, user.attributes),
});

/**
 * Keeps only the named attributes, or all if none are named. Throws InvalidParameterException if the user
 * lacks one, as the API reference requires of AttributesToGet.
 */
export const withAttributes = (
  user: ReturnType<typeof toUserType>,
  names: readonly string[],
): ReturnType<typeof toUserType> => {
  if (names.length === 0) return user;
  const Attributes = user.Attributes.filter(({ Name }) => names.includes(Name));
  if (Attributes.length < new Set(names).size) {
    throw invalidParameter('One or more requested attributes do not exist.');
  }
  return { ...user, Attributes };
};
