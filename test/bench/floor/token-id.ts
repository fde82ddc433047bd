/** The id in a bearer token of RuleForge's. */
export const tokenIdOf = (authorization: string): string => authorization.split('_')[1]!;
