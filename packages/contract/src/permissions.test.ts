import { describe, expect, test } from 'vitest';
import { isAllowed, permissions, roles, rolesAllowing } from './permissions.ts';

describe('an action', () => {
  test.each([
    ['owner', ['owner']],
    ['editor', ['owner', 'editor']],
    ['viewer', ['owner', 'editor', 'viewer']],
  ] as const)('that needs the role %s is allowed to %j', (least, allowed) => {
    expect(rolesAllowing('viewItem', { ...permissions, viewItem: least })).toEqual(allowed);
  });

  test('is allowed to the roles that the table gives it and to no other', () => {
    expect(roles.filter((role) => isAllowed(role, 'updateItem'))).toEqual(['owner', 'editor']);
    expect(roles.filter((role) => isAllowed(role, 'trashItem'))).toEqual(['owner']);
  });
});
