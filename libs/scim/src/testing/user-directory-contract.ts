import { ADOPTION_CASES } from './adoption-cases.js';
import type { ContractCase } from './contract-case.js';
import { CREATE_CASES } from './create-cases.js';
import { FIND_CASES } from './find-cases.js';
import { LEAVING_CASES } from './leaving-cases.js';
import { QUERY_CASES } from './query-cases.js';
import { REPLACE_CASES } from './replace-cases.js';
import type { UserDirectoryHost } from './user-directory-host.js';

/** What `UserDirectory` promises, a case for each promise. */
export const USER_DIRECTORY_CONTRACT: readonly ContractCase<UserDirectoryHost>[] = [
  ...CREATE_CASES,
  ...FIND_CASES,
  ...QUERY_CASES,
  ...REPLACE_CASES,
  ...ADOPTION_CASES,
  ...LEAVING_CASES,
];
