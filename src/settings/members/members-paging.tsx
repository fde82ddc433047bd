import type { MembersMessages } from './members-messages.js';
import type { MembersPage } from './members-page.js';
import { toMembersPath } from './members-path.js';

export interface MembersPagingProps {
  readonly page: MembersPage;
  readonly messages: MembersMessages;
}

/** Links to the neighbouring pages; nothing when everybody is on this one. */
export const MembersPaging = ({ page: { query, previous, next }, messages }: MembersPagingProps) => {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label={messages.pages}>
      {previous === undefined ? (
        <span />
      ) : (
        <PageLink path={toMembersPath(query, { before: previous })} rel="prev" text={`← ${messages.previous}`} />
      )}
      {next !== undefined && (
        <PageLink path={toMembersPath(query, { after: next })} rel="next" text={`${messages.next} →`} />
      )}
    </nav>
  );
};

interface PageLinkProps {
  readonly path: string;
  readonly rel: 'prev' | 'next';
  readonly text: string;
}

const PageLink = ({ path, rel, text }: PageLinkProps) => (
  <a
    class="step"
    href={path}
    rel={rel}
    hx-get={path}
    hx-target="#members"
    hx-select="#members"
    hx-swap="outerMorph show:top"
    hx-push-url="true"
  >
    {text}
  </a>
);
