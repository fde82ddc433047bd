import type { Statement } from '../database/statement.js';
import { addressed } from './addressed.sql.js';

/** $1 organization, $2 key of an address. */
export const FIND_ADDRESSED_MEMBER: Statement = {
  name: 'member-find-addressed',
  text: addressed('$2', 'TRUE'),
};
