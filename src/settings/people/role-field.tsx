import type { Role } from '../../members/roles.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { Language } from '../../web/language.js';

export interface RoleFieldProps<Choice extends Role> {
  readonly label: string;
  readonly roles: readonly Choice[];
  readonly chosen: Role;
  readonly language: Language;
  /** Whether the label is for screen readers alone. */
  readonly quiet?: boolean;
}

/** A choice of roles, the greatest first. */
export const RoleField = <Choice extends Role>({ label, roles, chosen, language, quiet }: RoleFieldProps<Choice>) => (
  <label>
    <span class={quiet ? 'visually-hidden' : undefined}>{label}</span>
    <select name="role">
      {roles.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {ROLE_NAMES[language][role]}
        </option>
      ))}
    </select>
  </label>
);
