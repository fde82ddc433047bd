/**
 * The attribute that says whether a person may use the service. It always has a value: whoever clears it says neither
 * yes nor no, and nobody is let in by that.
 */
export const STATUS = 'active';
