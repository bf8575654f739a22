import type { GrantRole } from '@share-my-files/contract';

const labels: Record<GrantRole, string> = { viewer: 'Viewer', editor: 'Editor' };

/** The options of a role `<select>`. */
export const RoleOptions = () =>
  Object.entries(labels).map(([role, label]) => (
    <option key={role} value={role}>
      {label}
    </option>
  ));
