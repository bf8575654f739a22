import type { z } from 'zod';
import type { UserPool } from '../composition/user-pool.ts';
import { resourceNotFound } from '../errors.ts';
import type { Group, GroupChanges } from '../groups/groups.ts';
import type { groupFields } from './request-fields.ts';
import { toSeconds } from './user-description.ts';

/** Finds a group; throws ResourceNotFoundException when there is none. */
export const readGroup = ({ groups }: Pick<UserPool, 'groups'>, name: string): Group => {
  const group = groups.find(name);
  if (group === undefined) throw resourceNotFound('Group not found.');
  return group;
};

type GroupFields = { [Name in keyof typeof groupFields]?: z.output<(typeof groupFields)[Name]> };

/** The changes that a request asks for. */
export const toGroupChanges = ({ Description, Precedence, RoleArn }: GroupFields): GroupChanges => ({
  ...(Description !== undefined && { description: Description }),
  ...(Precedence !== undefined && { precedence: Precedence }),
  ...(RoleArn !== undefined && { roleArn: RoleArn }),
});

/** A group in replies: the GroupType of the API model. */
export const toGroupType = ({ settings }: Pick<UserPool, 'settings'>, group: Group) => ({
  GroupName: group.name,
  UserPoolId: settings.userPoolId,
  ...(group.description !== null && { Description: group.description }),
  ...(group.precedence !== null && { Precedence: group.precedence }),
  ...(group.roleArn !== null && { RoleArn: group.roleArn }),
  CreationDate: toSeconds(group.createdAt),
  LastModifiedDate: toSeconds(group.modifiedAt),
});
