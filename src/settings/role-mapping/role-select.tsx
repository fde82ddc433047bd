import type { Role } from '../../members/roles.js';

export interface RoleSelectProps {
  readonly id?: string;
  readonly name: string;
  readonly label?: string;
  readonly roles: readonly Role[];
  readonly value: Role;
  readonly names: Readonly<Record<Role, string>>;
  readonly autofocus?: boolean;
}

/** A choice of roles. */
export const RoleSelect = ({ id, name, label, roles, value, names, autofocus }: RoleSelectProps) => (
  <select id={id} name={name} aria-label={label} autocomplete="off" autofocus={autofocus}>
    {roles.map((role) => (
      <option key={role} value={role} selected={role === value}>
        {names[role]}
      </option>
    ))}
  </select>
);
