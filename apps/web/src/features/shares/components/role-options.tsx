import { type GrantRole, grantRoleSchema, type ItemAction, isAllowed } from '@share-my-files/contract';
import { language } from '#config/language.ts';
import './role-options.css';

const labels: Record<GrantRole, string> = { viewer: 'Viewer', editor: 'Editor' };

/** The actions that the explanation of a role mentions, in its words. */
const verbs: readonly (readonly [ItemAction, string])[] = [
  ['viewItem', 'open'],
  ['downloadItem', 'download'],
  ['updateItem', 'rename'],
  ['trashItem', 'delete'],
  ['putGrant', 'share'],
];

const list = new Intl.ListFormat(language);

const explain = (role: GrantRole): string => {
  const allowed = verbs.filter(([action]) => isAllowed(role, action)).map(([, verb]) => verb);
  return `${labels[role]}s can ${list.format(allowed)} the file.`;
};

/** What each role allows, from the table of permissions. */
export const RoleExplanation = () => (
  <p className="role-explanation">{grantRoleSchema.options.map(explain).join(' ')}</p>
);

/** The options of a role `<select>`. */
export const RoleOptions = () =>
  Object.entries(labels).map(([role, label]) => (
    <option key={role} value={role}>
      {label}
    </option>
  ));
