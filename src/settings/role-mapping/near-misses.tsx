import { CommandButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { EditorContext } from './editor-context.js';
import type { EditorRow } from './editor-page.js';
import { VisibleName } from './visible-name.js';

export interface NearMissesProps {
  readonly row: EditorRow;
  readonly context: EditorContext;
}

/** Groups whose names are nearly the one that the mapping waits for, and in what they differ. */
export const NearMisses = ({ row: { index, nearMisses }, context: { messages, path } }: NearMissesProps) =>
  nearMisses.length === 0 ? null : (
    <ul class="near-misses">
      {nearMisses.map(({ id, name, memberCount, differs }) => (
        <li key={id}>
          <span>
            <strong>
              <VisibleName name={name} />
            </strong>{' '}
            <span class="muted">
              {messages.members(memberCount)} ·{' '}
              {differs.length === 0
                ? messages.exactName
                : differs.map((difference) => messages.differences[difference]).join(', ')}
            </span>
          </span>
          <CommandButton
            id={`use-${index}-${id}`}
            command={COMMANDS.replace(index, { by: 'id', value: id, name })}
            path={path}
            label={messages.useGroup(name)}
          >
            {messages.useInstead}
          </CommandButton>
        </li>
      ))}
    </ul>
  );
