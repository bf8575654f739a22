import { invalidParameter } from '../errors.ts';
import { toAttributeList } from '../users/user-attributes.ts';
import type { User } from '../users/user-repository.ts';

/** A time in milliseconds as replies have it: in seconds. */
export const toSeconds = (milliseconds: number): number => milliseconds / 1000;

/** What every description of a user says. */
const describeState = (user: User) => ({
  Username: user.username,
  UserCreateDate: toSeconds(user.createdAt),
  UserLastModifiedDate: toSeconds(user.modifiedAt),
  Enabled: user.isEnabled,
  UserStatus: user.status,
});

/** A user as AdminGetUser shows it. */
export const describeUser = (user: User) => ({
  ...describeState(user),
  UserAttributes: toAttributeList(user.sub, user.attributes),
});

/** A user as lists and AdminCreateUser show it: the UserType of the API model. */
export const toUserType = (user: User) => ({
  ...describeState(user),
  Attributes: toAttributeList(user.sub, user.attributes),
});

/**
 * Leaves these attributes of a user, or all if none are named. Throws InvalidParameterException when the user
 * lacks one, as the API reference says of AttributesToGet.
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
