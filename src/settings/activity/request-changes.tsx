import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import { nameOfAction } from '../../governance/audit/action-names.js';
import { tellDetails } from '../../governance/audit/tell-details.js';
import type { Language } from '../../web/language.js';
import { attributeNames } from './attribute-names.js';
import { ACTIVITY_MESSAGES, type ActivityMessages } from './activity-messages.js';
import type { RequestPage } from './activity-page.js';

export interface RequestChangesProps {
  readonly page: RequestPage;
  readonly language: Language;
}

/** What a request changed in whom: the values that say who somebody is before and after, of the others the names. */
export const RequestChanges = ({ page: { entry, changes }, language }: RequestChangesProps) => {
  const messages = ACTIVITY_MESSAGES[language];
  const attributes = attributeNames(entry);
  return (
    <section>
      <h2>{messages.changes}</h2>
      {changes.length === 0 && entry.changed.length === 0 && <p class="muted">{messages.noChanges}</p>}
      {attributes.length > 0 && (
        <p>
          {messages.attributes}:{' '}
          {attributes.map((name) => (
            <code key={name}>{name}</code>
          ))}
        </p>
      )}
      <ul class="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} messages={messages} language={language} />
        ))}
      </ul>
    </section>
  );
};

interface ChangeProps {
  readonly change: AuditEntry;
  readonly messages: ActivityMessages;
  readonly language: Language;
}

const Change = ({ change, messages, language }: ChangeProps) => {
  const steps = tellDetails(change.details, language).flatMap((told) =>
    told.change ? [{ ...told.change, name: told.name }] : [],
  );
  return (
    <li>
      <strong>{nameOfAction(change.action, language)}</strong> <span>{change.subjectName}</span>
      {steps.length > 0 && (
        <table class="steps">
          <thead class="visually-hidden">
            <tr>
              {[messages.attributes, messages.was, messages.becomes].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <del>{before}</del>
                </td>
                <td>
                  <ins>{after}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
};
