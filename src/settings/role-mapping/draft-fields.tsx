import type { Draft } from './draft.js';
import { toGroupField } from './group-field.js';

/** The draft in fields that nobody sees, as the editor's fields would send it. */
export const DraftFields = ({ draft: { defaultRole, mappings } }: { readonly draft: Draft }) => (
  <>
    <input type="hidden" name="defaultRole" value={defaultRole} />
    {mappings.map(({ group, role, projectId }, index) => (
      <span key={index} hidden>
        <input type="hidden" name="group" value={toGroupField(group)} />
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="project" value={projectId ?? ''} />
      </span>
    ))}
  </>
);
