import type { z } from 'zod';
import type { Group, GroupChanges } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { groupFields } from './request-fields.ts';
import { toSeconds } from './user-description.ts';

type GroupFields = { [Name in keyof typeof groupFields]?: z.output<(typeof groupFields)[Name]> };

/** Maps the fields of a request to the changes of a group. */
export const toGroupChanges = ({ Description, Precedence, RoleArn }: GroupFields): GroupChanges => ({
  ...(Description !== undefined && { description: Description }),
  ...(Precedence !== undefined && { precedence: Precedence }),
  ...(RoleArn !== undefined && { roleArn: RoleArn }),
});

/** Maps a group to the GroupType of the API model. */
export const toGroupType = ({ settings }: { settings: PoolSettings }, group: Group) => ({
  GroupName: group.name,
  UserPoolId: settings.userPoolId,
  ...(group.description !== null && { Description: group.description }),
  ...(group.precedence !== null && { Precedence: group.precedence }),
  ...(group.roleArn !== null && { RoleArn: group.roleArn }),
  CreationDate: toSeconds(group.createdAt),
  LastModifiedDate: toSeconds(group.modifiedAt),
});
