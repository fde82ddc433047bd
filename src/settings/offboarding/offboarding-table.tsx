import type { Offboarding } from '../../offboarding/offboarding.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { ListTable } from '../../web/list/list-table.js';
import { OFFBOARDING_MESSAGES } from './offboarding-messages.js';

export interface OffboardingTableProps {
  readonly rows: readonly Offboarding[];
  readonly language: Language;
}

/** A table; on a narrow screen a card a person. The roles keep it a table for screen readers when it is drawn as cards. */
export const OffboardingTable = ({ rows, language }: OffboardingTableProps) => {
  const messages = OFFBOARDING_MESSAGES[language];
  return (
    <ListTable headings={[messages.person, messages.kind, messages.by, messages.asked, messages.cut, messages.ended]}>
      {rows.map((row) => (
        <tr key={row.id} role="row">
          <th scope="row" role="rowheader" class="list__person">
            <span class="list__name">{row.name}</span>
            {row.email && row.email !== row.name && <span class="line muted">{row.email}</span>}
          </th>
          <td role="cell">
            <span class="chip">{messages.kinds[row.kind]}</span>
            {row.undoneAt && <span class="chip chip--note">{messages.undone}</span>}
          </td>
          <td role="cell">{row.actorName}</td>
          <td role="cell">
            <Moment at={row.askedAt} language={language} />
          </td>
          <td role="cell">
            <time dateTime={row.cutAt.toISOString()} title={row.cutAt.toISOString()}>
              {messages.after(row.cutAt.getTime() - row.askedAt.getTime())}
            </time>
          </td>
          <td role="cell">{messages.endings(row.sessions, row.apiKeys, row.invitations)}</td>
        </tr>
      ))}
    </ListTable>
  );
};
