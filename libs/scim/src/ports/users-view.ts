/**
 * The view through which groups see Users; a migration of the host makes it, with the columns `organization_id uuid`,
 * `id uuid`, `connection_id text` (the connection that manages the User, or null), `display text` and `display_key text`
 * (its form for comparisons: NFC and lower case, code point by code point). Whoever is not in it is nobody for groups: not
 * addable, not shown, not found.
 */
export const USERS_VIEW = 'scim_users';
