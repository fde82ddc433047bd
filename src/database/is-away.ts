import { isOutage } from '@ruleforge/scim';

/** Whether an error says no more than that the database cannot answer just now: it may be asked again. */
export const isAway = (error: unknown): boolean => isOutage(error);
