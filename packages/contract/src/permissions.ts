import * as z from 'zod/mini';

/** Roles that a user can hold on an item, strongest first. */
export const roles = ['owner', 'editor', 'viewer'] as const;

/** Validates a role. */
export const roleSchema = z.enum(roles);

/** Role that a user holds on an item. */
export type Role = z.infer<typeof roleSchema>;

/** Weakest role that allows each action on an item; in the trash, only its owner holds a role on it. */
export const permissions = {
  viewItem: 'viewer',
  downloadItem: 'viewer',
  updateItem: 'editor',
  moveItem: 'owner',
  trashItem: 'owner',
  restoreItem: 'owner',
  deleteItem: 'owner',
  listGrants: 'owner',
  putGrant: 'owner',
  revokeGrant: 'owner',
  listLinks: 'owner',
  createLink: 'owner',
  revokeLink: 'owner',
} as const satisfies Record<string, Role>;

/** Action on an item that needs a role. */
export type ItemAction = keyof typeof permissions;

/** Table of the weakest role for each action. */
export type Permissions = Readonly<Record<ItemAction, Role>>;

/** Returns the roles that allow an action, strongest first. */
export const rolesAllowing = (action: ItemAction, table: Permissions = permissions): readonly Role[] =>
  roles.slice(0, roles.indexOf(table[action]) + 1);

/** Returns whether a role allows an action. */
export const isAllowed = (role: Role, action: ItemAction): boolean => rolesAllowing(action).includes(role);
