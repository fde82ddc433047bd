import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import type { RoleMappingMessages } from './role-mapping-messages.js';

export interface BreadcrumbsProps {
  readonly connection: string;
  readonly messages: Pick<RoleMappingMessages, 'provisioning' | 'breadcrumbs'>;
}

/** The way back to the connections, and whose screen this is. */
export const Breadcrumbs = ({ connection, messages }: BreadcrumbsProps) => (
  <nav class="breadcrumbs" aria-label={messages.breadcrumbs}>
    <a href={PROVISIONING_PATH}>{messages.provisioning}</a>
    <span aria-hidden="true">›</span>
    <span>{connection}</span>
  </nav>
);
