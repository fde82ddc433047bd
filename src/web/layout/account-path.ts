export const ACCOUNT_PATH = '/account';

/** Where the bar's list of organizations sends whoever goes to another one. */
export const SWITCH_PATH = `${ACCOUNT_PATH}/organization`;
