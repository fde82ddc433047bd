import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { ListTable } from '../../web/list/list-table.js';
import { ApiKeyActs } from './api-key-acts.js';
import type { ApiKeysMessages } from './api-keys-messages.js';
import type { ApiKeyRow, ApiKeysPage } from './api-keys-page.js';

export interface ApiKeysTableProps {
  readonly page: ApiKeysPage;
  readonly language: Language;
  readonly messages: ApiKeysMessages;
}

/** A table; on a narrow screen a card a key. */
export const ApiKeysTable = ({ page: { rows, ofEverybody }, language, messages }: ApiKeysTableProps) => (
  <ListTable headings={headingsOf(ofEverybody, messages)} acts={messages.toDo}>
    {rows.map((row) => (
      <Row key={row.id} row={row} ofEverybody={ofEverybody} language={language} messages={messages} />
    ))}
  </ListTable>
);

const headingsOf = (ofEverybody: boolean, messages: ApiKeysMessages) => {
  const { name, owner, created, expires, lastUsed, status } = messages;
  return [name, ...(ofEverybody ? [owner] : []), created, expires, lastUsed, status];
};

interface RowProps {
  readonly row: ApiKeyRow;
  readonly ofEverybody: boolean;
  readonly language: Language;
  readonly messages: ApiKeysMessages;
}

const Row = ({ row, ofEverybody, language, messages }: RowProps) => (
  <tr id={`key-${row.id}`} role="row" class={row.works ? undefined : 'list__off'}>
    <th scope="row" role="rowheader">
      {row.name}
      <code class="line">rfk_{row.id}_…</code>
    </th>
    {ofEverybody && (
      <td role="cell" data-heading={messages.owner}>
        {row.isViewers ? messages.you : row.owner}
      </td>
    )}
    <td role="cell" data-heading={messages.created}>
      <Moment at={row.createdAt} language={language} />
    </td>
    <td role="cell" data-heading={messages.expires}>
      {row.expiresAt ? <Moment at={row.expiresAt} language={language} /> : messages.never}
    </td>
    <td role="cell" data-heading={messages.lastUsed}>
      {row.lastUsedAt ? <Moment at={row.lastUsedAt} language={language} /> : messages.notYet}
    </td>
    <td role="cell">
      <Status row={row} messages={messages} />
    </td>
    <td role="cell" class="list__acts">
      {row.works && <ApiKeyActs row={row} messages={messages} />}
    </td>
  </tr>
);

const Status = ({ row, messages }: { readonly row: ApiKeyRow; readonly messages: ApiKeysMessages }) => {
  if (row.works) return <span class="chip chip--dot chip--good">{messages.works}</span>;
  return <span class="chip chip--dot">{row.revokedAt ? messages.revoked : messages.expired}</span>;
};
