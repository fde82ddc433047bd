import type { FoundedOrganization } from './organization-founder.js';

/** What the first run tells, once, to whoever started it. */
export const welcome = (address: string, { admin, scim }: FoundedOrganization): string => `
  RuleForge is ready. Keep what follows: it is not shown again.

    Address       ${address}
    E-mail        ${admin.email}
    Password      ${admin.password}

    SCIM base URL ${scim.baseUrl}
    SCIM token    ${scim.token}

`;
