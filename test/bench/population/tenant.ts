/** An organization that is measured, as the benchmark knows it. */
export interface Tenant {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly token: string;
  /** Who signs in to its screens. */
  readonly admin: { readonly email: string; readonly password: string };
  /** Its people are numbered from here on: accounts are everybody's, so no two organizations have one in common. */
  readonly firstPerson: number;
  /** The ids of its Users, in the order of its people. */
  readonly ids: readonly string[];
}

/** How large an organization is made, and which number its people begin with. */
export interface TenantSize {
  readonly firstPerson: number;
  readonly size: number;
}

/**
 * As good as empty at first, for creates; small; large; as large and in groups; and one whose
 * directory is connected for the first time. */
export const TENANTS = {
  growing: { firstPerson: 0, size: 2 },
  small: { firstPerson: 1_000, size: 1_000 },
  large: { firstPerson: 100_000, size: 100_000 },
  grouped: { firstPerson: 300_000, size: 100_000 },
  joining: { firstPerson: 10_000, size: 2 },
} as const satisfies Readonly<Record<string, TenantSize>>;
export type TenantName = keyof typeof TENANTS;

/** No organization has people from here on, but the one that is walked through, whose are far behind. */
export const FIRST_NEWCOMER = 1_000_000;
export const WALKED: TenantSize = { firstPerson: 5_000_000, size: 1_000_000 };
/** The one whose screens are compared with those of the large one. */
export const FEW: TenantSize = { firstPerson: 500_000, size: 100 };
export type Tenants = Readonly<Record<TenantName, Tenant>>;
